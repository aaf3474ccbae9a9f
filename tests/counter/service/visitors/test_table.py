from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.counter.service.visitors.table import Table

KEYS = st.integers(1, 2**64 - 1) | st.integers(1, 9).map(lambda n: n << 60)


@given(st.lists(st.tuples(KEYS, st.integers(0, 3000), st.booleans()), max_size=60))
def test_a_table_remembers_the_last_word_on_each_key(words: list[tuple[int, int, bool]]) -> None:
    table = Table(64, 5000)
    known: dict[int, int] = {}
    for key, after, forget in words:
        if forget:
            table.forget(key) if key in known else None
            known.pop(key, None)
        else:
            table.put(key, 5000 + after)
            known[key] = 5000 + after
        assert table.last_seen(key) == known.get(key)
    assert dict(table) == known


def test_colliding_keys_are_told_apart_up_to_the_last_empty_slot() -> None:
    table = Table(8, 0)
    keys = [8 * n + 1 for n in range(7)]
    for key in keys:
        table.put(key, key)
    assert [table.last_seen(key) for key in keys] == keys
    assert table.used == 7
    assert table.last_seen(8 * 9 + 1) is None
