"""What a publication writes into the content folder, and how it is taken back."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from plugins.core.files import on_the_disk, public_files, write_whole


class ChangedError(Exception):
    """Somebody else wrote into an article's file while it was made ready."""


def digest_of(data: bytes) -> str:
    """Return what a file is known again by."""
    return hashlib.sha256(data).hexdigest()


def content_of_file(file: Path) -> bytes | None:
    """Return what is in a file, ``None`` if it is not there. Raises ``OSError``."""
    return file.read_bytes() if file.is_file() else None


def put(
    content: Path, path: str, data: bytes, photos: Mapping[str, Path], before: bytes | None
) -> None:
    """Write an article's file, which has ``before`` in it, and the photos beside it that are not
    there yet. The article comes last: whoever reads it finds its photos.

    Raises :class:`ChangedError` if the file has something else in it, and ``OSError``.
    """
    file = content / path
    with public_files():
        file.parent.mkdir(parents=True, exist_ok=True)
        for name, source in photos.items():
            target = file.parent / name
            if not target.exists():
                unfinished = target.with_name(f".{name}.new")
                shutil.copyfile(source, unfinished)
                on_the_disk(unfinished)
                unfinished.replace(target)
        if content_of_file(file) != before:
            raise ChangedError
        write_whole(file, data)


def take_back(
    content: Path, path: str, before: bytes | None, written: str, photos: Sequence[str]
) -> None:
    """Bring the content folder to what it was before :func:`put` wrote something with the digest
    ``written``. What somebody else wrote since stays, with the photos that it names.

    Raises ``OSError``.
    """
    file = content / path
    now, text = content_of_file(file), ""
    if now is not None and digest_of(now) == written:
        if before is not None:
            write_whole(file, before)
        else:
            file.unlink()
    elif now is not None and now != before:
        text = now.decode(errors="replace")
    for name in photos:
        (file.parent / f".{name}.new").unlink(missing_ok=True)
        if name not in text:
            (file.parent / name).unlink(missing_ok=True)
    if before is None:
        with suppress(OSError):  # something else lies there
            file.parent.rmdir()
