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
from collections.abc import Collection, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import PIL
from PIL import features

from plugins.photos.config import PhotoSettings
from plugins.photos.failure import unwritable
from plugins.photos.plan import Derivative, key

MOVING = "moving"
"""An empty file beside a moving source's derivatives: the warning outlives the encoding."""

_PREFIX = ".tmp-"
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
    kept, before, gone = set(keep), time.time() - grace, 0
    for place in _folders(cache):
        with suppress(FileNotFoundError):  # another process swept it
            if place not in kept and place.stat().st_mtime <= before:
                shutil.rmtree(place, ignore_errors=True)
                gone += 1
                with suppress(OSError):
                    place.parent.rmdir()
                continue
            for left in place.glob(f"{_PREFIX}*"):
                if left.stat().st_mtime <= before:
                    left.unlink(missing_ok=True)
    return gone


def _folders(cache: Path) -> Iterator[Path]:
    for shelf in cache.glob("[0-9a-f][0-9a-f]"):
        yield from (place for place in shelf.iterdir() if place.is_dir())
