"""Every page of the site, as data: its address, its template, and what the template gets.

Nothing is rendered or written here. One function plans one kind of page; :func:`plan_site`
is the list of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from plugins.articles.collation import sort_key
from plugins.articles.terms import Kind, Term
from plugins.build.catalogue import KINDS, Catalogue, Month, Year
from plugins.build.config import BuildSettings
from plugins.build.paging import split_pages
from plugins.build.related import related_articles

FRAGMENT_URL = "manh/tin-moi.html"
"""Where the latest-news list stands for the pages that fetch it."""


@dataclass(frozen=True)
class PlannedPage:
    """One page to render: ``url`` relative to the site's root (a folder's ends in a slash),
    the template's name, the kind of page, and the variables of the template."""

    url: str
    template: str
    kind: str
    variables: dict[str, Any] = field(default_factory=dict)

    @property
    def save_as(self) -> str:
        """The file in the output folder."""
        return self.url if self.url.endswith(".html") else f"{self.url}index.html"


@dataclass(frozen=True)
class Section:
    """A category with its newest articles, on the home page."""

    term: Term
    articles: Sequence[Any]


@dataclass(frozen=True)
class Period:
    """A year, or a month of it, of the archive."""

    year: int
    month: int | None
    url: str
    count: int
    months: Sequence[Month]
    articles: Sequence[Any]


def plan_site(
    catalogue: Catalogue, hidden: Sequence[Any], pages: Sequence[Any], settings: BuildSettings
) -> Iterator[PlannedPage]:
    """Yield every page of the site. ``hidden`` articles have a page but stand on no list."""
    yield _home(catalogue, settings)
    yield from _articles(catalogue, hidden, settings)
    for kind in KINDS:
        yield from _terms(catalogue, kind, settings)
    yield from _archive(catalogue, settings)
    for page in pages:
        yield PlannedPage(page.url, "page", "page", {"page": page})
    yield PlannedPage("404.html", "404", "404")
    latest = catalogue.articles[: settings.fragment_articles]
    yield PlannedPage(FRAGMENT_URL, "fragments/latest", "fragment", {"latest": latest})


def plan_scheduled(scheduled: Sequence[Any]) -> list[PlannedPage]:
    """Return the pages that articles will have when their time has come."""
    return [_article(article, [], None, None) for article in scheduled]


def navigation(catalogue: Catalogue, first: Sequence[str]) -> list[Term]:
    """Return the categories for the menu: those named in ``first``, then the others."""
    order = {name: place for place, name in enumerate(first)}
    terms = catalogue.listed["category"]
    return sorted(terms, key=lambda term: (order.get(term.name, len(order)), sort_key(term.name)))


def _home(catalogue: Catalogue, settings: BuildSettings) -> PlannedPage:
    articles = catalogue.articles
    # The lead story needs a photo; news of the day come before a picture of last week.
    front = articles[: settings.home_articles + 1]
    lead = next((article for article in front if article.lead_photo), next(iter(front), None))
    sections = []
    for term in navigation(catalogue, settings.navigation):
        listed = catalogue.listed["category"][term]
        # Do not tell a story twice, unless the section would have nothing else to tell.
        rest = [article for article in listed if article not in front] or listed
        sections.append(Section(term, rest[: settings.section_articles]))
    return PlannedPage(
        "",
        "index",
        "home",
        {
            "lead": lead,
            "articles": [article for article in front if article is not lead],
            "sections": sections,
            "latest": articles[: settings.latest_articles],
        },
    )


def _articles(
    catalogue: Catalogue, hidden: Sequence[Any], settings: BuildSettings
) -> Iterator[PlannedPage]:
    # Neighbours are of one category: news of another must not change this page.
    newer: dict[int, Any] = {}
    older: dict[int, Any] = {}
    for articles in catalogue.listed["category"].values():
        for after, before in pairwise(articles):
            newer[id(before)] = after
            older[id(after)] = before
    related = related_articles(catalogue.articles, settings.related_articles)
    for article, others in zip(catalogue.articles, related, strict=True):
        yield _article(article, others, newer.get(id(article)), older.get(id(article)))
    for article in hidden:
        yield _article(article, [], None, None)


def _article(article: Any, related: Sequence[Any], newer: Any, older: Any) -> PlannedPage:
    return PlannedPage(
        article.url,
        article.template,
        "article",
        {"article": article, "related": related, "newer": newer, "older": older},
    )


def _terms(catalogue: Catalogue, kind: Kind, settings: BuildSettings) -> Iterator[PlannedPage]:
    if terms := catalogue.terms(kind):
        yield PlannedPage(terms[0].list_url, "terms", "terms", {"kind": kind, "terms": terms})
    for term, articles in catalogue.listed[kind].items():
        for page in split_pages(articles, settings.articles_per_page, term.url):
            yield PlannedPage(
                page.url, kind, kind, {"term": term, "articles": page.items, "pager": page.pager}
            )


def _archive(catalogue: Catalogue, settings: BuildSettings) -> Iterator[PlannedPage]:
    years = catalogue.years()
    yield PlannedPage("luu-tru/", "archives", "archives", {"years": years})
    for year in years:
        period = Period(year.year, None, year.url, year.count, year.months, [])
        yield PlannedPage(year.url, "period_archives", "year", {"period": period, "pager": None})
        for month in year.months:
            yield from _month(year, month, settings)


def _month(year: Year, month: Month, settings: BuildSettings) -> Iterator[PlannedPage]:
    for page in split_pages(month.articles, settings.articles_per_month_page, month.url):
        period = Period(year.year, month.month, month.url, month.count, year.months, page.items)
        yield PlannedPage(
            page.url, "period_archives", "month", {"period": period, "pager": page.pager}
        )
