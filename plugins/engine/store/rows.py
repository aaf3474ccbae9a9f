"""What the state tells of an article without opening it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple, cast, get_args

from plugins.core.article import DATED
from plugins.core.terms import TermKind

Publication = Literal["published", "hidden", "draft", "scheduled", "withdrawn"]
PUBLICATIONS: tuple[Publication, ...] = get_args(Publication)
SEEN: tuple[Publication, ...] = ("published", "hidden")
"""What readers can open; only the former is on lists."""


def epoch(moment: datetime | None) -> int:
    """Return microseconds since 1970, by which articles are put in order."""
    return 0 if moment is None else round(moment.timestamp() * 1_000_000)


def publication(status: str, moment: int, kind: str, now: datetime) -> Publication:
    """Return whether readers see an article of this status and date (microseconds)."""
    if status in SEEN and kind in DATED and moment > epoch(now):
        return "scheduled"
    return cast("Publication", status)


class Entry(NamedTuple):
    """An article's place in a list: newest first, then by slug."""

    moment: int
    slug: str
    id: int


LOWEST, HIGHEST = -(2**62), 2**62
"""Moments before and after all others."""


class ListRange(NamedTuple):
    """A part of a list on which a plan depends: from one moment to another, both in it.

    Of a list that has no moments (all terms of a kind) it is the whole.
    """

    kind: str
    key: str
    low: int = LOWEST
    high: int = HIGHEST


INTRODUCTION = "introduction"
"""The kind of the lists of static pages that introduce a term (``"author:an"``)."""


class Introduced(NamedTuple):
    """The term that a static page introduces: kind, key, and name as written."""

    kind: TermKind
    key: str
    name: str


class Row(NamedTuple):
    """What is known of an article without opening it. ``lists`` are the lists it would
    stand on, as (kind, key, name as written)."""

    id: int
    path: str
    digest: bytes
    kind: str
    state: Publication
    moment: int
    slug: str
    url: str
    pictured: bool
    lists: tuple[tuple[str, str, str], ...]

    @property
    def introduces(self) -> Introduced | None:
        """The term that a static page introduces."""
        for of, key, name in self.lists:
            if of == INTRODUCTION:
                kind, _, term = key.partition(":")
                return Introduced(cast("TermKind", kind), term, name)
        return None


class Alias(NamedTuple):
    """An old address of an article (plugins/core/text/addresses.py), and the number, the source
    path and the address of that."""

    key: str
    name: str
    id: int
    path: str
    url: str


class Moved(NamedTuple):
    """What the newsroom's list says of an old address: its ``name``, on which line, and what it
    leads to: the source path of an ``article``, or an encoded address, which of a ``page`` of the
    site is the path, with a slash at its beginning."""

    name: str
    kind: Literal["article", "page", "away"]
    target: str
    line: int
