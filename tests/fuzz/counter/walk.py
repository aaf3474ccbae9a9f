"""A long life of the counter, drawn at random, most of it near the edges of its windows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from plugins.counter.service.ledgers.sqlite import SqliteLedger
from plugins.counter.service.visitors.memory import MemoryVisitors
from plugins.counter.service.visitors.visits import Limits
from tests.fuzz.counter.system import System
from tests.fuzz.counter.world import (
    DAY,
    Batch,
    Fault,
    Imported,
    Jump,
    Restart,
    SimulatedClock,
    Step,
    Wait,
)

EDGES = (299, 300, 301, 599, 600, 1799, 1800, 1801, 3600, 5400)
"""Seconds around five minutes, ten, thirty, an hour and more."""


def steps(seed: int, visitors: int = 40) -> Iterator[Step]:
    """Give steps without an end."""
    chance = random.Random(seed)
    while True:
        kind = chance.random()
        if kind < 0.70:
            size = chance.choice((1, 1, 1, 2, 5))
            yield Batch(tuple(chance.randrange(visitors) for _ in range(size)))
        elif kind < 0.90:
            yield Wait(chance.randrange(120))
        elif kind < 0.97:
            yield Wait(chance.choice(EDGES) - chance.choice((0, 0, 60)))
        elif kind < 0.975:
            yield Wait(chance.randrange(2 * DAY))
        elif kind < 0.985:
            yield Fault(after=chance.random() < 0.5, away=chance.random() < 0.3)
        elif kind < 0.991:
            yield Jump(chance.randrange(-3 * DAY, 3 * DAY))
        elif kind < 0.998:
            yield Restart(remembers=chance.random() < 0.5)
        else:
            yield Imported(chance.randrange(10_000_000))


def walk(folder: Path, seed: int, length: int) -> None:
    """Take that many steps with an SQLite file; raises what ``System`` raises."""
    clock = SimulatedClock()
    limits = Limits(visitors=1000, per_network=20)
    system = System(
        clock,
        lambda: SqliteLedger(folder / f"walk-{seed}.sqlite3", synchronous="NORMAL"),
        lambda: MemoryVisitors(limits, clock.now),
        per_network=limits.per_network,
    )
    for step in islice(steps(seed), length):
        system.step(step)
    system.close()
