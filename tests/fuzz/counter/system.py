"""The counter itself, in the simulated world, beside its oracle."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from plugins.counter.clock import SharedClock
from plugins.counter.service.counter import Counter
from plugins.counter.service.errors import LedgerError, NotCountedError
from plugins.counter.service.identity import Salts
from plugins.counter.service.ledgers.ledger import Books, Import, Ledger
from plugins.counter.service.ledgers.sqlite import SqliteLedger
from plugins.counter.service.visitors.memory import MemoryVisitors
from plugins.counter.service.visitors.visits import Visitors
from plugins.counter.stats import Stats, Totals
from tests.fuzz.counter.oracle import Oracle
from tests.fuzz.counter.world import (
    Batch,
    Fault,
    Imported,
    Jump,
    Restart,
    SimulatedClock,
    Step,
    Wait,
    hit,
)


class Difference(Exception):  # noqa: N818 - what it says is found, not what went wrong
    """The counter and the oracle disagree."""


class FaultyLedger:
    """Books that fail once when told."""

    def __init__(self, real: Ledger) -> None:
        self._real = real
        self.fault: Fault | None = None

    def add(self, batch: str, day: date, visits: int) -> Totals:
        """Count, or fail before or after counting."""
        fault, self.fault = self.fault, None
        if fault is not None and fault.away and isinstance(self._real, SqliteLedger):
            away = self._real.path.with_suffix(".away")
            self._real.path.rename(away)
            try:
                totals = self._real.add(batch, day, visits)
            finally:
                away.rename(self._real.path)
            raise Difference(f"counted without a file: {totals}")
        if fault is not None and not fault.after:
            raise LedgerError("before")
        totals = self._real.add(batch, day, visits)
        if fault is not None:
            raise LedgerError("after")
        return totals

    def cancel(self, batch: str) -> None:
        """Cancel."""
        self._real.cancel(batch)

    def record(self, entry: Import) -> bool:
        """Record."""
        return self._real.record(entry)

    def books(self) -> Books:
        """Return everything."""
        return self._real.books()

    def close(self) -> None:
        """Close."""
        self._real.close()


class System:
    """A counter and its oracle; ``open_ledger`` and ``open_visitors`` are called at each start."""

    def __init__(
        self,
        clock: SimulatedClock,
        open_ledger: Callable[[], Ledger],
        open_visitors: Callable[[], Visitors],
        *,
        per_network: int,
    ) -> None:
        self._clock = clock
        self._open_ledger, self._open_visitors = open_ledger, open_visitors
        self._oracle = Oracle(clock, per_network)
        self._start()

    def step(self, step: Step) -> None:
        """Do a step on both sides; raises :class:`Difference`."""
        match step:
            case Wait(seconds):
                self._clock.wait(seconds)
            case Jump(seconds):
                self._clock.jump(seconds)
            case Batch(visitors):
                self._batch(visitors)
            case Fault():
                self._ledger.fault = step
            case Imported(visits):
                self._ledger.record(Import(visits, date(2025, 1, 1), self._clock.moment()))
                self._oracle.record(visits)
            case Restart(remembers):
                self._restart(remembers)
        if self._ledger.fault is None:
            self._compare(self._counter.count([]).stats, step)

    def close(self) -> None:
        """Close the counter."""
        self._counter.close()

    def _start(self) -> None:
        self._visitors = self._open_visitors()
        self._salts = Salts(self._visitors.salt)
        self._ledger = FaultyLedger(self._open_ledger())
        clock = SharedClock(self._clock, self._visitors.ahead)
        self._counter = Counter(self._visitors, self._ledger, clock)

    def _restart(self, remembers: bool) -> None:
        now = self._clock.now
        in_memory = isinstance(self._visitors, MemoryVisitors)
        live = self._visitors.live(now) if isinstance(self._visitors, MemoryVisitors) else {}
        salts = self._salts.known()
        self._counter.close()
        self._start()
        if isinstance(self._visitors, MemoryVisitors) and remembers:
            self._visitors.restore(live, now)
            self._salts.restore(salts)
        if in_memory:  # a server outlives the service, with everything it knows
            self._oracle.restart(remembers=remembers)

    def _batch(self, visitors: tuple[int, ...]) -> None:
        fails = self._ledger.fault is not None
        turned_away = self._oracle.batch(visitors, fails=fails)
        try:
            count = self._counter.count(
                [hit(visitor, self._salts, self._clock.now) for visitor in visitors]
            )
        except NotCountedError:
            if not fails:
                raise
            return
        if fails or count.turned_away != frozenset(turned_away):
            raise Difference(f"turned away {count.turned_away}, expected {turned_away}")
        self._compare(count.stats, Batch(visitors))

    def _compare(self, stats: Stats, step: Step) -> None:
        expected = (self._oracle.online(), self._oracle.totals())
        if (stats.online, stats.totals) != expected:
            raise Difference(f"after {step}: {stats}, expected {expected}")
        totals = stats.totals
        if not 0 <= totals.today <= totals.week <= totals.total:
            raise Difference(f"after {step}: {totals} are out of order")
