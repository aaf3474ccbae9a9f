"""Footnotes: a mark without its note is printed, and the editor is told.

Before::

    Theo nghị quyết[^2] của tỉnh.

After::

    <p>Theo nghị quyết[^2] của tỉnh.</p>

In the guide::

    Chú thích cuối trang: “[^1]” sau chữ, và một dòng “[^1]: lời chú” ở cuối bài. Thiếu lời chú thì
    dấu “[^2]” in như gõ và có cảnh báo.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.articles.typed.lines import Line

if TYPE_CHECKING:
    from plugins.articles.document import Document

_NOTE = re.compile(r" {0,3}\[\^(?P<label>[^\]]+)\]:")
_MARK = re.compile(r"(?<![\\`])\[\^(?P<label>[^\]\s]+)\]")


def apply(lines: list[Line], document: Document | None) -> list[Line]:
    """Warn once of each mark that no note explains."""
    if document is None or not any("[^" in line.text for line in lines):
        return lines
    known = {match["label"] for line in lines if (match := _NOTE.match(line.text))}
    for line in lines:
        for match in _MARK.finditer(line.text):
            if match["label"] not in known and not _NOTE.match(line.text):
                known.add(match["label"])
                document.report(
                    line.number,
                    f"dấu chú thích “{match[0]}” không có lời chú thích nào",
                    f"Thêm ở cuối bài một dòng “{match[0]}: lời chú thích”, hoặc xóa dấu ấy.",
                    warning=True,
                )
    return lines
