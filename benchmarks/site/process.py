"""Run a command and say how long it took and how much memory it had."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import IO

from benchmarks.site.memory import PeakSampler

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Run:
    """``seconds`` of the clock, and those that processors ``used``; ``largest`` MiB of the largest
    process (``ru_maxrss``); ``tree`` MiB that all its processes held together at their highest
    (the sum of PSS, as the kernel divides shared pages), or ``None`` where that was not sampled."""

    seconds: float
    used: float
    largest: float
    tree: float | None = None


def run(
    command: list[str],
    folder: Path,
    *,
    sample_memory: bool = False,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> Run:
    """Run ``command`` in ``folder`` to its end, with what ``environment`` adds.

    Sampling costs a little time: a run is measured for its memory or for its speed. Raises
    ``SystemExit`` with what the command said if it fails.
    """
    log = folder / "log.txt"
    with log.open("w+b") as said:
        began = time.perf_counter()
        process = start(command, folder, said, environment)
        sampler = PeakSampler(process.pid) if sample_memory else None
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        tree = sampler.stop() if sampler else None
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            tail = said.read().decode(errors="replace")[-4000:]
            raise SystemExit(f"failed with {process.returncode}: {' '.join(command)}\n{tail}")
    log.unlink()
    used = usage.ru_utime + usage.ru_stime
    largest = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    return Run(seconds, used, largest, tree)


def start(
    command: list[str],
    folder: Path,
    said: IO[bytes],
    more: Mapping[str, str] = MappingProxyType({}),
) -> subprocess.Popen[bytes]:
    """Start ``command`` in ``folder`` as a group of its own; its words go to ``said``."""
    # A user's cache would be warm when it should be cold.
    environment = {"XDG_CACHE_HOME": str(folder / "cache"), "NO_COLOR": "1", "PYTHONUTF8": "1"}
    # Python keeps compiled modules everywhere but in some containers.
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment, **more},
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=said,
        start_new_session=True,
    )


def wait_until(ready: Callable[[], bool], seconds: float, pause: float) -> bool:
    """Ask ``ready`` every ``pause`` seconds; return whether it came true in time."""
    end = time.perf_counter() + seconds
    while not ready():
        if time.perf_counter() > end:
            return False
        time.sleep(pause)
    return True
