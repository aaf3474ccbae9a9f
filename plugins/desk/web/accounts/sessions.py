"""Who has signed in: a random token in a cookie, of which only the hash is kept."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from plugins.desk.web.accounts.users import User
from plugins.desk.web.store.database import Database

IDLE = 3 * 3600.0
"""Seconds after which a session that nobody uses ends."""
LONGEST = 14 * 3600.0
"""Seconds after which every session ends: a day's work."""
_TOUCHED = 60.0  # seconds: a session's use is noted no oftener


@dataclass(frozen=True)
class Session:
    """Somebody who has signed in; ``csrf`` is what his forms say."""

    user: User
    csrf: str


class Sessions:
    """The sessions in the desk's database; ``now`` gives seconds since 1970."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    def begin(self, user: User) -> str:
        """Begin a session; return its token."""
        token, now = secrets.token_urlsafe(32), self._now()
        with self._database.transaction() as db:
            db.execute("DELETE FROM session WHERE seen<? OR created<?", (now - IDLE, now - LONGEST))
            db.execute(
                "INSERT INTO session VALUES (?, ?, ?, ?, ?)",
                (_hash(token), user.id, secrets.token_urlsafe(32), now, now),
            )
        return token

    def find(self, token: str) -> Session | None:
        """Return the session of a token, unless it has ended."""
        now = self._now()
        with self._database.transaction() as db:
            row = db.execute(
                "SELECT u.id, u.name, u.full_name, u.email, u.role, s.csrf, s.seen "
                "FROM session s JOIN user u ON u.id=s.user AND u.active "
                "WHERE s.token=? AND s.seen>=? AND s.created>=?",
                (_hash(token), now - IDLE, now - LONGEST),
            ).fetchone()
            if row is None:
                return None
            if row["seen"] < now - _TOUCHED:
                db.execute("UPDATE session SET seen=? WHERE token=?", (now, _hash(token)))
        return Session(User(*row[:5]), row["csrf"])

    def end(self, token: str) -> None:
        """End a session."""
        with self._database.transaction() as db:
            db.execute("DELETE FROM session WHERE token=?", (_hash(token),))


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
