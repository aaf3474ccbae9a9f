"""Put finished derivatives into the site: as second names of the cache's files."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from plugins.photos.failure import unwritable


def publish(files: Mapping[str, Path], output: Path) -> int:
    """Give every file of ``files`` (address → file) its address below ``output``.

    By a hard link, or by a copy where the file system has none. Addresses say the
    content, so what stands there already is left alone; a new file appears whole. Returns
    how many are new; raises PhotoError when the disk is full or may not be written.
    """
    there: dict[Path, dict[str, os.stat_result]] = {}
    written = 0
    try:
        for url, source in files.items():
            target = output / url
            if target.parent not in there:
                there[target.parent] = _listing(target.parent)
            if not _same(source, there[target.parent].get(target.name)):
                _place(source, target)
                written += 1
    except OSError as error:
        raise unwritable(error) from error
    return written


def _listing(folder: Path) -> dict[str, os.stat_result]:
    folder.mkdir(parents=True, exist_ok=True)
    with os.scandir(folder) as entries:
        return {entry.name: entry.stat() for entry in entries}


def _same(source: Path, there: os.stat_result | None) -> bool:
    if there is None:
        return False
    state = source.stat()
    if (state.st_dev, state.st_ino) == (there.st_dev, there.st_ino):
        return True
    return (state.st_size, state.st_mtime_ns) == (there.st_size, there.st_mtime_ns)


def _place(source: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory(prefix=".tmp-", dir=target.parent) as folder:
        temporary = Path(folder) / target.name
        try:
            temporary.hardlink_to(source)
        except OSError:  # another file system, or one without links
            shutil.copy2(source, temporary)
        temporary.replace(target)
