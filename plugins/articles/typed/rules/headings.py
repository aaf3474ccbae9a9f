"""Headings in a body: with or without a space, below the title, without gaps, never a hashtag.

* ``## Tít`` and ``##Tít`` are headings; ``#LaoCai`` is a hashtag, ``# Tít`` a heading.
* ``C#`` at a heading's end keeps its sign: only a space before them makes ``##`` an ornament.
* A line of hyphens under a paragraph is a rule; it makes a heading of a short line only.
* The title is the page's ``h1``, so a body's first level is ``h2``, and none is left out.

Before::

    ##Lớp lập trình C#

    #LaoCai đón khách.

After::

    <h2>Lớp lập trình C#</h2>
    <p>#LaoCai đón khách.</p>

In the guide::

    Tít phụ mở đầu bằng “##”. “#LaoCai” liền chữ là chữ thường.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.treeprocessors import Treeprocessor

from plugins.articles.typed.lines import Line
from plugins.articles.typed.wraps import ends_sentence
from plugins.core.text.expressions import expression

if TYPE_CHECKING:
    from plugins.core.document import Document

_HASHES = expression(r" {0,3}(?P<level>#{1,6})(?P<space>[ \t\u00a0]*)(?P<text>[^\s#].*)")
_UNDERLINE = expression(r" {0,3}(?P<mark>={3,}|-{3,})\s*")
_RULE = expression(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_LONGEST = 100  # letters: a longer line is a paragraph with a rule under it
_TAG = expression(r"h([1-6])")
_LOWEST = 6


def apply(lines: list[Line], document: Document | None) -> list[Line]:
    """Tell headings and rules from text."""
    written: list[Line] = []
    for at, line in enumerate(lines):
        if line.kind != "text" or line.goes_on or line.text.lstrip()[:1] not in tuple("#=-*_"):
            written.append(line)
        elif match := _HASHES.fullmatch(line.text):
            is_heading = match["space"] or len(match["level"]) > 1
            text = f"{match['level']} {match['text']}"
            written.append(line._replace(text=text, kind="heading") if is_heading else line)
        elif (underline := _UNDERLINE.fullmatch(line.text)) and _is_title(lines, at, underline):
            level = "#" if underline["mark"][0] == "=" else "##"
            title = written[-1]
            written[-1] = title._replace(text=f"{level} {title.text.strip()}", kind="heading")
            written.append(line._replace(text="", kind="blank"))
        elif _RULE.fullmatch(line.text):
            written.append(line._replace(kind="rule"))
        else:
            written.append(line)
    return written


def _is_title(lines: list[Line], at: int, underline: re.Match[str]) -> bool:
    """Whether the line above an underline is a heading, not the end of a paragraph."""
    if at == 0 or lines[at - 1].kind != "text":
        return False
    if underline["mark"][0] == "=":
        return True
    alone = at == 1 or lines[at - 2].kind != "text"
    title = lines[at - 1].text
    return alone and len(title) <= _LONGEST and not ends_sentence(title) and "|" not in title


class _Headings(HashHeaderProcessor):
    """As in CommonMark 0.31, 4.2: closing hashes stand behind a space."""

    RE = re.compile(
        r"(?:^|\n)(?P<level>#{1,6})(?=[ \t])(?P<header>(?:\\.|[^\\\n])*?)(?:[ \t]#+)?[ \t]*(?:\n|$)"
    )


class _Levels(Treeprocessor):
    def run(self, root: Element) -> None:
        """Give every heading the level it has below the title, which is the page's ``h1``."""
        headings = [(element, int(m[1])) for element in root.iter() if (m := _level(element))]
        # Who begins with "#" means what another means by "##".
        shift = 1 if any(level == 1 for _, level in headings) else 0
        above = 1
        for element, level in headings:
            above = min(level + shift, above + 1, _LOWEST)
            element.tag = f"h{above}"


def _level(element: Element) -> re.Match[str] | None:
    return _TAG.fullmatch(element.tag) if isinstance(element.tag, str) else None


def extend(md: Markdown) -> None:
    """Replace the ``#`` headings' processor, and level headings once inline text is made."""
    processors = md.parser.blockprocessors
    processors.register(_Headings(md.parser), "hashheader", 70)
    processors.deregister("setextheader", strict=False)
    md.treeprocessors.register(_Levels(md), "bulletin-headings", 15)
