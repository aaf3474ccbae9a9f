from __future__ import annotations

import pytest

from plugins.counter.http.proxies import Proxies

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
