"""Both kinds of books and of visitors: what is true of one has to be true of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import redis

from plugins.counter.service.ledgers.ledger import Ledger
from plugins.counter.service.ledgers.redis import RedisLedger
from plugins.counter.service.ledgers.sqlite import SqliteLedger
from plugins.counter.service.visitors.memory import MemoryVisitors
from plugins.counter.service.visitors.redis import RedisVisitors
from plugins.counter.service.visitors.visits import Limits, Visitors
from tests.counter.redis_servers import redis_server
from tests.fuzz.counter.world import SimulatedClock

OpenLedger = Callable[[], Ledger]
OpenVisitors = Callable[..., Visitors]


@pytest.fixture(scope="session")
def books_server() -> Iterator[str]:
    """The URL of a server that writes everything down."""
    options = ["--save", "", "--appendonly", "yes", "--appendfsync", "always"]
    with redis_server(*options) as url:
        yield url


@pytest.fixture(scope="session")
def visitors_server() -> Iterator[str]:
    """The URL of a server that writes nothing down."""
    with redis_server("--save", "", "--appendonly", "no") as url:
        yield url


@pytest.fixture
def empty_servers(books_server: str, visitors_server: str) -> tuple[str, str]:
    """Both servers, with nothing in them."""
    for url in (books_server, visitors_server):
        with redis.Redis.from_url(url) as client:
            client.flushall()
    return books_server, visitors_server


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock()


@pytest.fixture(params=["sqlite", "redis"])
def open_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenLedger]:
    """Open the books; opened again, they are the same. The test may close them."""
    with ExitStack() as stack:
        url = request.getfixturevalue("empty_servers")[0] if request.param == "redis" else ""

        def _open() -> Ledger:
            ledger = RedisLedger(url) if url else SqliteLedger(tmp_path / "counter.sqlite3")
            stack.callback(ledger.close)
            return ledger

        yield _open


@pytest.fixture(params=["memory", "redis"])
def open_visitors(request: pytest.FixtureRequest, clock: SimulatedClock) -> Iterator[OpenVisitors]:
    """Open the visitors with limits, as a machine with this clock."""
    with ExitStack() as stack:
        url = request.getfixturevalue("empty_servers")[1] if request.param == "redis" else ""

        def _open(limits: Limits = Limits()) -> Visitors:  # noqa: B008 - frozen
            visitors = (
                RedisVisitors(url, limits, clock) if url else MemoryVisitors(limits, clock.now)
            )
            stack.callback(visitors.close)
            return visitors

        yield _open
