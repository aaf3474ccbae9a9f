"""The books in a Redis server that writes every change to its disk, for several machines."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from plugins.counter.figures import Totals, monday
from plugins.counter.ledger import Books, Import, LedgerError, UnsuitableError
from plugins.counter.redis_server import RedisError, connect, settings, shown

_DAYS, _IMPORTS, _SUM, _BATCH = (f"counter:{name}" for name in ("days", "imports", "sum", "batch:"))
_BATCH_LIFE = 24 * 60 * 60
"""Seconds for which a batch that was counted can be recognised, to be cancelled."""
# KEYS: days, imports, sum, batch. ARGV: day, visits, the batch's life, the other days of the week.
_ADD = """
if tonumber(ARGV[2]) > 0 and redis.call('SET', KEYS[4], ARGV[1] .. ' ' .. ARGV[2], 'NX', 'EX', ARGV[3]) then
  redis.call('HINCRBY', KEYS[1], ARGV[1], ARGV[2])
  redis.call('INCRBY', KEYS[3], ARGV[2])
end
local today = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or 0)
local week = today
for i = 4, #ARGV do week = week + tonumber(redis.call('HGET', KEYS[1], ARGV[i]) or 0) end
local last = redis.call('LINDEX', KEYS[2], -1)
local imported = last and cjson.decode(last).visits or 0
return {today, week, tonumber(redis.call('GET', KEYS[3]) or 0) + imported}
"""  # noqa: E501
_CANCEL = """
local counted = redis.call('GET', KEYS[4])
if counted then
  local day, visits = counted:match('(%S+) (%d+)')
  if visits ~= '0' then
    redis.call('HINCRBY', KEYS[1], day, -visits)
    redis.call('DECRBY', KEYS[3], visits)
  end
end
-- Whatever of the batch is still on its way finds this and counts nothing.
redis.call('SET', KEYS[4], '- 0', 'EX', ARGV[1])
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
    """The interface of :class:`plugins.counter.ledger.Ledger` on a server.

    ``synchronous`` is ``FULL`` (the server has to write before it answers) or ``NORMAL``
    (it may lose its last second in a power cut).
    """

    def __init__(self, url: str, *, synchronous: str = "FULL") -> None:
        """Connect; raises :class:`UnsuitableError` for a server that may forget."""
        self._server: Any = connect(url)
        found = settings(self._server, url)
        wanted = ("always",) if synchronous == "FULL" else ("always", "everysec")
        if found["appendonly"] != "yes" or found["appendfsync"] not in wanted:
            raise UnsuitableError(
                f"máy chủ Redis {shown(url)} có thể mất lượt đã đếm khi dừng đột ngột; "
                f"đặt appendonly yes và appendfsync {wanted[-1]}"
            )
        self._add = self._server.register_script(_ADD)
        self._cancel = self._server.register_script(_CANCEL)
        self._record = self._server.register_script(_RECORD)

    def add(self, batch: str, day: date, visits: int) -> Totals:
        """Count the visits and return the totals once the server has written them."""
        first = monday(day).toordinal()
        others = [date.fromordinal(n).isoformat() for n in range(first, day.toordinal())]
        return Totals(*self._run(self._add, batch, [day.isoformat(), visits, _BATCH_LIFE, *others]))

    def cancel(self, batch: str) -> None:
        """Take back a batch, even one that the server has yet to receive."""
        self._run(self._cancel, batch, [_BATCH_LIFE])

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

    def _run(self, script: Any, batch: str, arguments: list[str | int]) -> list[int]:
        keys = [_DAYS, _IMPORTS, _SUM, _BATCH + batch]
        try:
            answer: list[int] = script(keys=keys, args=arguments)
        except RedisError as error:
            raise LedgerError(str(error)) from error
        return answer
