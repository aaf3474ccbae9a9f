"""Put finished derivatives into the site: as second names of the cache's files."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from plugins.photos.failure import unwritable

_PREFIX = ".tmp-"


def publish(files: Mapping[str, Path], output: Path) -> int:
    """Give every file of ``files`` (address → file) its address below ``output``.

    By a hard link, or by a copy where the file system has none. Addresses say the
    content, so what stands there already is left alone; a new file appears whole. Returns
    how many are new; raises PhotoError when the disk is full or may not be written, and
    then takes the new ones away again. Only one process at a time may publish into ``output``.
    """
    there: dict[str, dict[str, os.DirEntry[str]]] = {}
    devices: dict[str, int] = {}
    new: list[Path] = []
    written = 0
    try:
        for url, source in files.items():
            folder, _, name = url.rpartition("/")
            if folder not in there:
                there[folder] = _listing(output / folder)
                devices[folder] = (output / folder).stat().st_dev
            entry = there[folder].get(name)
            if entry is None or not _same(source, entry, devices[folder]):
                _place(source, output / url)
                written += 1
                if entry is None:
                    new.append(output / url)
    except OSError as error:
        for path in new:
            path.unlink(missing_ok=True)
        raise unwritable(error) from error
    return written


def _listing(folder: Path) -> dict[str, os.DirEntry[str]]:
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{_PREFIX}*"):  # by a build that was killed
        shutil.rmtree(left)
    with os.scandir(folder) as entries:
        return {entry.name: entry for entry in entries}


def _same(source: Path, there: os.DirEntry[str], device: int) -> bool:
    state = os.stat(source)  # noqa: PTH116 - thousands of times: a third of Path's cost
    # A link has the source's inode, which the listing tells for nothing; a copy its time.
    if (device, there.inode()) == (state.st_dev, state.st_ino):
        return True
    copy = there.stat()
    return (state.st_size, state.st_mtime_ns) == (copy.st_size, copy.st_mtime_ns)


def _place(source: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=target.parent) as folder:
        temporary = Path(folder) / target.name
        try:
            temporary.hardlink_to(source)
        except OSError:  # another file system, or one without links
            shutil.copy2(source, temporary)
        temporary.replace(target)
