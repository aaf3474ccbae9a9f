"""Whether an SQLite database is still the file that was opened.

SQLite itself does not look: it goes on committing to a file that was deleted or replaced, and to
what is left of one that was cut short (sqlite.org/howtocorrupt.html, 4 and 8). So the file system
is asked before and after every use which files are at the path, and a random token in the database,
noted in a file beside it, tells the books from others and from new ones.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from plugins.counter.service.errors import LedgerError

IDENTITY = "CREATE TABLE IF NOT EXISTS identity (token TEXT NOT NULL);"
_NEW_TOKEN = "INSERT INTO identity VALUES (lower(hex(randomblob(16))))"  # noqa: S105 - no secret
_LONGEST = 64  # bytes of a note that are read
_GONE = (0, 0, 0, 0)


class _Facts(NamedTuple):
    """Device, inode and size of the database, of its log (-wal) and of that one's index (-shm);
    when the database was written, which only a checkpoint does."""

    main: tuple[int, int, int]
    log: tuple[int, int, int]
    log_index: tuple[int, int, int]
    written: int

    @property
    def which(self) -> list[tuple[int, int]]:
        """The files themselves, whatever is in them."""
        return [one[:2] for one in (self.main, self.log, self.log_index)]


class DatabaseFile:
    """A database at a path. Which one it must be is known from the note, or once it was ``named``.

    Every method may raise ``LedgerError`` where it is not, with what to do, in Vietnamese.
    """

    def __init__(self, path: Path) -> None:
        """Read the note; raises ``OSError`` where that cannot be done."""
        self.path = path
        self._paths = [path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))]
        self._note = path.with_name(f"{path.name}.id")
        self._token = self._noted()
        self._left: _Facts | None = None

    def make(self) -> None:
        """Have an empty file there, unless there is one, or was one that is gone."""
        if not self._token and not self.path.exists():
            self.path.touch()

    def name(self, connection: sqlite3.Connection) -> None:
        """Give the database its token, if it has none, and note it."""
        token = _token_in(connection)
        if not token:
            connection.execute(_NEW_TOKEN)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # for ``examine``
            token = _token_in(connection)
        if self._token != token:
            new = self._note.with_name(f"{self._note.name}.new")
            new.write_text(token, encoding="ascii")
            new.replace(self._note)
            self._token = token

    def connect(self, patience: float, least: int) -> sqlite3.Connection:
        """Open the database, which holds ``least`` visits or more; nothing is made at its path."""
        facts = self._facts()
        if facts.main == _GONE[:3]:
            raise self._lost("không còn ở đó")
        left = self._left
        if left and facts.main[:2] != left.main[:2] and facts.log[:2] == left.log[:2] != _GONE[:2]:
            # The log of the one before would be taken for that of the new one, and spoil it.
            raise self._lost("đã bị thay bằng tệp khác, mà -wal vẫn của tệp cũ")
        connection = sqlite3.connect(
            self._uri("mode=rw"),
            uri=True,
            timeout=patience,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            if self._token:
                self._check(connection, least)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("SELECT 1 FROM sqlite_schema")  # which opens the log
        except (sqlite3.Error, LedgerError):
            connection.close()
            raise
        self._left = self._facts()
        return connection

    def is_as_left(self) -> bool:
        """Tell whether nobody else did anything to the files since ``leave``."""
        return self._left is not None and self._facts() == self._left

    def examine(self, connection: sqlite3.Connection) -> None:
        """Look what somebody else did to the files; raises ``LedgerError`` where the database was
        cut short or written over. Until that is mended, its connection must not be closed: SQLite
        would write its log into what is there now.
        """
        main, left = self._facts().main, self._left
        if left is None or main[:2] != left.main[:2]:
            return  # gone, or another file: closing writes nothing then, and ``connect`` tells
        if main[2] < left.main[2]:
            pages, size = (
                connection.execute(f"PRAGMA {what}").fetchone()[0]
                for what in ("page_count", "page_size")
            )
            if main[2] < pages * size:  # no VACUUM of somebody else's
                raise self._lost("đã bị cắt bớt trong lúc đang đếm")
        try:
            # Reads what is in the file, whatever is in its log.
            with closing(sqlite3.connect(self._uri("mode=ro&immutable=1"), uri=True)) as there:
                token = _token_in(there)
        except sqlite3.Error:
            token = ""
        if token != self._token:
            raise self._lost("đã bị ghi đè trong lúc đang đếm")

    def leave(self) -> None:
        """Note how the files are after something was read or written. Raises ``LedgerError`` where
        that went to files that are no longer there."""
        facts, left = self._facts(), self._left
        if facts.main == _GONE[:3]:
            raise self._lost("đã bị xóa trong lúc đang đếm")
        if left and (facts.which != left.which or facts.main[2] < left.main[2]):
            raise self._lost("(hoặc -wal, -shm của nó) đã bị thay, xóa hoặc cắt bớt lúc đang đếm")
        self._left = facts

    def _uri(self, options: str) -> str:
        return f"{self.path.absolute().as_uri()}?{options}"

    def _check(self, connection: sqlite3.Connection, least: int) -> None:
        if _token_in(connection) != self._token:
            raise self._lost(f"không phải tệp ghi trong {self._note.name}")
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise self._lost("đã hỏng")
        visits = connection.execute("SELECT COALESCE(SUM(visits), 0) FROM day").fetchone()[0]
        if visits < least:
            raise self._lost(
                f"thiếu {least - visits} lượt đã báo là đếm xong (chạy lại là chấp nhận mất)"
            )

    def _facts(self) -> _Facts:
        main, log, log_index = (_stat(path) for path in self._paths)
        return _Facts(main[:3], log[:3], log_index[:3], main[3])

    def _noted(self) -> str:
        try:
            with self._note.open("rb") as file:
                return file.read(_LONGEST).decode("ascii", "replace").strip()
        except FileNotFoundError:
            return ""

    def _lost(self, what: str) -> LedgerError:
        name = self.path.name
        return LedgerError(
            f"tệp {self.path} {what}. Dừng bộ đếm, đặt lại đúng tệp ấy, hoặc xóa {name}-wal và "
            f"{name}-shm rồi đặt một bản sao lưu, và chạy lại; muốn đếm lại từ đầu thì xóa cả "
            f"{name}, {name}-wal, {name}-shm và {self._note.name}"
        )


def _stat(path: Path) -> tuple[int, int, int, int]:
    try:
        found = os.stat(path)  # noqa: PTH116 - a third of the time of Path.stat
    except FileNotFoundError:
        return _GONE
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _token_in(connection: sqlite3.Connection) -> str:
    """Return the token of a database, empty where it has none."""
    found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'identity'").fetchone()
    row = found and connection.execute("SELECT token FROM identity").fetchone()
    return str(row[0]) if row else ""
