"""Counting a batch of hits: who is new, then the books, then the numbers."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from plugins.counter.clock import Clock
from plugins.counter.service.errors import LedgerError, NotCountedError, VisitorsError
from plugins.counter.service.ledgers.ledger import Ledger
from plugins.counter.service.visitors.visits import Hit, Visitors
from plugins.counter.stats import Stats


@dataclass(frozen=True)
class Count:
    """What counting a batch led to: the numbers after it, and whom it turned away."""

    stats: Stats
    turned_away: frozenset[int]


class Counter:
    """The visitors and the books, used by one thread."""

    def __init__(self, visitors: Visitors, ledger: Ledger, clock: Clock) -> None:
        self._visitors, self._ledger, self._clock = visitors, ledger, clock
        self._doubtful = ""  # a batch of which nobody knows whether it was counted

    def count(self, hits: Sequence[Hit]) -> Count:
        """Count the hits, none at all to only read, and return once that cannot be lost.

        Raises :class:`NotCountedError` where the visitors or the books do not answer.
        """
        now, moment = self._clock.seconds(), self._clock.moment()
        begun, turned_away = 0, frozenset[int]()
        try:
            self._settle()
            batch = self._doubtful = secrets.token_hex(8)
            if hits:
                result = self._visitors.begin(batch, hits, now)
                begun, turned_away = result.begun, frozenset(result.turned_away)
            online = self._visitors.online(now)
            # Last: what is in the books is never taken back because something else failed.
            totals = self._ledger.add(batch, moment.date(), begun)
        except (VisitorsError, LedgerError) as error:
            raise NotCountedError(str(error)) from error
        self._doubtful = ""
        return Count(Stats(online, totals, moment), turned_away)

    def close(self) -> None:
        """Close the visitors and the books."""
        with suppress(VisitorsError, LedgerError):
            self._settle()
        self._visitors.close()
        self._ledger.close()

    def _settle(self) -> None:
        """Take back what a failed batch may have left, before anything else is counted: so there
        is never more than one, however long an outage takes.
        """
        if self._doubtful:
            self._visitors.cancel(self._doubtful)
            self._ledger.cancel(self._doubtful)
            self._doubtful = ""
