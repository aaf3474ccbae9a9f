"""The four numbers that readers see, and the form in which they travel."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import NamedTuple

VERSION = 1
"""Of the answer's form: a widget that does not know it shows what it has."""


class Totals(NamedTuple):
    """Visits of a day, of its week since Monday, and of all time; today ≤ week ≤ total."""

    today: int
    week: int
    total: int


class Stats(NamedTuple):
    """What the block shows, with the moment (in Viet Nam) at which it was so."""

    online: int
    totals: Totals
    as_of: datetime

    def json(self) -> bytes:
        """Return the answer's body."""
        return json.dumps(
            {
                "v": VERSION,
                "online": self.online,
                "today": self.totals.today,
                "week": self.totals.week,
                "total": self.totals.total,
                "as_of": self.as_of.isoformat(timespec="seconds"),
            },
            separators=(",", ":"),
        ).encode()

    def etag(self) -> bytes:
        """Return a weak validator (RFC 9110, section 8.8.1): the same numbers, the same tag."""
        totals = self.totals
        numbers = (self.online, totals.today, totals.week, totals.total)
        return b'W/"%s"' % "-".join(map(str, numbers)).encode()


def monday(day: date) -> date:
    """Return the Monday with which the week of ``day`` begins (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def grouped(number: int) -> str:
    """Return a number as Vietnamese writes it: ``1.234.567``."""
    return f"{number:,}".replace(",", ".")
