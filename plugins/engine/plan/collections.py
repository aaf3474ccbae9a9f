"""The pages of collections (official documents, notices, stories with films), and their blocks on
the front page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from plugins.core.article import COLLECTIONS
from plugins.engine.plan.catalogue import Catalogue
from plugins.engine.plan.paging import split_pages
from plugins.engine.plan.planned import PlannedPage, refs_to


class Block(NamedTuple):
    """The newest of a collection, by its kind; ``url`` is that of its list."""

    kind: str
    url: str
    articles: Sequence[Any]


def collection_blocks(catalogue: Catalogue) -> Iterator[Block]:
    """Yield the blocks of the front page: of each collection that has something to tell now."""
    for kind, folder in COLLECTIONS.items():
        if newest := catalogue.lasting((kind, ""), catalogue.settings.collection_articles):
            yield Block(kind, f"{folder}/", refs_to(newest))


def collection_lists(catalogue: Catalogue) -> dict[str, str]:
    """Return the addresses of the lists that there are, by the kind of what is on them."""
    return {
        kind: f"{folder}/"
        for kind, folder in COLLECTIONS.items()
        if catalogue.newest((kind, ""), 1)
    }


def plan_collection(catalogue: Catalogue, kind: str) -> Iterator[PlannedPage]:
    """Plan the pages of a collection's list, none if nothing is on it."""
    listed = refs_to(catalogue.entries((kind, "")))
    if not listed:
        return
    url = f"{COLLECTIONS[kind]}/"
    for page in split_pages(listed, catalogue.settings.articles_per_page, url):
        shown = {"kind": kind, "articles": page.items, "pager": page.pager}
        yield PlannedPage(page.url, "collection", "collection", shown)
