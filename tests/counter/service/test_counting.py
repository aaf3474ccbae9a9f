"""The counter against a model that remembers everything, with both kinds of stores."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.counter.service.ledgers.redis import RedisLedger
from plugins.counter.service.ledgers.sqlite import SqliteLedger
from plugins.counter.service.visitors.memory import MemoryVisitors
from plugins.counter.service.visitors.redis import RedisVisitors
from plugins.counter.service.visitors.visits import Limits
from tests.fuzz.counter.system import System
from tests.fuzz.counter.walk import EDGES, steps, walk
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

LIMITS = Limits(visitors=1000, per_network=20)
WAITS = st.one_of(
    st.builds(Wait, st.sampled_from(EDGES)),
    st.builds(Wait, st.integers(0, 400)),
    st.builds(Wait, st.integers(0, 9 * DAY)),
)
STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.one_of(
        st.builds(Batch, st.lists(st.integers(0, 5), min_size=1, max_size=4).map(tuple)),
        WAITS,
        st.builds(Jump, st.integers(-9 * DAY, 9 * DAY)),
        st.builds(Restart, st.booleans()),
        st.builds(Fault, st.booleans(), st.booleans()),
        st.builds(Imported, st.integers(0, 10**9)),
    ),
    max_size=30,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_happens_the_numbers_are_those_of_the_model(
    steps: list[Step], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("books")
    clock = SimulatedClock()
    system = System(
        clock,
        lambda: SqliteLedger(folder / "counter.sqlite3", synchronous="OFF"),
        lambda: MemoryVisitors(LIMITS, clock.now),
        per_network=LIMITS.per_network,
    )
    for step in steps:
        system.step(step)
    system.close()


def test_a_long_life_in_one_process_agrees_with_the_model(tmp_path: Path) -> None:
    walk(tmp_path, seed=7, length=4000)


def test_a_long_life_on_servers_agrees_with_the_model(empty_servers: tuple[str, str]) -> None:
    books, visitors = empty_servers
    clock = SimulatedClock()
    system = System(
        clock,
        lambda: RedisLedger(books),
        lambda: RedisVisitors(visitors, LIMITS, clock),
        per_network=LIMITS.per_network,
    )
    # Where machines share visitors, the date tells how long all of them were off.
    same_date = (step for step in steps(seed=7) if not isinstance(step, Jump))
    for step in islice(same_date, 1000):
        system.step(step)
    system.close()
