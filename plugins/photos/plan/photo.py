"""A photo of an article, with the pictures that pages show of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from plugins.photos.model import Facts
from plugins.photos.plan.derivatives import Derivative
from plugins.photos.plan.layout import PHONE, PHONE_BANNER, Place, sizes
from plugins.photos.plan.picture import Phone, Picture, crop, picture


class Photo(NamedTuple):
    """One photo as it is published.

    ``source`` is the absolute file, ``name`` the path as the editor wrote it, and ``line``
    the line of the article that uses it. ``alt`` is plain text. ``made`` is the plan of its
    derivatives. ``caption`` and ``credit`` are what the file itself says, where nothing in
    the article does.
    """

    source: Path
    name: str
    alt: str
    facts: Facts
    made: tuple[Derivative, ...]
    line: int | None = None
    caption: str = ""
    credit: str = ""

    @property
    def width(self) -> int:
        """Pixels of the upright picture."""
        return self.facts.width

    @property
    def height(self) -> int:
        """Pixels of the upright picture."""
        return self.facts.height

    @property
    def url(self) -> str:
        """Where a click leads: the large view, relative to the site's root."""
        return self.large.url

    @property
    def large(self) -> Derivative:
        """The whole photo, as large as it is published."""
        return next(each for each in self.made if each.purpose == "large")

    @property
    def share(self) -> Derivative | None:
        """The crop for link previews, if the photo leads an article."""
        return next(iter(crop(self.made, "share")), None)

    @property
    def ratios(self) -> tuple[Derivative, ...]:
        """The crops for structured data, if the photo leads an article."""
        return crop(self.made, "ratio")

    def picture(self, place: Place, root: str) -> Picture:
        """Return what stands at a ``place`` of a page; ``root`` goes before every address."""
        ratio = self.width / self.height
        media, widest = PHONE
        is_banner = place == "banner"
        phone = Phone(media, PHONE_BANNER if is_banner else widest, sizes(place, ratio, phone=True))
        return picture(self.made, sizes(place, ratio), root=root, phone=phone, plainly=is_banner)

    def thumb(self, place: Place, root: str) -> Picture:
        """Return the crop that stands there, for a photo that leads an article."""
        thumbs = crop(self.made, "thumb")
        ratio = thumbs[-1].width / thumbs[-1].height
        return picture(self.made, sizes(place, ratio), root=root, purpose="thumb")
