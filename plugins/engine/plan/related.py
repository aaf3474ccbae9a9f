"""Which articles to offer at the end of an article, and beside it.

An article's page must not change when an unrelated one is published, so relatedness
depends only on articles that share a tag, and on older ones of the same category.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from itertools import chain, islice

from plugins.engine.plan.catalogue import Catalogue
from plugins.engine.store.rows import Entry, Row

_WINDOW = 6  # neighbours looked at on each side in a tag's list: keeps the work linear


def related_to(catalogue: Catalogue, row: Row) -> list[int]:
    """Return the related articles of a published one, best first.

    First those sharing most tags, nearest in time before others; then older ones of the
    same category.
    """
    count = catalogue.settings.related_articles
    shared: Counter[Entry] = Counter()
    older: list[Entry] = []
    for kind, key, _ in row.lists:
        if kind == "tag":
            newer, behind = catalogue.around((kind, key), row.id, _WINDOW, _WINDOW)
            shared.update([*newer, *behind])
        elif kind == "category":
            _, older = catalogue.around((kind, key), row.id, 0, 2 * count)
    # Nearness is of dates, not of places in the list: those shift with every new article.
    near = sorted(
        (-common, abs(moment - row.moment), -moment, slug, number)
        for (moment, slug, number), common in shared.items()
    )
    fill = (other.id for other in older if other not in shared)
    return list(islice(chain((key[-1] for key in near), fill), count))


def others_of_category(catalogue: Catalogue, row: Row, told: Collection[int]) -> list[int]:
    """Return more articles of a published one's category, newest first.

    Older ones, and the next newer ones only if too few are older: a new article changes the pages
    of a category's first few articles until these have enough, and then of none. Without those
    that the page has ``told`` elsewhere, unless there are no others.
    """
    most = catalogue.settings.category_articles
    enough = most + len(told)
    key = next((kind, key) for kind, key, _ in row.lists if kind == "category")
    _, older = catalogue.around(key, row.id, 0, enough)
    newer: list[Entry] = []
    if len(older) < enough:
        newer, _ = catalogue.around(key, row.id, enough - len(older), 0)
    if not all(entry.id in told for entry in (*newer, *older)):
        newer, older = ([one for one in each if one.id not in told] for each in (newer, older))
    older = older[:most]
    nearest = newer[max(len(newer) + len(older) - most, 0) :]
    return [entry.id for entry in (*nearest, *older)]
