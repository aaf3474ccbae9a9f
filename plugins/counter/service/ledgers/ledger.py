"""The books: how many visits each day had. Whatever was acknowledged is in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from plugins.counter.stats import Totals


@dataclass(frozen=True)
class Import:
    """``visits`` that another counter had made up to and with ``as_of``, and when we noted it."""

    visits: int
    as_of: date
    recorded: datetime


@dataclass(frozen=True)
class Books:
    """Everything that is kept: visits by day, in order, and the imports, oldest first.

    The latest import is the one that counts; the others are its history.
    """

    days: tuple[tuple[date, int], ...]
    imports: tuple[Import, ...]

    @property
    def imported(self) -> int:
        """Visits before this counter."""
        return self.imports[-1].visits if self.imports else 0


class Ledger(Protocol):
    """Counts of days. One thread uses it; every method may raise :class:`LedgerError`."""

    def add(self, batch: str, day: date, visits: int) -> Totals:
        """Count the visits (0 or more) and return the totals once they cannot be lost.

        After an error it is not known whether they were counted: ``cancel`` the batch.
        """

    def cancel(self, batch: str) -> None:
        """Take back a batch, if it was counted at all. To cancel twice changes nothing."""

    def record(self, entry: Import) -> bool:
        """Note what another counter had; ``False`` if the latest import says the same."""

    def books(self) -> Books:
        """Return everything."""

    def close(self) -> None:
        """Let go of files and connections."""
