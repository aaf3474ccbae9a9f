"""A photo's address: a pure function of its name and its content."""

from __future__ import annotations

from pathlib import PurePosixPath

from plugins.core.text.slugs import slugify

_LONGEST_SLUG = 80  # file systems stop at 255 bytes, and people long before


def photo_slug(name: str) -> str:
    """Return what stands for the file name ``name``, without its extension, in addresses.

    A name without any letter or digit that ASCII knows is called ``anh``.
    """
    return slugify(PurePosixPath(name).stem)[:_LONGEST_SLUG].strip("-") or "anh"
