"""Who guesses passwords has to wait: after a few failures for a name from one address, after more
for one address or one name. Who knows his own password is kept out by nobody else's guesses from
elsewhere until these are very many (OWASP ASVS 5.0, 6.3.1)."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from plugins.desk.web.store.database import Database

WINDOW = 15 * 60.0
"""Seconds for which a failure counts."""
_BOTH, _ADDRESS, _NAME = 5, 30, 100  # failures within these


class Throttle:
    """Failures to sign in, in the desk's database; ``now`` gives seconds since 1970."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    def minutes_to_wait(self, name: str, address: str) -> int:
        """Return for how long nobody may sign in under a name from an address; 0: he may."""
        since = self._now() - WINDOW
        limits = (
            ("name=?1 AND address=?2", _BOTH),
            ("address=?2 AND ?1=?1", _ADDRESS),
            ("name=?1 AND ?2=?2", _NAME),
        )
        waits = [0.0]
        with self._database.transaction() as db:
            for condition, most in limits:
                row = db.execute(
                    f"SELECT at FROM failure WHERE {condition} AND at>?3 "  # noqa: S608 - conditions of our own
                    "ORDER BY at DESC LIMIT 1 OFFSET ?4",
                    (name.strip(), address, since, most - 1),
                ).fetchone()
                if row:
                    waits.append(row["at"] + WINDOW - self._now())
        return math.ceil(max(waits) / 60)

    def failed(self, name: str, address: str) -> None:
        """Note a failure."""
        now = self._now()
        with self._database.transaction() as db:
            db.execute("DELETE FROM failure WHERE at<?", (now - WINDOW,))
            db.execute("INSERT INTO failure VALUES (?, ?, ?)", (name.strip()[:80], address, now))

    def succeeded(self, name: str, address: str) -> None:
        """Forget the failures of who has signed in after all."""
        with self._database.transaction() as db:
            db.execute("DELETE FROM failure WHERE name=? AND address=?", (name.strip(), address))
