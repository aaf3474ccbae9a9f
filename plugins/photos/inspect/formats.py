"""Which file names are names of photos."""

from __future__ import annotations

import re

from plugins.core.text.expressions import expression

PUBLISHED = ("jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp", "avif", "heic", "heif")
"""Extensions of the photos that derivatives are made of."""

UNSHOWABLE = ("tif", "tiff", "bmp", "cr2", "cr3", "nef", "arw", "dng")
"""Extensions of photos that are not taken: the editor has to save them again."""

DRAWN = ("svg", "svgz")
"""Extensions of drawings that browsers show, but that may hold scripts."""

READ_FORMATS = {
    "JPEG": "jpg",
    "MPO": "jpg",
    "PNG": "png",
    "GIF": "gif",
    "WEBP": "webp",
    "AVIF": "avif",
    "HEIF": "heic",
}
"""Pillow's names of the formats that are taken, whatever the file is called, each with the
extension that such a file should have."""

EXTENSIONS = "|".join(PUBLISHED + UNSHOWABLE + DRAWN)
"""All of them as a regular expression, to be used without regard to letter case."""

_PHOTO_NAME = expression(rf"[^/\\]\.(?:{EXTENSIONS})$", re.IGNORECASE)


def is_photo_name(name: str) -> bool:
    """Say whether ``name`` ends like the name of a photo (``.jpg``, ``.HEIC``…)."""
    return _PHOTO_NAME.search(name) is not None


def extension(name: str) -> str:
    """Return the lower-case extension of a file name without its dot, or ``""``."""
    return name.rpartition(".")[2].lower() if "." in name else ""
