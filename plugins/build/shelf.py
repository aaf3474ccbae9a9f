"""Articles for templates: looked up when a page shows them, and a few kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from plugins.articles.article import Article, Body
from plugins.articles.document import ARTICLE_LINK, SITE_ROOT
from plugins.build.plan import PlannedPage, Ref, Section
from plugins.build.state import State, load_article, load_body

_LINK = re.compile(f'{ARTICLE_LINK}([^"#?]*)')
_KEPT = 2000  # articles: some megabytes; pages of one list follow one another


class Shelf:
    """Gives what :class:`~plugins.build.plan.Ref` stands for.

    ``gather`` has to be called before the process is copied: a copy must not read the state.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._addresses: dict[str, str] = {}
        self._listings: dict[int, tuple[bytes, bytes | None]] = {}
        self._bodies: dict[int, bytes] = {}
        self.article = lru_cache(maxsize=_KEPT)(self._article)

    def gather(self, listings: Iterable[int], bodies: Iterable[int]) -> None:
        """Read what is kept of some articles, and some of their bodies."""
        for number, listing, terms in self._state.listings(listings):
            self._listings[number] = (listing, terms)
        for number in bodies:
            self._bodies[number] = self._state.body(number)
        self._addresses = self._state.linked_addresses()

    def _article(self, number: int) -> Article:
        return load_article(*self._listings[number])

    def body(self, number: int) -> Body:
        """Return an article's body."""
        return load_body(self._bodies[number])

    def html(self, body: Body, siteurl: str) -> str:
        """Return a body's HTML for a page from which the site's root is ``siteurl``."""

        def address(match: re.Match[str]) -> str:
            return f"{siteurl}/{self._addresses.get(unquote(match[1]), '')}"

        html = body.html.replace(SITE_ROOT, siteurl)
        return _LINK.sub(address, html) if ARTICLE_LINK in html else html

    def variables(self, page: PlannedPage) -> dict[str, Any]:
        """Return the variables of a page with articles in the place of references."""
        return {name: self._resolved(value) for name, value in page.variables.items()}

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, Ref):
            return self.article(value)
        if isinstance(value, list):
            return [self._resolved(each) for each in value]
        if isinstance(value, Section):
            return Section(value.term, [self.article(each) for each in value.articles])
        return value
