"""What can happen to the counter, as data, and a clock that obeys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from plugins.counter.clock import TIME_ZONE
from plugins.counter.service.identity import Salts, identify
from plugins.counter.service.visitors.visits import Hit

DAY = 24 * 60 * 60
BEGINNING = datetime(2025, 12, 28, 16, 59, 50, tzinfo=UTC)
"""Ten seconds before a Monday begins in Viet Nam, in the last week of a year."""


class SimulatedClock:
    """A clock that stands still until it is told."""

    def __init__(self) -> None:
        self.now = 10 * DAY
        self.wall = BEGINNING

    def seconds(self) -> int:
        """Return the seconds that have passed."""
        return self.now

    def moment(self) -> datetime:
        """Return what the wall's clock shows."""
        return self.wall.astimezone(TIME_ZONE)

    def wait(self, seconds: int) -> None:
        """Let time pass on both clocks."""
        self.now += seconds
        self.wall += timedelta(seconds=seconds)

    def jump(self, seconds: int) -> None:
        """Set the wall's clock, forward or back."""
        self.wall += timedelta(seconds=seconds)


@dataclass(frozen=True)
class Batch:
    """Visitors, by number, whose hits share a commit."""

    visitors: tuple[int, ...]


@dataclass(frozen=True)
class Wait:
    """Seconds pass."""

    seconds: int


@dataclass(frozen=True)
class Jump:
    """Somebody sets the machine's date."""

    seconds: int


@dataclass(frozen=True)
class Restart:
    """The service ends and starts again, with its visitors or without."""

    remembers: bool


@dataclass(frozen=True)
class Fault:
    """The next batch fails at the books: before they have it, or after, which nobody can tell. Or
    their file is ``away`` for as long.
    """

    after: bool
    away: bool = False


@dataclass(frozen=True)
class Imported:
    """A newsroom brings its old counter's number."""

    visits: int


Step = Batch | Wait | Jump | Restart | Fault | Imported

NETWORKS = 3


def hit(visitor: int, salts: Salts, now: int) -> Hit:
    """Return a visitor's hit, from one of few networks."""
    found = identify(f"192.0.2.{visitor}", b"Mozilla/5.0", salts.pair(now))
    return found._replace(network=visitor % NETWORKS)
