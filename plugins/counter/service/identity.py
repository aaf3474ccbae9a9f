"""Who a request comes from, as a number that nobody can turn back into an address.

BLAKE2b (RFC 7693) of the address and the browser's name, keyed with a random salt that
lasts a day and is only ever in memory: when it is gone, so is the link between the number
and the reader. The salt before is known for another half hour, so that nobody becomes a
new visitor because the salt changed.
"""

from __future__ import annotations

import socket
import zlib
from collections.abc import Callable, Mapping
from hashlib import blake2b

from plugins.counter.service.visitors.visits import NETWORK_SLOTS, VISIT, Hit

DAY = 24 * 60 * 60
SALT = 32
"""Bytes of a salt."""
_MAPPED = bytes(10) + b"\xff\xff"


class Salts:
    """The present salt and, just after it changed, the one before.

    A period is a day of the monotonic clock. ``source`` gives a period's salt, once.
    """

    def __init__(self, source: Callable[[int], bytes]) -> None:
        self._source = source
        self._known: dict[int, bytes] = {}

    def known(self) -> dict[int, bytes]:
        """Return the salts that are not forgotten, by period."""
        return dict(self._known)

    def restore(self, known: Mapping[int, bytes]) -> None:
        """Take up the salts of a process before this one."""
        self._known = dict(known)

    def pair(self, now: int) -> tuple[bytes, bytes]:
        """Return the present salt and the former one, empty when its half hour is over."""
        period, age = divmod(now, DAY)
        if period not in self._known:
            salt = self._source(period)
            self._known = {p: s for p, s in self._known.items() if p == period - 1}
            self._known[period] = salt
        if age >= VISIT:
            self._known.pop(period - 1, None)
        return self._known[period], self._known.get(period - 1, b"")


def place(address: str) -> tuple[bytes, bytes]:
    """Return an address's own part and its network, or raise ``ValueError``.

    The whole of IPv4 and its /24; of IPv6 the /64, which is one subscriber (RFC 6177), and
    its /48.
    """
    try:
        packed = socket.inet_pton(socket.AF_INET, address)
    except OSError:
        try:
            packed = socket.inet_pton(socket.AF_INET6, address)
        except OSError:
            raise ValueError(address) from None
        if not packed.startswith(_MAPPED):
            return packed[:8], packed[:6]
        packed = packed[12:]
    return packed, packed[:3]


def identify(address: str, agent: bytes, salts: tuple[bytes, bytes]) -> Hit:
    """Return the hit of a browser at an address; raises ``ValueError`` for no address."""
    own, network = place(address)
    salt, former = salts
    return Hit(
        _hash(own, agent, salt),
        _hash(own, agent, former) if former else 0,
        zlib.crc32(network, zlib.crc32(salt)) % NETWORK_SLOTS,
    )


def _hash(own: bytes, agent: bytes, salt: bytes) -> int:
    # An address is 4 or 8 bytes long: the agent after it cannot be taken for part of it.
    text = b"%c%s%s" % (len(own), own, agent)
    return int.from_bytes(blake2b(text, digest_size=8, key=salt).digest(), "little") or 1
