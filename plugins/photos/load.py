"""From the name an editor wrote to a photo that can be published."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from plugins.photos.address import photo_address
from plugins.photos.formats import PUBLISHED, extension
from plugins.photos.inspect import inspect
from plugins.photos.locate import PhotoFinder
from plugins.photos.model import Photo, PhotoProblem

_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis")


def load_photo(finder: PhotoFinder, name: str, beside: Path, alt: str) -> Photo | PhotoProblem:
    """Return the photo that an article in the folder ``beside`` calls ``name``.

    ``name`` may be in any form that :meth:`PhotoFinder.find` takes. The problem, if
    there is one, names the photo.
    """
    path = finder.find(name, beside)
    if isinstance(path, PhotoProblem):
        return path
    kind = "heic" if _is_heic(path) else extension(path.name)
    # Sources are published as they are, and no browser shows HEIC.
    if kind not in PUBLISHED or kind in ("heic", "heif"):
        return PhotoProblem(
            "format",
            f"trình duyệt không hiển thị được ảnh “{name}” (dạng {kind.upper() or 'lạ'})",
            "Mở ảnh bằng trình xem ảnh rồi lưu lại thành JPG, và sửa tên trong bài.",
        )
    facts = inspect(path)
    if isinstance(facts, PhotoProblem):
        return dataclasses.replace(facts, message=f"ảnh “{name}”: {facts.message}")
    url = photo_address(path.name, facts.digest)
    return Photo(url, facts.width, facts.height, alt, path, name)


def _is_heic(path: Path) -> bool:
    """Whether a file is HEIC, whatever it is called (ISO/IEC 14496-12, file type box)."""
    try:
        with path.open("rb") as file:
            head = file.read(12)
    except OSError:
        return False  # looking at it will say so
    return head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS
