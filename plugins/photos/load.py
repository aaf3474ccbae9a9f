"""From the name an editor wrote to a photo that can be published."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from plugins.photos.address import photo_address
from plugins.photos.formats import PUBLISHED, extension
from plugins.photos.inspect import inspect
from plugins.photos.locate import PhotoFinder
from plugins.photos.model import Photo, PhotoProblem


def load_photo(finder: PhotoFinder, name: str, beside: Path, alt: str) -> Photo | PhotoProblem:
    """Return the photo that an article in the folder ``beside`` calls ``name``.

    ``name`` may be in any form that :meth:`PhotoFinder.find` takes. The problem, if
    there is one, names the photo.
    """
    path = finder.find(name, beside)
    if isinstance(path, PhotoProblem):
        return path
    kind = extension(path.name)
    if kind not in PUBLISHED:
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
