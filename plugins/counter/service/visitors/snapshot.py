"""Carrying visitors over a restart, in a file that is never on a disk.

Without it, everybody who is reading during a restart begins a new visit.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from plugins.counter.service.errors import UnsuitableError
from plugins.counter.service.identity import Salts
from plugins.counter.service.visitors.memory import MemoryVisitors

_MOUNTS = Path("/proc/self/mountinfo")
_IN_MEMORY = ("tmpfs", "ramfs")


class SnapshotFile:
    """A file on tmpfs: written when the service ends, gone when the next one has read it.

    Its seconds are those of the machine's monotonic clock, which, like tmpfs, begins anew
    when the machine does.
    """

    def __init__(self, path: Path) -> None:
        """Raise :class:`UnsuitableError` for a place that is not known to be in memory."""
        if _file_system(path.parent) not in _IN_MEMORY:
            raise UnsuitableError(
                f"{path} không nằm trong bộ nhớ (tmpfs), mà dữ liệu của người đọc không được "
                "ghi xuống đĩa; chọn một chỗ trong /run, hoặc bỏ --state"
            )
        self._path = path

    def save(self, visitors: MemoryVisitors, salts: Salts, now: int) -> None:
        """Write the visitors and the salts for the next process of the same user."""
        text = json.dumps(
            {
                "salts": {period: salt.hex() for period, salt in salts.known().items()},
                "live": visitors.live(now),
            }
        )
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="ascii") as file:  # noqa: PTH123 - a descriptor
            file.write(text)

    def restore(self, visitors: MemoryVisitors, salts: Salts, now: int) -> None:
        """Take up what the last process left, if it left anything whole, and delete it."""
        try:
            text = self._path.read_bytes()
        except FileNotFoundError:  # it was killed
            return
        self._path.unlink()
        try:
            found = json.loads(text)
            known = {int(period): bytes.fromhex(salt) for period, salt in found["salts"].items()}
            live = {int(key): int(last) for key, last in found["live"].items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            return  # it was killed while it was writing, or was of another version
        salts.restore(known)
        visitors.restore(live, now)


def _file_system(folder: Path) -> str:
    """Return the type of the file system that a folder is on (proc(5), mountinfo)."""
    folder, best, kind = folder.resolve(), Path(), ""
    if not _MOUNTS.exists():
        return kind
    for line in _MOUNTS.read_text(encoding="utf-8").splitlines():
        before, _, after = line.partition(" - ")
        mount = Path(before.split()[4])
        if folder.is_relative_to(mount) and len(mount.parts) >= len(best.parts):
            best, kind = mount, after.split()[0]
    return kind
