from __future__ import annotations

import socket

import pytest

from plugins.preview.http.admission import Names, page, refusal

OWN = socket.gethostname().lower()


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.0.0.1:8000",
        "localhost",
        "LocalHost:80",
        "localhost.:8000",
        "localhost:",
        "[::1]",
        "[::1]:8000",
    ],
)
def test_this_machine_is_answered_by_each_of_its_names_and_with_any_port(host: str) -> None:
    assert host in Names("127.0.0.1")


@pytest.mark.parametrize(
    "host",
    [
        "evil.test",
        "evil.test:8000",
        "localhost.evil.test",
        "127.0.0.1.evil.test",
        "evil.test:80@127.0.0.1",
        "127.0.0.1:8000:80",
        "127.0.0.1:x",
        "127.0.0.1:123456",
        "127.1",
        "::1",
        "[::1",
        "[::1]x",
        "[evil.test]",
        "",
        ":8000",
        " ",
        "127.0.0.1, evil.test",
        "192.168.1.5",
        "[2001:db8::1]",
    ],
)
def test_a_name_of_somebody_else_is_not_answered(host: str) -> None:
    assert host not in Names("127.0.0.1")


def test_a_name_that_is_listened_on_is_answered_too() -> None:
    assert "May-Toa-Soan.local:8000" in Names("may-toa-soan.local")
    assert "192.168.1.5:8000" in Names("192.168.1.5")
    assert "192.168.1.6:8000" not in Names("192.168.1.5")


@pytest.mark.parametrize("bind", ["0.0.0.0", "::", ""])
def test_where_all_may_look_addresses_and_this_machines_name_are_answered(bind: str) -> None:
    names = Names(bind)
    for host in ("192.168.1.5:8000", "[fd00::5]:8000", f"{OWN}:8000", f"{OWN}.local", "localhost"):
        assert host in names
    for host in ("evil.test:8000", "192.168.1.5.evil.test", "300.1.1.1"):
        assert host not in names


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("GET / HTTP/1.1", None),
        ("HEAD /2024/01/b%C3%A0i/?q=a%20b HTTP/1.1", None),
        ("GET /..%2findex.html HTTP/1.1", None),  # which is no page
        ("GET /", 400),
        ("GET", 400),
        ("GET / x HTTP/1.1", 400),
        ("GET // HTTP/1.1", 400),
        ("GET //evil.test/ HTTP/1.1", 400),
        ("GET http://[ HTTP/1.1", 400),
        ("GET http://127.0.0.1:8000/ HTTP/1.1", 400),
        ("GET * HTTP/1.1", 400),
        ("GET index.html HTTP/1.1", 400),
        ("GET /%zz HTTP/1.1", 400),
        ("GET /% HTTP/1.1", 400),
        ("GET /%00 HTTP/1.1", 400),
        ("GET /%0d%0a HTTP/1.1", 400),
        ("GET /%ff HTTP/1.1", 400),
        ("GET /%C3 HTTP/1.1", 400),
        ("GET /b\xc3\xa0i HTTP/1.1", 400),
        ("GET /\0 HTTP/1.1", 400),
        ("GET /x#y HTTP/1.1", 400),
        ("POST / HTTP/1.1", 405),
        ("OPTIONS / HTTP/1.1", 405),
        ("get / HTTP/1.1", 405),
    ],
)
def test_what_is_no_request_for_a_page_is_refused(line: str, status: int | None) -> None:
    assert refusal(line.split(), ["127.0.0.1"], Names("127.0.0.1")) == status


@pytest.mark.parametrize(
    ("hosts", "status"),
    [
        (["localhost"], None),
        ([" localhost "], None),
        ([], 400),
        (["localhost", "localhost"], 400),
        (["evil.test"], 421),
    ],
)
def test_a_request_names_one_host_and_that_is_ours(hosts: list[str], status: int | None) -> None:
    for method in ("GET", "HEAD"):
        assert refusal([method, "/", "HTTP/1.1"], hosts, Names("127.0.0.1")) == status


def test_a_foreign_host_learns_nothing_of_methods() -> None:
    assert refusal(["POST", "/", "HTTP/1.1"], ["evil.test"], Names("127.0.0.1")) == 421


def test_a_refusal_is_a_short_page_in_vietnamese() -> None:
    shown = page(refusal(["GET", "/", "HTTP/1.1"], ["evil.test"], Names("127.0.0.1")) or 0)  # type: ignore[arg-type] # refused
    assert '<html lang="vi">' in shown.decode()
    assert "không mở dưới tên này" in shown.decode()
