"""Articles made for tests, and a state that holds them: no file, no disk."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from plugins.articles.config import ArticleSettings
from plugins.articles.reader import Reading
from plugins.core.article import Article, Body
from plugins.core.dates.date import TIME_ZONE
from plugins.engine.plan.catalogue import Catalogue
from plugins.engine.plan.planned import PlannedPage, refs_in
from plugins.engine.project.config import BuildSettings
from plugins.engine.scan.reading import pack_reading
from plugins.engine.store.database import State
from plugins.engine.store.rows import Row, epoch, publication
from plugins.photos import Photo, PhotoSettings, plan
from plugins.photos.model import Facts

START = datetime(2024, 1, 31, 8, tzinfo=TIME_ZONE)
NOW = datetime(2024, 2, 1, 7, tzinfo=TIME_ZONE)


def article(slug: str, age: float = 0, category: str = "Tin tức", **more: Any) -> Article:
    """Return an article, ``age`` days older than START; ``more`` are fields of its own."""
    date = START - timedelta(days=age)
    fields: dict[str, Any] = {
        "kind": "article",
        "path": f"articles/{slug}.md",
        "title": slug,
        "url": f"{date:%Y/%m}/{slug}/",
        "status": "published",
        "date": date,
        "category_name": category,
    }
    return Article(slug=slug, **(fields | more))


def photo(path: Any, width: int = 600, *, lead: bool = False) -> Photo:
    """Return a photo that nobody has looked at; one that is to ``lead`` an article has crops."""
    facts = Facts(width, 400, "0" * 64)
    return Photo(path, "a.jpg", "", facts, plan("a.jpg", facts, PhotoSettings(), lead=lead))


def read(article: Article, body: Body | None = None, **more: Any) -> Reading:
    """Return what a file says; ``more`` are warnings, lookups and files."""
    return Reading(
        article,
        body or Body(f"<p>{article.slug}</p>"),
        **({"warnings": (), "lookups": (), "files": ()} | more),
    )


def keep(state: State, reading: Reading, digest: bytes = b"") -> Row:
    """Put an article into a state as it is today, on its lists if it is published."""
    one = reading.article
    visible = publication(one.status, epoch(one.date), one.kind, NOW)
    row, _ = state.put(pack_reading(reading), digest, visible)
    state.enter(row)
    return row


class Collected:
    """A state in memory with some articles, and its catalogue."""

    def __init__(
        self, *articles: Article, pinned: dict[str, str] | None = None, **settings: Any
    ) -> None:
        self.state = State(":memory:")
        self.rows = {one.slug: keep(self.state, read(one)) for one in articles}
        self.catalogue = Catalogue(
            self.state, BuildSettings(**settings), ArticleSettings(term_slugs=pinned or {}), now=NOW
        )
        self._slugs = {row.id: slug for slug, row in self.rows.items()}

    def slug(self, number: int | None) -> str | None:
        """Return whose number this is."""
        return None if number is None else self._slugs[number]

    def slugs(self, numbers: Any) -> list[str]:
        """Return whose numbers these are."""
        return [self._slugs[number] for number in numbers]

    def shown(self, page: PlannedPage) -> set[str]:
        """Return all articles that a page shows something of."""
        return set(self.slugs(refs_in(page)))
