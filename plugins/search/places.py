"""Places: numbers by which articles stand in the index, in the order of their dates.

An article that is added must not change the numbers of others, or all files would change. So each
day has many more places than articles, and an article prefers one that follows from its own date
and address alone. Where two prefer one place, the earlier article has it, and the later the next
free one: linear probing in a fixed order, which gives the same places in whatever order articles
came (Amble and Knuth, "Ordered hash tables", 1974), and never puts a later one before an earlier.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import NamedTuple

_DAY = 86_400_000_000  # microseconds
_OFFSET = 7 * 3_600_000_000  # of Viet Nam's time from UTC
_UNTIMED = 64  # places of a day for what is dated by the day alone, which is midnight
PER_DAY = 256
"""Places of a day. At twenty articles a day one of them is displaced, for a quarter of an hour."""


class Dated(NamedTuple):
    """What an article's place follows from: its moment (microseconds since 1970; 0 if it has
    none), and its address."""

    moment: int
    url: str


def preferred(article: Dated) -> int:
    """Return the place that an article has if nobody else wants it."""
    if not article.moment:
        return _spread(article.url)
    day, time = divmod(max(article.moment + _OFFSET, 0), _DAY)
    within = _UNTIMED + time * (PER_DAY - _UNTIMED) // _DAY if time else _spread(article.url)
    return day * PER_DAY + within


def assign(articles: Iterable[Dated]) -> dict[str, int]:
    """Return the places of articles by their addresses; of a later article always the higher."""
    found: dict[str, int] = {}
    taken: set[int] = set()
    for article in sorted(articles):
        place = preferred(article)
        while place in taken:
            place += 1
        taken.add(place)
        found[article.url] = place
    return found


def _spread(url: str) -> int:
    return zlib.crc32(url.encode()) % _UNTIMED
