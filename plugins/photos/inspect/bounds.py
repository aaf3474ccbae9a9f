"""How many pixels a source may have, so that decoding it stays below 400 MiB."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image

from plugins.core import checks
from plugins.photos.inspect.failure import PhotoError
from plugins.photos.model import PhotoProblem

# Measured peaks of a process with 50 megapixels, in MiB: WebP 820 to 890 (libwebp's
# animation decoder has two canvases, and Pillow two copies), AVIF 500, with transparency
# 610 (libavif's planes, its RGB, and Pillow's two copies), CMYK in a progressive JPEG 480
# (libjpeg keeps all coefficients). The other formats need less than 390.
_MOST = {"WEBP": 20_000_000, "AVIF": 30_000_000}
_MOST_PROGRESSIVE_CMYK = 40_000_000
_NAMES = {"WEBP": "WebP", "AVIF": "AVIF", "JPEG": "JPG màu CMYK kiểu “progressive”"}


@contextmanager
def by_our_limits() -> Iterator[None]:
    """Have Pillow open what is within our own limits without a word: it warns, in English, at
    half of its limit, and phones make such photos."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        yield


def check_pixels(pixels: int, most: int) -> None:
    """Raise :class:`PhotoError` when a source has more than ``most`` pixels."""
    if pixels > most:
        raise PhotoError(
            PhotoProblem(
                checks.PHOTO_TOO_LARGE,
                f"ảnh có quá nhiều điểm ảnh ({_millions(pixels)}, "
                f"tối đa {most // 1_000_000} triệu)",
                "Thu nhỏ ảnh (cạnh dài không quá 6000 điểm ảnh) rồi lưu lại.",
            )
        )


def check_format(image: Image.Image) -> None:
    """Raise :class:`PhotoError` when an opened source has too many pixels for its format."""
    most = _MOST.get(image.format or "")
    if image.mode == "CMYK" and image.info.get("progressive"):
        most = _MOST_PROGRESSIVE_CMYK
    pixels = image.width * image.height
    if most is not None and pixels > most:
        kind = _NAMES[image.format or ""]
        raise PhotoError(
            PhotoProblem(
                checks.PHOTO_TOO_LARGE,
                f"ảnh dạng {kind} có quá nhiều điểm ảnh ({_millions(pixels)}, "
                f"dạng này tối đa {most // 1_000_000} triệu)",
                "Mở ảnh bằng trình xem ảnh rồi lưu lại thành JPG thường (màu RGB), "
                "hoặc thu nhỏ ảnh.",
            )
        )


def _millions(pixels: int) -> str:
    # Rounded up: “20 triệu, tối đa 20 triệu” would make no sense.
    return f"{-(-pixels // 1_000_000)} triệu"
