"""The photos and films of an article (schema.org: ImageObject, VideoObject)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from plugins.core.dates.date import format_iso
from plugins.figures import Film
from plugins.metadata.captions import CaptionedPhoto
from plugins.metadata.structured.parties import creators
from plugins.photos import Derivative


def images(photos: Iterable[CaptionedPhoto], site_url: str) -> list[dict[str, Any]]:
    """Return the pictures of an article: of its lead photo the three ratios that Google asks for,
    then each photo whole."""
    photos = list(photos)
    return [*_crops(photos, site_url), *(_image(one, one.photo.large, site_url) for one in photos)]


def _crops(photos: list[CaptionedPhoto], site_url: str) -> Iterator[dict[str, Any]]:
    for one in photos[:1]:
        yield from (_image(one, crop, site_url) for crop in one.photo.ratios)


def _image(one: CaptionedPhoto, picture: Derivative, site_url: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "@type": "ImageObject",
        "url": f"{site_url}/{picture.url}",
        "width": picture.width,
        "height": picture.height,
    }
    if one.caption:
        told["caption"] = one.caption
    if one.credit:
        told["creditText"] = one.credit
        if made_by := creators(one.credit):
            told["creator"] = made_by
    return told


def videos(films: Iterable[Film], published: datetime, site_url: str) -> list[dict[str, Any]]:
    """Return the films of an article that came out at the moment ``published``.

    Google asks for a name, a picture and the day of upload: a film without a caption or a picture
    is left out, and so are films on other sites, of which nobody here knows the day.
    """
    return [
        {
            "@type": "VideoObject",
            "name": film.title,
            "thumbnailUrl": f"{site_url}/{film.poster}",
            "uploadDate": format_iso(published),
            "contentUrl": f"{site_url}/{film.url}",
        }
        for film in films
        if film.title and film.poster
    ]
