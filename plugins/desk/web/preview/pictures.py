"""Small pictures of photos, at once: those that the site will show take seconds to make."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from plugins.photos.encode.colour import on_white
from plugins.photos.inspect.decoding import decode
from plugins.photos.inspect.facts import inspect
from plugins.photos.inspect.failure import PhotoError
from plugins.photos.model import PhotoProblem

_SIDE = 1200  # pixels
_QUALITY = 78


def small_picture(photo: Path, max_pixels: int, side: int = _SIDE) -> bytes | None:
    """Return a photo as a JPEG whose longer side has at most so many pixels, ``None`` if the file
    is no photo that the site would take, or has more than ``max_pixels``."""
    try:
        state = photo.stat()
        return _made(photo, max_pixels, side, state.st_size, state.st_mtime_ns)
    except (OSError, PhotoError):
        return None


@lru_cache(maxsize=200)  # 20 MB
def _made(photo: Path, max_pixels: int, side: int, _size: int, _time: int) -> bytes | None:
    facts = inspect(photo)
    if isinstance(facts, PhotoProblem):
        return None
    scale = min(1.0, side / max(facts.width, facts.height))
    image = decode(photo, facts, scale, max_pixels).image
    image.thumbnail((side, side))
    out = io.BytesIO()
    image.info = {}
    on_white(image).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
