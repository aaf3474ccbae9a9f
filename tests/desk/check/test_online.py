"""Whether sources are still there, asked of servers on this machine that stand in for outlets."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from plugins.attribution import Outlet, Source
from plugins.core.article import Article
from plugins.desk.check import online


class _Outlet(BaseHTTPRequestHandler):
    """Answers ``/404`` with that status; ``/head`` likes no HEAD, ``/slow`` takes its time."""

    server: _Server

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        with self.server.lock:
            self.server.asked.append((self.command, self.path))
            self.server.now += 1
            self.server.most = max(self.server.most, self.server.now)
        time.sleep(self.server.pause)
        with self.server.lock:
            self.server.now -= 1
        name = self.path.strip("/")
        if name.startswith("on-to-"):
            self.send_response(302)
            self.send_header("Location", self.server.leads[name])
        elif name == "head":
            self.send_response(404 if self.command == "HEAD" else 200)
        else:
            self.send_response(int(name) if name.isdigit() else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has there
        pass


class _Server(ThreadingHTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Outlet)
        self.lock = threading.Lock()
        self.asked: list[tuple[str, str]] = []
        self.leads: dict[str, str] = {}
        self.now = self.most = 0
        self.pause = 0.0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@pytest.fixture
def outlet(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Server]:
    """A server that is asked although it is on this machine; any other of this machine is not."""
    monkeypatch.setattr(online, "is_public", lambda address: address == "127.0.0.1")
    server = _Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def article(url: str | None, name: str = "a") -> Article:
    source = Source(None, (Outlet("Báo Mẫu"),), url)
    return Article("article", f"{name}.md", "Bài", name, f"{name}/", "published", source=source)


@pytest.mark.parametrize("status", [404, 410])
def test_an_address_at_which_nothing_is_any_more_is_told(outlet: _Server, status: int) -> None:
    (problem,) = online.dead_sources([article(f"{outlet.url}/{status}")])
    assert (problem.check.code, problem.path) == ("NGUON17", "a.md")
    assert problem.message == f"bài gốc không còn ở {outlet.url}/{status}"


@pytest.mark.parametrize("name", ["bai", "head", "403", "405", "429", "500", "503"])
def test_what_is_there_or_may_be_is_not_told(outlet: _Server, name: str) -> None:
    assert list(online.dead_sources([article(f"{outlet.url}/{name}")])) == []


def test_an_article_that_moved_is_followed(outlet: _Server) -> None:
    outlet.leads = {"on-to-bai": "/bai", "on-to-nothing": f"{outlet.url}/404"}
    moved = [article(f"{outlet.url}/{name}", name) for name in outlet.leads]
    assert [one.path for one in online.dead_sources(moved)] == ["on-to-nothing.md"]


@pytest.mark.parametrize(
    "place", ["http://127.0.0.2:1/", "http://10.0.0.1/", "file:///etc/passwd", "ftp://127.0.0.1/"]
)
def test_what_is_not_of_the_web_is_not_asked_nor_followed(
    outlet: _Server, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    outlet.leads = {"on-to-there": place}
    assert online.ask(f"{outlet.url}/on-to-there") == "unknown"
    assert online.ask(place) == "unknown"


@pytest.mark.parametrize(
    ("address", "is_public"),
    [
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("203.119.8.106", True),
        ("2001:dc8::1", True),
    ],
)
def test_addresses_of_this_network_are_none_of_the_web(address: str, *, is_public: bool) -> None:
    assert online.is_public(address) == is_public


def test_a_host_that_nobody_knows_is_told_if_others_are_known(
    outlet: _Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {"vnnic.vn"}

    def resolve(host: str, *_: object, **__: object) -> list[Any]:
        if host not in known:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("203.119.8.106", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    (problem,) = online.dead_sources([article("https://khong-co.example/bai")])
    assert problem.message == "không có trang web nào ở https://khong-co.example/bai"
    known.clear()  # now this machine has no network
    assert list(online.dead_sources([article("https://khong-co.example/bai")])) == []


def test_one_address_is_asked_once_and_one_host_one_at_a_time(outlet: _Server) -> None:
    outlet.pause = 0.01
    urls = [f"{outlet.url}/{number}" for number in ("200", "404", "a", "b")]
    many = [article(url, f"{at}") for at, url in enumerate([*urls, urls[1]])]
    assert [one.path for one in online.dead_sources(many)] == ["1.md", "4.md"]
    assert outlet.most == 1
    assert outlet.asked.count(("HEAD", "/404")) == 1


def test_letters_and_signs_of_an_address_are_encoded(outlet: _Server) -> None:
    assert online.ask(f"{outlet.url}/chợ phiên.html?q=ngô&x=%20#cuoi") == "there"
    assert outlet.asked == [("HEAD", "/ch%E1%BB%A3%20phi%C3%AAn.html?q=ng%C3%B4&x=%20")]


@pytest.mark.parametrize("url", ["http://", "http://[x", "http://a..b/", "http://a:99999/"])
def test_an_address_that_is_none_is_not_told(url: str) -> None:
    assert online.ask(url) == "unknown"


def test_articles_without_an_address_of_a_source_are_passed_over() -> None:
    own = Article("article", "b.md", "Bài", "b", "b/", "published")
    assert list(online.dead_sources([article(None), own])) == []
