"""Footnotes: a mark without its note is printed, and the editor is told.

Before::

    Theo nghị quyết[^1] của tỉnh.

    [^1]: Số 12-NQ/TU.

After::

    <p>Theo nghị quyết<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> của tỉnh.</p>
    <div class="footnote">
    <hr>
    <ol>
    <li id="fn:1">
    <p>Số 12-NQ/TU.&#160;<a class="footnote-backref" href="#fnref:1" title="Jump back to footnote 1 in the text">&#8617;</a></p>
    </li>
    </ol>
    </div>

In the guide::

    Chú thích cuối trang: “[^1]” sau chữ, và một dòng “[^1]: lời chú” ở cuối bài. Thiếu lời chú thì có
    cảnh báo.
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
