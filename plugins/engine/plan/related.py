"""Which articles to offer at the end of an article.

An article's page must not change when an unrelated one is published, so relatedness
depends only on articles that share a tag, and on older ones of the same category.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
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
            entries, at = catalogue.entries((kind, key)), catalogue.place((kind, key), row.id)
            shared.update(entries[max(at - _WINDOW, 0) : at + _WINDOW + 1])
        elif kind == "category":
            entries, at = catalogue.entries((kind, key)), catalogue.place((kind, key), row.id)
            older = entries[at + 1 : at + 1 + 2 * count]
    shared.pop(row.entry, None)
    # Nearness is of dates, not of places in the list: those shift with every new article.
    near = sorted(
        (-common, abs(moment - row.moment), -moment, slug, number)
        for (moment, slug, number), common in shared.items()
    )
    fill = (other.id for other in older if other not in shared)
    return list(islice(chain((key[-1] for key in near), fill), count))


def affected_by(catalogue: Catalogue, row: Row) -> Iterator[int]:
    """Yield every article whose neighbours or related ones may be others because ``row`` came,
    went or moved: those for which it stands, or stood, where they look."""
    count = 2 * catalogue.settings.related_articles
    for kind, key, _ in row.lists:
        if kind == "tag":
            found = catalogue.near((kind, key), row.entry, _WINDOW + 1, _WINDOW + 1)
        elif kind == "category":
            # They fill up with older ones, so it is the newer that look here.
            found = catalogue.near((kind, key), row.entry, count + 2, 2)
        else:
            continue
        yield from (entry.id for entry in found)
