"""What photo files say of themselves, for a figure whose editor said nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

from plugins.figures.captions.caption import read_caption
from plugins.photos import credit_beside

if TYPE_CHECKING:
    from plugins.figures.captions.caption import Caption
    from plugins.figures.render.resolve import ArticlePhotos
    from plugins.figures.source.locations import Location
    from plugins.photos import Photo

_CLOSED = (".", "!", "?", "…", ")", "”", '"')


class Prefilled(NamedTuple):
    """A figure's caption as it is shown, and of each photo the caption its file gave, or ""."""

    caption: Caption
    captions: Sequence[str]


def prefill(
    caption: Caption,
    photos: Sequence[Photo | None],
    article: ArticlePhotos,
    locations: Sequence[Location],
) -> Prefilled:
    """Return ``caption`` with what it lacks taken from the files of ``photos``.

    The caption and the credit (IPTC Photo Metadata Standard: Description; Credit Line and
    Creator) are filled each for itself; whatever is taken is reported, for nobody at the
    newsroom has read it.
    """
    captions = [""] * len(photos)
    if caption.text and caption.credit:
        return Prefilled(caption, captions)
    embedded_of = [photo and article.embedded(photo) for photo in photos]
    if not caption.text:
        captions = [embedded.caption if embedded else "" for embedded in embedded_of]
        caption = _with_text(caption, captions)
    names = [""] * len(photos)
    if not caption.credit:
        names = [credit_beside(caption.text, each) if each else "" for each in embedded_of]
        caption = caption._replace(credit=", ".join(dict.fromkeys(filter(None, names))) or None)
    for photo, location, text, name in zip(photos, locations, captions, names, strict=True):
        for what, taken in (("chú thích", text), ("tên người chụp", name)):
            if photo and taken:
                article.ask_to_confirm(what, taken, photo.name, location)
    return Prefilled(caption, captions)


def _with_text(caption: Caption, texts: Sequence[str]) -> Caption:
    """Return ``caption`` with the files' ``texts`` as its own, a credit in them found."""
    different = list(dict.fromkeys(filter(None, texts)))
    if not different:
        return caption
    closed = [text if text.endswith(_CLOSED) else f"{text}." for text in different[:-1]]
    written = read_caption(_line(text) for text in (*closed, different[-1]))
    return written._replace(credit=caption.credit or written.credit, linked=caption.linked)


def _line(text: str) -> Element:
    line = Element("span")
    line.text = text
    return line
