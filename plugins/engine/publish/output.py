"""The folder that is being served, and how it changes.

New files are written into a folder of their own inside it (so that every rename stays on one
file system) and moved into place only when all of them exist: photos, fonts and scripts first,
then pages, and only then is deleted what has to go. Each file is always whole, and no page
names what is not there yet. A record says which files are ours; it is written before they are,
so that nothing is forgotten when a build is killed. What a build has begun to move is finished by
the next one (:mod:`plugins.engine.publish.journal`).
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.core.files import make_folder
from plugins.engine.publish.lock import locked
from plugins.engine.scan.content_folder import FileSignature

PREFIX = ".build-"
"""How the folders and files begin that a build has in the output folder while it runs."""
# Seconds to wait where a file cannot be moved because somebody is just reading it.
_PAUSES = (0.02, 0.05, 0.1, 0.2) if os.name == "nt" else ()
JOURNAL = f"{PREFIX}journal"
"""In a staging folder: what is moved out of it, and what is deleted."""
RECORD = ".published"
"""In the output folder: every file that a build put there, a path a line; behind a ``-``,
one that it took away again."""
_NEW_RECORD = f"{PREFIX}record"
LOCK = ".build.lock"
"""In the output folder: held by the build that is writing there."""


@contextmanager
def staging_folder(output: Path) -> Iterator[Path]:
    """Give an empty folder to write new files into; it is gone afterwards, unless there is
    something in it that has to be finished.

    Only one process at a time has one: another waits. Raises ``OSError`` where the output
    folder cannot be written.
    """
    output.mkdir(parents=True, exist_ok=True)
    with locked(output / LOCK):
        for left in output.glob(PREFIX + "*"):  # by a build that was killed
            if left.is_dir() and not (left / JOURNAL).exists():
                shutil.rmtree(left)
        (output / _NEW_RECORD).unlink(missing_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=output))
        try:
            yield folder
        finally:
            if not (folder / JOURNAL).exists():
                shutil.rmtree(folder, ignore_errors=True)


def empty(folder: Path) -> None:
    """Delete what is in a staging folder."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def recorded(output: Path) -> set[str]:
    """Return the files in ``output`` that are ours by the record."""
    try:
        lines = (output / RECORD).read_bytes().decode().split("\n")
    except (FileNotFoundError, UnicodeDecodeError):
        return set()
    ours: set[str] = set()
    for line in filter(None, lines):
        if line.startswith("-"):
            ours.discard(line[1:].removeprefix("./"))
        else:
            ours.add(line.removeprefix("./"))
    return ours


def record_signature(output: Path) -> FileSignature | None:
    """Return what the state knows the record by: another one comes with a restored backup."""
    try:
        state = (output / RECORD).stat()
    except FileNotFoundError:
        return None
    return state.st_size, state.st_mtime_ns


def record(output: Path, new: Iterable[str], gone: Iterable[str] = ()) -> None:
    """Note files that are about to come, or that have gone."""
    lines = [*map(_line, new), *(f"-{_line(path)}" for path in gone)]
    if lines:
        with (output / RECORD).open("ab") as file:
            file.write("".join(lines).encode())


def rewrite_record(output: Path, site: Iterable[str]) -> None:
    """Write the record anew, short."""
    new = output / _NEW_RECORD
    new.write_bytes("".join(map(_line, sorted(site))).encode())
    new.replace(output / RECORD)


def _line(path: str) -> str:
    return f"./{path}\n" if path.startswith("-") else f"{path}\n"


def all_files(output: Path, staged: Path, keep: Collection[str]) -> set[str]:
    """Return every file in ``output`` but the build's own and those named in ``keep``."""
    return set(walk(output, keep, staged))


def walk(output: Path, keep: Collection[str], staged: Path | None = None) -> Iterator[str]:
    """Yield the files of :func:`all_files`, folder by folder, those of each in order."""
    for folder, folders, files in os.walk(output):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if here / name != staged and name not in keep)
        kept = (name for name in sorted(files) if name not in keep)
        paths = ((here / name).relative_to(output).as_posix() for name in kept)
        yield from (path for path in paths if path not in (RECORD, LOCK))


def check(paths: Iterable[str], output: Path, ours: Callable[[], Collection[str]]) -> None:
    """Raise ``OSError`` if a file cannot be put in its place, before any has been; ``ours`` gives
    the files that may be replaced."""
    there: dict[str, bool] = {"": True}

    def is_there(folder: str) -> bool:
        if folder not in there:
            above = folder.rpartition("/")[0]
            there[folder] = is_there(above) and (output / folder).is_dir()
        return there[folder]

    for path in paths:
        # A folder where a page has to stand: ours to replace only if nothing else is in it.
        if is_there(path.rpartition("/")[0]) and (output / path).is_dir():
            known = ours()
            for one in (output / path).rglob("*"):
                if one.is_file() and one.relative_to(output).as_posix() not in known:
                    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(one))
    for folder in (output / name for name, exists in there.items() if exists):
        if not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def move(paths: Iterable[str], staged: Path, output: Path) -> None:
    """Put staged files in their places, pages last."""
    whole = None  # a folder that was moved with all that is in it
    there: set[str] = set()
    for path in sorted(paths, key=lambda path: (path.endswith(".html"), path)):
        if whole and path.startswith(whole):
            continue
        # Pages come after all else, so only pages are left in a folder that nobody has yet.
        whole = _first_missing(path, output, there) if path.endswith(".html") else None
        if whole:
            _replace(staged / whole, output / whole)
        else:
            _move(staged / path, output / path, output)


def _first_missing(path: str, output: Path, there: set[str]) -> str | None:
    """Return the topmost folder of ``path`` that is not in ``output``, ending in a slash;
    ``there`` are those that are known to be."""
    end = path.find("/")
    while end >= 0:
        folder = path[: end + 1]
        if folder not in there:
            if not os.path.lexists(output / folder.rstrip("/")):
                return folder
            if not (output / folder).is_dir():
                return None
            there.add(folder)
        end = path.find("/", end + 1)
    return None


def _move(source: Path, target: Path, output: Path) -> None:
    try:
        _replace(source, target)
    except OSError:
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)  # was a folder, is a page now
        make_folder(target.parent, output)  # was a page, is a folder now
        source.replace(target)


def _replace(source: Path, target: Path) -> None:
    """Move a file or a folder; where somebody reads it at that very moment (the preview's server,
    a virus scanner), Windows refuses, and a moment later does not."""
    for pause in _PAUSES:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(target)


def delete(paths: Iterable[str], output: Path) -> int:
    """Delete files, pages first, and the folders they leave empty; return how many there were."""
    ordered = sorted(paths, key=lambda path: (not path.endswith(".html"), path))
    return sum(_delete(path, output) for path in ordered)


def is_inside(name: str) -> bool:
    """Whether a path stays in the output folder: the notes of builds lie where others may write."""
    return not Path(name).is_absolute() and ".." not in Path(name).parts


def _delete(name: str, output: Path) -> bool:
    path = output / name
    if not is_inside(name):
        return False
    there = path.is_file() or path.is_symlink()
    if there:
        path.unlink()
    for parent in path.parents:
        # Also if the file is gone already: a build may have been killed right here.
        if parent == output or not _delete_empty(parent):
            break
    return there


def _delete_empty(folder: Path) -> bool:
    """Delete a folder if it is empty; say whether it is gone."""
    try:
        folder.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
