from __future__ import annotations

import tracemalloc

from plugins.counter.service.visitors.memory import MemoryVisitors
from plugins.counter.service.visitors.visits import Hit, Limits


def test_who_was_here_before_a_restart_is_still_on_the_same_visit() -> None:
    old = MemoryVisitors(Limits(), 1000)
    old.begin("1", [Hit(1, 0, 0)], 1000)
    old.begin("2", [Hit(2, 0, 0)], 2500)
    new = MemoryVisitors(Limits(), 2790)
    new.restore(old.live(2700), 2790)
    assert new.online(2790) == 1
    assert new.begin("3", [Hit(2, 0, 0)], 4299).begun == 0
    assert new.begin("4", [Hit(1, 0, 0)], 4299).begun == 1


def test_whoever_left_is_not_carried_over_a_restart() -> None:
    old = MemoryVisitors(Limits(), 1000)
    old.begin("1", [Hit(1, 0, 0)], 1000)
    assert old.live(2799) == {1: 1000}
    assert old.live(2800) == {}


def _hash(number: int) -> int:
    return (number + 1) * 0x9E37_79B9_7F4A_7C15 % 2**64


def test_a_flood_of_invented_visitors_takes_no_memory_beyond_the_tables() -> None:
    visitors = MemoryVisitors(Limits(visitors=3000, per_network=60_000), 0)
    tracemalloc.start()
    for round_ in range(40):
        flood = [Hit(_hash(round_ * 1000 + n), 0, n) for n in range(1000)]
        visitors.begin(str(round_), flood, round_)
    assert tracemalloc.get_traced_memory()[0] < 300_000
    tracemalloc.stop()
    assert visitors.online(40) == 3000
    assert visitors.begin("later", [Hit(10**9, 0, 1)], 3600).begun == 1, "and it is over later"
