"""What pages say that are no articles (schema.org: ProfilePage, CollectionPage, BreadcrumbList;
after Google's guidelines for profile pages and breadcrumbs)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from plugins.attribution import Outlet
from plugins.core.article import Article
from plugins.core.terms import Term
from plugins.metadata.structured.parties import author, outlet


def profile_page(
    term: Term, site_url: str, default_byline: str, description: str
) -> dict[str, Any]:
    """Return what the page of an author says; ``description`` is of the author, ``""`` for none."""
    told = author(term, site_url, default_byline)
    if description:
        told["description"] = description
    return {"@type": "ProfilePage", "url": told["url"], "mainEntity": told}


def outlet_page(term: Term, articles: Iterable[Article], site_url: str) -> dict[str, Any]:
    """Return what the page of an outlet says, on which these ``articles`` stand."""
    told = outlet(Outlet(term.name, homepage(term, articles), term), site_url)
    return {"@type": "CollectionPage", "url": f"{site_url}/{term.url}", "about": told}


def homepage(term: Term, articles: Iterable[Article]) -> str | None:
    """Return the home page of an outlet, if one of ``articles``, which are taken from it, knows
    it."""
    named = (one for article in articles if article.source for one in article.source.outlets)
    return next((one.url for one in named if one.url and one.term == term), None)


def breadcrumb_list(steps: Sequence[tuple[str, str | None]], site_url: str) -> dict[str, Any]:
    """Return where a page stands: the names and addresses of the pages above it, from the front
    page down. The page itself, if it is among them, has the address ``None``."""
    items = []
    for position, (name, url) in enumerate(steps, 1):
        item: dict[str, Any] = {"@type": "ListItem", "position": position, "name": name}
        items.append(item if url is None else item | {"item": f"{site_url}/{url}"})
    return {"@type": "BreadcrumbList", "itemListElement": items}
