"""Running the service: one process, one event loop, one thread that counts."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from plugins.counter.clock import Clock, SharedClock, SystemClock
from plugins.counter.service.chart import chart
from plugins.counter.service.config import ServiceSettings
from plugins.counter.service.counter import Counter
from plugins.counter.service.errors import LedgerError, UnsuitableError
from plugins.counter.service.group_commit import GroupCommit
from plugins.counter.service.http.app import App
from plugins.counter.service.http.bounds import serve_bounded
from plugins.counter.service.http.protocol import VisitProtocol
from plugins.counter.service.http.proxies import Proxies
from plugins.counter.service.http.visit_policy import VisitPolicy
from plugins.counter.service.identity import Salts
from plugins.counter.service.ledgers.ledger import Ledger
from plugins.counter.service.stores import open_ledger, open_visitors
from plugins.counter.service.visitors.memory import MemoryVisitors
from plugins.counter.service.visitors.snapshot import SnapshotFile

_TURNS = 0.0005
"""Seconds for which a thread may hold the interpreter while the other wants it: Python's own
5 ms would be added to every commit, several times."""


def serve(settings: ServiceSettings) -> None:
    """Serve until SIGTERM or SIGINT, then answer what waits and close the books.

    Raises :class:`plugins.counter.service.errors.UnsuitableError` where it cannot run.
    """
    sys.setswitchinterval(_TURNS)
    visitors = open_visitors(settings, SystemClock())
    clock = SharedClock(SystemClock(), visitors.ahead)
    ledger = open_ledger(settings, alone=True)
    counter = Counter(visitors, ledger, clock)
    salts = Salts(visitors.salt)
    snapshot = SnapshotFile(Path(settings.state)) if settings.state else None
    policy = VisitPolicy(
        Proxies(settings.trusted_proxies),
        frozenset(origin.encode() for origin in settings.origins),
        salts,
        clock,
    )
    signal.signal(signal.SIGTERM, _leave)
    began = False
    try:
        with (
            _listening(settings) as listening,
            ThreadPoolExecutor(1, "counter") as thread,
            asyncio.Runner(loop_factory=_loop) as runner,
        ):
            if snapshot and isinstance(visitors, MemoryVisitors):
                snapshot.restore(visitors, salts, clock.seconds())
            began = True
            runner.run(_serve(listening, policy, counter, ledger, thread, clock))
    except KeyboardInterrupt:
        pass  # Ctrl+C is how a technician ends it
    finally:
        try:
            if began and snapshot and isinstance(visitors, MemoryVisitors):
                snapshot.save(visitors, salts, clock.seconds())
        finally:
            counter.close()


async def _serve(
    listening: socket.socket,
    policy: VisitPolicy,
    counter: Counter,
    ledger: Ledger,
    thread: ThreadPoolExecutor,
    clock: Clock,
) -> None:
    loop = asyncio.get_running_loop()

    async def page() -> bytes | None:
        try:
            books = await loop.run_in_executor(thread, ledger.books)
        except LedgerError:
            return None
        return chart(books, clock.moment().date()).encode()

    app = App(policy, GroupCommit(counter.count, loop, thread), page)
    await serve_bounded(app, listening, VisitProtocol)


def _listening(settings: ServiceSettings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    except (OSError, OverflowError) as error:
        raise UnsuitableError(
            f"không lắng nghe được ở {settings.host}, cổng {settings.port}: {error}"
        ) from error


def _loop() -> asyncio.AbstractEventLoop:
    if sys.platform == "win32":
        return asyncio.new_event_loop()
    import uvloop  # there is none for Windows

    return uvloop.new_event_loop()


def _leave(number: int, frame: object) -> None:
    """End as after the last line: uvicorn sends itself the signal again when it is done."""
    raise SystemExit(0)
