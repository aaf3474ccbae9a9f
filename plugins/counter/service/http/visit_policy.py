"""Which requests count, decided from the request alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from plugins.counter.clock import Clock
from plugins.counter.service.bots import LONGEST, is_bot
from plugins.counter.service.buckets import Buckets
from plugins.counter.service.http.proxies import Proxies
from plugins.counter.service.identity import Salts, identify
from plugins.counter.service.visitors.visits import Hit

Headers = Mapping[bytes, bytes]
_FORWARDED = b"x-forwarded-for"


class Uncounted(Enum):
    """Of a request that does not count."""

    READ = "the numbers, without counting"
    FOREIGN = "another site's page"
    TOO_MANY = "too many requests of one visitor"


class VisitPolicy:
    """Judges requests. ``origins`` are the sites (``https://host``) whose pages may count;
    with none, only a page of the host that was asked may.
    """

    def __init__(
        self, proxies: Proxies, origins: frozenset[bytes], salts: Salts, clock: Clock
    ) -> None:
        self._proxies, self.origins, self._salts, self._clock = proxies, origins, salts, clock
        self._buckets = Buckets()

    def judge(self, peer: str, headers: Headers) -> Hit | Uncounted:
        """Return the hit, or why there is none.

        Raises :class:`plugins.counter.service.errors.VisitorsError` where the salt
        cannot be had.
        """
        get = headers.get
        if not self._is_own(headers):
            return Uncounted.FOREIGN
        agent = get(b"user-agent", b"")[:LONGEST]
        if wants_no_trace(headers) or _is_ahead_of_time(headers) or is_bot(agent):
            return Uncounted.READ
        now = self._clock.seconds()
        address = self._proxies.client(peer, get(_FORWARDED))
        try:
            hit = identify(address, agent, self._salts.pair(now))
        except ValueError:
            return Uncounted.READ
        return hit if self._buckets.take(hit.key, now) else Uncounted.TOO_MANY

    def _is_own(self, headers: Headers) -> bool:
        origin = headers.get(b"origin")
        if origin is None:  # an image, or an old browser
            referrer = headers.get(b"referer")
            if referrer is None:
                return headers.get(b"sec-fetch-site") != b"cross-site"
            origin = b"/".join(referrer.split(b"/", 3)[:3])
        if self.origins:
            return origin in self.origins
        return origin.partition(b"://")[2] == headers.get(b"host")


def together(fields: Sequence[tuple[bytes, bytes]]) -> Headers:
    """Return the values by name; what several proxies wrote in lines of their own is one list
    (RFC 9110, 5.3), and of anything else the last line counts."""
    found = dict(fields)
    if len(found) < len(fields) and _FORWARDED in found:
        found[_FORWARDED] = b",".join(value for name, value in fields if name == _FORWARDED)
    return found


def wants_no_trace(headers: Headers) -> bool:
    """Tell whether the browser sends Do Not Track or Global Privacy Control."""
    return headers.get(b"dnt") == b"1" or headers.get(b"sec-gpc") == b"1"


def _is_ahead_of_time(headers: Headers) -> bool:
    """Tell whether a page is fetched in case it is wanted: nobody sees it yet."""
    purpose = headers.get(b"sec-purpose") or headers.get(b"purpose") or headers.get(b"x-moz", b"")
    return purpose.startswith((b"prefetch", b"prerender", b"preview"))
