"""Write a site beside the one that is being served, then put it in its place.

Pages are written into a folder of their own inside the output folder (so that every
rename stays on one file system) and moved into place only when all of them exist. A
build that fails leaves the last good output as it was.
"""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

_PREFIX = ".build-"
RECORD = ".published"
"""In the output folder: the files the last build put there, one path a line."""
LOCK = ".build.lock"
"""In the output folder: held by the build that is writing there."""
_PATIENCE = 900  # seconds: no build takes longer


@dataclass(frozen=True)
class Published:
    """What a commit did: numbers of files in the site, written, and deleted."""

    files: int
    written: int
    deleted: int


@contextmanager
def staging_folder(output: Path) -> Iterator[Path]:
    """Give an empty folder to write the new site into; it is gone afterwards.

    Only one process at a time has one: another waits. Raises ``OSError`` where the output
    folder cannot be written.
    """
    output.mkdir(parents=True, exist_ok=True)
    with FileLock(output / LOCK, timeout=_PATIENCE):
        for left in output.glob(_PREFIX + "*"):  # by a build that was killed
            shutil.rmtree(left)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=output))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def commit(
    staged: Path,
    output: Path,
    *,
    beside: Iterable[str] = (),
    new_beside: int = 0,
    delete: bool,
    keep: tuple[str, ...],
) -> Published:
    """Move every staged file into ``output`` and delete what the last build left there.

    ``beside`` are files of the new site that stand in ``output`` already, ``new_beside``
    of them for the first time.

    A file whose content is the same stays untouched, with its time, so that ``rsync``
    passes over it. Files that no build wrote are left alone, unless ``delete`` asks for
    an output folder that holds nothing else; names in ``keep`` (and below) stay even then.
    """
    new = sorted(
        path.relative_to(staged).as_posix() for path in staged.rglob("*") if path.is_file()
    )
    # Photos, fonts and scripts first: a page never names what is not there yet.
    in_order = sorted(new, key=lambda name: name.endswith(".html"))
    ours = _recorded(output)
    _check(in_order, output, ours)
    written = sum(_move(staged / name, output / name, output) for name in in_order)
    before = _all_files(output, staged, keep) if delete else ours
    site = {*new, *beside}
    gone = [name for name in sorted(before - site) if _delete(output, name)]
    record = staged / RECORD
    record.write_text("".join(f"{name}\n" for name in sorted(site)), encoding="utf-8")
    record.replace(output / RECORD)
    return Published(len(site), written + new_beside, len(gone))


def _check(names: Iterable[str], output: Path, ours: set[str]) -> None:
    """Raise ``OSError`` if a file cannot be put in its place, before any has been."""
    folders = {parent for name in names for parent in (output / name).parents}
    for folder in folders:
        if folder.is_relative_to(output) and folder.is_dir() and not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    for name in names:
        # A folder where a page has to stand: ours to replace only if nothing else is in it.
        below = (output / name).rglob("*") if (output / name).is_dir() else ()
        for path in below:
            if path.is_file() and path.relative_to(output).as_posix() not in ours:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def _move(source: Path, target: Path, output: Path) -> bool:
    if target.is_file() and filecmp.cmp(source, target, shallow=False):
        return False
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)  # was a folder, is a page now
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):  # was a page, is a folder now
        for parent in target.parents:
            if parent.is_relative_to(output) and parent.is_file():
                parent.unlink()
        target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    return True


def _recorded(output: Path) -> set[str]:
    try:
        return set((output / RECORD).read_text(encoding="utf-8").splitlines())
    except FileNotFoundError:
        return set()


def _all_files(output: Path, staged: Path, keep: tuple[str, ...]) -> set[str]:
    names = set()
    for folder, folders, files in os.walk(output):
        here = Path(folder)
        folders[:] = [name for name in folders if here / name != staged and name not in keep]
        names |= {
            (here / name).relative_to(output).as_posix() for name in files if name not in keep
        }
    return names - {RECORD, LOCK}


def _delete(output: Path, name: str) -> bool:
    """Delete a file and the folders it leaves empty; a path outside the output is refused."""
    path = output / name
    if ".." in Path(name).parts or not (path.is_file() or path.is_symlink()):
        return False
    path.unlink()
    for parent in path.parents:
        if parent == output or any(parent.iterdir()):
            break
        parent.rmdir()
    return True
