"""Look at a photo's header and content, without decoding its pixels."""

from __future__ import annotations

import hashlib
import struct
from functools import lru_cache
from pathlib import Path

from PIL import ExifTags, Image

from plugins.core import checks
from plugins.photos.inspect.bounds import by_our_limits
from plugins.photos.inspect.formats import READ_FORMATS
from plugins.photos.inspect.heic import enable_heic
from plugins.photos.model import Facts, PhotoProblem

# EXIF 2.32, tag 0x0112: from 5 on the camera was turned by a quarter.
_FIRST_TURNED, _LAST_TURNED = 5, 8
_BROKEN_HEADER = (OSError, SyntaxError, ValueError, EOFError, struct.error, OverflowError)
BROKEN_EXIF = (*_BROKEN_HEADER, KeyError, IndexError, TypeError)
"""What Pillow raises for damaged EXIF data."""

_RESAVE = "Mở ảnh bằng trình xem ảnh rồi lưu lại thành JPG."


def inspect(path: Path) -> Facts | PhotoProblem:
    """Return what a page needs to know of the photo file ``path``.

    Only the header is interpreted, so a damaged picture behind a sound header passes.
    Facts are remembered for as long as the file's size and time stay the same.
    """
    try:
        state = path.stat()
        if state.st_size == 0:
            fix = "Chép lại ảnh gốc vào thư mục."
            return PhotoProblem(checks.PHOTO_BROKEN, "tệp ảnh rỗng (0 byte)", fix)
        return _inspect(path, state.st_size, state.st_mtime_ns)
    except (FileNotFoundError, PermissionError) as error:
        message = f"không đọc được ảnh ({error.strerror})"
        return PhotoProblem(checks.PHOTO_UNREADABLE, message, "Kiểm tra quyền đọc tệp.")
    except _UnshowableError as error:
        message = f"trình duyệt không hiển thị được ảnh dạng {error}"
        return PhotoProblem(checks.PHOTO_UNSHOWABLE, message, _RESAVE)
    except Image.DecompressionBombError:
        return PhotoProblem(
            checks.PHOTO_TOO_LARGE,
            "ảnh có quá nhiều điểm ảnh",
            "Thu nhỏ ảnh (cạnh dài không quá 6000 điểm ảnh) rồi lưu lại.",
        )
    except _BROKEN_HEADER:
        return PhotoProblem(
            checks.PHOTO_BROKEN,
            "tệp hỏng hoặc không phải ảnh",
            f"Chép lại ảnh gốc vào thư mục. {_RESAVE}",
        )


@lru_cache(maxsize=8192)
def _inspect(path: Path, _size: int, _mtime: int) -> Facts:
    # What it raises is not remembered: a right that was missing can come without a new time.
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Facts(*_upright_size(path), digest)


class _UnshowableError(Exception):
    """A sound image in a format that browsers do not show."""


def _upright_size(path: Path) -> tuple[int, int]:
    enable_heic()
    with by_our_limits(), Image.open(path) as image:
        if image.format not in READ_FORMATS:
            raise _UnshowableError(image.format)
        width, height = image.size
        turned = _FIRST_TURNED <= orientation(image) <= _LAST_TURNED
    return (height, width) if turned else (width, height)


def orientation(image: Image.Image) -> int:
    """Return the EXIF orientation of an opened image, 1 where it says none."""
    try:
        # The base class's method: PNG's own decodes the whole picture to find late metadata.
        value = Image.Image.getexif(image).get(ExifTags.Base.Orientation, 1)
    except BROKEN_EXIF:
        return 1
    return value if isinstance(value, int) else 1
