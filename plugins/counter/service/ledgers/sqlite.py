"""The books in an SQLite file: one row a day, and the imports.

Write-ahead log; with ``synchronous=FULL`` a commit returns once the disk has it, so
that a power cut loses nothing that was acknowledged (sqlite.org/pragma.html).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from plugins.counter.service.errors import LedgerError, UnsuitableError
from plugins.counter.service.ledgers.database_file import IDENTITY, DatabaseFile
from plugins.counter.service.ledgers.ledger import Books, Import
from plugins.counter.stats import Totals, monday

PATIENCE = 0.5
"""Seconds to wait for another program's lock: a reader waits as long."""
_SCHEMA = f"""
{IDENTITY}
CREATE TABLE IF NOT EXISTS day (
    day TEXT PRIMARY KEY,
    visits INTEGER NOT NULL CHECK (visits >= 0)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS import (
    id INTEGER PRIMARY KEY,
    visits INTEGER NOT NULL CHECK (visits >= 0),
    as_of TEXT NOT NULL,
    recorded TEXT NOT NULL
);
"""
_WRITE = """
INSERT INTO day VALUES (?, ?) ON CONFLICT DO UPDATE SET visits = excluded.visits
"""
_IMPORTED = "COALESCE((SELECT visits FROM import ORDER BY id DESC LIMIT 1), 0)"
_SUMS = f"""
SELECT COALESCE(SUM(visits) FILTER (WHERE day = :today), 0),
       COALESCE(SUM(visits) FILTER (WHERE day >= :monday AND day < :today), 0),
       COALESCE(SUM(visits) FILTER (WHERE day <> :today), 0),
       {_IMPORTED}
FROM day
"""


class SqliteLedger:
    """Books that one process writes; others may read, back up, and record an import.

    A day's count is written as the number that it must be, not as an addition: should a
    commit report an error and be on the disk all the same, the number before puts it right.
    """

    def __init__(self, path: Path, *, synchronous: str = "FULL", alone: bool = True) -> None:
        """Open the file, made where there never was one.

        ``alone`` keeps a second service away. Raises :class:`UnsuitableError`.
        """
        self.path, self._synchronous = path, synchronous
        self._lock = FileLock(f"{path}.lock", thread_local=False)
        self._connection: sqlite3.Connection | None = None
        self._day: date | None = None
        self._today = 0
        self._others = (0, 0, 0)  # this week before today; all days but today; imported
        self._version = -1
        self._last = ("", "", 0)  # the last batch, its day, and that day's count before it
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if alone:
                self._lock.acquire(timeout=0)
            self._file = DatabaseFile(path)
            self._file.make()
            with self._open() as connection:
                connection.executescript(_SCHEMA)
                if alone:
                    self._file.name(connection)
        except Timeout:
            raise UnsuitableError(
                f"tệp {path} đang được một tiến trình đếm khác dùng; mỗi tệp chỉ một tiến trình"
            ) from None
        except (OSError, LedgerError) as error:
            self._lock.release()
            raise UnsuitableError(f"không mở được cơ sở dữ liệu {path}: {error}") from error

    def add(self, batch: str, day: date, visits: int) -> Totals:
        """Count the visits and return the totals once the disk has them."""
        with self._open() as connection:
            self._look(connection, day)
            if visits:
                self._last = (batch, day.isoformat(), self._today)
                # One statement is one transaction.
                connection.execute(_WRITE, (day.isoformat(), self._today + visits))
        self._today += visits  # now that it is known to be where the next service looks
        week, others, imported = self._others
        return Totals(self._today, self._today + week, self._today + others + imported)

    def cancel(self, batch: str) -> None:
        """Take back a batch, if it was the last and is on the disk."""
        last, day, before = self._last
        if batch != last:
            return
        with self._open() as connection:
            found = connection.execute("SELECT visits FROM day WHERE day = ?", (day,)).fetchone()
            if found is not None and found[0] != before:
                connection.execute(_WRITE, (day, before))
        self._today, self._day = before, None  # read everything again
        self._last = ("", "", 0)

    def record(self, entry: Import) -> bool:
        """Note what another counter had; ``False`` if the latest import says the same."""
        with self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            last = connection.execute(
                "SELECT visits, as_of FROM import ORDER BY id DESC LIMIT 1"
            ).fetchone()
            new = (entry.visits, entry.as_of.isoformat())
            if new != last:
                connection.execute(
                    "INSERT INTO import (visits, as_of, recorded) VALUES (?, ?, ?)",
                    (*new, entry.recorded.isoformat(timespec="seconds")),
                )
            connection.execute("COMMIT")
            self._version = -1  # SQLite's changes for others' writes only
        return bool(new != last)

    def books(self) -> Books:
        """Return everything."""
        with self._open() as connection:
            days = connection.execute("SELECT day, visits FROM day ORDER BY day").fetchall()
            imports = connection.execute(
                "SELECT visits, as_of, recorded FROM import ORDER BY id"
            ).fetchall()
        return Books(
            tuple((date.fromisoformat(day), visits) for day, visits in days),
            tuple(
                Import(visits, date.fromisoformat(as_of), datetime.fromisoformat(recorded))
                for visits, as_of, recorded in imports
            ),
        )

    def backup(self, target: Path) -> None:
        """Copy the books, whole and consistent, while they are being written.

        Raises :class:`UnsuitableError` for the books themselves as their own copy.
        """
        if target.resolve() == self.path.resolve():
            raise UnsuitableError(f"{target} chính là cơ sở dữ liệu; chọn một tệp khác")
        with self._open() as connection, sqlite3.connect(target) as copy:
            connection.backup(copy)
        copy.close()

    def close(self) -> None:
        """Close the file; the next service may open it."""
        self._drop()
        self._lock.release()

    def _look(self, connection: sqlite3.Connection, day: date) -> None:
        """Read the sums again when the day or somebody else's write changed them."""
        version = connection.execute("PRAGMA data_version").fetchone()[0]
        if day == self._day and version == self._version:
            return
        bounds = {"today": day.isoformat(), "monday": monday(day).isoformat()}
        self._today, *others = connection.execute(_SUMS, bounds).fetchone()
        self._others = (others[0], others[1], others[2])
        self._day, self._version = day, version

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Give the connection, opened anew after an error, or where another program was at the
        file: what it knew may be wrong.
        """
        try:
            if self._connection is not None and not self._file.is_as_left():
                self._file.examine(self._connection)
                self._drop()
            if self._connection is None:
                self._connection = self._connect()
            yield self._connection
            self._file.leave()
        except (sqlite3.Error, OSError) as error:
            self._drop()
            raise LedgerError(str(error)) from error

    def _connect(self) -> sqlite3.Connection:
        connection = self._file.connect(PATIENCE, self._today + self._others[1])
        connection.execute(f"PRAGMA synchronous = {self._synchronous}")
        return connection

    def _drop(self) -> None:
        self._version = -1
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
