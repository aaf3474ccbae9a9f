from __future__ import annotations

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from plugins.counter.service.errors import LedgerError, UnsuitableError
from plugins.counter.service.ledgers.sqlite import SqliteLedger
from plugins.counter.stats import Totals

TODAY = date(2026, 1, 1)


@contextmanager
def _full_disk() -> Iterator[None]:
    """No file may grow: what a full disk does, and any user can have."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_commit_waits_for_the_disk_unless_told_otherwise(tmp_path: Path) -> None:
    full, normal = 2, 1
    for wanted, level in (("FULL", full), ("NORMAL", normal)):
        ledger = SqliteLedger(tmp_path / wanted, synchronous=wanted)
        connection = ledger._connection
        assert connection is not None
        assert connection.execute("PRAGMA synchronous").fetchone() == (level,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        ledger.close()


def test_a_full_disk_counts_nothing_and_is_got_over(tmp_path: Path) -> None:
    ledger = SqliteLedger(tmp_path / "counter.sqlite3")
    ledger.add("1", TODAY, 2)
    with _full_disk():
        for batch in ("2", "3"):
            with pytest.raises(LedgerError):
                ledger.add(batch, TODAY, 5)
    ledger.cancel("3")
    assert ledger.add("4", TODAY, 1) == Totals(3, 3, 3)
    ledger.close()
    assert SqliteLedger(tmp_path / "counter.sqlite3").books().days == ((TODAY, 3),)


def test_a_lock_held_by_another_program_counts_nothing_and_is_got_over(tmp_path: Path) -> None:
    ledger = SqliteLedger(tmp_path / "counter.sqlite3")
    ledger.add("1", TODAY, 2)
    other = sqlite3.connect(ledger.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LedgerError, match="locked"):
        ledger.add("2", TODAY, 5)
    ledger.cancel("2")
    other.execute("ROLLBACK")
    other.close()
    assert ledger.add("3", TODAY, 1) == Totals(3, 3, 3)
    ledger.close()


def test_two_services_may_not_write_one_file(tmp_path: Path) -> None:
    ledger = SqliteLedger(tmp_path / "counter.sqlite3")
    with pytest.raises(UnsuitableError, match="một tiến trình đếm khác"):
        SqliteLedger(tmp_path / "counter.sqlite3")
    ledger.close()
    SqliteLedger(tmp_path / "counter.sqlite3").close()


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a database, and longer than a header " * 20)
    with pytest.raises(UnsuitableError, match="không mở được cơ sở dữ liệu"):
        SqliteLedger(tmp_path / "notes.txt")


def test_a_backup_is_whole_while_the_original_is_written(tmp_path: Path) -> None:
    ledger = SqliteLedger(tmp_path / "counter.sqlite3")
    ledger.add("1", TODAY, 2)
    reader = SqliteLedger(ledger.path, alone=False)
    reader.backup(tmp_path / "copy.sqlite3")
    ledger.add("2", TODAY, 1)
    for open_one in (reader, ledger):
        open_one.close()
    copy = SqliteLedger(tmp_path / "copy.sqlite3")
    assert copy.books().days == ((TODAY, 2),)
    copy.close()


def test_the_books_are_not_their_own_backup(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("counter.sqlite3")
    ledger = SqliteLedger(tmp_path / "counter.sqlite3")
    for target in (ledger.path, tmp_path / "link"):
        with pytest.raises(UnsuitableError, match="chọn một tệp khác"):
            ledger.backup(target)
    ledger.close()


def test_nothing_but_counts_of_days_and_a_token_of_the_file_is_kept(tmp_path: Path) -> None:
    ledger = SqliteLedger(tmp_path / "counter.sqlite3")
    ledger.add("1", TODAY, 2)
    ledger.close()
    with sqlite3.connect(ledger.path) as file:
        names = [name for (name,) in file.execute("SELECT name FROM sqlite_schema ORDER BY 1")]
        assert names == ["day", "identity", "import"]
        assert file.execute("SELECT * FROM day").fetchall() == [("2026-01-01", 2)]
    file.close()
