"""Whose address a request comes from, when it comes through proxies."""

from __future__ import annotations

import ipaddress
import re

MOST_KNOWN = 1000
"""Proxies that are recognised without looking: anybody may write addresses of a trusted network."""
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
# An address as some proxies write it: with a port, IPv6 then in brackets; perhaps with a zone,
# which means something on that machine only (RFC 4007, 11).
_PORT = r"(?::[0-9]{1,5})?"
_ADDRESS = re.compile(
    rf"([0-9.]+){_PORT}|\[([0-9A-Fa-f:.]+)(?:%[^\]]*)?\]{_PORT}|([0-9A-Fa-f:.]+)(?:%.*)?"
)


class Proxies:
    """The proxies whose ``X-Forwarded-For`` is believed, as addresses or networks."""

    def __init__(self, trusted: tuple[str, ...]) -> None:
        """Raise ``ValueError`` for what is neither an address nor a network."""
        self._trusted: tuple[Network, ...] = tuple(ipaddress.ip_network(text) for text in trusted)
        self._known: set[str] = set()  # of proxies only: no reader's address is kept

    def client(self, peer: str, forwarded: bytes | None) -> str:
        """Return the address of who asks, without a port: ``peer`` unless that is a trusted proxy.

        Each proxy adds on the right whom it heard, so the last address that is none of
        ours is the reader's; what stands before it anybody may have written.
        """
        reader = _bare(peer)
        if forwarded is None or not self._is_trusted(reader):
            return reader
        parts = [part.strip() for part in forwarded.decode("latin-1").split(",")]
        first, *passed = [part for part in parts if part] or [peer]  # RFC 9110, 5.6.1.2
        for part in reversed(passed):
            if not self._is_trusted(address := _bare(part)):
                return address
        return _bare(first)  # whoever it is: before it is nobody

    def _is_trusted(self, text: str) -> bool:
        if text in self._known:
            return True
        try:
            address = ipaddress.ip_address(text)
        except ValueError:
            return False
        if isinstance(address, ipaddress.IPv6Address):  # of a socket for both
            address = address.ipv4_mapped or address
        if not any(address in network for network in self._trusted):
            return False
        if len(self._known) < MOST_KNOWN:
            self._known.add(text)
        return True


def _bare(text: str) -> str:
    """Return an address without port, brackets and zone; anything else as it is."""
    if text.count(":") != 1 and "[" not in text and "%" not in text:
        return text  # as nearly all are
    found = _ADDRESS.fullmatch(text)
    return (found[1] or found[2] or found[3]) if found else text
