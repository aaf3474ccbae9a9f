"""What the figures of an article show, as data."""

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


class Film(NamedTuple):
    """A film: its address and that of the picture that stands for it until it plays, ``""`` if
    there is none, both relative to the site's root; a film elsewhere has a whole address and no
    picture. ``title`` is its caption, plain text, ``""`` if it has none of its own."""

    url: str
    poster: str
    title: str
