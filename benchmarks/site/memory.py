"""The memory of a process and all its descendants together (Linux)."""

from __future__ import annotations

import re
import threading
from collections import defaultdict
from pathlib import Path

_PROC = Path("/proc")
_PAUSE = 0.05
_PSS = re.compile(r"^Pss:\s+(\d+) kB$", re.MULTILINE)


def tree_memory(pid: int) -> float:
    """Return the proportional set size (proc_pid_smaps(5)) of a process tree in MiB.

    Pages that processes share, as forked workers do, count once. A process that ends
    meanwhile counts nothing.
    """
    return sum(_pss(each) for each in _tree(pid)) / 1024


class PeakSampler:
    """Looks at a process tree twenty times a second, in a thread, until it is stopped."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0.0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)
        self._thread.start()

    def stop(self) -> float | None:
        """Return the highest sum that was seen, in MiB; ``None`` where there is no /proc."""
        self._stopped.set()
        self._thread.join()
        return self._peak or None

    def _sample(self) -> None:
        while not self._stopped.wait(_PAUSE):
            self._peak = max(self._peak, tree_memory(self._pid))


def _tree(root: int) -> list[int]:
    children = defaultdict(list)
    for stat in _PROC.glob("[0-9]*/stat"):
        try:
            # The name in parentheses may hold anything, even spaces and parentheses.
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        children[int(fields[1])].append(int(stat.parent.name))
    found = [root]
    for pid in found:
        found += children[pid]
    return found


def _pss(pid: int) -> int:
    try:
        text = (_PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    match = _PSS.search(text)
    return int(match[1]) if match else 0
