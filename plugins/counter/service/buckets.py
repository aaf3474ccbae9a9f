"""A token bucket for each visitor (Turner 1986), in memory that never grows."""

from __future__ import annotations

from array import array

BURST = 240
"""Hits at once: an office or a school behind one address, with one kind of browser."""
RATE = 4
"""Hits a second for as long as they like."""
_SLOTS = 1 << 18
_PERIOD = 1 << 16


class Buckets:
    """Buckets found by 18 bits of the visitor's hash: a few visitors share one.

    Kept are the hits that are still to drain and when they were counted, modulo 18 hours.
    """

    def __init__(self) -> None:
        self._level = array("B", bytes(_SLOTS))
        self._time = array("H", bytes(2 * _SLOTS))

    def take(self, key: int, now: int) -> bool:
        """Tell whether a visitor may be heard now; ``now`` is in seconds."""
        slot = key >> 32 & _SLOTS - 1  # not the bits by which the table finds a visitor
        elapsed = now - self._time[slot] & _PERIOD - 1
        level = max(0, self._level[slot] - RATE * elapsed)
        if level >= BURST:
            return False
        self._level[slot] = level + 1
        self._time[slot] = now & _PERIOD - 1
        return True
