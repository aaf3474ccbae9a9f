"""Read a piece of inline Markdown for what it means, outside the document it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, STX

from plugins.core.text import paragraphs
from plugins.core.text.expressions import expression
from plugins.figures.source.brackets import quicken
from plugins.figures.source.images import Image, only_images
from plugins.figures.tree.html_tree import parse_fragment, plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARKUP = expression(r"[*_`\[<\\&]")
# Sizes and classes behind an image, as Pandoc writes them when it converts from Word.
_ATTRIBUTES = expression(
    r"""(?<=[)\]])\{:?(?:\s|[.#][\w-]+|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[\w.%-]+))*\}"""
)


def restore_html(text: str, blocks: list[str | Element]) -> str:
    """Return serialized ``text`` with python-markdown's placeholders replaced by raw HTML."""

    def raw(match: re.Match[str]) -> str:
        block = blocks[int(match[1])] if int(match[1]) < len(blocks) else ""
        return restore_html(block, blocks) if isinstance(block, str) else ""

    return HTML_PLACEHOLDER_RE.sub(raw, text).replace(AMP_SUBSTITUTE, "&")


class InlineReader:
    """Reads inline Markdown exactly as python-markdown does, by asking python-markdown.

    Its own instance is used, so that reading a line twice leaves no trace (a counted
    footnote, a stashed tag) in the document. ``escaped`` are the characters a backslash
    escapes there.
    """

    def __init__(self, escaped: list[str]) -> None:
        self._markdown = Markdown()
        self._markdown.ESCAPED_CHARS = escaped
        quicken(self._markdown)
        self._references: Mapping[str, tuple[str, str | None]] = {}
        self._images: dict[str, list[Image] | None] = {}

    def begin(self, references: Mapping[str, tuple[str, str | None]]) -> None:
        """Begin a document with these link definitions."""
        self._references = references
        self._images.clear()

    def tree(self, text: str) -> Element:
        """Return a fragment with the elements that ``text`` makes, holding plain text."""
        return parse_fragment(self.html(text))

    def plain(self, text: str) -> str:
        """Return ``text`` as it is read, without its markup."""
        return plain_text(self.tree(text)) if _MARKUP.search(text) else " ".join(text.split())

    def images(self, text: str) -> list[Image] | None:
        """Return the images in ``text`` if it holds at least one and nothing else."""
        if STX in text or paragraphs.is_none(text):
            return None
        if text not in self._images:  # a line is asked for several times
            found = only_images(self.tree(_ATTRIBUTES.sub("", text))) or []
            images = [image._replace(alt=self.plain(image.alt)) for image in found]
            self._images[text] = images or None
        return self._images[text]

    def html(self, text: str) -> str:
        """Return the HTML that ``text`` makes as a paragraph, raw tags in it included."""
        markdown = self._markdown
        markdown.reset()
        markdown.references.update(self._references)  # type: ignore[arg-type] # the stubs want a title
        root = Element("div")
        SubElement(root, "p").text = text
        for name in ("inline", "unescape"):
            markdown.treeprocessors[name].run(root)
        return restore_html(markdown.serializer(root[0]), markdown.htmlStash.rawHtmlBlocks)
