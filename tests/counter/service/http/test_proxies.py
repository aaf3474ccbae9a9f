from __future__ import annotations

import pytest

from plugins.counter.service.http.proxies import MOST_KNOWN, Proxies

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
    ],
)
def test_the_last_address_that_is_no_proxy_of_ours_is_the_readers(
    peer: str, forwarded: bytes | None, client: str
) -> None:
    assert Proxies(("127.0.0.1", "10.0.0.0/8")).client(peer, forwarded) == client


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
