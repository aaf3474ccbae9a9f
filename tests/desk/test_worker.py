from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def bounded(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program in the bounds of an import, with two seconds."""
    code = f"from plugins.desk import worker; worker._bound(2)\n{program}"
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bounds")
def test_an_import_cannot_use_up_the_time_or_the_memory() -> None:
    assert bounded("while True: pass").returncode < 0
    assert "MemoryError" in bounded("bytearray(4 << 30)").stderr
    assert bounded("bytearray(1 << 20)").returncode == 0
