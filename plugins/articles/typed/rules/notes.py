"""Footnotes: a mark without its note, and a note without its mark, are printed and told.

Of two notes with one label the first is the note; the second is printed where it stands.

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
from collections import Counter
from typing import TYPE_CHECKING

from markdown import Markdown

from plugins.articles.typed.limits import refuse
from plugins.articles.typed.lines import Line
from plugins.attribution.lines.body import BodyLines
from plugins.core import checks
from plugins.core.text.expressions import expression

if TYPE_CHECKING:
    from plugins.core.checks import Check
    from plugins.core.document import Document

_NOTE = expression(r"(?P<indent> {0,3})\[\^(?P<label>[^\]]*)\]:(?P<said>.*)")
_MARK = expression(r"(?<![\\`])\[\^(?P<label>[^\]\s]+)\](?!:)")
_MOST = 200
"""Marks of one note, which python-markdown numbers in a time that grows with their square."""
_FIX = "Thêm ở cuối bài một dòng “[^{0}]: lời chú thích”, hoặc xóa dấu ấy."


def apply(lines: list[Line], document: Document | None) -> list[Line]:
    """Have notes that nothing refers to be text, and warn of what has no other half."""
    if not any("[^" in line.text for line in lines):
        return lines
    marks: Counter[str] = Counter()
    for line in lines:
        for match in _MARK.finditer(line.text):
            if not line.text.lstrip().startswith(f"{match[0]}:"):
                marks[match["label"]] += 1
            if marks[match["label"]] > _MOST:
                _refuse(document, line, match[0])
    known: set[str] = set()
    written: list[Line] = []
    kinds = BodyLines([line.text for line in lines]).kinds
    for line, kind in zip(lines, kinds, strict=True):
        may_be = line.kind in ("text", "kept") and kind != "code"
        note = _NOTE.match(line.text) if may_be else None
        if note is None:
            written.append(line)
        elif note["label"] in marks.keys() - known and note["said"].strip():
            known.add(note["label"])
            written.append(line)
        else:
            said = (
                f"lời chú thích “[^{note['label']}]” không ứng với dấu nào, được in như chữ thường"
            )
            fix = f"Thêm dấu “[^{note['label']}]” vào chỗ được chú thích."
            _tell(document, checks.NOTE_TEXT_ALONE, line, said, fix)
            text = f"{note['indent']}\\{line.text.lstrip()}"
            written.append(line._replace(text=text, kind="text"))
    for line in lines if marks.keys() - known else ():
        for match in _MARK.finditer(line.text):
            if match["label"] not in known:
                known.add(match["label"])
                said = f"dấu chú thích “{match[0]}” không có lời chú thích nào"
                fix = _FIX.format(match["label"])
                _tell(document, checks.NOTE_MARK_ALONE, line, said, fix)
    return written


def extend(md: Markdown) -> None:
    """Have a note's label stand on one line."""
    if "footnote" in md.parser.blockprocessors:
        notes = md.parser.blockprocessors["footnote"]
        notes.RE = re.compile(r"^[ ]{0,3}\[\^([^\]\n]*)\]:[ ]*(.*)$", re.MULTILINE)  # type: ignore[attr-defined] # the stubs lack it


def _refuse(document: Document | None, line: Line, mark: str) -> None:
    said = f"dấu chú thích “{mark}” đứng ở quá {_MOST} chỗ"
    refuse(document, checks.NOTE_TOO_OFTEN, line.number, said, "Xóa các dấu lặp lại.")


def _tell(document: Document | None, check: Check, line: Line, message: str, fix: str) -> None:
    if document is not None:
        document.report(check, line.number, message, fix)
