"""The page of an article that was just saved, from what the last build knows of all others.

Nothing is looked for and nothing is written: the build that follows does both, and what it
makes is right in any case. Where a page cannot be had in this way, there is none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from plugins.core.article import Article, Body
from plugins.counter.widget.embed import embed
from plugins.engine.plan.catalogue import Catalogue, lists_of
from plugins.engine.plan.planned import PlannedPage, own_article, refs_in
from plugins.engine.project.project import Project
from plugins.engine.render.assets import Assets
from plugins.engine.render.loader import ArticleLoader
from plugins.engine.render.renderer import Renderer
from plugins.engine.scan.clock import build_time
from plugins.engine.scan.reading import article_reader
from plugins.engine.scan.unpublished import date_draft
from plugins.engine.store.codec import pack, unpack
from plugins.engine.store.database import State
from plugins.engine.store.rows import SEEN
from plugins.photos import PhotoIndex, PhotoLibrary


class ReadOnlyState(State):
    """The state as the last build left it, but for articles given to :meth:`show`.

    Another process may be building. Raises ``sqlite3.Error`` where there is no state.
    """

    def __init__(self, file: Path) -> None:
        self._entering = []
        # One that may write would move the build's log into the file behind the build's back.
        self._db = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, isolation_level=None)
        self._db.execute("BEGIN")
        self._shown: dict[int, tuple[bytes, bytes]] = {}
        self._linked: set[str] = set()

    def show(self, number: int, article: Article, body: Body) -> None:
        """Have an article be this from now on."""
        self._shown[number] = (pack(article), pack(body))
        self._linked |= {target for target, _ in body.linked}

    def listings(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """Yield number and packed article of some articles."""
        for number in numbers:
            if number in self._shown:
                yield number, self._shown[number][0]
            else:
                yield from super().listings([number])

    def body(self, number: int) -> bytes:
        """Return the packed body of an article."""
        return self._shown[number][1] if number in self._shown else super().body(number)

    def linked_addresses(self) -> dict[str, str]:
        """Return the addresses of articles that others link to, by their source paths."""
        rows = [row for path in self._linked for row in self.rows(path=path)]
        return super().linked_addresses() | {row.path: row.url for row in rows}


class SavedPages:
    """Renders the pages of saved articles; keeps warm what all of them need."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._index = PhotoIndex(project.photo_cache, trust_times=project.photos.trust_times)
        self._rendering: tuple[tuple[Any, Any], Renderer] | None = None
        self.get_ready()

    def get_ready(self) -> None:
        """Do ahead of the next save what would make it wait."""
        project = self._project
        library = PhotoLibrary(project.content, project.photos, self._index)
        self._reader = article_reader(project, library)
        try:
            with closing(ReadOnlyState(project.state)) as state:
                self._render_any(state)
        except Exception:  # noqa: BLE001, S110 - the build says what is wrong with the theme
            pass

    def _render_any(self, state: ReadOnlyState) -> None:
        renderer = self._renderer(state)
        loader = ArticleLoader(state, self._catalogue(state))
        for row in state.rows(states=["published"], kind="article", most=1):
            for cached_plan in state.pages_of(f"article:{row.id}").values():
                self._html(loader, renderer, unpack(cached_plan))

    def render(self, files: Iterable[Path]) -> dict[str, bytes]:
        """Return the pages (path in the site → HTML) of those of ``files`` that are articles
        which have one, whatever else has changed about them."""
        pages: dict[str, bytes] = {}
        for file in files:
            try:
                with closing(ReadOnlyState(self._project.state)) as state:
                    pages |= self._page(state, file)
            except Exception:  # noqa: BLE001, S112 - the build that follows says what is wrong
                continue
        return pages

    def _page(self, state: ReadOnlyState, file: Path) -> dict[str, bytes]:
        project = self._project
        path = file.relative_to(project.content).as_posix()
        for row in state.rows(path=path, states=SEEN):
            reading = self._reader.read(file)
            article = reading.article
            date_draft(article, file, project.addresses)
            cached_plan = state.pages_of(f"article:{row.id}").get(f"{row.url}index.html")
            if (
                cached_plan is None
                or article.url != row.url
                or not self._has(article, reading.body)
            ):
                continue
            renderer = self._renderer(state)
            catalogue = self._catalogue(state)
            catalogue.know(row._replace(lists=lists_of(article, reading.body)))
            state.show(row.id, article, reading.body)
            page: PlannedPage = unpack(cached_plan)
            return {page.save_as: self._html(ArticleLoader(state, catalogue), renderer, page)}
        return {}

    def _has(self, article: Article, body: Body) -> bool:
        """Whether the site has all that the page shows: a browser must not ask in vain."""
        photos = (*body.photos, *([article.lead_photo] if article.lead_photo else []))
        urls = [made.url for photo in photos for made in photo.made]
        urls += [file.url for file in body.attachments]
        return all((self._project.output / url).is_file() for url in urls)

    def _catalogue(self, state: ReadOnlyState) -> Catalogue:
        project = self._project
        return Catalogue(state, project.build, project.articles, now=build_time(), reindexed=False)

    def _html(self, loader: ArticleLoader, renderer: Renderer, page: PlannedPage) -> bytes:
        own = own_article(page)
        loader.gather(refs_in(page), () if own is None else {own})
        return renderer.showing(loader).render(page).encode()

    def _renderer(self, state: ReadOnlyState) -> Renderer:
        """Return a renderer for the theme and the site context of the last build."""
        depends_on = (state.fact("fingerprints"), state.fact("site_context"))
        if self._rendering is None or self._rendering[0] != depends_on:
            assets = Assets(self._project.theme / "static", self._project.site.url)
            loader = ArticleLoader(state, self._catalogue(state))
            counter = embed(self._project.counter).widget
            renderer = Renderer(self._project, depends_on[1], loader, assets, counter)
            self._rendering = (depends_on, renderer)
        return self._rendering[1]
