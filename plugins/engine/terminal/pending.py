"""What a build says of articles that readers do not see yet.

Of a scheduled one its day is said: a mistyped year would keep it back for years, and nobody would
know. Of a few all are named, of many the first and the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple, TypeVar

from plugins.core.article import DATED, Article
from plugins.core.dates.date import format_short
from plugins.core.text.decoding import normalise
from plugins.engine.render.environment import vi_number
from plugins.engine.scan.unpublished import waiting
from plugins.engine.store.database import State, load_article
from plugins.engine.store.rows import Row, epoch

T = TypeVar("T")

_FEW = 5
_SOONEST = 3  # of more than a few; the rest are the last, where a mistyped year is


class Awaited(NamedTuple):
    """An article or a static page that is not out; ``date`` is when it comes, if it has one."""

    path: str
    title: str
    date: datetime | None


class Pending(NamedTuple):
    """How many drafts and scheduled articles there are, and those of them that are named."""

    drafts: int = 0
    scheduled: int = 0
    named_drafts: Sequence[Awaited] = ()
    soonest: Sequence[Awaited] = ()
    last: Sequence[Awaited] = ()


def pending(state: State, now: datetime, *, preview: bool) -> Pending:
    """Return what is not out. In a preview all articles are, and a draft is marked on its page:
    only those are told that a day keeps back."""
    if preview:
        rows = state.rows(kinds=DATED, after=epoch(now), order="moment")
        later = [one for row in rows if (one := _scheduled(state, row))]
        soonest, last = _both_ends(later)
        return Pending(scheduled=len(later), soonest=soonest, last=last)
    rows = state.rows(states=["scheduled"], order="moment")
    soonest, last = (_opened(state, some) for some in _both_ends(rows))
    drafts = state.count(states=["draft"])
    few = state.rows(states=["draft"], order="path") if drafts <= _FEW else ()
    return Pending(drafts, len(rows), _opened(state, few), soonest, last)


def lines(of: Pending) -> Iterator[str]:
    """Yield what is said of those that are named."""
    if of.named_drafts:
        names = ", ".join(f"“{one.title}” ({one.path})" for one in of.named_drafts)
        yield f"Bản nháp: {names}."
    yield from map(_line, of.soonest)
    if between := of.scheduled - len(of.soonest) - len(of.last):
        yield f"Hẹn giờ: {vi_number(between)} bài nữa lên trang trước những bài sau đây."
    yield from map(_line, of.last)


def _line(one: Awaited) -> str:
    day = ""
    if one.date is not None:
        time = f" lúc {one.date:%H:%M}" if (one.date.hour, one.date.minute) != (0, 0) else ""
        day = f" ngày {format_short(one.date)}{time}"
    return f"Hẹn giờ: “{one.title}” lên trang{day} ({one.path})."


def _both_ends(things: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
    if len(things) <= _FEW:
        return things, ()
    return things[:_SOONEST], things[_SOONEST - _FEW :]


def _opened(state: State, rows: Iterable[Row]) -> list[Awaited]:
    articles = [load_article(listing) for _, listing in state.listings(row.id for row in rows)]
    return [_awaited(one) for one in articles]


def _scheduled(state: State, row: Row) -> Awaited | None:
    """Return an article of a later day unless it is a draft."""
    ((_, listing),) = state.listings([row.id])
    article = load_article(listing)
    return _awaited(article) if waiting(article) == "scheduled" else None


def _awaited(article: Article) -> Awaited:
    return Awaited(normalise(article.path), article.title, article.date)
