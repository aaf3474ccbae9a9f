from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


# In a process of its own: expressions have to be counted before anything compiles them.
@pytest.mark.parametrize(
    "patterns", [(), ("--mixed", "80", "--seed", "2026")], ids=["simple", "mixed"]
)
def test_no_text_takes_steps_that_grow_faster_than_its_length(patterns: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "tests.growth", *patterns]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
