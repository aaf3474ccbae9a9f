from __future__ import annotations

import subprocess
import sys

from benchmarks.site.memory import tree_memory

HOLD = (
    "import sys; held = bytearray(b'x') * 60_000_000; print('ready', flush=True); sys.stdin.read()"
)
PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"


def test_the_memory_of_children_counts() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"ready\n"
        assert tree_memory(parent.pid) > 57
        parent.communicate(b"")


def test_a_process_that_is_gone_holds_nothing() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    assert tree_memory(process.pid) == 0
