from __future__ import annotations

import json
import socket
from datetime import date
from pathlib import Path

import pytest

from plugins.counter.cli import MOST, main
from plugins.counter.service.ledgers.sqlite import SqliteLedger
from tests.counter.wire import Wire, request
from tests.fuzz.counter.service import Service


@pytest.fixture
def books(tmp_path: Path) -> str:
    return str(tmp_path / "counter.sqlite3")


def test_an_old_counters_total_is_recorded_once(
    books: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--database", books, "import-total", "1234567", "--as-of", "2026-01-31"]
    assert main(command) == main(command) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "Đã ghi: 1.234.567 lượt đến hết ngày 31/01/2026.",
        "Đã có từ trước, không ghi lại: 1.234.567 lượt đến hết ngày 31/01/2026.",
    ]
    assert main(["--database", books, "export", "--format", "json"]) == 0
    exported = json.loads(capsys.readouterr().out)
    assert exported["total"] == 1234567
    assert [entry["as_of"] for entry in exported["imports"]] == ["2026-01-31"]


@pytest.mark.parametrize(
    "visits",
    [
        "-1",
        "100000000000",
        "9223372036854775808",
        "9" * 5000,
        "1.234.567",
        "1,234,567",
        "1 234 567",
        "1_000",
        "+5",
        "1e6",
        "0x10",
        "١٢٣",
        "１２３",
        "5²",
        "NaN",
        "",
    ],
)
def test_an_impossible_total_is_refused_and_nothing_is_written(
    books: str, capsys: pytest.CaptureFixture[str], visits: str
) -> None:
    command = ["--database", books, "import-total", "--as-of", "2026-01-31", "--", visits]
    assert main(command) == 1
    said = capsys.readouterr().err
    assert said.startswith("LỖI: số lượt phải từ 0 trở lên, nhiều nhất 99.999.999.999")
    assert len(said) < 300
    assert not Path(books).exists()


def test_a_day_to_come_is_refused(books: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--database", books, "import-total", "5", "--as-of", "2999-01-01"]) == 1
    assert capsys.readouterr().err.startswith("LỖI: ngày 01/01/2999 ở tương lai")


def test_the_largest_total_is_told_and_counted_on_to_the_last_digit(
    books: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--database", books, "import-total", str(MOST), "--as-of", "2026-01-31"]
    assert main(command) == 0
    assert "99.999.999.999 lượt" in capsys.readouterr().out
    service = Service("--database", books)
    assert service.stats()["total"] == MOST
    wire = Wire(service.port)
    assert wire.ask(request()).json()["total"] == MOST + 1
    assert "100.000.000.000</strong>" in wire.ask(request("/tk/chart", "GET")).body.decode()
    wire.close()
    service.kill()


def test_an_import_is_seen_by_the_running_service(books: str) -> None:
    service = Service("--database", books)
    assert main(["--database", books, "import-total", "500", "--as-of", "2026-01-31"]) == 0
    assert service.stats()["total"] == 500
    service.kill()


def test_the_days_are_exported_as_csv(books: str, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = SqliteLedger(Path(books))
    for day, visits in (("2026-01-02", 3), ("2026-01-01", 2)):
        ledger.add(day, date.fromisoformat(day), visits)
    ledger.close()
    assert main(["--database", books, "export"]) == 0
    assert capsys.readouterr().out.splitlines() == ["day,visits", "2026-01-01,2", "2026-01-02,3"]


def test_a_backup_is_made_while_the_service_runs(books: str, tmp_path: Path) -> None:
    service = Service("--database", books)
    assert main(["--database", books, "backup", str(tmp_path / "copy.sqlite3")]) == 0
    service.kill()
    copy = SqliteLedger(tmp_path / "copy.sqlite3")
    assert copy.books().days == ()
    copy.close()


@pytest.mark.parametrize("command", [["export"], ["backup", "{folder}/copy.sqlite3"]])
def test_books_that_are_not_there_are_not_taken_for_empty_ones(
    books: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    command = [word.format(folder=tmp_path) for word in command]
    assert main(["--database", books, *command]) == 1
    assert capsys.readouterr().err == f"LỖI: không có cơ sở dữ liệu {books}\n"
    assert list(tmp_path.iterdir()) == []


def test_a_busy_port_is_said(books: str, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["--database", books, "--port", str(port)]) == 1
    assert f"LỖI: không lắng nghe được ở 127.0.0.1, cổng {port}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--state", "{folder}/state.json"], "không nằm trong bộ nhớ (tmpfs)"),
        (["--trusted-proxy", "localhost"], "localhost"),
        (["--database", "redis://127.0.0.1:1/0"], "không hỏi được máy chủ Redis"),
        (["--visitors", "redis://127.0.0.1:1/0"], "không hỏi được máy chủ Redis"),
    ],
)
def test_settings_with_which_it_cannot_run_are_said(
    books: str, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    folder = Path(__file__).parent
    options = [option.format(folder=folder) for option in options]
    assert main(["--database", books, *options]) == 1
    assert said in capsys.readouterr().err


def test_the_environment_says_what_the_command_does_not(
    books: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COUNTER_DATABASE", books)
    assert main(["import-total", "7", "--as-of", "2026-01-31"]) == 0
    assert Path(books).exists()
    monkeypatch.setenv("COUNTER_PORT", "no number")
    assert main(["export"]) == 1
    assert "LỖI" in capsys.readouterr().err
