"""Settings of the photos (``PHOTOS`` in ``pelicanconf.py``)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.core.errors import SettingsError
from plugins.core.settings import check_least

_SCALES = (
    ("avif_quality", 1, 100),
    ("webp_quality", 1, 100),
    ("jpeg_quality", 1, 100),
    ("large_quality", 1, 100),
    ("webp_method", 0, 6),
    ("avif_speed", 0, 10),
)


@dataclass(frozen=True)
class PhotoSettings:
    """Which pictures are made of a photo, how good, and where they are kept.

    Sizes are pixels. ``widths`` are those that the layout shows in an article;
    ``phone_width`` is the widest of them that a phone is offered. ``large`` bounds both
    sides of the view that opens on a click. ``share`` is the crop for link previews,
    ``ratios`` (``"4:3"``) those for structured data, ``ratio_width`` wide; ``thumbs`` are
    the widths for lists, cropped to ``thumb_ratio``; in JPEG there is the middle one alone.

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
        check_least(self, "PHOTOS", 1, "large", "ratio_width")
        for name in ("widths", "thumbs", "share"):
            if min(getattr(self, name), default=1) < 1:
                raise _wrong(name, "có số nhỏ hơn 1", "Ghi số điểm ảnh, từ 1 trở lên.")
        if not self.widths:
            raise _wrong("widths", "để trống", "Ghi ít nhất một bề rộng, ví dụ [480, 768, 1200].")
        if len(self.share) != 2:
            raise _wrong("share", "phải có đúng hai số", "Ghi rộng và cao, ví dụ [1200, 630].")
        for name, ratios in (("ratios", self.ratios), ("thumb_ratio", (self.thumb_ratio,))):
            for text in ratios:
                if not re.fullmatch(r"[1-9]\d*:[1-9]\d*", text):
                    raise _wrong(name, f"có tỉ lệ sai: {text!r}", 'Viết như "4:3".')
        if self.modern not in ("avif", "webp"):
            raise _wrong("modern", f"không thể là {self.modern!r}", 'Ghi "avif" hoặc "webp".')
        for name, least, most in _SCALES:
            if not least <= getattr(self, name) <= most:
                fix = f"Ghi một số từ {least} đến {most}."
                raise _wrong(name, f"không thể là {getattr(self, name)}", fix)


def _wrong(name: str, what: str, fix: str) -> SettingsError:
    return SettingsError(f"PHOTOS[{name!r}]", what, fix)
