"""Carrying visitors over a restart, in a file that is never on a disk.

Without it, everybody who is reading during a restart begins a new visit.
"""

from __future__ import annotations

import json
import logging
import os
import stat
from pathlib import Path

from plugins.counter.service.errors import UnsuitableError
from plugins.counter.service.identity import DAY, SALT, Salts
from plugins.counter.service.visitors.memory import MemoryVisitors
from plugins.counter.service.visitors.visits import VISIT, Limits

_MOUNTS = Path("/proc/self/mountinfo")
_IN_MEMORY = ("tmpfs", "ramfs")
_LONGEST = 64 * Limits().visitors
"""Bytes that are read: a visitor takes 40 at most."""
_NOT_OURS = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)
_LOG = logging.getLogger(__name__)


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
        self._path.unlink(missing_ok=True)  # whoever made what is there
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="ascii") as file:  # noqa: PTH123 - a descriptor
            file.write(text)

    def restore(self, visitors: MemoryVisitors, salts: Salts, now: int) -> None:
        """Take up what the last process left, if it left anything whole, and delete it.

        What others may have written or read is not taken; the log says so. Raises
        :class:`UnsuitableError` for what cannot be deleted.
        """
        try:
            fault, text = _read(self._path)
            self._path.unlink()
        except FileNotFoundError:  # it was killed
            return
        except OSError as error:
            raise UnsuitableError(
                f"không đọc hoặc không xóa được {self._path} ({error.strerror}); xóa nó đi, hoặc "
                "chọn một chỗ khác cho --state"
            ) from error
        if not fault:
            try:
                known, live = _parse(text, now)
            except _NOT_OURS:
                # It was killed while it was writing, or was of another version.
                fault = "không phải dữ liệu trọn vẹn của bộ đếm"
        if fault:
            _LOG.warning(
                "Bỏ qua và đã xóa %s: %s. Ai đang xem trang bắt đầu một lượt mới.",
                *(self._path, fault),
            )
            return
        salts.restore(known)
        visitors.restore(live, now)


def _read(path: Path) -> tuple[str, bytes]:
    """Return what is wrong with a file, or nothing, and what is in it then."""
    try:
        # Not one that waits for another process (a named pipe), nor what a link leads to.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    except OSError:
        if path.is_symlink():
            return "là liên kết, không phải tệp", b""
        raise
    with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            return "không phải tệp thường", b""
        if found.st_uid != os.geteuid():
            return "là tệp của người dùng khác", b""
        if found.st_mode & 0o077:
            mode = f"{found.st_mode & 0o777:o}"
            return f"quyền {mode} cho người khác đọc hoặc ghi (phải là 600)", b""
        if found.st_size > _LONGEST:
            return f"dài {found.st_size} byte, quá {_LONGEST}", b""
        return "", file.read(_LONGEST)


def _parse(text: bytes, now: int) -> tuple[dict[int, bytes], dict[int, int]]:
    """Return the salts by their period and the visitors with when they were last seen; raises one
    of ``_NOT_OURS`` for anything else."""
    found = json.loads(text)
    known = {int(period): bytes.fromhex(salt) for period, salt in found["salts"].items()}
    live = {int(key): int(last) for key, last in found["live"].items()}
    fresh = {key: last for key, last in live.items() if now - last < VISIT}
    if (
        not all(len(salt) == SALT for salt in known.values())
        or not all(0 < key < 1 << 64 and last <= now for key, last in fresh.items())
        or len(fresh) > Limits().visitors
    ):
        raise ValueError
    return {p: salt for p, salt in known.items() if now // DAY - p in (0, 1)}, fresh


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
