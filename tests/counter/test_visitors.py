from __future__ import annotations

import pytest

from plugins.counter.service.visitors.visits import Hit, Limits
from tests.counter.conftest import OpenVisitors
from tests.fuzz.counter.world import SimulatedClock

LAN = Hit(key=0xA1, former=0, network=1)
MAI = Hit(key=0xB2, former=0, network=2)


@pytest.mark.parametrize(("gap", "begun"), [(0, 0), (1799, 0), (1800, 1), (7200, 1)])
def test_a_visit_ends_after_thirty_minutes_without_the_visitor(
    open_visitors: OpenVisitors, clock: SimulatedClock, gap: int, begun: int
) -> None:
    visitors = open_visitors()
    assert visitors.begin("1", [LAN], clock.now).begun == 1
    assert visitors.begin("2", [LAN], clock.now + gap).begun == begun


def test_a_visit_lasts_as_long_as_its_visitor_keeps_coming(
    open_visitors: OpenVisitors, clock: SimulatedClock
) -> None:
    visitors = open_visitors()
    begun = [visitors.begin(str(n), [LAN], clock.now + n * 1700).begun for n in range(20)]
    assert sum(begun) == 1


def test_a_visitor_who_comes_just_in_time_is_never_new(
    open_visitors: OpenVisitors, clock: SimulatedClock
) -> None:
    visitors = open_visitors()
    coming = [(first + 1799 * n, first) for first in range(0, 1800, 20) for n in range(8)]
    begun = 0
    for second, first in sorted(coming):
        hit = Hit(key=first + 1, former=0, network=first)
        begun += visitors.begin(str(second), [hit], clock.now + second).begun
    assert begun == 90


@pytest.mark.parametrize(("gap", "online"), [(0, 2), (299, 2), (300, 0), (900, 0)])
def test_who_was_seen_in_the_last_five_minutes_is_online(
    open_visitors: OpenVisitors, clock: SimulatedClock, gap: int, online: int
) -> None:
    visitors = open_visitors()
    visitors.begin("1", [LAN, MAI, LAN], clock.now)
    assert visitors.online(clock.now + gap) == online


def test_the_same_visitor_twice_in_a_batch_is_one(
    open_visitors: OpenVisitors, clock: SimulatedClock
) -> None:
    visitors = open_visitors()
    assert visitors.begin("1", [LAN, LAN, MAI], clock.now).begun == 2
    assert visitors.online(clock.now) == 2


def test_a_visit_goes_on_under_the_hash_of_the_next_salt(
    open_visitors: OpenVisitors, clock: SimulatedClock
) -> None:
    visitors = open_visitors()
    visitors.begin("1", [LAN], clock.now)
    renamed = Hit(key=0xC3, former=LAN.key, network=1)
    assert visitors.begin("2", [renamed], clock.now + 60).begun == 0
    assert visitors.online(clock.now + 60) == 1
    assert visitors.begin("3", [renamed._replace(former=0)], clock.now + 120).begun == 0


def test_a_cancelled_batch_leaves_nobody_behind(
    open_visitors: OpenVisitors, clock: SimulatedClock
) -> None:
    visitors = open_visitors()
    visitors.begin("1", [LAN], clock.now)
    visitors.begin("2", [LAN, MAI], clock.now)
    visitors.cancel("2")
    visitors.cancel("2")
    assert visitors.online(clock.now) == 1
    assert visitors.begin("3", [LAN, MAI], clock.now).begun == 1


def test_a_network_brings_only_so_many_new_visitors_in_ten_minutes(
    open_visitors: OpenVisitors, clock: SimulatedClock
) -> None:
    visitors = open_visitors(Limits(visitors=100, per_network=2))
    crowd = [Hit(key, 0, 7) for key in range(1, 5)]
    outcome = visitors.begin("1", [*crowd, MAI], clock.now)
    assert (outcome.begun, list(outcome.turned_away)) == (3, [2, 3])
    assert visitors.begin("2", crowd[:2], clock.now).begun == 0, "who is known goes on"
    assert list(visitors.begin("3", crowd[2:], clock.now).turned_away) == [0, 1]
    assert visitors.begin("4", crowd[2:], clock.now + 600).begun == 2


def test_beyond_the_limit_nobody_new_is_remembered_and_the_known_go_on(
    open_visitors: OpenVisitors, clock: SimulatedClock
) -> None:
    visitors = open_visitors(Limits(visitors=50, per_network=1000))
    crowd = [Hit(key, 0, key % 5) for key in range(1, 81)]
    outcome = visitors.begin("1", crowd, clock.now)
    assert outcome.begun == 50
    assert list(outcome.turned_away) == list(range(50, 80))
    again = visitors.begin("2", crowd[:50], clock.now + 1000)
    assert (again.begun, list(again.turned_away)) == (0, [])
    assert visitors.online(clock.now + 1000) == 50


def test_salts_are_random_and_long(open_visitors: OpenVisitors) -> None:
    visitors = open_visitors()
    assert visitors.salt(1) != visitors.salt(2)
    assert len(visitors.salt(1)) == 32
