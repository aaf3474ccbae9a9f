from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from plugins.desk import __main__ as command
from tests.site_files import caches, write_settings


@pytest.fixture
def settings(tmp_path: Path) -> str:
    (tmp_path / "content").mkdir()
    changed = caches(tmp_path / "cache") | {"DESK": {"data_dir": str(tmp_path / "desk")}}
    more = f"PATH = {str(tmp_path / 'content')!r}"
    return str(write_settings(tmp_path / "own_settings.py", changed, more))


def run(monkeypatch: pytest.MonkeyPatch, settings: str, *arguments: str, typed: str = "") -> int:
    monkeypatch.setattr(sys, "argv", ["desk", "-s", settings, *arguments])
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
    return command.main()


def test_accounts_are_made_listed_and_closed(
    monkeypatch: pytest.MonkeyPatch, settings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add = ("user", "add", "lan", "--full-name", "Nguyễn Thị Lan", "--role", "secretary")
    assert run(monkeypatch, settings, *add, typed="ngắn") == 1
    assert "ít nhất 12 ký tự" in capsys.readouterr().err
    assert run(monkeypatch, settings, *add, typed="một câu thật dễ nhớ") == 0
    assert run(monkeypatch, settings, *add, typed="một câu thật dễ nhớ") == 1
    assert "Đã có tài khoản" in capsys.readouterr().err
    assert run(monkeypatch, settings, "user", "list") == 0
    assert capsys.readouterr().out == "lan\tNguyễn Thị Lan\tThư ký tòa soạn\n"
    assert run(monkeypatch, settings, "user", "disable", "lan") == 0
    run(monkeypatch, settings, "user", "list")
    assert capsys.readouterr().out.endswith("Chưa có tài khoản nào.\n")


def test_a_backup_is_written_and_brought_back_by_commands(
    monkeypatch: pytest.MonkeyPatch, settings: str, tmp_path: Path
) -> None:
    file = str(tmp_path / "desk.zip")
    assert run(monkeypatch, settings, "backup", file) == 0
    assert run(monkeypatch, settings, "restore", file) == 1
    (tmp_path / "desk").rename(tmp_path / "old")
    assert run(monkeypatch, settings, "restore", file) == 0
    assert (tmp_path / "desk" / "desk.sqlite3").is_file()


def test_a_database_that_is_none_is_told_in_vietnamese(
    monkeypatch: pytest.MonkeyPatch,
    settings: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "desk.sqlite3").write_bytes(b"no database at all" * 100)
    assert run(monkeypatch, settings, "user", "list") == 1
    assert "không mở được dữ liệu của tòa soạn" in capsys.readouterr().err
