"""How many were seen in the last five minutes, without looking at each of them."""

from __future__ import annotations

from plugins.counter.service.visitors.visits import ONLINE


class Ring:
    """Visitors by the second at which they were last seen: a count a second, 300 of them."""

    def __init__(self, now: int) -> None:
        self._counts = [0] * ONLINE
        self._sum = 0
        self._now = now

    def arrive(self, now: int) -> None:
        """Count a visitor as seen now; the clock never runs back."""
        self._advance(now)
        self._counts[now % ONLINE] += 1
        self._sum += 1

    def leave(self, last_seen: int, now: int) -> None:
        """Take back a visitor who was seen at ``last_seen``."""
        self._advance(now)
        if last_seen > now - ONLINE:
            self._counts[last_seen % ONLINE] -= 1
            self._sum -= 1

    def total(self, now: int) -> int:
        """Return how many there are."""
        self._advance(now)
        return self._sum

    def _advance(self, now: int) -> None:
        if now - self._now >= ONLINE:
            self._counts, self._sum, self._now = [0] * ONLINE, 0, now
        while self._now < now:
            self._now += 1
            place = self._now % ONLINE
            self._sum -= self._counts[place]
            self._counts[place] = 0
