"""What search engines are told of a page: schema.org's terms as JSON-LD, built as plain data.

Templates know :class:`StructuredData` as ``structured`` and write what its methods return with the
filter ``json_ld`` (``script.py``). Who publishes the site is ``identity.py``, who wrote a text and
where it comes from ``parties.py``, its photos and films ``media.py``, all of it together
``article.py``; official documents are ``document.py``, and ``pages.py`` has what lists and
breadcrumbs say. What is not known is left out: nothing is guessed. Lists of articles say nothing of
themselves, which no search engine shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from plugins.core.article import Article
from plugins.core.terms import Term
from plugins.figures import Figure, Film
from plugins.metadata.structured.article import news_article
from plugins.metadata.structured.document import legal_document
from plugins.metadata.structured.identity import Identity, organization, website
from plugins.metadata.structured.pages import breadcrumb_list, outlet_page, profile_page

CONTEXT = "https://schema.org"


class StructuredData:
    """What a site, which has an address, says of its pages. ``default_byline`` is how the newsroom
    signs, and no person's name."""

    def __init__(self, identity: Identity, default_byline: str) -> None:
        self._identity = identity
        self._byline = default_byline

    def home(self) -> dict[str, Any]:
        """Return what the front page says: what the site is, and who publishes it."""
        told = [website(self._identity), organization(self._identity)]
        return {"@context": CONTEXT, "@graph": told}

    def article(
        self, article: Article, description: str, figures: Iterable[Figure], films: Iterable[Film]
    ) -> dict[str, Any]:
        """Return what an article's page says; ``figures`` and ``films`` are its body's."""
        told = news_article(article, description, figures, films, self._identity, self._byline)
        return {"@context": CONTEXT} | told

    def document(self, article: Article, description: str) -> dict[str, Any]:
        """Return what the page of an official document says."""
        return {"@context": CONTEXT} | legal_document(article, description, self._identity)

    def author(self, term: Term, description: str) -> dict[str, Any]:
        """Return what an author's page says; ``description`` is of the author, ``""`` for none."""
        told = profile_page(term, self._identity.url, self._byline, description)
        return {"@context": CONTEXT} | told

    def outlet(self, term: Term, articles: Iterable[Article]) -> dict[str, Any]:
        """Return what an outlet's page says, on which these ``articles`` stand."""
        return {"@context": CONTEXT} | outlet_page(term, articles, self._identity.url)

    def breadcrumbs(self, steps: Sequence[tuple[str, str | None]]) -> dict[str, Any]:
        """Return where a page stands: names and addresses, from the front page down."""
        return {"@context": CONTEXT} | breadcrumb_list(steps, self._identity.url)
