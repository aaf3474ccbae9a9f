"""Visitors and when they were last seen, in ten bytes each and without a pause.

An open-addressing hash table with linear probing (Knuth, TAOCP 3, 6.4) in two plain
arrays: a dict of a million visitors takes ten times the memory and stops the service for
a second whenever it grows. Nothing is ever deleted: a new table is begun every half hour,
and the one before is kept for another, by when all in it have left.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator

LIFE = 30 * 60
"""Seconds for which a table takes visitors; also how long one must stay readable after."""


class Table:
    """Keys (64 bits, never 0) with the second at which each was last seen.

    ``slots`` is a power of two. ``started`` is the second from which times are stored, in
    16 bits; 0 stands for a key that was forgotten.
    """

    def __init__(self, slots: int, started: int) -> None:
        # Anonymous memory is zero and takes no room until it is touched.
        self._keys = memoryview(mmap.mmap(-1, 8 * slots)).cast("Q")
        self._times = memoryview(mmap.mmap(-1, 2 * slots)).cast("H")
        self._mask = slots - 1
        self.started = started
        self.used = 0
        """Slots that hold a key."""

    def last_seen(self, key: int) -> int | None:
        """Return when, or ``None`` for a key that is not there or was forgotten."""
        time = self._times[self._find(key)]
        return self.started + time - 1 if time else None

    def put(self, key: int, now: int) -> None:
        """Note the key as seen; there must be an empty slot left."""
        slot = self._find(key)
        if not self._keys[slot]:
            self._keys[slot] = key
            self.used += 1
        self._times[slot] = now - self.started + 1

    def forget(self, key: int) -> None:
        """Take the key for one that was not seen."""
        self._times[self._find(key)] = 0

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Give each key that was not forgotten, with the second at which it was last seen."""
        for key, time in zip(self._keys, self._times, strict=True):
            if time:
                yield key, self.started + time - 1

    def _find(self, key: int) -> int:
        keys, mask = self._keys, self._mask
        slot = key & mask
        while (held := keys[slot]) != key and held:
            slot = (slot + 1) & mask
        return slot
