"""A figure of an article, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plugins.photos import Photo


class Figure(NamedTuple):
    """One photo or a gallery, with what stands under it.

    ``caption`` is plain text without the credit, ``""`` if there is none; ``credit`` is
    the bare name (``"Ngọc Bằng"``), without its label and brackets.
    """

    photos: tuple[Photo, ...]
    caption: str
    credit: str | None
