"""Opening what the settings name."""

from __future__ import annotations

from pathlib import Path

from plugins.counter.clock import Clock
from plugins.counter.service.config import ServiceSettings
from plugins.counter.service.ledgers.ledger import Ledger
from plugins.counter.service.ledgers.sqlite import SqliteLedger
from plugins.counter.service.visitors.memory import MemoryVisitors
from plugins.counter.service.visitors.visits import Limits, Visitors


def open_ledger(settings: ServiceSettings, *, alone: bool) -> Ledger:
    """Return the books; ``alone`` is for the one process that counts.

    Raises :class:`plugins.counter.service.errors.UnsuitableError`.
    """
    if is_redis(settings.database):
        # The client takes 6 MiB of memory: only those who have a server pay for it.
        from plugins.counter.service.ledgers.redis import RedisLedger

        return RedisLedger(settings.database, synchronous=settings.synchronous)
    path = Path(settings.database)
    return SqliteLedger(path, synchronous=settings.synchronous, alone=alone)


def open_visitors(settings: ServiceSettings, clock: Clock) -> Visitors:
    """Return the visitors.

    Raises :class:`plugins.counter.service.errors.UnsuitableError`.
    """
    if settings.visitors:
        from plugins.counter.service.visitors.redis import RedisVisitors

        return RedisVisitors(settings.visitors, Limits(), clock)
    return MemoryVisitors(Limits(), clock.seconds())


def is_redis(database: str) -> bool:
    """Tell a server's URL from a file's path."""
    return database.startswith(("redis://", "rediss://", "unix://"))
