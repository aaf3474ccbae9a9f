"""Signatures of files and names in folders, as the state keeps them."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from plugins.engine.scan.content_folder import FileSignature
from plugins.engine.store.codec import pack_plain, unpack_plain

if TYPE_CHECKING:
    import sqlite3

_PARTS = 64  # a build of one article writes one of them; a row a file takes long to read
SCHEMA = """
CREATE TABLE signatures (
    name TEXT, part INTEGER, signatures BLOB, PRIMARY KEY (name, part)) WITHOUT ROWID;
CREATE TABLE folders (path TEXT PRIMARY KEY, names BLOB) WITHOUT ROWID;
"""


def read_signatures(db: sqlite3.Connection, name: str) -> dict[str, FileSignature]:
    """Return all signatures that are kept under a name: ``sources`` or ``output``."""
    found: dict[str, FileSignature] = {}
    for (part,) in db.execute("SELECT signatures FROM signatures WHERE name=?", (name,)):
        found |= unpack_plain(part)
    return found


def write_signatures(
    db: sqlite3.Connection, name: str, changed: Mapping[str, FileSignature], gone: Iterable[str]
) -> None:
    """Keep signatures of changed files under a name, and forget those of files that went."""
    parts: defaultdict[int, dict[str, FileSignature | None]] = defaultdict(dict)
    new: dict[str, FileSignature | None] = {**dict.fromkeys(gone), **changed}
    for path, signature in new.items():
        parts[zlib.crc32(path.encode()) % _PARTS][path] = signature
    for part, signatures in parts.items():
        query = "SELECT signatures FROM signatures WHERE name=? AND part=?"
        found = db.execute(query, (name, part)).fetchone()
        before = unpack_plain(found[0]) if found else {}
        now = {
            path: signature
            for path, signature in (before | signatures).items()
            if signature is not None
        }
        if now != before:
            values = (name, part, pack_plain(now))
            db.execute("INSERT OR REPLACE INTO signatures VALUES (?, ?, ?)", values)


def read_folders(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Return the names that were in each folder."""
    rows = db.execute("SELECT path, names FROM folders")
    return {path: unpack_plain(names) for path, names in rows}


def read_folder(db: sqlite3.Connection, path: str) -> tuple[str, ...]:
    """Return the names that were in one folder."""
    found = db.execute("SELECT names FROM folders WHERE path=?", (path,)).fetchone()
    names: tuple[str, ...] = unpack_plain(found[0]) if found else ()
    return names


def write_folders(db: sqlite3.Connection, changed: Mapping[str, tuple[str, ...] | None]) -> None:
    """Keep the names in changed folders; those without any names went."""
    rows = ((path, pack_plain(names)) for path, names in changed.items() if names is not None)
    db.executemany("INSERT OR REPLACE INTO folders VALUES (?, ?)", rows)
    gone = ((path,) for path, names in changed.items() if names is None)
    db.executemany("DELETE FROM folders WHERE path=?", gone)
