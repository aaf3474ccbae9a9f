from __future__ import annotations

import socket
import subprocess
from pathlib import Path

import pytest

from plugins.desk.web import window
from plugins.desk.web.window import LOCK, desk_command
from tests.fuzz.counter.service import free_port

ROOT = Path(__file__).resolve().parents[3]


def test_the_starter_is_that_of_the_preview_but_for_what_it_starts() -> None:
    preview = (ROOT / "xem-thu.cmd").read_bytes()
    desk = (ROOT / "toa-soan.cmd").read_bytes()
    for mine, other in ((b"plugins.desk.web", b"plugins.preview"), (b"the desk", b"the preview")):
        assert mine in desk
        desk = desk.replace(mine, other)
    assert desk.replace(b"plugins\\desk\\web", b"plugins\\preview") == preview


def test_the_lock_of_the_desk_has_all_that_a_build_needs() -> None:
    def packages(lock: Path) -> set[str]:
        text = (ROOT / lock).read_text(encoding="utf-8")
        return {line.split("==")[0] for line in text.splitlines() if "==" in line}

    build, desk = packages(Path("requirements/build.lock")), packages(LOCK)
    assert build < desk
    assert {"starlette", "argon2-cffi", "dulwich"} <= desk - build


def test_the_desk_is_opened_at_a_port_that_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        taken = other.getsockname()[1]
        free = free_port()
        monkeypatch.setattr(window, "PORTS", (taken, free))
        command = desk_command(Path("python"), ["--x"])
    assert int(command[command.index("-p") + 1]) == free
    assert command[-2:] == ["--open", "--x"]


def test_who_cannot_be_set_up_is_told_so_in_vietnamese(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(*_: object) -> Path:
        raise subprocess.CalledProcessError(1, "pip")

    monkeypatch.setattr(window, "set_up", failing)
    assert window.main([]) == 1
    assert "nhấp đúp lại vào toa-soan.cmd" in capsys.readouterr().err
