"""Texts that python-markdown would take hours for are refused: the editor is told why and where."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.core import checks
from plugins.core.problems import Problem, ProblemError
from plugins.core.text import paragraphs
from plugins.core.text.expressions import expression
from plugins.core.text.spaces import is_blank

if TYPE_CHECKING:
    from plugins.core.checks import Check
    from plugins.core.document import Document

MOST_QUOTES = 50
"""Quotations within each other; a long exchange of mails has ten."""
MOST_DEFINITIONS = 200
"""Definitions without a blank line between them: python-markdown takes one, looks at all that
is left again, and goes one level deeper for each."""

_DEFINITION = expression(r"[ ]{0,3}(?::[ \t]|\*\[)")
_QUOTED = expression(rf"[ \t]*(?:>[ \t]*){{{MOST_QUOTES + 1}}}")
_BEFORE_INLINE = 21  # python-markdown's own treeprocessor "inline" has 20
_LOOKED_FOR = 60  # letters of a paragraph's beginning, by which its line is found


def refuse(
    document: Document | None, check: Check, line: int | None, message: str, fix: str
) -> None:
    """Raise :class:`ProblemError` with all that is known to be wrong with a document."""
    if document is None:
        raise ProblemError([Problem(check, "", line, message, fix)])
    document.report(check, line, message, fix)
    raise ProblemError(document.problems)


def refuse_lines(lines: list[str], first: int, document: Document | None) -> None:
    """Refuse quotations in quotations in quotations, and definitions without an end; the first
    line is line ``first``."""
    for number, line in enumerate(lines, first):
        if ">" in line and _QUOTED.match(line):
            refuse(
                document,
                checks.ARTICLE_TOO_DEEP,
                number,
                f"dòng mở đầu bằng hơn {MOST_QUOTES} dấu “>”",
                "Để một dấu “>” ở đầu dòng trích dẫn; không phải trích dẫn thì xóa các dấu ấy.",
            )
    definitions = 0
    for number, line in enumerate(lines if len(lines) > MOST_DEFINITIONS else (), first):
        if is_blank(line):
            definitions = 0
        elif _DEFINITION.match(line):
            definitions += 1
        if definitions > MOST_DEFINITIONS:
            refuse(
                document,
                checks.PARAGRAPH_TOO_LONG,
                number,
                f"hơn {MOST_DEFINITIONS} dòng định nghĩa liền nhau",
                "Cách nhau bằng dòng trống.",
            )


class _Limits(Treeprocessor):
    def run(self, root: Element) -> None:
        """Refuse a text with a paragraph that is none."""
        for element in root.iter():
            for text in (element.text, element.tail):
                if text and not isinstance(text, AtomicString):
                    self._check(text)

    def _check(self, text: str) -> None:
        document: Document | None = getattr(self.md, "document", None)
        if not paragraphs.is_none(text):
            return
        begin = text.lstrip().split("\n")[0][:_LOOKED_FOR]
        line = document.locate(begin) if document else None
        if (signs := paragraphs.signs(text)) > paragraphs.MOST_SIGNS:
            refuse(
                document,
                checks.PARAGRAPH_TOO_LONG,
                line,
                f"đoạn này có {signs} dấu như [ < * _ \\ (quá {paragraphs.MOST_SIGNS}): “{begin}…”",
                "Xóa các dấu thừa, hoặc chia thành nhiều đoạn.",
            )
        refuse(
            document,
            checks.PARAGRAPH_TOO_LONG,
            line,
            f"đoạn này dài {len(text)} ký tự (quá {paragraphs.MOST_LETTERS}): “{begin}…”",
            "Chia thành nhiều đoạn, cách nhau một dòng trống; không phải lời bài thì xóa đi.",
        )


def extend(md: Markdown) -> None:
    """Have paragraphs looked at before python-markdown looks for what stands in them."""
    md.treeprocessors.register(_Limits(md), "typed-limits", _BEFORE_INLINE)
