from __future__ import annotations

import pytest

from plugins.counter.service.http.proxies import MOST_KNOWN, Proxies
from plugins.counter.service.identity import identify, place

READER = "203.0.113.9"


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("127.0.0.1", None, "127.0.0.1"),
        ("127.0.0.1", b"203.0.113.9", READER),
        ("127.0.0.1", b"1.2.3.4, 203.0.113.9", READER),
        ("127.0.0.1", b"1.2.3.4, 203.0.113.9, 10.1.2.3", READER),
        ("10.9.9.9", b"203.0.113.9,10.1.2.3", READER),
        ("127.0.0.1", b"10.1.2.3, 10.1.2.4", "10.1.2.3"),
        ("127.0.0.1", b"1.2.3.4, nonsense", "nonsense"),
        ("198.51.100.1", b"203.0.113.9", "198.51.100.1"),
        ("", b"203.0.113.9", ""),
        ("127.0.0.1", b"203.0.113.9:5555", READER),
        ("127.0.0.1", b"1.2.3.4, 203.0.113.9:80 ,10.1.2.3:443", READER),
        ("127.0.0.1", b"203.0.113.9, , ", READER),
        ("127.0.0.1", b",", "127.0.0.1"),
        ("127.0.0.1", b"", "127.0.0.1"),
        ("127.0.0.1", b"\t203.0.113.9\t", READER),
        ("127.0.0.1", b"[2001:db8::1]:443", "2001:db8::1"),
        ("127.0.0.1", b"[2001:db8::1]", "2001:db8::1"),
        ("127.0.0.1", b"2001:db8::1", "2001:db8::1"),
        ("127.0.0.1", b"fe80::1%eth0", "fe80::1"),
        ("127.0.0.1", b"[fe80::1%25eth0]:80", "fe80::1"),
        ("127.0.0.1", b"::ffff:203.0.113.9", "::ffff:203.0.113.9"),
        ("127.0.0.1", b"[::ffff:203.0.113.9]:80, ::ffff:10.0.0.1", "::ffff:203.0.113.9"),
        ("::ffff:127.0.0.1", b"203.0.113.9", READER),
        ("fe80::1%eth0", b"203.0.113.9", "fe80::1"),
        ("198.51.100.1", b"127.0.0.1", "198.51.100.1"),
    ],
)
def test_the_last_address_that_is_no_proxy_of_ours_is_the_readers(
    peer: str, forwarded: bytes | None, client: str
) -> None:
    assert Proxies(("127.0.0.1", "10.0.0.0/8")).client(peer, forwarded) == client


@pytest.mark.parametrize(
    "written",
    [
        b"unknown",
        b"_hidden",
        b'for="[2001:db8::1]:443"',
        b'"203.0.113.9"',
        b"203.0.113.9:port",
        b"203.0.113.9:123456",
        b"[203.0.113.9",
        b"[2001:db8::1]443",
        b"203.0.113.9 203.0.113.8",
        b"\xb2\xb3",
        b"999.1.1.1",
        b"2001:db8::1::2",
        b":" * 10_000,
        b"1" * 10_000,
    ],
)
def test_what_is_no_address_is_no_visitor(written: bytes) -> None:
    for forwarded in (written, b"203.0.113.9, " + written):
        client = Proxies(("127.0.0.1",)).client("127.0.0.1", forwarded)
        with pytest.raises(ValueError, match=r".*"):
            place(client)


@pytest.mark.parametrize(
    "spellings",
    [
        [b"203.0.113.9", b"203.0.113.9:5555", b"::ffff:203.0.113.9", b"[::ffff:cb00:7109]:80"],
        [b"2001:db8::1", b"[2001:db8::1]:443", b"[2001:0DB8:0::1]", b"2001:db8::1%eth0"],
    ],
)
def test_however_it_is_written_it_is_the_same_visitor(spellings: list[bytes]) -> None:
    proxies = Proxies(("127.0.0.1",))
    hits = {identify(proxies.client("127.0.0.1", one), b"x", (b"s", b"")) for one in spellings}
    assert len(hits) == 1


def test_a_proxy_that_is_no_address_is_refused() -> None:
    with pytest.raises(ValueError, match="localhost"):
        Proxies(("localhost",))


def test_proxies_are_remembered_and_readers_are_not() -> None:
    proxies = Proxies(("10.0.0.0/8",))
    for _ in range(2):
        assert proxies.client("10.0.0.1", b"192.0.2.7, 192.0.2.8, 10.0.0.2") == "192.0.2.8"
        assert proxies.client("192.0.2.9", b"192.0.2.7") == "192.0.2.9"
    assert proxies._known == {"10.0.0.1", "10.0.0.2"}


def test_invented_proxies_fill_no_memory() -> None:
    proxies = Proxies(("10.0.0.0/8",))
    for number in range(MOST_KNOWN + 100):
        invented = f"192.0.2.7, 10.0.{number >> 8}.{number & 255}"
        assert proxies.client("10.0.0.1", invented.encode()) == "192.0.2.7"
    assert len(proxies._known) == MOST_KNOWN
