"""Articles for templates: looked up when a page shows them, and a few kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from plugins.core.article import Article, Body
from plugins.core.document import ARTICLE_LINK, SITE_ROOT
from plugins.engine.plan.catalogue import Catalogue
from plugins.engine.plan.planned import PlannedPage, replaced
from plugins.engine.store.database import State, load_article, load_body
from plugins.engine.store.rows import Row

_LINK = re.compile(f'{ARTICLE_LINK}([^"#?]*)')
_KEPT = 10_000  # articles, some 25 MB: each stands on ten lists and beside ten others


class ArticleLoader:
    """Gives what :class:`~plugins.engine.plan.pages.Ref` stands for.

    ``gather`` has to be called before the process is copied: a copy must not read the state.
    """

    def __init__(self, state: State, catalogue: Catalogue) -> None:
        self._state = state
        self._catalogue = catalogue
        self._addresses: dict[str, str] = {}
        # One piece of memory: copies of the process share what they only read, and to count who
        # refers to ten thousand pieces would be writing.
        self._store = bytearray()
        self._listings: dict[int, tuple[slice, Row]] = {}
        self._bodies: dict[int, slice] = {}
        self.article = lru_cache(maxsize=_KEPT)(self._article)

    def gather(self, listings: Iterable[int], bodies: Iterable[int]) -> None:
        """Read what is kept of some articles, and some of their bodies, if that is not done."""
        new = (number for number in listings if number not in self._listings)
        for number, listing in self._state.listings(new):
            self._listings[number] = (self._put(listing), self._catalogue.row(number))
        for number in bodies:
            if number not in self._bodies:
                self._bodies[number] = self._put(self._state.body(number))
        self._addresses = self._state.linked_addresses() | self._catalogue.introductions
        self._catalogue.terms  # noqa: B018 - looked up now, kept

    def _put(self, data: bytes) -> slice:
        start = len(self._store)
        self._store += data
        return slice(start, len(self._store))

    def _article(self, number: int) -> Article:
        place, row = self._listings[number]
        article = load_article(self._store[place])
        terms = self._catalogue.terms_of(row)
        article.category = next(iter(terms["category"]), None)
        article.series = next(iter(terms["series"]), None)
        article.tags, article.authors = terms["tag"], terms["author"]
        if article.source is not None and terms["source"]:
            article.source = article.source.with_terms(terms["source"])
        return article

    def body(self, number: int) -> Body:
        """Return an article's body."""
        return load_body(self._store[self._bodies[number]])

    def html(self, body: Body, siteurl: str) -> str:
        """Return a body's HTML for a page from which the site's root is ``siteurl``."""

        def address(match: re.Match[str]) -> str:
            return f"{siteurl}/{self._addresses.get(unquote(match[1]), '')}"

        html = body.html.replace(SITE_ROOT, siteurl)
        return _LINK.sub(address, html) if ARTICLE_LINK in html else html

    def variables(self, page: PlannedPage) -> dict[str, Any]:
        """Return the variables of a page with articles in the place of references."""
        variables: dict[str, Any] = replaced(page.variables, self.article)
        return variables
