"""A photo's address: a pure function of its name and its content."""

from __future__ import annotations

from pathlib import PurePosixPath

from plugins.articles.slugs import slugify

_LONGEST_SLUG = 80  # file systems stop at 255 bytes, and people long before


def photo_address(name: str, digest: str) -> str:
    """Return ``anh/<slug>-<hash>.<extension>`` for a file called ``name``.

    ``digest`` is the hexadecimal SHA-256 of the content; its first eight digits make
    the address change with the content, so that it can be cached for ever.
    """
    return f"anh/{photo_slug(name)}-{digest[:8]}{PurePosixPath(name).suffix.lower()}"


def photo_slug(name: str) -> str:
    """Return what stands for the file name ``name``, without its extension, in addresses.

    A name without any letter or digit that ASCII knows is called ``anh``.
    """
    return slugify(PurePosixPath(name).stem)[:_LONGEST_SLUG].strip("-") or "anh"
