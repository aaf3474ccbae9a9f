"""Who did what and when, kept for good: nothing here is ever changed or deleted."""

from __future__ import annotations

import time
from typing import NamedTuple

from plugins.desk.web.store.database import Database


class Event(NamedTuple):
    """Something that was done: ``at`` is in seconds since 1970, ``about`` a path or an account."""

    at: float
    user: str
    action: str
    about: str
    detail: str


class Journal:
    """What is done on the desk, in its database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, user: str, action: str, about: str = "", detail: str = "") -> None:
        """Write down that ``user`` did something; no password may be among it."""
        with self._database.transaction() as db:
            db.execute(
                "INSERT INTO journal (at, user, action, about, detail) VALUES (?, ?, ?, ?, ?)",
                (time.time(), user, action, about, detail),
            )

    def latest(self, most: int = 200, about: str | None = None) -> list[Event]:
        """Return what was done last, the newest first; of one thing, or of all."""
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT at, user, action, about, detail FROM journal "
                "WHERE ?1 IS NULL OR about=?1 ORDER BY id DESC LIMIT ?2",
                (about, most),
            ).fetchall()
        return [Event(*row) for row in rows]
