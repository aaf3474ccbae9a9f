"""Raw HTML blocks that mean a photo line, a caption or a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

from plugins.figures.captions.alt import is_automatic
from plugins.figures.pending import PendingFigure
from plugins.figures.source.images import Image, image_of, only_images
from plugins.figures.tree.html_tree import append_content, append_text, plain_text
from plugins.figures.tree.text import LINE_END, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = frozenset({"p", "div", "center"})
_PHRASING = frozenset(
    (  # noqa: SIM905 - a list would take a screen
        "a abbr b bdi big br cite code del em font i ins kbd mark q s small span strong sub "
        "sup time u"
    ).split()
)
# A figure that shows one of these is about it, not about photos.
_OTHER_FIGURES = ("table", "video", "audio", "iframe", "pre", "blockquote", "svg", "object", "ul")


class RawPhotos(NamedTuple):
    """The images of a raw block, and the caption below them in the same paragraph."""

    images: list[Image]
    caption: Element | None


def read_photos(fragment: Element) -> RawPhotos | None:
    """Return the images of a block like ``<p align="center"><img src="a.jpg"></p>``.

    Text after a line break in the same paragraph is their caption. ``None`` if the block
    shows anything else.
    """
    images = only_images(fragment)
    if images is not None:
        return RawPhotos(images, None) if images else None
    paragraph = _paragraph(fragment)
    lines = [] if paragraph is None else _lines(paragraph)
    images = []
    while lines and (shown := only_images(lines[0])) is not None:
        images += shown
        del lines[0]
    if not images or any(line.find(".//img") is not None for line in lines):
        return None
    caption = Element("span")
    for line in lines:
        append_content(caption, line)
        append_text(caption, LINE_END)
    return RawPhotos(images, caption)


def read_paragraph(fragment: Element) -> Element | None:
    """Return the content of a block that is one paragraph of text without images."""
    paragraph = _paragraph(fragment)
    if paragraph is None or paragraph.find(".//img") is not None:
        return None
    return paragraph if plain_text(paragraph) else None


def is_empty(fragment: Element) -> bool:
    """Say whether a block shows and marks nothing, like ``<p>&nbsp;</p>`` or a comment."""
    marked = any(each.get("id") or each.get("name") for each in fragment.iter())
    return not marked and only_images(fragment) == []


def text_of_wrapper(fragment: Element) -> str | None:
    """Return the text in ``<center>…</center>`` and its like, if text is all that it holds."""
    if not is_blank(fragment.text or "") or len(fragment) != 1:
        return None
    wrapper = fragment[0]
    if wrapper.tag not in _BLOCKS or len(wrapper) or not is_blank(wrapper.tail or ""):
        return None
    return wrapper.text or ""


def read_figure(element: Element) -> PendingFigure | None:
    """Return the pending figure that a hand-written ``figure`` element means, or ``None`` if none.

    Images may be wrapped and linked; every ``figcaption`` is caption, and so is text
    that stands loose in the figure; where there is neither, the images' titles are. A
    figure of something else than photos is none.
    """
    if any(element.find(f".//{tag}") is not None for tag in _OTHER_FIGURES):
        return None
    identity = {name: value for name, value in element.items() if name in {"id", "lang"}}
    pending = PendingFigure(explained=True, identity=identity)
    loose = Element("span")
    captions: list[Element] = []
    for kind, item, anchor in _figure_items(element, None):
        if kind == "image":
            pending.images.append(image_of(item, anchor))
        elif kind == "caption":
            captions.append(item)
        else:
            append_text(loose, " ")
            append_text(loose, item.text or "")
    if not pending.images:
        return None
    pending.parts = [part for part in (loose, *captions) if plain_text(part) or len(part)]
    if not pending.parts:
        pending.parts = [
            _text(image.title)
            for image in pending.images
            if image.title and not is_automatic(image.title, image.src)
        ]
    return pending


def _figure_items(
    element: Element, anchor: Element | None
) -> Iterator[tuple[str, Element, Element | None]]:
    yield from _loose(element.text)
    for child in element:
        if child.tag == "img":
            yield "image", child, anchor
        elif child.tag == "figcaption":
            yield "caption", child, None
        else:
            yield from _figure_items(child, child if child.tag == "a" else anchor)
        yield from _loose(child.tail)


def _loose(text: str | None) -> Iterator[tuple[str, Element, None]]:
    if text and not is_blank(text):
        yield "text", _text(text), None


def _text(text: str) -> Element:
    piece = Element("span")
    piece.text = text
    return piece


def _paragraph(fragment: Element) -> Element | None:
    """Return the one block in ``fragment`` that holds nothing but inline content."""
    element = fragment
    while len(element) == 1 and element[0].tag in _BLOCKS:
        if not is_blank(element.text or "") or not is_blank(element[0].tail or ""):
            return None
        element = element[0]
    if element is fragment:
        return None
    content = list(element.iter())[1:]
    # Word's own tags have a prefix: <o:p>.
    inline = all(each.tag in _PHRASING or each.tag == "img" or ":" in each.tag for each in content)
    return element if inline else None


def _lines(paragraph: Element) -> list[Element]:
    """Divide the content of a paragraph at its line breaks."""
    lines = [Element("fragment")]
    lines[0].text = paragraph.text
    for child in paragraph:
        if child.tag == "br":
            lines.append(Element("fragment"))
            lines[-1].text = child.tail
        else:
            lines[-1].append(child)
    return lines
