"""Visitors whom several machines share, in a Redis server that keeps nothing on its disk.

That server holds who was here in the last half hour and the salts, so it must be another
one than that of the books, which has to write everything down.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from plugins.counter.clock import Clock
from plugins.counter.service.errors import UnsuitableError, VisitorsError
from plugins.counter.service.identity import DAY, SALT
from plugins.counter.service.redis_server import RedisError, Watch, connect, shown
from plugins.counter.service.visitors.visits import (
    NETWORK_WINDOW,
    ONLINE,
    VISIT,
    BatchResult,
    Hit,
    Limits,
)

_COUNT = Path(__file__).with_name("count_visitors.lua").read_text(encoding="utf-8")
_CANCEL = """
for _, key in ipairs(redis.call('LRANGE', KEYS[2], 0, -1)) do redis.call('ZREM', KEYS[1], key) end
redis.call('DEL', KEYS[2])
redis.call('RPUSH', KEYS[2], '-')
redis.call('EXPIRE', KEYS[2], 600)
"""
_PREFIX = "counter:"
_SEEN, _NETWORKS, _CLOCK = (_PREFIX + name for name in ("seen", "networks", "clock"))


class RedisVisitors:
    """The interface of :class:`plugins.counter.service.visitors.visits.Visitors` on a server.

    Each machine brings its own monotonic clock; the server's runs with whichever is
    ahead. While no machine runs, the date tells how much time went by.
    """

    def __init__(self, url: str, limits: Limits, clock: Clock) -> None:
        """Connect; raises :class:`UnsuitableError` for a server that will not do."""
        self._server: Any = connect(url)

        def check(found: dict[str, str]) -> None:
            if found["save"] or found["appendonly"] != "no":
                raise UnsuitableError(
                    f"máy chủ Redis {shown(url)} ghi dữ liệu của người đọc xuống đĩa; "
                    'đặt save "" và appendonly no, hoặc dùng một máy chủ khác cho --visitors'
                )

        self._watch = Watch(self._server, url, check)
        self._limits, self._clock = limits, clock
        self._count = self._server.register_script(_COUNT)
        self._forget = self._server.register_script(_CANCEL)
        self.ahead = self._join()

    def begin(self, batch: str, hits: Sequence[Hit], now: int) -> BatchResult:
        """Note the hits of all machines in one order."""
        limits = self._limits
        arguments: list[str | int] = [now, self._wall(), VISIT, NETWORK_WINDOW]
        arguments += [limits.visitors, limits.per_network]
        for key, former, network in hits:
            arguments += [f"{key:x}", f"{former:x}" if former else "", network]
        keys = [_SEEN, _NETWORKS, _CLOCK, _PREFIX + batch]
        try:
            self._watch.look()
            return BatchResult(*self._count(keys=keys, args=arguments))
        except (RedisError, UnsuitableError) as error:
            raise VisitorsError(str(error)) from error

    def cancel(self, batch: str) -> None:
        """Forget those whose visit began with that batch."""
        try:
            self._forget(keys=[_SEEN, _PREFIX + batch])
        except RedisError as error:
            raise VisitorsError(str(error)) from error

    def online(self, now: int) -> int:
        """Return how many were seen in the last five minutes, on any machine."""
        try:
            latest = int(self._server.hget(_CLOCK, "now") or 0)
            since = max(now, latest) - ONLINE
            return int(self._server.zcount(_SEEN, f"({since}", "+inf"))
        except RedisError as error:
            raise VisitorsError(str(error)) from error

    def salt(self, period: int) -> bytes:
        """Return that period's secret: the first machine to ask makes it."""
        name = f"{_PREFIX}salt:{period}"
        try:
            self._server.set(name, secrets.token_hex(SALT), nx=True, ex=DAY + VISIT)
            return bytes.fromhex(self._server.get(name))
        except RedisError as error:
            raise VisitorsError(str(error)) from error

    def close(self) -> None:
        """Close the connections."""
        self._server.close()

    def _join(self) -> int:
        """Return how far the shared clock is ahead of this machine's, in seconds."""
        known = self._server.hgetall(_CLOCK)
        if not known:
            return 0
        asleep = max(0, self._wall() - int(known["wall"]))
        return int(known["now"]) + asleep - self._clock.seconds()

    def _wall(self) -> int:
        return int(self._clock.moment().timestamp())
