"""Whose address a request comes from, when it comes through proxies."""

from __future__ import annotations

import ipaddress

MOST_KNOWN = 1000
"""Proxies that are recognised without looking: anybody may write addresses of a trusted network."""
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class Proxies:
    """The proxies whose ``X-Forwarded-For`` is believed, as addresses or networks."""

    def __init__(self, trusted: tuple[str, ...]) -> None:
        """Raise ``ValueError`` for what is neither an address nor a network."""
        self._trusted: tuple[Network, ...] = tuple(ipaddress.ip_network(text) for text in trusted)
        self._known: set[str] = set()  # of proxies only: no reader's address is kept

    def client(self, peer: str, forwarded: bytes | None) -> str:
        """Return the address of who asks: ``peer`` unless that is a trusted proxy.

        Each proxy adds on the right whom it heard, so the last address that is none of
        ours is the reader's; what stands before it anybody may have written.
        """
        if forwarded is None or not self._is_trusted(peer):
            return peer
        first, *passed = [part.strip() for part in forwarded.decode("latin-1").split(",")]
        for address in reversed(passed):
            if not self._is_trusted(address):
                return address
        return first  # whoever it is: before it is nobody

    def _is_trusted(self, text: str) -> bool:
        if text in self._known:
            return True
        try:
            address = ipaddress.ip_address(text)
        except ValueError:
            return False
        if not any(address in network for network in self._trusted):
            return False
        if len(self._known) < MOST_KNOWN:
            self._known.add(text)
        return True
