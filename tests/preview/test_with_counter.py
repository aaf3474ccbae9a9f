from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks.site.process import wait_until
from plugins.preview.with_counter import commands_in, counter_for, run
from tests.conftest import ROOT


def test_commands_are_divided_and_keep_their_options() -> None:
    arguments = ["pelican", "bài viết", "-s", "a.py", "--then", "echo", "x"]
    assert commands_in(arguments) == [["pelican", "bài viết", "-s", "a.py"], ["echo", "x"]]


def test_pages_of_the_site_may_count_while_it_lasts_and_no_others(tmp_path: Path) -> None:
    database = tmp_path / "new" / "counter.sqlite3"
    with counter_for("127.0.0.1", "8123", database) as endpoint:
        assert endpoint is not None
        for origin in ("http://127.0.0.1:8123", "http://localhost:8123"):
            assert _visit(endpoint, origin)["total"] == 1
        with pytest.raises(urllib.error.HTTPError, match="403"):
            _visit(endpoint, "http://127.0.0.1:8124")
    with pytest.raises(urllib.error.URLError, match="refused"):
        _visit(endpoint, "http://127.0.0.1:8123")


def test_two_sites_at_once_have_a_counter_each(tmp_path: Path) -> None:
    with (
        counter_for("127.0.0.1", "8123", tmp_path / "a.sqlite3") as one,
        counter_for("127.0.0.1", "8124", tmp_path / "b.sqlite3") as other,
    ):
        assert one
        assert other
        assert one != other


def test_a_counter_that_does_not_start_is_said_and_does_without(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "counter.sqlite3").mkdir()
    with counter_for("127.0.0.1", "8123", tmp_path / "counter.sqlite3") as endpoint:
        assert endpoint is None
    assert "Không chạy được bộ đếm truy cập" in capfd.readouterr().err


def test_a_site_for_other_machines_has_no_counter_that_they_could_not_reach(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with counter_for("0.0.0.0", "8123", tmp_path / "c.sqlite3") as endpoint:
        assert endpoint is None
    assert not (tmp_path / "c.sqlite3").exists()
    assert "không chạy bộ đếm" in capfd.readouterr().err


def test_the_status_of_a_command_is_passed_on() -> None:
    assert run([sys.executable, "-c", "raise SystemExit(3)"], {}, os.getppid()) == 3
    killed = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    assert run([sys.executable, "-c", killed], {}, os.getppid()) == 128 + signal.SIGKILL


def _with_counter(*commands: str) -> list[str]:
    # For other machines, so that no service of the project's own is started.
    return [sys.executable, "-m", "plugins.preview.with_counter", "0.0.0.0", "8123", *commands]


def test_after_a_command_that_failed_no_other_is_run(tmp_path: Path) -> None:
    good = [sys.executable, "-c", f"open({str(tmp_path / 'good')!r}, 'a').write('x')"]
    bad = [sys.executable, "-c", "raise SystemExit(4)"]
    done = subprocess.run(
        _with_counter(*good, "--then", *good, "--then", *bad, "--then", *good),
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 4
    assert (tmp_path / "good").read_text() == "xx"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_being_stopped_ends_the_command(tmp_path: Path, number: signal.Signals) -> None:
    process = _sleeping(tmp_path)
    try:
        if number == signal.SIGINT:  # a terminal sends it to all at once
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        assert process.wait(30) != 0
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_it_ends_when_its_caller_is_killed(tmp_path: Path) -> None:
    script = "import subprocess, sys; subprocess.run(sys.argv[1:])"
    caller = _sleeping(tmp_path, sys.executable, "-c", script)
    caller.kill()
    caller.wait()
    try:
        assert wait_until(lambda: not _is_there(caller.pid), 30, 0.1)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(caller.pid, signal.SIGKILL)


def _sleeping(folder: Path, *caller: str) -> subprocess.Popen[bytes]:
    """Have ``caller``, if any, run a command that sleeps, in a session of its own; return when
    it does."""
    started = folder / "started"
    sleeper = f"import time; open({str(started)!r}, 'w').close(); time.sleep(600)"
    process = subprocess.Popen(
        [*caller, *_with_counter(sys.executable, "-c", sleeper)],
        cwd=ROOT,
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )
    while not started.exists():
        assert process.poll() is None
        time.sleep(0.05)
    return process


def _is_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _visit(endpoint: str, origin: str) -> dict[str, int]:
    request = urllib.request.Request(
        f"{endpoint}visit", b"", {"Origin": origin, "User-Agent": "Mozilla/5.0 (X11) Firefox/140"}
    )
    with urllib.request.urlopen(request, timeout=10) as reply:
        found: dict[str, int] = json.load(reply)
    return found
