"""The block processor: photo lines and their captions become figures in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import SubElement

from markdown.blockprocessors import BlockProcessor

from plugins.figures.source.bare import may_be_media
from plugins.figures.source.gather import Gatherer
from plugins.figures.source.grammar import is_indented
from plugins.figures.source.images import leads_to_photo
from plugins.figures.source.raw_html import text_of_wrapper
from plugins.figures.tree.html_tree import parse_fragment
from plugins.figures.tree.text import block_of, is_blank, paragraphs, pieces, without_break

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown.blockparser import BlockParser

    from plugins.figures.pending import PendingFigure
    from plugins.figures.source.lines import LineReader


class FigureProcessor(BlockProcessor):
    """Takes photo lines and the captions that belong to them out of the document's root.

    It stands before code, tables, headings, lists and quotes, but below what belongs
    to a list already. A block that one of those claims is left to it: what it does not use
    comes back as a block of its own.
    """

    def __init__(
        self, parser: BlockParser, reader: LineReader, pending_figures: dict[Element, PendingFigure]
    ) -> None:
        super().__init__(parser)
        self._reader = reader
        self._gatherer = Gatherer(reader)
        self._pending = pending_figures
        self._without_photo = ""

    def test(self, parent: Element, block: str) -> bool:
        """Say, cheaply, whether a block at the document's root may hold a photo."""
        if parent is not getattr(self.parser, "root", None):
            return False
        return self._may_hold_photo(block) or (is_indented(block) and is_blank(block))

    def _may_hold_photo(self, block: str) -> bool:
        # Who takes a heading off a block gives the rest back: after each of a thousand headings,
        # all the lines below it.
        if self._without_photo.endswith(f"\n{block}"):
            return False
        if any(map(_may_be_photo, block.split("\n"))):
            return True
        self._without_photo = block
        return False

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Take the first figure of ``blocks[0]``, or return ``False`` if there is none."""
        parts = pieces(blocks[0])
        if not parts:
            return self._gatherer.photo_ahead(blocks)
        firsts = [self._first_photo(part.split("\n")) for part in parts]
        if parts != [blocks[0]]:
            if all(first is None for first in firsts):
                return False
            blocks[:1] = parts
            return True
        if firsts[0] is None:
            return self._raw(parent, blocks)
        if firsts[0] > 0:
            return self._divide(parent, blocks, firsts[0])
        self._append(parent, self._gatherer.take(blocks))
        return True

    def _raw(self, parent: Element, blocks: list[str]) -> bool:
        """Take a hand-written figure, or open a wrapper round a Markdown photo line."""
        pending = self._reader.figure(blocks[0])
        if pending is not None:
            del blocks[0]
            self._append(parent, pending)
            return True
        raw = self._reader.raw(blocks[0])
        text = None if raw is None else text_of_wrapper(parse_fragment(raw))
        parts = paragraphs((text or "").split("\n"))
        if not parts or not self._reader.photos(parts[0], 0, opens_block=False):
            return False
        blocks[:1] = map(block_of, parts)
        return True

    def _divide(self, parent: Element, blocks: list[str], first: int) -> bool:
        """Make the text above a photo line a block of its own if it is a plain paragraph."""
        if self._is_claimed(parent, blocks[0]):
            return False
        lines = blocks[0].split("\n")
        above = [*lines[: first - 1], without_break(lines[first - 1])]
        blocks[:1] = ["\n".join(above), block_of(lines[first:])]
        return True

    def _is_claimed(self, parent: Element, block: str) -> bool:
        """Say whether another processor takes the block (those that take any block aside)."""
        return any(
            processor is not self
            and not processor.test(parent, "x")
            and processor.test(parent, block)
            for processor in self.parser.blockprocessors
        )

    def _first_photo(self, lines: list[str]) -> int | None:
        for at, line in enumerate(lines):
            if _may_be_photo(line) and self._reader.photos(lines, at, opens_block=at == 0):
                return at
        return None

    def _append(self, parent: Element, pending: PendingFigure) -> None:
        """Add a figure with what other processors have to see: links and Markdown."""
        figure = SubElement(parent, "figure")
        pending.anchors = [
            SubElement(figure, "a", {"href": image.link})
            if image.link and not leads_to_photo(image)
            else None
            for image in pending.images
        ]
        figure.extend(pending.written)
        self._pending[figure] = pending


def _may_be_photo(line: str) -> bool:
    return may_be_media(line) or "\x02wzxhzdk:" in line
