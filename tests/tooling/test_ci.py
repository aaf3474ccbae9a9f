from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKE = """
test "$1" = test || exit 0
echo "=================== {closing} in 2.50s ==================="
test {status} = 0 || echo "make: *** [test] Error 1" >&2
exit {status}
"""


def _run(tools: Path, make: str) -> subprocess.CompletedProcess[str]:
    """Run .ci/run on a machine that lacks nothing and whose make is this script."""
    for name, script in [("make", make), ("git", ""), ("python3", "")]:
        (tools / name).write_text(f"#!/bin/sh\n{script}\n")
        (tools / name).chmod(0o755)
    return subprocess.run(
        [ROOT / ".ci/run"],
        cwd=tools,
        env={"PATH": f"{tools}:/usr/local/bin:/usr/bin:/bin"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(("closing", "status"), [("3 passed", 0), ("1 failed, 2 passed", 2)])
def test_the_closing_line_of_pytest_comes_last_and_the_status_is_that_of_make(
    tmp_path: Path, closing: str, status: int
) -> None:
    done = _run(tmp_path, MAKE.format(closing=closing, status=status))
    assert done.returncode == status
    assert f" {closing} in 2.50s " in done.stdout.splitlines()[-1]


def test_a_browser_that_cannot_be_installed_ends_the_run(tmp_path: Path) -> None:
    done = _run(tmp_path, "test $1 = browser && exit 3\necho tests were run")
    assert done.returncode == 3
    assert "tests were run" not in done.stdout
