"""Quotations: ``> `` opens one; ``>>Xem thêm`` and ``>5%`` are what was typed.

Newsrooms set ``>>`` before a link to another story, and write "more than" at a line's start. The
lines of a quotation are read as those of the body are.

Before::

    > Mận năm nay được giá.

    >>Xem thêm: Chợ phiên

    >5% số hộ thoát nghèo.

After::

    <blockquote>
    <p>Mận năm nay được giá.</p>
    </blockquote>
    <p>&gt;&gt;Xem thêm: Chợ phiên</p>
    <p>&gt;5% số hộ thoát nghèo.</p>

In the guide::

    Trích lời mở đầu bằng “> ”. “>>Xem thêm” và “>5%” in đúng như gõ.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from plugins.articles.typed.lines import Line, escaped, separated
from plugins.articles.typed.wraps import goes_on
from plugins.core.text.expressions import expression

if TYPE_CHECKING:
    from plugins.core.document import Document

_QUOTE = expression(r" {0,3}>[ \t]?")
_TYPED = expression(r" {0,3}>(?:>|\s*[\d=])")


def apply(lines: list[Line], document: Document | None) -> list[Line]:
    """Find quotations, and apply all rules to what they hold."""
    if not any(">" in line.text[:4] and line.kind == "text" for line in lines):
        return lines
    marked: list[Line] = []
    for line in lines:
        above = marked[-1] if marked else None
        in_quote = above is not None and above.kind == "quote"
        if line.kind != "text" or (line.goes_on and not in_quote):
            marked.append(line)
        elif _QUOTE.match(line.text) and (in_quote or not _TYPED.match(line.text)):
            marked.append(line._replace(kind="quote"))
        elif above is not None and in_quote and goes_on(above.text, line.text):
            marked.append(line._replace(text=f"> {line.text.lstrip()}", kind="quote"))
        else:
            marked.append(line)
    written: list[Line] = []
    for kind, group in groupby(marked, key=lambda line: line.kind):
        held = list(group)
        written += _quoted(held, document) if kind == "quote" else held
    return written


def _quoted(lines: list[Line], document: Document | None) -> list[Line]:
    from plugins.articles.typed.extension import apply_rules  # which has this rule in its list

    held = [line._replace(text=_QUOTE.sub("", line.text, count=1), kind="text") for line in lines]
    held = [line if line.text.strip() else line._replace(kind="blank") for line in held]
    return [
        line._replace(text=f"> {escaped(line)}" if line.text else ">", kind="quote")
        for line in separated(apply_rules(held, document))
    ]
