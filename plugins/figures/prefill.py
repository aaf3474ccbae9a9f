"""What photo files say of themselves, for a figure whose editor said nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from plugins.figures.caption import read_caption
from plugins.photos.locate import same_name

if TYPE_CHECKING:
    from plugins.figures.caption import Caption
    from plugins.figures.places import Place
    from plugins.figures.resolve import ArticlePhotos
    from plugins.photos import Photo


@dataclass(frozen=True)
class Prefilled:
    """A figure's caption as it is shown, and of each photo the caption its file gave, or ""."""

    caption: Caption
    captions: Sequence[str]


def prefill(
    caption: Caption,
    photos: Sequence[Photo | None],
    article: ArticlePhotos,
    places: Sequence[Place],
) -> Prefilled:
    """Return ``caption`` with what it lacks taken from the files of ``photos``.

    The caption and the credit (IPTC Photo Metadata Standard: Description; Credit Line and
    Creator) are filled each for itself; whatever is taken is reported, for nobody at the
    newsroom has read it.
    """
    captions = [""] * len(photos)
    if caption.text and caption.credit:
        return Prefilled(caption, captions)
    credited: list[str] = []
    for number, (photo, place) in enumerate(zip(photos, places, strict=True)):
        if photo is None:
            continue
        passport = article.passport(photo)
        if not caption.text and passport.caption:
            captions[number] = " ".join(passport.caption.split())
            article.ask_to_confirm("chú thích", captions[number], photo.name, place)
        name = passport.whom_to_credit
        if not caption.credit and name and same_name(name) not in same_name(caption.text):
            credited.append(name)
            article.ask_to_confirm("tên người chụp", name, photo.name, place)
    if any(captions):
        written = read_caption(_line(text) for text in captions if text)
        caption = replace(written, credit=caption.credit or written.credit)
    if credited and not caption.credit:
        caption = replace(caption, credit=", ".join(dict.fromkeys(credited)))
    return Prefilled(caption, captions)


def _line(text: str) -> Element:
    line = Element("span")
    line.text = text
    return line
