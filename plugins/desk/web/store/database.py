"""The desk's one SQLite file. What :meth:`Database.transaction` has ended is on the disk."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_VERSION = 3
_DRAFT_PATH = """
CREATE UNIQUE INDEX draft_path ON draft (path) WHERE path <> '' AND state <> 'discarded';
"""
_SCHEMA = f"""
CREATE TABLE user (
    id INTEGER PRIMARY KEY, name TEXT UNIQUE COLLATE NOCASE, full_name TEXT, email TEXT,
    role TEXT, password TEXT, active INTEGER);
CREATE TABLE session (
    token BLOB PRIMARY KEY, user INTEGER, csrf TEXT, created REAL, seen REAL) WITHOUT ROWID;
CREATE TABLE failure (name TEXT COLLATE NOCASE, address TEXT, at REAL);
CREATE INDEX failure_at ON failure (at);
CREATE TABLE journal (id INTEGER PRIMARY KEY, at REAL, user TEXT, action TEXT, about TEXT,
    detail TEXT);
CREATE INDEX journal_about ON journal (about);
CREATE TABLE draft (
    id TEXT PRIMARY KEY, path TEXT, base BLOB, state TEXT, version INTEGER, form TEXT,
    writer INTEGER, changed REAL, created REAL, note TEXT);
{_DRAFT_PATH}
CREATE TABLE version (
    draft TEXT, version INTEGER, user INTEGER, tab TEXT, at REAL, form TEXT, typed INTEGER,
    PRIMARY KEY (draft, version)
    ) WITHOUT ROWID;
CREATE TABLE aside (
    id INTEGER PRIMARY KEY, draft TEXT, user INTEGER, tab TEXT, at REAL, form TEXT,
    settled REAL, typed INTEGER);
CREATE INDEX aside_draft ON aside (draft);
CREATE TABLE presence (
    draft TEXT, user INTEGER, tab TEXT, at REAL, PRIMARY KEY (draft, tab)) WITHOUT ROWID;
CREATE TABLE publication (
    id INTEGER PRIMARY KEY, draft TEXT, version INTEGER, action TEXT, user INTEGER, at REAL,
    note TEXT, state TEXT, path TEXT, before BLOB, photos TEXT, message TEXT, url TEXT);
CREATE INDEX publication_draft ON publication (draft);
"""
_TYPED = """
ALTER TABLE version ADD COLUMN typed INTEGER; ALTER TABLE aside ADD COLUMN typed INTEGER;
"""
_STEPS = {0: _SCHEMA, 1: f"DROP INDEX draft_path; {_DRAFT_PATH}{_TYPED}", 2: _TYPED}
"""What makes of a file of each version one of the newest."""


class Database:
    """The desk's file, for any thread: one transaction at a time."""

    def __init__(self, file: Path) -> None:
        """Open it, or make it. Raises ``sqlite3.DatabaseError`` and ``OSError``."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.parent.chmod(0o700)  # passwords and drafts are nobody else's
        self.file = file
        self._lock = threading.RLock()
        self._db = sqlite3.connect(file, isolation_level=None, check_same_thread=False, timeout=30)
        self._db.row_factory = sqlite3.Row
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")  # a saved text outlives a power cut
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version in _STEPS:
            with self.transaction() as db:
                for statement in _STEPS[version].split(";"):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version={_VERSION}")
        elif version != _VERSION:
            raise sqlite3.DatabaseError(f"phiên bản {version}, chương trình cần {_VERSION}")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the connection; what is done with it is kept whole, or not at all if it raises.

        One within another belongs to that.
        """
        with self._lock:
            if self._db.in_transaction:
                yield self._db
                return
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                self._take_back()
                raise

    def _take_back(self) -> None:
        """End a transaction that came to nothing. A full disk ends some by itself, and leaves
        others open: what came next would be done within one that nothing ends."""
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def copy_to(self, file: Path) -> None:
        """Write a copy of all of it, as it is at one moment, while others use it."""
        with self._lock, sqlite3.connect(file) as copy:
            self._db.backup(copy)
        copy.close()

    def close(self) -> None:
        """Leave."""
        with self._lock:
            self._db.close()
