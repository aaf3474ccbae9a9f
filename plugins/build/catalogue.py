"""All articles together: who shares a term, a month, a neighbour with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from plugins.articles.collation import sort_key
from plugins.articles.terms import Kind, Term, assign_terms, term_key
from plugins.attribution import Outlet, Source

_NEVER = datetime.max.replace(tzinfo=UTC)
KINDS: tuple[Kind, ...] = ("category", "tag", "author", "source")


@dataclass
class Month:
    """One month that has articles (newest first)."""

    year: int
    month: int
    articles: list[Any]

    @property
    def url(self) -> str:
        """The address of its page, relative to the site's root."""
        return f"{self.year}/{self.month:02}/"

    @property
    def count(self) -> int:
        """The number of its articles."""
        return len(self.articles)


@dataclass
class Year:
    """One year that has articles, with its months (newest first)."""

    year: int
    months: list[Month]

    @property
    def url(self) -> str:
        """The address of its page, relative to the site's root."""
        return f"{self.year}/"

    @property
    def count(self) -> int:
        """The number of its articles."""
        return sum(month.count for month in self.months)


@dataclass
class Catalogue:
    """Published articles, newest first, and the lists they stand on (newest first too)."""

    articles: list[Any]
    listed: dict[Kind, dict[Term, list[Any]]] = field(default_factory=dict)

    def terms(self, kind: Kind) -> list[Term]:
        """Return all terms of a kind in Vietnamese alphabetical order."""
        return sorted(self.listed[kind], key=lambda term: sort_key(term.name))

    def years(self) -> list[Year]:
        """Return the archive, newest year first."""
        months = [
            Month(year, month, list(group))
            for (year, month), group in groupby(
                self.articles, key=lambda article: (article.date.year, article.date.month)
            )
        ]
        return [
            Year(year, list(group)) for year, group in groupby(months, key=lambda month: month.year)
        ]


def newest_first(articles: Iterable[Any]) -> list[Any]:
    """Sort by date, newest first; articles of one moment by their address."""
    return sorted(sorted(articles, key=lambda a: a.slug), key=lambda a: a.date, reverse=True)


def build_catalogue(
    published: Iterable[Any], unlisted: Iterable[Any], pinned: Mapping[str, str]
) -> Catalogue:
    """Give articles their terms, and list them under these.

    Only ``published`` articles are listed; ``unlisted`` ones (hidden) get terms too, but
    have no say in the slugs of those that published articles use.
    """
    articles = newest_first(published)
    # A name that only an unlisted article uses comes last when slugs are given.
    dated = [(article, article.date) for article in articles]
    dated += [(article, _NEVER) for article in unlisted]
    catalogue = Catalogue(articles)
    for kind in KINDS:
        uses = [(name, date) for article, date in dated for name in _names(article, kind)]
        known = assign_terms(kind, uses, pinned)
        for article, _ in dated:
            _give_terms(article, kind, known)
        lists: dict[Term, list[Any]] = defaultdict(list)
        for article in articles:
            for name in _names(article, kind):
                lists[known[term_key(name)]].append(article)
        catalogue.listed[kind] = dict(lists)
    return catalogue


def _names(article: Any, kind: Kind) -> Sequence[str]:
    if kind == "category":
        return [article.category_name]
    if kind == "tag":
        return list(article.tag_names)
    if kind == "author":
        return list(article.author_names)
    source: Source | None = article.source
    return [outlet.name for outlet in source.outlets] if source else []


def _give_terms(article: Any, kind: Kind, known: Mapping[str, Term]) -> None:
    terms = [known[term_key(name)] for name in _names(article, kind)]
    if kind == "category":
        article.category = terms[0]
    elif kind == "tag":
        article.tags = sorted(terms, key=lambda term: sort_key(term.name))
    elif kind == "author":
        article.authors = terms
    elif article.source:
        outlets: tuple[Outlet, ...] = tuple(
            replace(outlet, term=term)
            for outlet, term in zip(article.source.outlets, terms, strict=True)
        )
        article.source = replace(article.source, outlets=outlets)
