from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
from plugins.core import progress
progress.PATIENCE = float(sys.argv[2])
with progress.progress("Thu nhỏ ảnh", 3) as finished:
    for _ in range(3):
        finished()
"""
LIKE_A_TERMINAL = {"TERM": "xterm", "LANG": "C.UTF-8", "PYTHONUTF8": "1"}


def shown(patience: float, *, terminal: bool = True, **environment: str) -> str:
    """Return what the progress of three things writes to the error stream."""
    reading, writing = os.openpty() if terminal else os.pipe()
    known = {k: v for k, v in os.environ.items() if k not in ("CI", "TTY_INTERACTIVE")}
    command = [sys.executable, "-c", SCRIPT, str(ROOT), str(patience)]
    subprocess.run(
        command, stderr=writing, env=known | LIKE_A_TERMINAL | environment, check=True, timeout=60
    )
    os.write(writing, b"\0")  # so that there is something to read
    written = os.read(reading, 100_000).decode()
    os.close(reading)
    os.close(writing)
    return written.strip("\0")


def test_a_person_at_a_terminal_sees_how_far_it_is() -> None:
    bar = shown(-1.0)
    assert "Thu nhỏ ảnh" in bar
    assert "3/3" in bar


def test_quick_work_shows_nothing() -> None:
    assert shown(3600.0) == ""


def test_a_pipe_and_an_automatic_run_get_nothing() -> None:
    assert shown(-1.0, terminal=False) == ""
    assert shown(-1.0, terminal=False, FORCE_COLOR="1", TTY_COMPATIBLE="1") == ""
    assert shown(-1.0, CI="true") == ""
