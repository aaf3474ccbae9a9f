"""What styles say of paragraphs and runs: what a paragraph is, and how its letters look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element

from plugins.core.text.slugs import slugify
from plugins.desk.word.names import W, is_on, value

Role = Literal["text", "title", "summary", "heading", "caption", "quote", "item"]
"""What a paragraph is by its style (``item``: by its numbering)."""

_ROLES: tuple[tuple[str, Role], ...] = (
    (r"title|tieu-de|tit|tit-bai|tieu-de-bai", "title"),
    (r"subtitle|sapo|sa-po|tom-tat|summary|abstract|lead|chapeau", "summary"),
    (r"caption|chu-thich(?:-anh)?|figure-caption|image-caption", "caption"),
    (r"(?:intense-|block-)?quote|trich-dan|block-text", "quote"),
)
_USUAL_SIZE = 20
_HEADING = re.compile(r"(?:heading|tieu-de|muc)-([1-6])")


class Look(NamedTuple):
    """How a run's letters look, if they are not ``hidden``."""

    bold: bool
    italic: bool
    struck: bool
    raised: str
    font: str | None
    hidden: bool


class Styles:
    """The styles of a document; ``root`` is its part of them, if it has one."""

    def __init__(self, root: Element | None) -> None:
        every = () if root is None else root.findall(f"{W}style")
        self._by_id = {each.get(f"{W}styleId", ""): each for each in every}
        self._default = next(
            (
                key
                for key, each in self._by_id.items()
                if value(each, "type") == "paragraph" and value(each, "default") in ("1", "true")
            ),
            None,
        )
        run = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._document = [] if run is None else [run]

    def chain(self, style: str | None) -> Iterator[Element]:
        """Yield a style and those that it is based on."""
        seen: set[str] = set()
        while style and style not in seen and style in self._by_id:
            seen.add(style)
            yield self._by_id[style]
            style = value(self._by_id[style].find(f"{W}basedOn"))

    def properties(self, paragraph: Element | None) -> list[Element]:
        """Return the ``w:pPr`` that hold for a paragraph, the nearest first."""
        own = [] if paragraph is None else [paragraph]
        styles = self.chain(self._style(paragraph))
        return [*own, *(found for each in styles if (found := each.find(f"{W}pPr")) is not None)]

    def _style(self, paragraph: Element | None) -> str | None:
        said = None if paragraph is None else value(paragraph.find(f"{W}pStyle"))
        return said if said in self._by_id else self._default

    def role(self, paragraph: Element | None) -> tuple[Role, int]:
        """Return what a paragraph is, and of a heading its level, from 1."""
        for style in self.chain(self._style(paragraph)):
            name = slugify(value(style.find(f"{W}name")) or "")
            for pattern, role in _ROLES:
                if re.fullmatch(pattern, name):
                    return role, 0
            if match := _HEADING.fullmatch(name):
                return "heading", int(match[1])
        for each in self.properties(paragraph):
            level = value(each.find(f"{W}outlineLvl"))
            if level and level.isdecimal():
                return ("heading", int(level) + 1) if int(level) < 6 else ("text", 0)
        return "text", 0

    def alignment(self, paragraph: Element | None) -> str:
        """Return ``center``, ``right`` or ``""``."""
        for each in self.properties(paragraph):
            if said := value(each.find(f"{W}jc")):
                return {"center": "center", "right": "right", "end": "right"}.get(said, "")
        return ""

    def size(self, run: Element | None, paragraph: Element | None) -> int:
        """Return the size of a run's letters in half points (ECMA-376, 17.3.2.38)."""
        sizes = (value(each.find(f"{W}sz")) or "" for each in self._said(run, paragraph))
        return next((int(said) for said in sizes if said.isdecimal()), _USUAL_SIZE)

    def _said(self, run: Element | None, paragraph: Element | None) -> list[Element]:
        """Return the ``w:rPr`` that hold for a run, the nearest first."""
        chains = (
            self.chain(None if run is None else value(run.find(f"{W}rStyle"))),
            self.chain(self._style(paragraph)),
        )
        styled = [each.find(f"{W}rPr") for chain in chains for each in chain]
        return [each for each in (run, *styled, *self._document) if each is not None]

    def look(self, run: Element | None, paragraph: Element | None) -> Look:
        """Return how a run looks, by what it says itself, its style, and its paragraph's."""
        said = self._said(run, paragraph)

        def switch(name: str) -> bool:
            return next(
                (on for each in said if (on := is_on(each.find(f"{W}{name}"))) is not None), False
            )

        raised = next((v for each in said if (v := value(each.find(f"{W}vertAlign")))), "")
        return Look(
            switch("b"),
            switch("i"),
            switch("strike") or switch("dstrike"),
            raised,
            _font(said),
            switch("vanish"),
        )


def _font(said: list[Element]) -> str | None:
    for each in said:
        fonts = each.find(f"{W}rFonts")
        if found := value(fonts, "ascii") or value(fonts, "hAnsi"):
            return found
    return None
