"""Writing files: each whole or not at all, and folders where other things may stand."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def public_files() -> Iterator[None]:
    """Have all that is made meanwhile be readable by a web server, which is another user: files
    are 0644 and folders 0755, whatever the umask of who runs this."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


def write_whole(file: Path, data: bytes) -> None:
    """Write a file that others may read, whole or not at all, also where the power goes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as new:
        temporary = Path(new.name)
        try:
            new.write(data)
            new.close()
            on_the_disk(temporary)
            temporary.chmod(0o644)  # who reads it may be another user
            temporary.replace(file)
        except BaseException:
            new.close()
            temporary.unlink(missing_ok=True)
            raise


def on_the_disk(file: Path) -> None:
    """Wait until the disk has what is in a file: one that is given its name before that may be
    empty after a power cut."""
    with file.open("r+b") as there:  # Windows wants one that may be written
        os.fsync(there.fileno())


def make_folder(folder: Path, root: Path) -> None:
    """Make ``folder`` and those above it below ``root``. A file in the place of one of them, or
    a link that leads nowhere, is taken away."""
    for place in (folder, *folder.parents):
        if place == root or place.is_dir():
            break
        if os.path.lexists(place):
            place.unlink()
    folder.mkdir(parents=True, exist_ok=True)


def holds_files(folder: Path) -> bool:
    """Whether there is anything in a folder besides folders."""
    return any(files for _, _, files in os.walk(folder))
