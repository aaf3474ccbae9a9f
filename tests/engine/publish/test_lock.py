from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from plugins.engine.publish.lock import locked

_HOLD = """
import sys
from pathlib import Path
from plugins.engine.publish.lock import locked
with locked(Path(sys.argv[1])):
    print("có", flush=True)
    sys.stdin.readline()
"""


def _holder(file: Path) -> subprocess.Popen[str]:
    """Start another process that holds the lock until it is told to end."""
    return subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def _waits(file: Path, other: subprocess.Popen[str], end: str) -> None:
    """Assert that the lock is had only after ``other`` has gone."""
    had = threading.Event()

    def wait() -> None:
        with locked(file):
            had.set()

    assert other.stdout
    assert other.stdout.readline() == "có\n"
    waiting = threading.Thread(target=wait)
    waiting.start()
    assert not had.wait(0.3)
    if end == "kill":
        other.kill()
    other.communicate("\n" if end != "kill" else None)
    waiting.join(30)
    assert had.is_set()


def test_one_process_waits_until_the_other_is_done(tmp_path: Path) -> None:
    with _holder(tmp_path / "khóa") as other:
        _waits(tmp_path / "khóa", other, "done")


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    with _holder(tmp_path / "khóa") as other:
        _waits(tmp_path / "khóa", other, "kill")


def test_a_lock_is_had_again_after_a_failure(tmp_path: Path) -> None:
    for _ in range(2):
        try:
            with locked(tmp_path / "khóa"):
                raise LookupError
        except LookupError:
            pass
    with locked(tmp_path / "khóa"):
        assert (tmp_path / "khóa").exists()


def test_another_folders_lock_is_not_waited_for(tmp_path: Path) -> None:
    with locked(tmp_path / "một"), locked(tmp_path / "hai"):
        assert (tmp_path / "hai").exists()
