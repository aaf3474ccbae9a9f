"""Which articles to offer at the end of an article.

An article's page must not change when an unrelated one is published, so relatedness
depends only on articles that share a tag, and on older ones of the same category.
"""

from __future__ import annotations

from collections import Counter
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
