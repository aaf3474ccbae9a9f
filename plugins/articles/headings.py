"""Headings in an article's body: below the title, without gaps, and never a hashtag."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.treeprocessors import Treeprocessor

_HEADING = re.compile(r"h([1-6])")
_LOWEST = 6


class HeadingExtension(Extension):
    """python-markdown extension."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown's name
        """Replace the ``#`` headings' processor, and level headings once inline text is made."""
        md.parser.blockprocessors.register(_SpacedHeadings(md.parser), "hashheader", 70)
        md.treeprocessors.register(_Levels(md), "bulletin-headings", 15)


class _SpacedHeadings(HashHeaderProcessor):
    """``# Tít`` is a heading and ``#LaoCai`` a hashtag, as in CommonMark 0.31, 4.2."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?=[ \t])(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")


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
    return _HEADING.fullmatch(element.tag) if isinstance(element.tag, str) else None


def makeExtension() -> HeadingExtension:  # noqa: N802 - python-markdown's name
    """Return the extension for python-markdown, which loads it by its dotted name."""
    return HeadingExtension()
