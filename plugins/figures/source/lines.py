"""What a line of the document is: photos, other media, a hand-written figure, or text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from markdown.util import HTML_PLACEHOLDER_RE

from plugins.core.text.expressions import expression
from plugins.figures.media.embeds import find_embed
from plugins.figures.pending import Medium
from plugins.figures.source.bare import media_names, photo_names
from plugins.figures.source.grammar import in_code, is_indented, is_unclosed, is_underline
from plugins.figures.source.images import Image
from plugins.figures.source.raw_html import read_figure, read_photos
from plugins.figures.tree.html_tree import parse_fragment
from plugins.figures.tree.text import without_break

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

    from plugins.core.document import Document
    from plugins.figures.pending import PendingFigure
    from plugins.figures.source.inline import InlineReader

_MARKDOWN_IMAGE = expression(r"!\[[^\[\]\n]*\]\([^()\n]*\)")
_MOST_LINES = 6  # that one image's markup may be broken over


class PhotoLine(NamedTuple):
    """A photo line: its images, how many lines of source it takes, its own caption if HTML.

    ``touches_next`` says that the next block of text stood right under a raw HTML block.
    A line of other media has no images, but ``media``.
    """

    images: list[Image]
    length: int
    caption: Element | None = None
    touches_next: bool = False
    media: tuple[Medium, ...] = ()


class LineReader:
    """Tells photo lines from others, for the document that ``md`` converts."""

    def __init__(self, md: Markdown, inline: InlineReader) -> None:
        self._md = md
        self.inline = inline

    def photos(self, lines: list[str], at: int, *, opens_block: bool) -> PhotoLine | None:
        """Return the photo line that begins at ``lines[at]``, or ``None`` if none does.

        Markup that is indented by a tab is code where it ``opens_block``; a bare name never
        is, for paste indents names.
        """
        line = lines[at]
        raw = self.raw(line)
        if raw is not None:
            return self._raw_photos(raw)
        if at + 1 < len(lines) and is_underline(lines[at + 1]):
            return None
        names = self._bare_names(line)
        if names and not in_code(lines, at):
            return PhotoLine([Image(name, where=line) for name in names], 1)
        if names is None and (media := self._media(line)) and not in_code(lines, at):
            return PhotoLine([], 1, media=media)
        if opens_block and is_indented(line):
            return None
        return self._markup(lines, at)

    def raw(self, block: str) -> str | None:
        """Return the raw HTML that a block stands for, if it is nothing else."""
        match = HTML_PLACEHOLDER_RE.fullmatch(block.strip())
        if match is None:
            return None
        stash = self._md.htmlStash.rawHtmlBlocks
        raw = stash[int(match[1])] if int(match[1]) < len(stash) else None
        return raw if isinstance(raw, str) else None

    def figure(self, block: str) -> PendingFigure | None:
        """Return the pending figure of the hand-written ``<figure>`` that a block consists of."""
        raw = self.raw(block)
        if raw is None or "</figure" not in raw.lower():
            return None
        # Raw HTML is not Markdown, yet nobody who wrote an image there means its letters.
        fragment = parse_fragment(_MARKDOWN_IMAGE.sub(self._as_html, raw))
        if len(fragment) != 1 or fragment[0].tag != "figure" or (fragment[0].tail or "").strip():
            return None
        return read_figure(fragment[0])

    def _as_html(self, match: re.Match[str]) -> str:
        images = self.inline.images(match[0])
        return match[0] if images is None else self.inline.html(match[0])

    def _raw_photos(self, raw: str) -> PhotoLine | None:
        touches_next = not raw.endswith("\n")
        found = read_photos(parse_fragment(raw))
        if found is not None:
            return PhotoLine(found.images, 1, found.caption, touches_next)
        where = raw.strip()
        names = None if "\n" in where else self._bare_names(where)
        images = [Image(name, where=where) for name in names or ()]
        media = () if images or "\n" in where else self._media(where)
        return PhotoLine(images, 1, None, touches_next, media) if images or media else None

    def _markup(self, lines: list[str], at: int) -> PhotoLine | None:
        line = lines[at]
        if "![" not in line and "<" not in line:
            return None
        for length in range(1, min(_MOST_LINES, len(lines) - at) + 1):
            text = "\n".join(lines[at : at + length])
            images = self.inline.images(without_break(text))
            if images:
                if in_code(lines, at):
                    return None
                return PhotoLine([image._replace(where=line) for image in images], length)
            if not is_unclosed(text):
                return None
        return None

    def _bare_names(self, line: str) -> list[str] | None:
        document: Document | None = getattr(self._md, "document", None)
        return None if document is None else photo_names(line, document)

    def _media(self, line: str) -> tuple[Medium, ...]:
        embed = find_embed(without_break(line))
        if embed is not None:
            return (Medium(embed.url, line, embed),)
        document: Document | None = getattr(self._md, "document", None)
        names = None if document is None else media_names(line, document)
        return tuple(Medium(name, line) for name in names or ())
