"""The photos of an article with what stands under each, for whoever shows them without its text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from plugins.core.article import Article
from plugins.figures import Figure
from plugins.photos import Photo


class CaptionedPhoto(NamedTuple):
    """A photo, its caption in plain text and its photographer's name, each ``""`` if unknown."""

    photo: Photo
    caption: str
    credit: str


def captioned_photos(article: Article, figures: Iterable[Figure]) -> list[CaptionedPhoto]:
    """Return the lead photo and those of the ``figures`` in an article's body, each once.

    A gallery's caption is that of each of its photos; a lead photo that no figure shows has what
    its own file says.
    """
    shown: dict[Path, CaptionedPhoto] = {}
    for figure in figures:
        for photo in figure.photos:
            told = CaptionedPhoto(photo, figure.caption, figure.credit or "")
            shown.setdefault(photo.source, told)
    if (lead := article.lead_photo) is None:
        return list(shown.values())
    own = CaptionedPhoto(lead, lead.caption, lead.credit)
    # The same photo in the text lacks the crops that only a lead photo has.
    first = shown.pop(lead.source, own)._replace(photo=lead)
    return [first, *shown.values()]
