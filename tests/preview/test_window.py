from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.preview import window as preview_window
from plugins.preview.window import is_outdated, preview_command, set_up

ROOT = Path(__file__).resolve().parents[2]


class Runs:
    """What is run instead of the programs themselves; a new environment gets a Python."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, python: Path) -> None:
        self.commands: list[list[str]] = []
        self.failing = ""
        self._python = python
        monkeypatch.setattr(subprocess, "run", self._run)

    def _run(
        self, command: list[object], *, check: bool, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        words = [str(word) for word in command]
        if words[1] == "-c":
            if not self._python.exists():
                raise FileNotFoundError
            return subprocess.CompletedProcess(words, 0)
        self.commands.append(words[1:4])
        if self.failing in words[1:]:
            raise subprocess.CalledProcessError(1, words)
        if "venv" in words:
            self._python.parent.mkdir(parents=True)
            self._python.touch()
        return subprocess.CompletedProcess(words, 0)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements/build.lock").touch()
    return tmp_path


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch, project: Path) -> Runs:
    return Runs(monkeypatch, project / ".venv/bin/python")


MADE = ["-m", "venv", "--clear"]
INSTALLED = ["-m", "pip", "install"]


def test_the_first_time_sets_everything_up_and_the_second_nothing(
    project: Path, runs: Runs
) -> None:
    assert set_up(project) == project / ".venv/bin/python"
    assert runs.commands == [MADE, INSTALLED]
    set_up(project)
    assert runs.commands == [MADE, INSTALLED]


def test_a_newer_lock_is_installed_again(project: Path, runs: Runs) -> None:
    set_up(project)
    os.utime(project / ".venv/.ready-build", (1, 1))
    set_up(project)
    assert runs.commands == [MADE, INSTALLED, INSTALLED]
    assert not is_outdated(project / ".venv/.ready-build", project / "requirements/build.lock")


def test_a_set_up_that_was_broken_off_is_done_again(
    project: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preview_window, "ROOT", project)
    runs.failing = "pip"
    assert preview_window.main([]) == 1
    assert "LỖI: cài đặt chưa xong." in capsys.readouterr().err
    assert not (project / ".venv/.ready-build").exists()
    runs.failing = "-"
    set_up(project)
    assert runs.commands == [MADE, INSTALLED, INSTALLED]


def test_the_lock_is_installed_with_its_hashes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []

    def run(command: list[object], **_: object) -> subprocess.CompletedProcess[bytes]:
        commands.append([str(word) for word in command])
        return subprocess.CompletedProcess(commands[-1], 0)

    monkeypatch.setattr(subprocess, "run", run)
    (project / ".venv").mkdir()
    set_up(project)
    assert "--require-hashes" in commands[-1]
    assert Path(commands[-1][-1]) == Path("requirements/build.lock")


def test_the_preview_is_served_to_this_computer_alone_and_opened() -> None:
    command = preview_command(Path("python"), ["--verbose"])
    assert command[:6] == ["python", "-X", "utf8", "-m", "plugins.preview", "content"]
    assert command[command.index("-b") + 1] == "127.0.0.1"
    assert command[-2:] == ["--open", "--verbose"]


def test_a_port_that_is_taken_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        monkeypatch.setattr(preview_window, "PORTS", [taken, 0])
        monkeypatch.setattr(
            preview_window, "obstacle", lambda _, port: ("busy", "") if int(port) == taken else None
        )
        command = preview_command(Path("python"), [])
    assert command[command.index("-p") + 1] == "0"


def test_it_takes_nothing_but_pythons_own_modules() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT)!r}); import plugins.preview.window",
        ],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
