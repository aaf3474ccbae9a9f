"""Gather what belongs to one figure from the blocks of a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from plugins.core.text.expressions import expression
from plugins.figures.captions.alt import is_automatic
from plugins.figures.captions.caption import is_all_italic, read_caption
from plugins.figures.captions.credit import begins_with_credit, find_credit
from plugins.figures.pending import PendingFigure
from plugins.figures.source.grammar import begins_block, is_attributes, is_dash_caption, is_indented
from plugins.figures.source.raw_html import is_empty, read_paragraph
from plugins.figures.tree.html_tree import mark_lines, parse_fragment, plain_text
from plugins.figures.tree.text import block_of, is_blank, pieces, visible, without_break

if TYPE_CHECKING:
    from plugins.figures.source.lines import LineReader, PhotoLine

# Marks, tags or a credit's label: what else begins a paragraph is body, without a closer look.
_MAYBE_CAPTION = expression(r"[*_<]|\W*(?:ảnh|nguồn|photo)", re.IGNORECASE)


class Gatherer:
    """Takes photo lines and their captions from a list of blocks, as ``reader`` reads them.

    Blocks are strings that python-markdown has divided at its own blank lines. What is
    taken leaves the list, what is left of a block stays as a block.
    """

    def __init__(self, reader: LineReader) -> None:
        self._reader = reader

    def take(self, blocks: list[str]) -> PendingFigure:
        """Take the figure that begins with the first line of ``blocks[0]``, and its caption."""
        pending = PendingFigure()
        lines = blocks.pop(0).split("\n")
        opens_block = True
        while lines and not pending.captioned:
            found = self._reader.photos(lines, 0, opens_block=opens_block)
            if found is None or pending.media or (pending.images and found.media):
                break
            _add(pending, found)
            lines, opens_block = lines[found.length :], False
            if not lines and found.touches_next and blocks and not self._reader.raw(blocks[0]):
                lines = _first_paragraph(blocks)
            elif not (lines or pending.media or pending.captioned) and self.photo_ahead(blocks):
                lines, opens_block = blocks.pop(0).split("\n"), True
        # A line behind a dash is caption right under a photo only.
        first = int(not pending.captioned and is_dash_caption([*lines, *blocks[:1]]))
        length = first + self._text_length(lines[first:])
        if text := _joined(lines[:length]):
            pending.add_markdown(text)
            pending.explained = True
        if lines[length:]:
            blocks.insert(0, block_of(lines[length:]))
        else:
            self._take_late_caption(pending, blocks)
        return pending

    def photo_ahead(self, blocks: list[str]) -> bool:
        """Bring a photo line that follows after blank lines only to the front of ``blocks``."""
        at = self._next(blocks)
        if at is None:
            return False
        first, *rest = pieces(blocks[at])
        if not self._reader.photos(first.split("\n"), 0, opens_block=True):
            return False
        blocks[: at + 1] = [first, *rest]
        return True

    def _text_length(self, lines: list[str]) -> int:
        """Return how many lines, from the first on, are text and nothing else."""
        for at in range(len(lines)):
            if begins_block(lines, at) or self._reader.photos(lines, at, opens_block=False):
                return at
        return len(lines)

    def _take_late_caption(self, pending: PendingFigure, blocks: list[str]) -> None:
        """Take the next paragraph as caption if it is all italic or begins with a credit."""
        while blocks and all(is_blank(line) for line in blocks[0].split("\n")):
            del blocks[0]  # white space that is no blank line to Markdown would become code
        at = self._next(blocks)
        if at is None:
            return
        raw = self._reader.raw(blocks[at])
        if raw is not None:
            paragraph = read_paragraph(parse_fragment(raw))
            if paragraph is not None and self._belongs(pending, paragraph):
                pending.parts.append(paragraph)
                del blocks[: at + 1]
                self._take_late_credit(pending, blocks)
            return
        first, *rest = pieces(blocks[at])
        lines = first.split("\n")
        length = 0 if is_indented(first) else self._text_length(lines)
        text = _joined(lines[:length])
        may_be = _MAYBE_CAPTION.match(visible(text)) is not None
        if may_be and self._belongs(pending, mark_lines(self._reader.inline.tree(text))):
            pending.add_markdown(text)
            left = [block_of(lines[length:])] if lines[length:] else []
            blocks[: at + 1] = [*left, *rest]
            self._take_late_credit(pending, blocks)

    def _take_late_credit(self, pending: PendingFigure, blocks: list[str]) -> None:
        """Take a credit in a paragraph of its own under a caption that stands so, too."""
        if not pending.explained:
            pending.explained = True
            self._take_late_caption(pending, blocks)

    def _belongs(self, pending: PendingFigure, paragraph: Element) -> bool:
        """Say whether a paragraph after a blank line is caption."""
        text = visible(plain_text(paragraph))
        if not pending.explained:
            return is_all_italic(paragraph) or begins_with_credit(text)
        # A caption stands there already: only the photographer's name can be missing.
        caption = read_caption([paragraph])
        if caption.credit is None or caption.text:
            return False
        said = (line for part in pending.parts for line in "".join(part.itertext()).split("\n"))
        return all(find_credit(visible(self._reader.inline.plain(line))) is None for line in said)

    def _next(self, blocks: list[str]) -> int | None:
        """Return which of ``blocks`` is the first that shows something."""
        return next((at for at, block in enumerate(blocks) if not self._is_blank(block)), None)

    def _is_blank(self, block: str) -> bool:
        if all(is_blank(line) for line in block.split("\n")):
            return True
        raw = self._reader.raw(block)
        return raw is not None and is_empty(parse_fragment(raw))


def _add(pending: PendingFigure, found: PhotoLine) -> None:
    """Add a photo line with the titles of its images, which are captions."""
    pending.images += found.images
    pending.media += found.media
    for image in found.images:
        if image.title and not is_automatic(image.title, image.src):
            pending.add_markdown(image.title)
    if found.caption is not None and plain_text(found.caption):
        pending.parts.append(found.caption)
        pending.explained = True


def _first_paragraph(blocks: list[str]) -> list[str]:
    """Take the first paragraph of ``blocks[0]``."""
    first, *rest = pieces(blocks[0]) or [""]
    blocks[:1] = rest
    return first.split("\n") if first else []


def _joined(lines: list[str]) -> str:
    """Return the lines of a caption without layout; braces alone are what somebody wrote."""
    said = [line for line in lines if not is_attributes(line)] or lines
    return "\n".join(without_break(line).strip() for line in said)
