"""The books in a Redis server that writes every change to its disk, for several machines."""

from __future__ import annotations

import json
import secrets
from datetime import date, datetime
from typing import Any

from plugins.counter.service.errors import LedgerError, UnsuitableError
from plugins.counter.service.ledgers.ledger import Books, Import
from plugins.counter.service.redis_server import RedisError, Watch, connect, shown
from plugins.counter.stats import Totals, monday

_DAYS, _IMPORTS, _SUM, _LAST = (f"counter:{name}" for name in ("days", "imports", "sum", "last:"))
_LAST_LIFE = 7 * 24 * 60 * 60
"""Seconds for which the server knows the last batch of a process that has ended."""
# Each process numbers its batches. The server keeps the last one of each, not all of them: what
# comes once more, or after it was cancelled, has a number that is not new and counts nothing.
# KEYS: days, imports, sum, last. ARGV: day, visits, number, life, the other days of the week.
_ADD = """
local last = tonumber(redis.call('HGET', KEYS[4], 'number') or 0)
if tonumber(ARGV[2]) > 0 and tonumber(ARGV[3]) > last then
  redis.call('HSET', KEYS[4], 'number', ARGV[3], 'day', ARGV[1], 'visits', ARGV[2])
  redis.call('EXPIRE', KEYS[4], ARGV[4])
  redis.call('HINCRBY', KEYS[1], ARGV[1], ARGV[2])
  redis.call('INCRBY', KEYS[3], ARGV[2])
end
local today = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or 0)
local week = today
for i = 5, #ARGV do week = week + tonumber(redis.call('HGET', KEYS[1], ARGV[i]) or 0) end
local imported = redis.call('LINDEX', KEYS[2], -1)
imported = imported and cjson.decode(imported).visits or 0
return {today, week, tonumber(redis.call('GET', KEYS[3]) or 0) + imported}
"""
_CANCEL = """
local last, number = tonumber(redis.call('HGET', KEYS[4], 'number') or 0), tonumber(ARGV[1])
if last > number then return end
if last == number then
  local visits = redis.call('HGET', KEYS[4], 'visits')
  if visits ~= '0' then
    redis.call('HINCRBY', KEYS[1], redis.call('HGET', KEYS[4], 'day'), -visits)
    redis.call('DECRBY', KEYS[3], visits)
  end
end
redis.call('HSET', KEYS[4], 'number', number, 'visits', 0)
redis.call('EXPIRE', KEYS[4], ARGV[2])
"""
_RECORD = """
local last = redis.call('LINDEX', KEYS[1], -1)
if last then
  local old, new = cjson.decode(last), cjson.decode(ARGV[1])
  if old.visits == new.visits and old.as_of == new.as_of then return 0 end
end
redis.call('RPUSH', KEYS[1], ARGV[1])
return 1
"""


class RedisLedger:
    """The interface of :class:`plugins.counter.service.ledgers.ledger.Ledger` on a server.

    ``synchronous`` is ``FULL`` (the server has to write before it answers) or ``NORMAL``
    (it may lose its last second in a power cut).
    """

    def __init__(self, url: str, *, synchronous: str = "FULL") -> None:
        """Connect; raises :class:`UnsuitableError` for a server that may forget."""
        self._server: Any = connect(url)
        wanted = ("always",) if synchronous == "FULL" else ("always", "everysec")

        def check(found: dict[str, str]) -> None:
            if found["appendonly"] != "yes" or found["appendfsync"] not in wanted:
                raise UnsuitableError(
                    f"máy chủ Redis {shown(url)} có thể mất lượt đã đếm khi dừng đột ngột; "
                    f"đặt appendonly yes và appendfsync {wanted[-1]}"
                )

        self._watch = Watch(self._server, url, check)
        self._add = self._server.register_script(_ADD)
        self._cancel = self._server.register_script(_CANCEL)
        self._record = self._server.register_script(_RECORD)
        self._last = _LAST + secrets.token_hex(8)
        self._batch, self._number = "", 0

    def add(self, batch: str, day: date, visits: int) -> Totals:
        """Count the visits and return the totals once the server has written them."""
        try:
            self._watch.look()
        except UnsuitableError as error:
            raise LedgerError(str(error)) from error
        if batch != self._batch:
            self._batch, self._number = batch, self._number + 1
        first = monday(day).toordinal()
        others = [date.fromordinal(n).isoformat() for n in range(first, day.toordinal())]
        return Totals(
            *self._run(self._add, [day.isoformat(), visits, self._number, _LAST_LIFE, *others])
        )

    def cancel(self, batch: str) -> None:
        """Take back a batch, if it was the last: even one that the server has yet to receive."""
        if batch == self._batch:
            self._run(self._cancel, [self._number, _LAST_LIFE])

    def record(self, entry: Import) -> bool:
        """Note what another counter had; ``False`` if the latest import says the same."""
        text = json.dumps(
            {
                "visits": entry.visits,
                "as_of": entry.as_of.isoformat(),
                "recorded": entry.recorded.isoformat(timespec="seconds"),
            }
        )
        try:
            return bool(self._record(keys=[_IMPORTS], args=[text]))
        except RedisError as error:
            raise LedgerError(str(error)) from error

    def books(self) -> Books:
        """Return everything."""
        try:
            days = self._server.hgetall(_DAYS)
            imports = [json.loads(text) for text in self._server.lrange(_IMPORTS, 0, -1)]
        except RedisError as error:
            raise LedgerError(str(error)) from error
        return Books(
            tuple(sorted((date.fromisoformat(day), int(visits)) for day, visits in days.items())),
            tuple(
                Import(
                    entry["visits"],
                    date.fromisoformat(entry["as_of"]),
                    datetime.fromisoformat(entry["recorded"]),
                )
                for entry in imports
            ),
        )

    def close(self) -> None:
        """Close the connections."""
        self._server.close()

    def _run(self, script: Any, arguments: list[str | int]) -> list[int]:
        keys = [_DAYS, _IMPORTS, _SUM, self._last]
        try:
            answer: list[int] = script(keys=keys, args=arguments)
        except RedisError as error:
            raise LedgerError(str(error)) from error
        return answer
