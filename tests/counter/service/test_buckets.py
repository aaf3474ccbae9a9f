from __future__ import annotations

from plugins.counter.service.buckets import BURST, RATE, Buckets

KEY = 0x1234_5678_9ABC_DEF0


def test_a_visitor_may_come_often_at_once_but_not_endlessly() -> None:
    buckets = Buckets()
    heard = [buckets.take(KEY, 1000) for _ in range(BURST + 10)]
    assert heard == [True] * BURST + [False] * 10


def test_a_full_bucket_drains_at_its_rate() -> None:
    buckets = Buckets()
    for _ in range(BURST):
        buckets.take(KEY, 1000)
    assert [buckets.take(KEY, 1003) for _ in range(3 * RATE + 2)] == [True] * 3 * RATE + [False] * 2


def test_one_visitors_bucket_is_not_anothers() -> None:
    buckets = Buckets()
    for _ in range(BURST):
        buckets.take(KEY, 1000)
    assert buckets.take(KEY ^ 1 << 40, 1000)


def test_a_bucket_is_empty_again_after_any_time() -> None:
    for elapsed in (60, 65_535, 65_600, 1_000_000):
        buckets = Buckets()
        for _ in range(BURST):
            buckets.take(KEY, 1000)
        assert buckets.take(KEY, 1000 + elapsed), elapsed
