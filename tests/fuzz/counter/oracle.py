"""The counter's meaning, written to be read and not to be fast."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from plugins.counter.stats import Totals
from tests.fuzz.counter.world import NETWORKS, SimulatedClock


class Oracle:
    """Remembers everything: each visitor's last second, each day's visits."""

    def __init__(self, clock: SimulatedClock, per_network: int) -> None:
        self._clock, self._per_network = clock, per_network
        self._last_seen: dict[int, int] = {}
        self._new: Counter[tuple[int, int]] = Counter()
        self._days: Counter[date] = Counter()
        self._imported = 0

    def batch(self, visitors: tuple[int, ...], *, fails: bool) -> list[int]:
        """Count hits and return the places of those that were turned away."""
        now, turned_away = self._clock.now, []
        before = dict(self._last_seen)
        for index, visitor in enumerate(visitors):
            network = (now // 600, visitor % NETWORKS)
            last = self._last_seen.get(visitor)
            if last is None or now - last >= 30 * 60:
                if self._new[network] >= self._per_network:
                    turned_away.append(index)
                    continue
                self._new[network] += 1
                if not fails:
                    self._days[self._today()] += 1
            self._last_seen[visitor] = now
        if fails:  # who was reading already was seen all the same
            known = {v for v, last in before.items() if now - last < 30 * 60}
            self._last_seen = {v: last for v, last in self._last_seen.items() if v in known}
        return turned_away

    def restart(self, *, remembers: bool) -> None:
        """Forget the visitors, or only what networks did."""
        self._new.clear()
        if not remembers:
            self._last_seen.clear()

    def record(self, visits: int) -> None:
        """Take another counter's number."""
        self._imported = visits

    def online(self) -> int:
        """Return how many were seen in the last five minutes."""
        return sum(self._clock.now - last < 5 * 60 for last in self._last_seen.values())

    def totals(self) -> Totals:
        """Return the day's, the week's and all visits."""
        today = self._today()
        week = (today - timedelta(days=ago) for ago in range(today.weekday() + 1))
        return Totals(
            self._days[today],
            sum(self._days[day] for day in week),
            sum(self._days.values()) + self._imported,
        )

    def _today(self) -> date:
        return self._clock.moment().date()
