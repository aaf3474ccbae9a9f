"""The real process, over real connections."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path

import pytest

from plugins.counter.service.http.answers import PIXEL
from tests.counter.wire import Wire, request
from tests.fuzz.counter.service import Service

ORIGIN = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("books") / "counter.sqlite3"


@pytest.fixture(scope="module")
def service(books: Path) -> Iterator[Service]:
    started = Service("--database", str(books))
    yield started
    assert started.stop() == "", "nothing was complained of"


@pytest.fixture
def wire(service: Service) -> Iterator[Wire]:
    connection = Wire(service.port)
    yield connection
    connection.close()


def test_a_visit_is_answered_with_the_numbers_after_it(service: Service, wire: Wire) -> None:
    before = service.stats()
    first = wire.ask(request(x_forwarded_for="192.0.2.1"))
    again = wire.ask(request(x_forwarded_for="192.0.2.1"))
    other = wire.ask(request(x_forwarded_for="192.0.2.2"))
    totals = [reply.json()["total"] - before["total"] for reply in (first, again, other)]
    assert totals == [1, 1, 2]
    assert first.status == 200
    assert first.headers["cache-control"] == "no-store"
    assert set(first.json()) == {"v", "online", "today", "week", "total", "as_of"}
    assert datetime.fromisoformat(first.json()["as_of"]).utcoffset() == timedelta(hours=7)


def test_the_numbers_may_be_kept_ten_seconds_and_are_not_sent_twice(wire: Wire) -> None:
    first = wire.ask(request("/tk/v1/stats", "GET"))
    assert first.headers["cache-control"] == "public, max-age=10"
    again = wire.ask(request("/tk/v1/stats", "GET", if_none_match=first.headers["etag"]))
    assert (again.status, again.body) == (304, b"")
    wire.ask(request(x_forwarded_for="192.0.2.3"))
    newer = wire.ask(request("/tk/v1/stats", "GET", if_none_match=first.headers["etag"]))
    assert newer.json()["total"] == first.json()["total"] + 1


@pytest.mark.parametrize("path", ["/tk/v1/stats", "/tk/healthz"])
def test_what_watches_the_service_may_ask_for_the_head_alone(service: Service, path: str) -> None:
    connection = HTTPConnection("127.0.0.1", service.port, timeout=10)
    for _ in range(2):  # the second shows that nothing was left of the first
        connection.request("HEAD", path)
        reply = connection.getresponse()
        assert (reply.status, reply.read()) == (200, b"")
        assert int(reply.headers["content-length"]) > 0
    connection.close()


def test_the_image_counts_a_reader_without_scripts(service: Service, wire: Wire) -> None:
    before = service.stats()["total"]
    reply = wire.ask(request("/tk/v1/p.gif", "GET", x_forwarded_for="192.0.2.4"))
    assert (reply.status, reply.headers["content-type"], reply.body) == (200, "image/gif", PIXEL)
    assert service.stats()["total"] == before + 1


def test_who_does_not_count_still_gets_the_numbers(service: Service, wire: Wire) -> None:
    before = service.stats()["total"]
    for headers in ({"dnt": "1"}, {"sec_gpc": "1"}, {"user_agent": "curl/8"}):
        reply = wire.ask(request(x_forwarded_for="192.0.2.5", **headers))
        assert (reply.status, reply.json()["total"]) == (200, before)


def test_a_foreign_page_is_refused_and_nothing_counts(service: Service, wire: Wire) -> None:
    before = service.stats()["total"]
    reply = wire.ask(request(x_forwarded_for="192.0.2.6", origin="https://elsewhere.example"))
    assert reply.status == 403
    assert service.stats()["total"] == before


@pytest.mark.parametrize(
    ("path", "method"),
    [("/tk/v1/visit", "GET"), ("/tk/v1/stats", "POST"), ("/tk/v1/visit/", "POST"), ("/", "GET")],
)
def test_there_is_nothing_else(wire: Wire, path: str, method: str) -> None:
    assert wire.ask(request(path, method)).status == 404


def test_the_editors_page_shows_the_days_and_needs_nothing_else(wire: Wire) -> None:
    wire.ask(request(x_forwarded_for="192.0.2.7"))
    reply = wire.ask(request("/tk/chart", "GET"))
    assert b"<svg" in reply.body
    assert "default-src 'none'" in reply.headers["content-security-policy"]


def test_visits_sent_in_one_go_are_answered_in_their_order(service: Service, wire: Wire) -> None:
    before = service.stats()["total"]
    several = [request(x_forwarded_for=f"192.0.2.{n}") for n in range(20, 26)]
    several.insert(3, request("/tk/v1/stats", "GET"))
    several.append(request(body="a body", x_forwarded_for="192.0.2.26"))
    wire.send(b"".join(several))
    replies = [wire.reply() for _ in several]
    assert [reply.status for reply in replies] == [200] * 8
    assert [r.json()["total"] - before for r in replies] == [1, 2, 3, 3, 4, 5, 6, 7]


def test_a_visit_may_come_in_pieces_and_with_a_body(service: Service, wire: Wire) -> None:
    before = service.stats()["total"]
    text = request(x_forwarded_for="192.0.2.30")
    for piece in (text[:9], text[9:40], text[40:]):
        wire.send(piece)
        time.sleep(0.02)
    assert wire.reply().json()["total"] == before + 1
    chunked = request(x_forwarded_for="192.0.2.31", transfer_encoding="chunked")
    chunked = chunked.replace(b"Content-Length: 0\r\n", b"")
    assert wire.ask(chunked + b"3\r\nabc\r\n0\r\n\r\n").json()["total"] == before + 2
    assert wire.ask(request(body="x" * 200_000, x_forwarded_for="192.0.2.32")).status == 200
    assert service.stats()["total"] == before + 3


@pytest.mark.parametrize("headers", [{"connection": "close"}, {"expect": "100-continue"}])
def test_unusual_visits_are_answered_like_usual_ones(
    service: Service, wire: Wire, headers: dict[str, str]
) -> None:
    before = service.stats()["total"]
    number = 40 + len(headers["connection"]) if "connection" in headers else 50
    reply = wire.ask(request(x_forwarded_for=f"192.0.2.{number}", **headers))
    assert (reply.status, reply.json()["total"]) == (200, before + 1)
    assert "connection" not in headers or wire.is_closed()


def test_a_reader_who_hangs_up_is_counted_and_disturbs_nobody(service: Service) -> None:
    before = service.stats()["total"]
    for number in range(60, 70):
        gone = Wire(service.port)
        gone.send(request(x_forwarded_for=f"192.0.2.{number}"))
        gone.close()
    stays = Wire(service.port)
    assert stays.ask(request(x_forwarded_for="192.0.2.70")).status == 200
    for _ in range(100):
        if service.stats()["total"] == before + 11:
            break
        time.sleep(0.02)
    assert service.stats()["total"] == before + 11
    stays.close()


def test_nonsense_is_refused(service: Service) -> None:
    wire = Wire(service.port)
    wire.send(b"HELLO\r\n\r\n")
    assert wire.reply().status == 400
    wire.close()


def test_books_that_are_locked_count_nothing_and_the_service_gets_over_it(tmp_path: Path) -> None:
    books = tmp_path / "counter.sqlite3"
    service = Service("--database", str(books))
    wire = Wire(service.port)
    wire.ask(request(x_forwarded_for="192.0.2.80"))
    other = sqlite3.connect(books, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    refused = wire.ask(request(x_forwarded_for="192.0.2.81"))
    image = wire.ask(request("/tk/v1/p.gif", "GET", x_forwarded_for="192.0.2.82"))
    other.execute("ROLLBACK")
    other.close()
    assert (refused.status, image.status) == (503, 503)
    assert "retry-after" in refused.headers
    assert wire.ask(request(x_forwarded_for="192.0.2.81")).json()["total"] == 2
    assert wire.ask(request("/tk/healthz", "GET")).body == b"ok\n"
    wire.close()
    assert service.stop() == "LỖI: chưa đếm được: database is locked.\nĐã đếm lại được.\n"


def test_a_flood_from_one_network_is_turned_away_and_others_are_not(
    service: Service, wire: Wire
) -> None:
    statuses, wires = set(), [Wire(service.port) for _ in range(50)]
    for number, flooding in enumerate(wires):
        agents = [f"Mozilla/5.0 ({number}-{n})" for n in range(120)]
        flood = [request(x_forwarded_for="198.51.100.9", user_agent=agent) for agent in agents]
        flooding.send(b"".join(flood))
    for flooding in wires:
        statuses |= {flooding.reply().status for _ in range(120)}
        flooding.close()
    assert statuses == {200, 429}
    assert wire.ask(request(x_forwarded_for="203.0.113.1")).status == 200


def test_a_page_of_a_named_origin_may_read_the_answer(tmp_path: Path) -> None:
    service = Service("--database", str(tmp_path / "counter.sqlite3"), "--origin", ORIGIN)
    wire = Wire(service.port)
    reply = wire.ask(request(origin=ORIGIN, x_forwarded_for="192.0.2.7"))
    assert reply.headers["access-control-allow-origin"] == ORIGIN
    assert wire.ask(request(origin="http://bantin.example")).status == 403
    unnamed = wire.ask(request("/tk/v1/stats", "GET"))
    assert unnamed.headers["vary"] == "origin", "a cache keeps it for no page of the origin"
    wire.close()
    service.kill()
