"""Books that are taken away from a running service: nothing more may be acknowledged."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from plugins.counter.service.errors import LedgerError, UnsuitableError
from plugins.counter.service.ledgers.sqlite import SqliteLedger
from plugins.counter.stats import Totals
from tests.counter.wire import Wire, request
from tests.fuzz.counter.service import Service

TODAY = date(2026, 1, 1)
ENDS = ("", "-wal", "-shm")


@pytest.fixture
def books(tmp_path: Path) -> Path:
    return tmp_path / "counter.sqlite3"


@pytest.fixture
def ledger(books: Path) -> Iterator[SqliteLedger]:
    """Books that are open, with three visits."""
    opened = SqliteLedger(books)
    opened.add("1", TODAY, 3)
    yield opened
    opened.close()


def _remove_all(books: Path) -> None:
    for end in ENDS:
        books.with_name(books.name + end).unlink(missing_ok=True)


def _replace_by_others(books: Path) -> None:
    other = SqliteLedger(books.with_name("other.sqlite3"))
    other.add("1", TODAY, 500)
    other.close()
    other.path.replace(books)


def _write_others_into_it(books: Path) -> None:
    other = SqliteLedger(books.with_name("other.sqlite3"))
    for day in range(1, 700):
        other.add(str(day), date.fromordinal(day), 500)
    other.close()
    books.write_bytes(other.path.read_bytes())


def _cut(books: Path) -> None:
    os.truncate(books, 0)


def _cut_a_page(books: Path) -> None:
    os.truncate(books, books.stat().st_size - 4096)


def _cut_the_log(books: Path) -> None:
    os.truncate(f"{books}-wal", 0)


def _remove_the_log(books: Path) -> None:
    Path(f"{books}-wal").unlink()


DAMAGES = [
    Path.unlink,
    _remove_all,
    _replace_by_others,
    _write_others_into_it,
    _cut,
    _cut_a_page,
    _cut_the_log,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_no_longer_the_same_file_takes_no_more_visits(
    ledger: SqliteLedger, books: Path, damage: Callable[[Path], None]
) -> None:
    damage(books)
    before = books.read_bytes() if books.exists() else None
    for batch in "23":
        with pytest.raises(LedgerError):
            ledger.add(batch, TODAY, 1)
    with pytest.raises(LedgerError):
        ledger.add("4", TODAY, 0)
    with pytest.raises(LedgerError):
        ledger.books()
    assert before is not None or not books.exists(), "none is made over a lost one"


@pytest.mark.parametrize("damage", [Path.unlink, _remove_all, _replace_by_others, _cut])
def test_a_file_that_goes_during_a_commit_has_that_commit_not_acknowledged(
    ledger: SqliteLedger, books: Path, damage: Callable[[Path], None]
) -> None:
    connection = ledger._connection
    assert connection is not None
    connection.set_trace_callback(lambda text: damage(books) if "INSERT" in text else None)
    with pytest.raises(LedgerError, match="đang đếm"):
        ledger.add("2", TODAY, 1)


def test_the_same_file_put_back_is_counted_in_at_once(ledger: SqliteLedger, books: Path) -> None:
    away = books.with_name("away")
    books.rename(away)
    with pytest.raises(LedgerError, match="không còn ở đó"):
        ledger.add("2", TODAY, 1)
    away.rename(books)
    ledger.cancel("2")
    assert ledger.add("3", TODAY, 1) == Totals(4, 4, 4)


def test_a_whole_copy_put_back_without_the_old_log_is_counted_in(
    ledger: SqliteLedger, books: Path
) -> None:
    copy = books.with_name("copy")
    ledger.backup(copy)
    books.unlink()
    with pytest.raises(LedgerError):
        ledger.add("2", TODAY, 1)
    copy.replace(books)
    with pytest.raises(LedgerError, match="-wal vẫn của tệp cũ"):
        ledger.add("2", TODAY, 1)
    for end in ENDS[1:]:
        books.with_name(books.name + end).unlink(missing_ok=True)
    assert ledger.add("3", TODAY, 1) == Totals(4, 4, 4)


def test_an_older_copy_is_taken_only_by_a_new_service(ledger: SqliteLedger, books: Path) -> None:
    copy = books.with_name("copy")
    ledger.backup(copy)
    ledger.add("2", TODAY, 2)
    _remove_all(books)
    shutil.copy(copy, books)
    with pytest.raises(LedgerError, match="thiếu 2 lượt"):
        ledger.add("3", TODAY, 1)
    ledger.close()
    again = SqliteLedger(books)
    assert again.add("4", TODAY, 1) == Totals(4, 4, 4)
    again.close()


@pytest.mark.parametrize("damage", [_remove_all, _replace_by_others, _cut])
def test_lost_books_are_begun_anew_only_when_their_note_is_taken_away(
    ledger: SqliteLedger, books: Path, damage: Callable[[Path], None]
) -> None:
    ledger.close()
    damage(books)
    for alone in (True, False):
        with pytest.raises(UnsuitableError, match=r"xóa cả counter\.sqlite3"):
            SqliteLedger(books, alone=alone)
    _remove_all(books)
    books.with_name("counter.sqlite3.id").unlink()
    new = SqliteLedger(books)
    assert new.books().days == ()
    new.close()


def test_books_without_a_token_or_a_note_get_them(books: Path) -> None:
    with sqlite3.connect(books) as old:
        old.execute("CREATE TABLE day (day TEXT PRIMARY KEY, visits INTEGER) WITHOUT ROWID")
        old.execute("INSERT INTO day VALUES ('2026-01-01', 7)")
    old.close()
    ledger = SqliteLedger(books)
    assert ledger.add("1", TODAY, 1) == Totals(8, 8, 8)
    assert len(books.with_name("counter.sqlite3.id").read_text()) == 32
    ledger.close()


@pytest.mark.parametrize("text", [b"", b"\xff\x00" * 100, b"x" * 100_000, b"0" * 32])
def test_a_note_of_something_else_is_refused_or_written_anew(
    ledger: SqliteLedger, books: Path, text: bytes
) -> None:
    ledger.close()
    books.with_name("counter.sqlite3.id").write_bytes(text)
    if text:
        with pytest.raises(UnsuitableError, match=r"không phải tệp ghi trong counter\.sqlite3\.id"):
            SqliteLedger(books)
    else:
        SqliteLedger(books).close()


@pytest.mark.parametrize("end", ENDS[1:])
def test_a_log_that_is_deleted_is_written_into_the_books_and_begun_anew(
    ledger: SqliteLedger, books: Path, end: str
) -> None:
    books.with_name(books.name + end).unlink()
    assert ledger.add("2", TODAY, 1).total == 4
    copy = books.with_name("copy")
    for one in ENDS:
        shutil.copy(f"{books}{one}", f"{copy}{one}")
    crashed = SqliteLedger(copy)
    assert crashed.books().days == ((TODAY, 4),)
    crashed.close()


def test_what_others_do_rightly_is_no_loss(ledger: SqliteLedger, books: Path) -> None:
    with sqlite3.connect(books, isolation_level=None) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert ledger.add("2", TODAY, 1).total == 4
        other.execute("UPDATE day SET visits = visits + 100")
        assert ledger.add("3", TODAY, 1).total == 105
        other.execute("VACUUM")
        assert ledger.add("4", TODAY, 1).total == 106
    other.close()
    os.utime(books)
    assert ledger.add("5", TODAY, 1).total == 107


def test_a_service_whose_books_are_deleted_answers_503_and_says_what_to_do(books: Path) -> None:
    service = Service("--database", str(books))
    wire = Wire(service.port)
    assert wire.ask(request(x_forwarded_for="192.0.2.1")).json()["total"] == 1
    away = books.with_name("away")
    books.rename(away)
    for path, method in (
        ("/tk/v1/visit", "POST"),
        ("/tk/v1/p.gif", "GET"),
        ("/tk/v1/stats", "GET"),
        ("/tk/healthz", "GET"),
        ("/tk/chart", "GET"),
    ):
        assert wire.ask(request(path, method, x_forwarded_for="192.0.2.2")).status == 503
    assert not books.exists()
    away.rename(books)
    assert wire.ask(request(x_forwarded_for="192.0.2.2")).json()["total"] == 2
    wire.close()
    said = service.stop()
    assert f"LỖI: chưa đếm được: tệp {books} không còn ở đó. Dừng bộ đếm, đặt lại" in said
    assert "Đã đếm lại được." in said
    assert "Traceback" not in said
