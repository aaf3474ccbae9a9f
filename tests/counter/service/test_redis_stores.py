from __future__ import annotations

import os
import signal
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import redis

from plugins.counter.service.errors import LedgerError, UnsuitableError, VisitorsError
from plugins.counter.service.ledgers.redis import RedisLedger
from plugins.counter.service.redis_server import connect
from plugins.counter.service.visitors.redis import RedisVisitors
from plugins.counter.service.visitors.visits import BatchResult, Hit, Limits
from plugins.counter.stats import Totals
from tests.counter.redis_servers import RedisMissingError, find_redis, redis_server
from tests.fuzz.counter.world import SimulatedClock

TODAY = date(2026, 1, 1)


def test_a_server_that_may_evict_keys_is_refused_by_both(empty_servers: tuple[str, str]) -> None:
    for url in empty_servers:
        with redis.Redis.from_url(url) as client:
            client.config_set("maxmemory-policy", "allkeys-lru")
        try:
            with pytest.raises(UnsuitableError, match="noeviction"):
                RedisLedger(url)
            with pytest.raises(UnsuitableError, match="noeviction"):
                RedisVisitors(url, Limits(), SimulatedClock())
        finally:
            with redis.Redis.from_url(url) as client:
                client.config_set("maxmemory-policy", "noeviction")


def test_books_that_may_lose_what_they_acknowledged_are_refused(
    empty_servers: tuple[str, str],
) -> None:
    books, visitors = empty_servers
    with pytest.raises(UnsuitableError, match="appendfsync always"):
        RedisLedger(visitors)
    with redis.Redis.from_url(books) as client:
        client.config_set("appendfsync", "everysec")
        try:
            with pytest.raises(UnsuitableError, match="appendfsync always"):
                RedisLedger(books)
            RedisLedger(books, synchronous="NORMAL").close()
        finally:
            client.config_set("appendfsync", "always")


def test_a_server_that_would_write_visitors_to_its_disk_is_refused(
    empty_servers: tuple[str, str],
) -> None:
    with pytest.raises(UnsuitableError, match="xuống đĩa"):
        RedisVisitors(empty_servers[0], Limits(), SimulatedClock())


def test_a_server_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnsuitableError, match="không hỏi được"):
        RedisLedger("redis://127.0.0.1:1/0")
    with pytest.raises(UnsuitableError, match="địa chỉ Redis sai"):
        RedisLedger("http://127.0.0.1/")


def test_a_password_is_not_told_to_the_log() -> None:
    with pytest.raises(UnsuitableError) as refused:
        RedisLedger("redis://:secret@127.0.0.1:1/0")
    assert "//…@127.0.0.1:1/0" in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_batch_that_is_sent_twice_counts_once(empty_servers: tuple[str, str]) -> None:
    ledger = RedisLedger(empty_servers[0])
    assert ledger.add("1", TODAY, 3) == ledger.add("1", TODAY, 3) == Totals(3, 3, 3)
    visitors = RedisVisitors(empty_servers[1], Limits(), SimulatedClock())
    hits = [Hit(1, 0, 0), Hit(2, 0, 1)]
    assert visitors.begin("1", hits, 5000) == visitors.begin("1", hits, 5000) == BatchResult(2, [])


def test_a_batch_that_arrives_after_it_was_cancelled_counts_nothing(
    empty_servers: tuple[str, str],
) -> None:
    ledger = RedisLedger(empty_servers[0])
    real, delayed = ledger._add, list[dict[str, Any]]()

    def delay(**request: Any) -> None:
        delayed.append(request)
        raise redis.TimeoutError

    ledger._add = delay
    with pytest.raises(LedgerError):
        ledger.add("1", TODAY, 3)
    ledger._add = real
    for later in ("2", "3"):
        ledger.cancel("1")
        real(**delayed[0])
        assert ledger.add(later, TODAY, 1).total == int(later) - 1
    real(**delayed[0])
    assert ledger.add("4", TODAY, 0) == Totals(2, 2, 2)
    visitors = RedisVisitors(empty_servers[1], Limits(), SimulatedClock())
    visitors.cancel("1")
    visitors.begin("1", [Hit(1, 0, 0)], 5000)
    assert visitors.online(5000) == 0


def test_the_books_keep_days_and_not_a_line_for_each_batch(
    empty_servers: tuple[str, str],
) -> None:
    ledger = RedisLedger(empty_servers[0])
    for batch in range(50):
        ledger.add(str(batch), TODAY, 1)
    ledger.cancel("49")
    with redis.Redis.from_url(empty_servers[0], decode_responses=True) as client:
        kinds = sorted(key.split(":")[1] for key in client.keys("*"))
        assert kinds == ["days", "last", "sum"]
        assert client.hgetall("counter:days") == {"2026-01-01": "49"}


def test_a_server_that_goes_away_is_an_error_and_its_books_survive_kill_9(tmp_path: Path) -> None:
    options = ["--save", "", "--appendonly", "yes", "--appendfsync", "always"]
    with redis_server(*options, "--dir", str(tmp_path)) as url:
        ledger = RedisLedger(url)
        ledger.add("1", TODAY, 3)
        client: Any = connect(url)
        process = client.info("server")["process_id"]
        client.close()
        os.kill(process, signal.SIGKILL)
        with pytest.raises(LedgerError):
            ledger.add("2", TODAY, 1)
    with redis_server(*options, "--dir", str(tmp_path)) as url:
        assert RedisLedger(url).add("3", TODAY, 1) == Totals(4, 4, 4)


def test_visitors_that_cannot_be_asked_are_an_error() -> None:
    with redis_server("--save", "", "--appendonly", "no") as url:
        visitors = RedisVisitors(url, Limits(), SimulatedClock())
    calls: list[Callable[[], object]] = [
        lambda: visitors.begin("1", [Hit(1, 0, 0)], 1),
        lambda: visitors.online(1),
        lambda: visitors.cancel("1"),
        lambda: visitors.salt(1),
    ]
    for call in calls:
        with pytest.raises(VisitorsError):
            call()


def test_a_machine_that_is_behind_does_not_turn_the_clock_back(
    empty_servers: tuple[str, str],
) -> None:
    visitors = RedisVisitors(empty_servers[1], Limits(), SimulatedClock())
    visitors.begin("1", [Hit(1, 0, 0)], 5000)
    visitors.begin("2", [Hit(1, 0, 0)], 4990)
    assert visitors.online(5299) == 1


def test_while_no_machine_runs_the_date_tells_how_much_time_went_by(
    empty_servers: tuple[str, str],
) -> None:
    clock = SimulatedClock()
    RedisVisitors(empty_servers[1], Limits(), clock).begin("1", [Hit(1, 0, 0)], clock.now)
    before = clock.now
    clock.wait(200)
    clock.now = 5  # the machine was started anew
    visitors = RedisVisitors(empty_servers[1], Limits(), clock)
    assert clock.now + visitors.ahead == before + 200


def test_a_missing_server_program_is_said_with_what_to_install() -> None:
    with pytest.raises(RedisMissingError, match="sudo apt install redis-server"):
        find_redis({"PATH": ""})
