"""Finished derivatives by what they are made of: an unchanged photo costs a look-up.

``<cache>/<2 digits>/<key>/<name>``: a folder for each source, filed under its content, all
that makes its pixels, and the versions of the encoders. It needs no lock: a file is
written under another name and renamed, and two processes write the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Collection
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import PIL
from PIL import features

from plugins.core.text.expressions import expression
from plugins.photos.config import PhotoSettings
from plugins.photos.inspect.failure import unwritable
from plugins.photos.plan.derivatives import Derivative, key

MOVING = "moving"
"""An empty file beside a moving source's derivatives: the warning outlives the encoding."""
SOUND = "sound"
"""A file in the place of a source that was decoded once, though nothing was made of it."""

_PREFIX = ".tmp-"
_SHELF = expression("[0-9a-f]{2}")
_GRACE = 3600.0  # seconds: what another process has just made, or is still making


@lru_cache(maxsize=1)
def encoders() -> str:
    """Return the versions of everything that makes the bytes."""
    names = ("avif", "webp", "libjpeg_turbo", "jpg", "littlecms2", "zlib")
    return " ".join([PIL.__version__, *(str(features.version(name)) for name in names)])


def folder(cache: Path, digest: str, settings: PhotoSettings) -> Path:
    """Return where the derivatives of a source with this SHA-256 are kept."""
    text = f"{digest} {key(digest, settings)} {encoders()}"
    name = hashlib.sha256(text.encode()).hexdigest()[:32]
    return cache / name[:2] / name


def name(derivative: Derivative) -> str:
    """Return a derivative's file name in its folder: without the source's name.

    One photo under two names is encoded once.
    """
    label = f"{derivative.purpose}-{derivative.width}x{derivative.height}"
    return f"{label}.{derivative.format}"


def present(place: Path) -> frozenset[str]:
    """Return the names that are there and not empty, with one look at the folder."""
    try:
        with os.scandir(place) as entries:
            return frozenset(e.name for e in entries if e.name == MOVING or e.stat().st_size)
    except (FileNotFoundError, NotADirectoryError):
        return frozenset()


def store(place: Path, file_name: str, content: bytes) -> None:
    """Write a file whole or not at all; raises PhotoError when there is no room or no right."""
    temporary: Path | None = None
    try:
        place.mkdir(parents=True, exist_ok=True)
        descriptor, text = tempfile.mkstemp(prefix=_PREFIX, dir=place)
        temporary = Path(text)
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
            file.write(content)
        temporary.chmod(0o644)  # mkstemp's own is for nobody else, but web servers read it
        temporary.replace(place / file_name)
    except OSError as error:
        raise unwritable(error) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()


def sweep(cache: Path, keep: Collection[Path], grace: float = _GRACE) -> int:
    """Delete the folders that are not in ``keep``, and what killed processes left in others.

    What changed within ``grace`` seconds stays: another process may be about to use it.
    Returns how many folders are gone.
    """
    kept, before, gone = {place.name for place in keep}, time.time() - grace, 0
    for shelf in _listed(cache):
        if not _SHELF.fullmatch(shelf.name):
            continue
        for place in _listed(shelf):
            if place.name in kept:
                _tidy(place, before)
            elif _old(place, before):
                shutil.rmtree(place, ignore_errors=True)
                gone += 1
                with suppress(OSError):
                    os.rmdir(shelf)  # noqa: PTH106 - if it was the last
    return gone


def _tidy(place: os.DirEntry[str], before: float) -> None:
    for left in _listed(place):
        if left.name.startswith(_PREFIX) and _old(left, before):
            with suppress(OSError):
                os.unlink(left)  # noqa: PTH108 - an entry, not a Path


def _old(entry: os.DirEntry[str], before: float) -> bool:
    try:
        return entry.stat().st_mtime <= before
    except OSError:  # another process swept it
        return False


def _listed(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    """Return what is in a folder; nothing if it is none, or is gone."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
