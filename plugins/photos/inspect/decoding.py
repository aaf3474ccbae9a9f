"""Open and decode a photo once, no larger than needed, upright and in sRGB."""

from __future__ import annotations

import hashlib
import math
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from plugins.core import checks
from plugins.photos.encode.colour import plain, to_srgb
from plugins.photos.encode.rows import Rows, rows_of
from plugins.photos.inspect.bounds import check_format, check_pixels
from plugins.photos.inspect.facts import orientation
from plugins.photos.inspect.failure import PhotoError, damaged
from plugins.photos.inspect.heic import enable_heic
from plugins.photos.inspect.metadata import EmbeddedMetadata, embedded_in
from plugins.photos.model import Facts, PhotoProblem

_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, OverflowError)
_MOVING = frozenset({"GIF", "WEBP", "PNG", "AVIF"})
# EXIF 2.32, tag 0x0112: what has to be done to see the picture upright.
_TO_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_BAND = 64  # rows at a time, where a whole second copy would not fit into memory
_GAP = 1.25  # what averaging leaves to the good filter; less would show as jagged edges


@dataclass(frozen=True)
class Master:
    """The picture that all derivatives are made from: upright, sRGB, no larger than needed."""

    image: Image.Image
    embedded: EmbeddedMetadata
    moving: bool


def decode(path: Path, facts: Facts, scale: float, max_pixels: int) -> Master:
    """Return the photo ``path`` at ``scale`` (at most 1) of its size, rounded up.

    Raises :class:`PhotoError` when the file is not what ``facts`` says, cannot be read or
    decoded, or has more than ``max_pixels`` or its format's own limit.
    """
    check_pixels(facts.width * facts.height, max_pixels)
    with _opened(path, facts) as file, _sober(), Image.open(file) as image:
        check_format(image)
        turn = _TO_UPRIGHT.get(orientation(image))
        size = (
            min(facts.width, math.ceil(facts.width * scale)),
            min(facts.height, math.ceil(facts.height * scale)),
        )
        turned = turn is not None and turn >= Image.Transpose.ROTATE_90
        stored = size[::-1] if turned and turn != Image.Transpose.ROTATE_180 else size
        image.draft("", stored)
        rows = rows_of(image, file)
        embedded = embedded_in(image, file)
        moving = image.format in _MOVING and getattr(image, "n_frames", 1) > 1
        shown = to_srgb(_shrunk(rows, stored), image.info.get("icc_profile"))
    return Master(shown if turn is None else shown.transpose(turn), embedded, moving)


def _opened(path: Path, facts: Facts) -> BinaryIO:
    try:
        file = path.open("rb")
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise PhotoError(
            PhotoProblem(
                checks.PHOTO_UNREADABLE,
                f"không đọc được ảnh ({error.strerror})",
                "Kiểm tra quyền đọc tệp.",
            )
        ) from error
    # Pictures filed under another content's address would stay wrong for ever.
    if digest != facts.digest:
        file.close()
        raise PhotoError(
            PhotoProblem(
                checks.PHOTO_CHANGED, "ảnh bị thay đổi trong lúc xuất bản", "Xuất bản lại."
            )
        )
    file.seek(0)
    return file


@contextmanager
def _sober() -> Iterator[None]:
    """Turn everything that decoders raise for a bad file into one error."""
    enable_heic()
    try:
        with warnings.catch_warnings():
            # Our own limit was checked; what is odd but readable is no business of editors.
            warnings.simplefilter("ignore")
            yield
    except UnidentifiedImageError as error:
        raise damaged() from error
    except Image.DecompressionBombError as error:
        raise damaged("ảnh có quá nhiều điểm ảnh") from error
    except MemoryError as error:
        raise damaged("ảnh quá lớn so với bộ nhớ của máy") from error
    except _BROKEN as error:
        raise damaged("tệp ảnh hỏng hoặc bị cắt cụt") from error


def _shrunk(rows: Rows, size: tuple[int, int]) -> Image.Image:
    """Return a plain picture of ``size``, with little memory beside the decoded one."""
    factor = int(min(rows.size[0] / size[0], rows.size[1] / size[1]) / _GAP)
    image = _averaged(rows, factor) if factor > 1 else plain(rows.take(0, rows.size[1]))
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def _averaged(rows: Rows, factor: int) -> Image.Image:
    # In bands: a transparent or sixteen-bit picture would need two more copies of itself.
    small: Image.Image | None = None
    height = rows.size[1]
    for top in range(0, height, _BAND * factor):
        band = plain(rows.take(top, min(height, top + _BAND * factor))).reduce(factor)
        if small is None:
            small = Image.new(band.mode, (band.width, -(-height // factor)))
        small.paste(band, (0, top // factor))
    rows.free()
    assert small is not None  # noqa: S101 - a picture has at least one row
    return small
