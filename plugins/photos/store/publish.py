"""Put finished derivatives into the site: as second names of the cache's files."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from plugins.core.files import holds_files, make_folder
from plugins.photos.inspect.failure import unwritable
from plugins.photos.store.files import Files

_FEW = 500  # files: to look at each is cheaper than to list a folder of a hundred thousand

_PREFIX = ".build-"  # what a killed build leaves by this name, the next one takes away


def publish(files: Mapping[str, Path], output: Path, *, link: bool = True) -> int:
    """Give every file of ``files`` (address → file) its address below ``output``.

    By a hard link, or by a copy where the file system has none, or where somebody may still
    write into the file (not ``link``). Addresses say the
    content, so what stands there already is left alone; a new file appears whole. Returns
    how many are new; raises PhotoError when the disk is full or may not be written, and
    then takes the new ones away again. Only one process at a time may publish into ``output``.
    """
    there: dict[str, dict[str, os.DirEntry[str]]] = {}
    devices: dict[str, int] = {}
    new: list[Path] = []
    written = 0
    try:
        names = files.names if isinstance(files, Files) else files
        few = len(names) < _FEW
        for url, source in names.items():
            folder, _, name = url.rpartition("/")
            if folder not in there:
                make_folder(output / folder, output)
                there[folder] = {} if few else _listing(output / folder)
                devices[folder] = (output / folder).stat().st_dev
            entry = there[folder].get(name)
            if few:
                stands = _stands(source, output / url, link=link)
            else:
                stands = entry is not None and _same(source, entry, devices[folder], link=link)
            if not stands:
                target = output / url
                is_new = not target.exists()
                _place(source, target, output, link=link)
                written += 1
                if is_new:
                    new.append(target)
    except OSError as error:
        for path in new:
            path.unlink(missing_ok=True)
        raise unwritable(error) from error
    return written


def _listing(folder: Path) -> dict[str, os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return {entry.name: entry for entry in entries}


def _stands(source: str | Path, target: Path, *, link: bool) -> bool:
    try:
        copy = target.stat()
    except OSError:
        return False
    state = os.stat(source)  # noqa: PTH116 - a name, not a Path
    if (copy.st_dev, copy.st_ino) == (state.st_dev, state.st_ino):
        return link
    return (state.st_size, state.st_mtime_ns) == (copy.st_size, copy.st_mtime_ns)


def _same(source: str | Path, there: os.DirEntry[str], device: int, *, link: bool) -> bool:
    state = os.stat(source)  # noqa: PTH116 - thousands of times: a third of Path's cost
    # A link has the source's inode, which the listing tells for nothing; a copy its time.
    if (device, there.inode()) == (state.st_dev, state.st_ino):
        return link
    try:
        copy = there.stat()
    except OSError:  # a link that leads nowhere
        return False
    return (state.st_size, state.st_mtime_ns) == (copy.st_size, copy.st_mtime_ns)


def _place(source: str | Path, target: Path, output: Path, *, link: bool) -> None:
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=output) as folder:
        temporary = Path(folder) / target.name
        linked = False
        if link:
            with suppress(OSError):  # another file system, or one without links
                temporary.hardlink_to(source)
                linked = True
        if not linked:
            shutil.copy2(source, temporary)
        temporary.chmod(0o644)  # an editor's own file may be for nobody else
        if target.is_dir() and not target.is_symlink() and not holds_files(target):
            shutil.rmtree(target)
        temporary.replace(target)
