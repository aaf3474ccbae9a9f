"""The last tree processor: figures get their markup, every other image its real address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, STX

from plugins.core.text.expressions import expression
from plugins.figures.render.fill import Filler
from plugins.figures.render.resolve import ArticlePhotos
from plugins.figures.source.inline import restore_html
from plugins.figures.source.leftover import may_be_left, read_pieces, warn_of_leftovers
from plugins.figures.source.raw_html import read_figure
from plugins.figures.tree.html_tree import (
    decode_attributes,
    encode_attributes,
    mark_lines,
    parse_fragment,
)
from plugins.figures.tree.rewrite import rewrite

if TYPE_CHECKING:
    from markdown import Markdown

    from plugins.core.document import Document
    from plugins.figures.config import FigureSettings
    from plugins.figures.pending import PendingFigure

_IMAGE_TAG = expression(r"<(?:img|figure)\b", re.IGNORECASE)


class FigureTreeprocessor(Treeprocessor):
    """Finishes the pending_figures among the tree's figures and resolves all images.

    It runs after every other tree processor, when captions have been parsed and
    escapes are undone. Without a document, images outside figures are left alone.
    """

    def __init__(
        self,
        md: Markdown,
        pending_figures: dict[Element, PendingFigure],
        settings: FigureSettings,
    ) -> None:
        super().__init__(md)
        self._pending = pending_figures
        self._settings = settings
        self._filler = Filler(None, settings)
        self._in_article = False
        self._seen: set[int] = set()

    def run(self, root: Element) -> None:
        """Walk the tree in document order; hand what was found to the document."""
        document: Document | None = getattr(self.md, "document", None)
        self._in_article = document is not None
        self._seen.clear()
        if document is None:
            self._filler = Filler(None, self._settings)
            self._walk(root)
        else:
            photos = ArticlePhotos(document)
            self._filler = Filler(photos, self._settings)
            self._walk(root)
            photos.publish()
            if may_be_left(document):
                pieces = read_pieces(root, self.md.htmlStash.rawHtmlBlocks)
                warn_of_leftovers(pieces, self._filler.locations, document)
        self._pending.clear()

    def _walk(self, root: Element) -> None:
        # A stack of our own: quotes may be nested as deep as Python's stack allows.
        stack: list[Element | str] = [root]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                self._raw(item)
                continue
            stack.append(item.tail or "")
            if item.tag == "figure" and self._figure(item):
                continue
            if item.tag == "img" and self._in_article:
                decode_attributes(item)
                self._filler.set_inline(item)
                encode_attributes(item)
            stack.extend(reversed(item))
            for text in (item.text, *item.attrib.values()):
                self._raw(text or "")

    def _figure(self, element: Element) -> bool:
        """Finish a figure; say whether it is one of photos."""
        pending = self._pending.pop(element, None)
        if pending is None:
            pending = read_figure(parse_fragment(self._html(element))[0])
        else:
            written = {
                id(part): mark_lines(parse_fragment(self._html(part))) for part in pending.written
            }
            pending.parts = [written.get(id(part), part) for part in pending.parts]
        if pending is not None:
            self._filler.fill(element, pending)
        return pending is not None

    def _html(self, element: Element) -> str:
        """Return an element as HTML, raw tags restored, without the text behind it."""
        tail, element.tail = element.tail, None
        html = self.md.serializer(element)
        element.tail = tail
        return restore_html(html, self.md.htmlStash.rawHtmlBlocks)

    def _raw(self, text: str) -> None:
        """Rewrite the raw HTML that ``text`` holds placeholders of."""
        stash = self.md.htmlStash.rawHtmlBlocks
        if not self._in_article or STX not in text:
            return
        for match in HTML_PLACEHOLDER_RE.finditer(text):
            number = int(match[1])
            if number in self._seen or number >= len(stash):
                continue
            self._seen.add(number)
            block: str | Element = stash[number]
            if isinstance(block, str):
                if _IMAGE_TAG.search(block):
                    stash[number] = rewrite(block, self._raw_image, self._raw_figure)
                self._raw(block)
            else:
                self._walk(block)

    def _raw_image(self, image: Element) -> str:
        self._filler.set_inline(image)
        encode_attributes(image)
        return self.md.serializer(image)

    def _raw_figure(self, source: str) -> str | None:
        html = restore_html(source, self.md.htmlStash.rawHtmlBlocks)
        figure = parse_fragment(html)[0]
        pending = read_figure(figure)
        if pending is None:
            return None
        self._filler.fill(figure, pending)
        figure.tail = None
        return self.md.serializer(figure)
