"""Publications that were asked for, and how far each has come: kept, so that a killed process goes
on where it was."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from plugins.desk.web.store.database import Database

Stage = Literal["queued", "building", "live", "failed"]
Action = Literal["publish", "correct", "withdraw"]


@dataclass(frozen=True)
class Publication:
    """One of them; ``note`` is what a correction says, or why an article is withdrawn. ``before``
    is what the file had in it, ``None`` if it was not there; ``photos`` are those that were put
    beside it; ``url`` is its address on the site once it is live. ``message`` is how it ended;
    while it is built, the digest of what is written into the file."""

    id: int
    draft: str
    version: int
    action: Action
    user: int
    at: float
    note: str
    state: Stage
    path: str
    before: bytes | None
    photos: list[str]
    message: str
    url: str


_COLUMNS = "id, draft, version, action, user, at, note, state, path, before, photos, message, url"


class Queue:
    """The publications in the desk's database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ask(self, draft: str, version: int, user: int, action: Action, note: str) -> int:
        """Have something done with a version of a draft; return the publication's number."""
        with self._database.transaction() as db:
            new = db.execute(
                "INSERT INTO publication (draft, version, action, user, at, note, state, path, "
                "photos, message, url) VALUES (?, ?, ?, ?, ?, ?, 'queued', '', '[]', '', '')",
                (draft, version, action, user, time.time(), note),
            )
            return int(new.lastrowid or 0)

    def next(self) -> Publication | None:
        """Return the one that is next, if one waits."""
        return self._first("state='queued' ORDER BY id")

    def unfinished(self) -> Publication | None:
        """Return one that a process began that is no more."""
        return self._first("state='building' ORDER BY id")

    def last_of(self, draft: str) -> Publication | None:
        """Return the last one of a draft."""
        return self._first("draft=? ORDER BY id DESC", draft)

    def begin(
        self, number: int, path: str, before: bytes | None, written: str, photos: Sequence[str]
    ) -> None:
        """Note what is about to be written: over what, the digest of it, and which photos."""
        with self._database.transaction() as db:
            db.execute(
                "UPDATE publication SET state='building', path=?, before=?, message=?, photos=? "
                "WHERE id=?",
                (path, before, written, json.dumps(photos), number),
            )

    def end(self, number: int, state: Stage, message: str = "", url: str = "") -> None:
        """Note how one ended, or that it is to be begun anew."""
        with self._database.transaction() as db:
            db.execute(
                "UPDATE publication SET state=?, message=?, url=? WHERE id=?",
                (state, message, url, number),
            )

    def _first(self, condition: str, *values: object) -> Publication | None:
        with self._database.transaction() as db:
            row = db.execute(
                f"SELECT {_COLUMNS} FROM publication WHERE {condition} LIMIT 1",  # noqa: S608 - conditions of our own
                values,
            ).fetchone()
        if row is None:
            return None
        return Publication(**{**dict(row), "photos": json.loads(row["photos"])})
