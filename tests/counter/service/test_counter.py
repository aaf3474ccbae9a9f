from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from plugins.counter.clock import SharedClock
from plugins.counter.service.counter import Counter
from plugins.counter.service.errors import LedgerError, NotCountedError, VisitorsError
from plugins.counter.service.identity import Salts
from plugins.counter.service.ledgers.redis import RedisLedger
from plugins.counter.service.ledgers.sqlite import SqliteLedger
from plugins.counter.service.visitors.memory import MemoryVisitors
from plugins.counter.service.visitors.redis import RedisVisitors
from plugins.counter.service.visitors.visits import BatchResult, Hit, Limits, Visitors
from plugins.counter.stats import Totals
from tests.fuzz.counter.world import SimulatedClock

LAN, MAI = Hit(0xA1, 0, 1), Hit(0xB2, 0, 2)


class Forgetful(MemoryVisitors):
    """Visitors on a server whose answer gets lost, and that cannot be reached for a while."""

    broken = 0

    def begin(self, batch: str, hits: Sequence[Hit], now: int) -> BatchResult:
        outcome = super().begin(batch, hits, now)
        if self.broken:
            raise VisitorsError("lost")
        return outcome

    def cancel(self, batch: str) -> None:
        if self.broken:
            self.broken -= 1
            raise VisitorsError("lost")
        super().cancel(batch)


class Locked(SqliteLedger):
    """Books that another program holds for a while."""

    held = False
    cancelled = 0

    def add(self, batch: str, day: date, visits: int) -> Totals:
        if self.held:
            raise LedgerError("locked")
        return super().add(batch, day, visits)

    def cancel(self, batch: str) -> None:
        if self.held:
            raise LedgerError("locked")
        self.cancelled += 1
        super().cancel(batch)


class Mistaken(MemoryVisitors):
    """Visitors with a fault that nobody expects, once."""

    mistaken = True

    def online(self, now: int) -> int:
        if self.mistaken:
            self.mistaken = False
            raise ZeroDivisionError
        return super().online(now)


def test_the_answer_names_the_moment_in_viet_nam(tmp_path: Path) -> None:
    clock = SimulatedClock()
    counter = Counter(
        MemoryVisitors(Limits(), clock.now), SqliteLedger(tmp_path / "counter.sqlite3"), clock
    )
    count = counter.count([LAN, MAI, LAN])
    assert count.stats.json() == (
        b'{"v":1,"online":2,"today":2,"week":2,"total":2,"as_of":"2025-12-28T23:59:50+07:00"}'
    )
    clock.wait(10)
    assert counter.count([Hit(0xC3, 0, 3)]).stats.totals == Totals(1, 1, 3)
    counter.close()


def test_what_a_lost_answer_left_behind_is_taken_back_before_anything_else_counts(
    tmp_path: Path,
) -> None:
    clock = SimulatedClock()
    visitors = Forgetful(Limits(), clock.now)
    counter = Counter(visitors, SqliteLedger(tmp_path / "counter.sqlite3"), clock)
    visitors.broken = 2
    for _ in range(2):
        with pytest.raises(NotCountedError):
            counter.count([LAN])
    assert visitors.online(clock.now) == 1, "still to be taken back"
    visitors.broken = 0
    assert counter.count([LAN]).stats.totals.today == 1
    counter.close()


def test_a_long_outage_leaves_one_batch_to_take_back(tmp_path: Path) -> None:
    clock = SimulatedClock()
    ledger = Locked(tmp_path / "counter.sqlite3")
    counter = Counter(MemoryVisitors(Limits(), clock.now), ledger, clock)
    ledger.held = True
    for _ in range(100):
        with pytest.raises(NotCountedError):
            counter.count([LAN])
    ledger.held = False
    assert counter.count([LAN, MAI]).stats.totals.today == 2
    assert ledger.cancelled == 1
    counter.close()


def test_a_mistake_of_ours_costs_the_visitor_no_visit(tmp_path: Path) -> None:
    clock = SimulatedClock()
    visitors = Mistaken(Limits(), clock.now)
    counter = Counter(visitors, SqliteLedger(tmp_path / "counter.sqlite3"), clock)
    with pytest.raises(ZeroDivisionError):
        counter.count([LAN])
    assert counter.count([LAN]).stats.totals.today == 1
    counter.close()


def test_two_machines_count_one_visitor_once(empty_servers: tuple[str, str]) -> None:
    books, server = empty_servers
    here, there = SimulatedClock(), SimulatedClock()
    there.now = 77  # it was started at another time
    counters = []
    salts: list[bytes] = []
    for clock in (here, there):
        visitors: Visitors = RedisVisitors(server, Limits(), clock)
        shared = SharedClock(clock, visitors.ahead)
        counters.append(Counter(visitors, RedisLedger(books), shared))
        salts += Salts(visitors.salt).pair(shared.seconds())
        counters[-1].count([LAN])
    assert salts[:2] == salts[2:]
    for clock in (here, there):
        clock.wait(1000)
    assert counters[1].count([LAN, MAI]).stats.totals.total == 2
    for clock in (here, there):
        clock.wait(1799)
    stats = counters[0].count([LAN]).stats
    assert (stats.online, stats.totals.total) == (1, 2)
    for counter in counters:
        counter.close()
