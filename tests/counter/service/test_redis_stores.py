from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import redis

from plugins.counter.service import redis_server as redis_server_module
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


@pytest.fixture
def looks_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """No second goes by between two looks at a server's settings."""
    monkeypatch.setattr(redis_server_module, "EVERY", 0.0)


@pytest.fixture
def own_servers() -> Iterator[tuple[str, str]]:
    """Servers whose settings a test may change."""
    books = ["--save", "", "--appendonly", "yes", "--appendfsync", "always"]
    with redis_server(*books) as one, redis_server("--save", "", "--appendonly", "no") as other:
        yield one, other


def _set(url: str, **settings: str | int) -> None:
    with redis.Redis.from_url(url) as client:
        for name, value in settings.items():
            client.config_set(name.replace("_", "-"), value)


@pytest.mark.usefixtures("looks_each_time")
def test_settings_that_are_changed_while_it_counts_stop_it_until_they_are_right_again(
    own_servers: tuple[str, str],
) -> None:
    books, others = own_servers
    ledger = RedisLedger(books)
    visitors = RedisVisitors(others, Limits(), SimulatedClock())
    assert ledger.add("1", TODAY, 3).total == 3
    for wrong, right, said in (
        ({"maxmemory_policy": "allkeys-lru"}, {"maxmemory_policy": "noeviction"}, "noeviction"),
        ({"appendfsync": "everysec"}, {"appendfsync": "always"}, "appendfsync always"),
        ({"appendonly": "no"}, {"appendonly": "yes"}, "appendonly yes"),
    ):
        _set(books, **wrong)
        for batch in "23":
            with pytest.raises(LedgerError, match=said):
                ledger.add(batch, TODAY, 1)
        _set(books, **right)
        ledger.cancel("3")
        assert ledger.add("4", TODAY, 0).total == 3
    _set(others, save="3600 1")
    with pytest.raises(VisitorsError, match="xuống đĩa"):
        visitors.begin("1", [Hit(1, 0, 0)], 5000)
    _set(others, save="")
    assert visitors.begin("2", [Hit(1, 0, 0)], 5000).begun == 1


@pytest.mark.usefixtures("looks_each_time")
def test_after_keys_were_evicted_only_a_new_service_goes_on(own_servers: tuple[str, str]) -> None:
    books, others = own_servers
    ledger = RedisLedger(books)
    visitors = RedisVisitors(others, Limits(), SimulatedClock())
    ledger.add("1", TODAY, 3)
    visitors.begin("1", [Hit(1, 0, 0)], 5000)
    for url in own_servers:
        _set(url, maxmemory_policy="allkeys-random")
        with redis.Redis.from_url(url) as client:
            for number in range(100):
                client.set(f"other:{number}", "x" * 1000)
            _set(url, maxmemory=client.info("memory")["used_memory"] - 50_000)
            client.set("one more", "x")
        _set(url, maxmemory=0, maxmemory_policy="noeviction")
    with pytest.raises(LedgerError, match=r"đã tự xóa \d+ khóa"):
        ledger.add("2", TODAY, 1)
    with pytest.raises(VisitorsError, match=r"đã tự xóa \d+ khóa"):
        visitors.begin("2", [Hit(1, 0, 0)], 5000)
    RedisLedger(books).add("3", TODAY, 1)


@pytest.mark.usefixtures("looks_each_time")
def test_a_server_whose_memory_is_nearly_full_is_told_once_and_a_full_one_counts_nothing(
    own_servers: tuple[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    books = own_servers[0]
    ledger = RedisLedger(books)
    ledger.add("1", TODAY, 3)
    with redis.Redis.from_url(books) as client:
        used = client.info("memory")["used_memory"]
    _set(books, maxmemory=int(used * 1.05))
    for batch in "23":
        ledger.add(batch, TODAY, 0)
    assert caplog.text.count("CẢNH BÁO: máy chủ Redis") == 1
    _set(books, maxmemory=int(used * 0.5))
    with pytest.raises(LedgerError, match="maxmemory"):
        ledger.add("4", TODAY, 1)
    _set(books, maxmemory=0)
    ledger.cancel("4")
    assert ledger.add("5", TODAY, 1) == Totals(4, 4, 4)


def test_a_servers_settings_are_not_asked_for_at_each_commit(
    empty_servers: tuple[str, str],
) -> None:
    ledger = RedisLedger(empty_servers[0])
    with redis.Redis.from_url(empty_servers[0]) as client:
        client.config_resetstat()
        for batch in range(20):
            ledger.add(str(batch), TODAY, 1)
        assert client.info("commandstats").get("cmdstat_config|get", {"calls": 0})["calls"] <= 1


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
