"""What counting needs to know of a request, and what the counter remembers of visitors.

A *visit* ends when its visitor was not seen for 30 minutes; a visitor is *online* for
5 minutes after the last time. Both to the second, by the monotonic clock: after 29:59
a visit goes on, after 30:00 another begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

VISIT = 30 * 60
"""Seconds without a sign of the visitor that end a visit."""
ONLINE = 5 * 60
"""Seconds for which a visitor counts as online."""
NETWORK_WINDOW = 10 * 60
"""Seconds over which a network's new visitors are counted."""
NETWORK_SLOTS = 1 << 16
"""Networks are told apart by 16 bits of their hash: memory stays the same whoever comes."""


class Hit(NamedTuple):
    """A request that may count: 64-bit hashes, never 0, of whom it comes from.

    ``former`` is the same visitor under the salt before the present one, 0 once that is
    forgotten. ``network`` is the slot of the network, below ``NETWORK_SLOTS``.
    """

    key: int
    former: int
    network: int


@dataclass(frozen=True)
class Limits:
    """``visitors`` remembered at most, and new ones of one network in ten minutes.

    A network (/24, or /48 of IPv6) may be a mobile carrier's that thousands share.
    """

    visitors: int = 1_500_000
    per_network: int = 5_000


class BatchResult(NamedTuple):
    """Of a batch: how many visits began, and which hits were turned away, by their index."""

    begun: int
    turned_away: Sequence[int]


class Visitors(Protocol):
    """Who was here lately. One thread uses it, and any asks for salts.

    ``now`` is seconds of the monotonic clock plus ``ahead``, so that all who share these
    visitors mean the same second.
    """

    ahead: int

    def begin(self, batch: str, hits: Sequence[Hit], now: int) -> BatchResult:
        """Note the hits. Raises :class:`VisitorsError`; then ``cancel`` the batch."""

    def cancel(self, batch: str) -> None:
        """Forget those whose visit began with that batch: their next hit begins one.

        To cancel twice, or a batch that never came, changes nothing.
        """

    def online(self, now: int) -> int:
        """Return how many were seen in the last five minutes."""

    def salt(self, period: int) -> bytes:
        """Return the secret of that period, the same for all who share these visitors."""

    def close(self) -> None:
        """Let go of what is held outside this process."""
