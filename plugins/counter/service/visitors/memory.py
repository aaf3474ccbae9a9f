"""The visitors of one process, in its own memory."""

from __future__ import annotations

import secrets
from array import array
from collections.abc import Mapping, Sequence
from itertools import chain

from plugins.counter.service.identity import SALT
from plugins.counter.service.visitors.online import Ring
from plugins.counter.service.visitors.table import LIFE, Table
from plugins.counter.service.visitors.visits import (
    NETWORK_SLOTS,
    NETWORK_WINDOW,
    VISIT,
    BatchResult,
    Hit,
    Limits,
)

_FULLEST = 0.75
"""Of a table: beyond it a search takes ever longer."""


class MemoryVisitors:
    """Two tables, the present and the one before; their size is fixed by ``limits``."""

    ahead = 0

    def __init__(self, limits: Limits, now: int) -> None:
        self._limits = limits
        self._slots = 1 << int(limits.visitors / _FULLEST).bit_length()
        self._present = Table(self._slots, now)
        self._before = Table(1, now - LIFE)
        self._ring = Ring(now)
        self._window = now // NETWORK_WINDOW
        self._new = array("H", bytes(2 * NETWORK_SLOTS))
        self._batch = ""
        self._begun: list[int] = []
        self._now = now

    def begin(self, batch: str, hits: Sequence[Hit], now: int) -> BatchResult:
        """Note the hits; never fails."""
        self._turn(now)
        self._batch, self._begun = batch, []
        turned_away = []
        for index, (key, former, network) in enumerate(hits):
            if self._goes_on(key, key, now) or (former and self._goes_on(former, key, now)):
                continue
            if self._may_begin(network):
                self._note(key, now)
                self._begun.append(key)
            else:
                turned_away.append(index)
        return BatchResult(len(self._begun), turned_away)

    def cancel(self, batch: str) -> None:
        """Forget those whose visit began with that batch, if it was the last."""
        if batch != self._batch:
            return
        for key in self._begun:
            for table in (self._present, self._before):
                last = table.last_seen(key)
                if last is not None:
                    table.forget(key)
                    self._ring.leave(last, self._now)
                    break
        self._begun = []

    def online(self, now: int) -> int:
        """Return how many were seen in the last five minutes."""
        return self._ring.total(now)

    def salt(self, period: int) -> bytes:
        """Return a new secret: nobody else needs to know it."""
        return secrets.token_bytes(SALT)

    def close(self) -> None:
        """Hold nothing."""

    def live(self, now: int) -> dict[int, int]:
        """Return everybody whose visit has not ended: key → the second last seen."""
        both = chain(self._before, self._present)  # who is in both was seen later in the second
        return {key: last for key, last in both if now - last < VISIT}

    def restore(self, live: Mapping[int, int], now: int) -> None:
        """Take up the visitors of a process before this one, instead of nobody."""
        self._before = Table(self._slots, now - VISIT)
        self._ring = Ring(now - VISIT)
        for key, last in sorted(live.items(), key=lambda item: item[1]):
            if now - last < VISIT:
                self._before.put(key, last)
                self._ring.arrive(last)

    def _turn(self, now: int) -> None:
        """Begin a new table and a new count of networks when it is time."""
        self._now = now
        if now - self._present.started >= LIFE:
            self._before, self._present = self._present, Table(self._slots, now)
        if now // NETWORK_WINDOW != self._window:
            self._window = now // NETWORK_WINDOW
            self._new = array("H", bytes(2 * NETWORK_SLOTS))

    def _goes_on(self, known: int, key: int, now: int) -> bool:
        """Tell whether a visit under ``known`` has not ended; it goes on under ``key``."""
        for table in (self._present, self._before):
            last = table.last_seen(known)
            if last is None or now - last >= VISIT:
                continue
            if last == now and known == key:
                return True
            self._ring.leave(last, now)
            if known == key and (table is self._present or self._is_full()):
                table.put(key, now)
                self._ring.arrive(now)
            elif not self._is_full():
                table.forget(known)
                self._note(key, now)
            return True
        return False

    def _is_full(self) -> bool:
        return self._present.used >= self._limits.visitors

    def _note(self, key: int, now: int) -> None:
        self._present.put(key, now)
        self._ring.arrive(now)

    def _may_begin(self, network: int) -> bool:
        if self._is_full() or self._new[network] >= self._limits.per_network:
            return False
        self._new[network] += 1
        return True
