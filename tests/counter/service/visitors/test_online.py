from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.counter.service.visitors.online import Ring

MOVES = st.tuples(st.integers(0, 5), st.sampled_from([0, 1, 7, 150, 298, 299, 300, 301, 5000]))


@given(st.lists(MOVES, max_size=50))
def test_the_ring_counts_who_was_seen_in_the_last_five_minutes(
    moves: list[tuple[int, int]],
) -> None:
    now = 12345
    ring, last_seen = Ring(now), dict[int, int]()
    for visitor, wait in moves:
        now += wait
        if visitor in last_seen:
            ring.leave(last_seen[visitor], now)
        ring.arrive(now)
        last_seen[visitor] = now
        assert ring.total(now) == sum(now - last < 300 for last in last_seen.values())
    assert ring.total(now + 299) == sum(now + 299 - last < 300 for last in last_seen.values())
    assert ring.total(now + 300) == 0
