"""Images as an editor wrote them, read from HTML that holds nothing else."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from plugins.figures.tree.text import is_blank
from plugins.photos.inspect.formats import is_photo_name
from plugins.photos.plan.locate import is_elsewhere

# What may stand round an image without saying anything.
_WRAPPERS = frozenset(
    "p div center span font em strong b i u big small picture".split()  # noqa: SIM905 - a list would take a screen
)
_NOTHING = frozenset({"br", "source"})


class Image(NamedTuple):
    """One image: where the editor says it is, and what he says about it.

    ``alt`` and ``title`` are plain text, ``""`` if there is none; ``link`` is the
    editor's own link round the image, with its ``link_title``; ``where`` is the line of
    source it stands on, as far as known.
    """

    src: str
    alt: str = ""
    title: str = ""
    link: str | None = None
    link_title: str = ""
    where: str = ""


# Where pasted pages keep the address of a photo that scripts load later.
_LATE_SOURCES = ("data-src", "data-original", "data-lazy-src")


def _source(element: Element) -> str:
    src = element.get("src", "").strip()
    if not src or src.startswith("data:"):
        return next((late for name in _LATE_SOURCES if (late := element.get(name))), src).strip()
    return src


def image_of(element: Element, anchor: Element | None = None) -> Image:
    """Return the image that an ``img`` element (inside ``anchor``) stands for."""
    return Image(
        src=_source(element),
        alt=" ".join(element.get("alt", "").split()),
        title=" ".join(element.get("title", "").split()),
        link=None if anchor is None else anchor.get("href", "").strip() or None,
        link_title="" if anchor is None else anchor.get("title", "").strip(),
    )


def leads_to_photo(image: Image) -> bool:
    """Say whether an image is linked to a photo of this site, such as its larger self."""
    link = image.link
    return link is not None and is_photo_name(link) and not is_elsewhere(link)


def _is_wrapper(element: Element) -> bool:
    # Word's own tags have a prefix: <o:p>.
    return element.tag in _WRAPPERS or ":" in element.tag


def only_text(element: Element) -> str | None:
    """Return the text in ``<b><i>…</i></b>`` and its like, if it is all that ``element`` holds."""
    while len(element) == 1 and _is_wrapper(element[0]):
        if not is_blank(element.text or "") or not is_blank(element[0].tail or ""):
            return None
        element = element[0]
    return None if len(element) else element.text or ""


def only_images(element: Element, anchor: Element | None = None) -> list[Image] | None:
    """Return the images in ``element`` if it shows nothing else, otherwise ``None``.

    An empty list means that nothing can be seen at all.
    """
    if not is_blank(element.text or ""):
        return None
    found: list[Image] = []
    for child in element:
        if child.tag == "img" and _source(child):
            found.append(image_of(child, anchor))
        elif _is_wrapper(child) or (child.tag == "a" and anchor is None):
            inner = only_images(child, child if child.tag == "a" else anchor)
            if inner is None:
                return None
            found += inner
        elif child.tag not in _NOTHING:
            return None
        if not is_blank(child.tail or ""):
            return None
    return found
