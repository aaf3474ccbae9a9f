"""What a publication writes into the content folder, and how it is taken back."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from plugins.core.files import public_files, write_whole


def put(content: Path, path: str, data: bytes, photos: dict[str, Path]) -> list[str]:
    """Write an article's file and the photos beside it that are not there yet; return the names of
    these. The article comes last: whoever reads it finds its photos."""
    file = content / path
    new = []
    with public_files():
        file.parent.mkdir(parents=True, exist_ok=True)
        for name, source in photos.items():
            target = file.parent / name
            if not target.exists():
                new.append(name)
                unfinished = target.with_name(f".{name}.new")
                shutil.copyfile(source, unfinished)
                unfinished.replace(target)
        write_whole(file, data)
    return new


def take_back(content: Path, path: str, before: bytes | None, photos: list[str]) -> None:
    """Bring the content folder to what it was before :func:`put` wrote."""
    file = content / path
    if before is not None:
        write_whole(file, before)
    else:
        file.unlink(missing_ok=True)
    for name in photos:
        (file.parent / name).unlink(missing_ok=True)
    if before is None:
        with suppress(OSError):  # something else lies there
            file.parent.rmdir()
