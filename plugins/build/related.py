"""Which articles to offer at the end of an article.

An article's page must not change when an unrelated one is published, so relatedness
depends only on articles that share a tag, and on older ones of the same category.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain, islice
from typing import Protocol

from plugins.articles.terms import Term

_WINDOW = 6  # neighbours looked at on each side in a tag's list: keeps the work linear


class _Listed(Protocol):
    date: datetime
    tags: list[Term]
    category: Term


def related_articles(articles: Sequence[_Listed], count: int) -> Iterator[list[_Listed]]:
    """Yield for each of ``articles`` (newest first) up to ``count`` related ones.

    First those sharing most tags, nearest in time before others; then older ones of the
    same category.
    """
    by_tag: dict[Term, list[int]] = defaultdict(list)
    by_category: dict[Term, list[int]] = defaultdict(list)
    place: dict[tuple[Term, int], int] = {}
    for index, article in enumerate(articles):
        for tag in article.tags:
            place[tag, index] = len(by_tag[tag])
            by_tag[tag].append(index)
        place[article.category, index] = len(by_category[article.category])
        by_category[article.category].append(index)
    for index, article in enumerate(articles):
        shared: Counter[int] = Counter()
        for tag in article.tags:
            at = place[tag, index]
            shared.update(by_tag[tag][max(at - _WINDOW, 0) : at + _WINDOW + 1])
        del shared[index]
        # Nearness is of dates, not of places in the list: those shift with every new article.
        near = sorted(
            shared,
            key=lambda other: (-shared[other], abs(articles[other].date - article.date), other),
        )
        at = place[article.category, index]
        older = by_category[article.category][at + 1 : at + 1 + 2 * count]
        fill = (other for other in older if other not in shared)
        yield [articles[other] for other in islice(chain(near, fill), count)]
