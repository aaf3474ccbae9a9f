"""The preview's server over real connections."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest

from plugins.preview.http.server import Server
from plugins.preview.http.site import HTML, Answer
from plugins.preview.live import LiveSite

DRAFT = "Bản nháp chưa ai được đọc"
OURS = b"Host: 127.0.0.1\r\n"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A preview of a bulletin with one page, which is a draft."""
    live = LiveSite()
    live.place(tmp_path, tmp_path)
    (tmp_path / "index.html").write_text(f"<body>{DRAFT}</body>", encoding="utf-8")
    with Server("127.0.0.1", 0, live.answer, live) as started:
        thread = threading.Thread(target=started.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield started
        live.close()
        started.shutdown()
        thread.join()


def _say(server: Server, request: bytes) -> tuple[int, str]:
    """Send bytes as they are; return the status of the first answer, 0 for none, and all text."""
    address: tuple[str, int] = server.server_address[:2]  # type: ignore[assignment] # of IPv4
    with socket.create_connection(address, timeout=10) as connection:
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            told = connection.makefile("rb").read().decode()
        except ConnectionError:
            return 0, ""
    return int(told.split()[1]) if told else 0, told


PATHS = ["/", "/index.html", "/__preview/events", "/__preview/reload.js", "/__preview/preview.css"]
METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "X"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("more", [b"", b"Connection: Upgrade\r\nUpgrade: websocket\r\n"])
def test_under_a_foreign_name_there_is_nothing(server: Server, path: str, more: bytes) -> None:
    for method in METHODS:
        head = f"{method} {path} HTTP/1.1\r\nHost: evil.test:8000\r\n".encode()
        status, told = _say(server, head + more + b"\r\n")
        assert status == HTTPStatus.MISDIRECTED_REQUEST
        assert DRAFT not in told
        assert "Access-Control" not in told


def test_under_our_names_the_draft_is_there(server: Server) -> None:
    for host in ("127.0.0.1", "localhost:8000", "[::1]:8000"):
        status, told = _say(server, f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        assert status == HTTPStatus.OK
        assert DRAFT in told


def test_nothing_can_be_changed(server: Server) -> None:
    for method in METHODS[2:]:
        status, told = _say(server, f"{method} / HTTP/1.1\r\n".encode() + OURS + b"\r\n")
        assert status == HTTPStatus.METHOD_NOT_ALLOWED
        assert "Allow: GET, HEAD\r\n" in told


@pytest.mark.parametrize(
    "line",
    [
        b"GET // HTTP/1.1",
        b"GET http://[ HTTP/1.1",
        b"GET http://127.0.0.1/ HTTP/1.1",
        b"GET * HTTP/1.1",
        b"OPTIONS * HTTP/1.1",
        b"CONNECT 127.0.0.1:80 HTTP/1.1",
        b"GET /%00 HTTP/1.1",
        b"GET /%zz HTTP/1.1",
        b"GET /%ff HTTP/1.1",
        b"GET /\xff\xfe HTTP/1.1",
        b"GET /\xc3\xa0 HTTP/1.1",
        b"GET /\x00 HTTP/1.1",
        b"GET /",
        b"GET /\xa0",
        b"GET",
        b"\xff\xfe\x00",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/1.1.1",
        b"GET / FTP/1.1",
        b"GET / HTTP/" + b"9" * 5000 + b".1",
    ],
)
def test_what_is_wrongly_written_is_400_and_no_traceback(
    server: Server, capfd: pytest.CaptureFixture[str], line: bytes
) -> None:
    status, told = _say(server, line + b"\r\n" + OURS + b"\r\n")
    assert status == HTTPStatus.BAD_REQUEST
    assert DRAFT not in told
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/..%2findex.html", 404),
        ("/%2e%2e/index.html", 404),
        ("/..%5cindex.html", 404),
        ("/" + "a" * 20_000, 404),
        ("/" + "a/" * 20_000, 404),
        ("/__preview/events%2f", 404),
        ("/__preview/..%2f..%2fserver.py", 404),
    ],
)
def test_what_is_not_there_is_404_and_no_traceback(
    server: Server, capfd: pytest.CaptureFixture[str], target: str, status: int
) -> None:
    assert _say(server, f"GET {target} HTTP/1.1\r\n".encode() + OURS + b"\r\n")[0] == status
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("query", "told"),
    [("page=http://[&version=x", "reload"), ("page=%00", "reload"), ("page=//[::", "reload")],
)
def test_events_of_a_page_that_cannot_be_are_no_traceback(
    server: Server, capfd: pytest.CaptureFixture[str], query: str, told: str
) -> None:
    request = f"GET /__preview/events?{query} HTTP/1.1\r\n".encode() + OURS + b"\r\n"
    status, text = _say(server, request)
    assert (status, told in text) == (HTTPStatus.OK, True)
    assert capfd.readouterr().err == ""


def test_heads_without_measure_are_refused_without_a_traceback(
    server: Server, capfd: pytest.CaptureFixture[str]
) -> None:
    for request, statuses in (
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n" + OURS + b"\r\n", (414, 0)),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 70_000 + b"\r\n\r\n", (431, 0)),
        (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n", (431, 0)),
        (b"GET / HTTP/1.1\r\n\r\n", (400,)),
        (b"GET / HTTP/1.0\r\n\r\n", (400,)),
        (b"GET / HTTP/1.1\r\n" + OURS * 2 + b"\r\n", (400,)),
        (b"GET / HTTP/2.0\r\n" + OURS + b"\r\n", (505,)),
    ):
        assert _say(server, request)[0] in statuses
    assert capfd.readouterr().err == ""


def test_a_body_is_not_taken_for_the_next_request(server: Server) -> None:
    hidden = b"GET / HTTP/1.1\r\n" + OURS + b"\r\n"
    length = f"Content-Length: {len(hidden)}\r\n\r\n".encode()
    for first in (b"GET /x HTTP/1.1\r\n" + OURS, b"POST / HTTP/1.1\r\n" + OURS):
        assert DRAFT not in _say(server, first + length + hidden)[1]


def test_who_says_nothing_for_long_is_left(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server.RequestHandlerClass, "timeout", 0.1)
    address: tuple[str, int] = server.server_address[:2]  # type: ignore[assignment] # of IPv4
    with socket.create_connection(address, timeout=10) as silent:
        silent.sendall(b"GET / HT")
        assert silent.recv(1) == b""


def test_a_folder_is_served_under_our_names_only() -> None:
    with Server("127.0.0.1", 0, lambda target: Answer(HTTPStatus.OK, HTML, b"x")) as plain:
        thread = threading.Thread(target=plain.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        statuses = [
            _say(plain, f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())[0]
            for host in ("localhost", "evil.test")
        ]
        plain.shutdown()
        thread.join()
    assert statuses == [200, 421]
