"""Settings of the photos (``PHOTOS`` in ``pelicanconf.py``)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.core.errors import SettingsError
from plugins.core.settings import check_least


@dataclass(frozen=True)
class PhotoSettings:
    """Which pictures are made of a photo, how good, and where they are kept.

    Sizes are pixels. ``widths`` are those that the layout shows in an article;
    ``phone_width`` is the widest of them that a phone is offered. ``large`` bounds both
    sides of the view that opens on a click. ``share`` is the crop for link previews,
    ``ratios`` (``"4:3"``) those for structured data, ``ratio_width`` wide; ``thumbs`` are
    the widths for lists, cropped to ``thumb_ratio``.

    ``modern`` is the format beside JPEG, ``avif`` or ``webp``. Qualities are the encoders'
    own scales, 1 to 100; ``avif_speed`` is libavif's, 0 to 10, and ``webp_method`` libwebp's
    effort, 0 to 6. A picture over ``max_bytes``
    (``phone_bytes`` up to ``phone_width``) is encoded again with less quality; the large
    view is not bounded. A source of more than ``max_pixels`` is refused.

    ``images_dir``, in the content folder, holds photos that do not lie beside their article.
    ``cache_dir`` is relative to the working directory. ``trust_times`` takes a source of
    the same size and time for unchanged; without it, every source is hashed in each build.
    """

    widths: tuple[int, ...] = (480, 768, 1200)
    phone_width: int = 768
    large: int = 2560
    share: tuple[int, ...] = (1200, 630)
    ratios: tuple[str, ...] = ("1:1", "4:3", "16:9")
    ratio_width: int = 1200
    thumbs: tuple[int, ...] = (240, 480, 768)
    thumb_ratio: str = "3:2"
    modern: str = "avif"
    avif_quality: int = 57
    avif_speed: int = 10
    webp_quality: int = 78
    webp_method: int = 4
    jpeg_quality: int = 76
    large_quality: int = 82
    max_bytes: int = 400_000
    phone_bytes: int = 60_000
    max_pixels: int = 120_000_000
    images_dir: str = "images"
    cache_dir: str = ".cache/photos"
    trust_times: bool = True

    def __post_init__(self) -> None:
        check_least(self, "PHOTOS", 1, "max_bytes", "phone_bytes", "max_pixels")
        sizes = (*self.widths, *self.thumbs, *self.share, self.large, self.ratio_width)
        if not self.widths or len(self.share) != 2 or min(sizes) < 1:
            raise SettingsError("PHOTOS: sizes must be positive; 'share' is [width, height]")
        for text in (*self.ratios, self.thumb_ratio):
            if not re.fullmatch(r"[1-9]\d*:[1-9]\d*", text):
                raise SettingsError(f"PHOTOS: a ratio is written like '4:3', not {text!r}")
        if self.modern not in ("avif", "webp"):
            raise SettingsError(f"PHOTOS: 'modern' is 'avif' or 'webp', not {self.modern!r}")
        qualities = (self.avif_quality, self.webp_quality, self.jpeg_quality, self.large_quality)
        if not all(1 <= quality <= 100 for quality in qualities):
            raise SettingsError("PHOTOS: qualities are 1 to 100")
        if not 0 <= self.webp_method <= 6 or not 0 <= self.avif_speed <= 10:
            raise SettingsError("PHOTOS: 'webp_method' is 0 to 6, 'avif_speed' 0 to 10")
