"""The page of an article that is being written, from what the last build knows of all others."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing, suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from plugins.articles.reader import Reading
from plugins.core.dates.date import TIME_ZONE
from plugins.core.problems import ProblemError
from plugins.core.terms import Term, TermKind
from plugins.counter.widget.embed import embed
from plugins.desk.web.preview.messages import Draft, Shown
from plugins.desk.web.source.blocks import ShownFigure
from plugins.engine.plan.catalogue import KINDS, Catalogue, lists_of
from plugins.engine.plan.planned import PlannedPage, Ref, refs_in
from plugins.engine.project.project import Project
from plugins.engine.render.assets import Assets
from plugins.engine.render.loader import ArticleLoader
from plugins.engine.render.renderer import Renderer
from plugins.engine.scan.clock import build_time
from plugins.engine.scan.reading import article_reader
from plugins.engine.scan.time_limit import time_limit
from plugins.engine.store.codec import unpack
from plugins.engine.store.rows import Row, epoch
from plugins.photos import PhotoIndex, PhotoLibrary
from plugins.photos.plan.photo import Photo
from plugins.preview.workers.saved import ReadOnlyState

_NEW = -1  # the number of an article that the site does not know yet


class DraftPages:
    """Shows drafts; keeps warm what all of them need."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._index = PhotoIndex(project.photo_cache, trust_times=project.photos.trust_times)
        self._reader = article_reader(project, PhotoLibrary(project.content, project.photos))
        self._rendering: tuple[Any, Renderer] | None = None

    def show(self, draft: Draft) -> Shown:
        """Return what comes of a draft."""
        try:
            reading = self._read(draft)
        except ProblemError as error:
            return Shown(tuple(error.problems))
        article, body = reading.article, reading.body
        if article.date is None:
            article.date = datetime.now(TIME_ZONE).replace(second=0, microsecond=0)
            address = self._project.addresses[article.kind]
            article.url = address.format(date=article.date, slug=article.slug)
        figures = tuple(
            ShownFigure(
                tuple((photo.name, photo.line or 0) for photo in figure.photos),
                figure.caption,
                figure.credit or "",
            )
            for figure in body.figures
        )
        photos = (*body.photos, *([article.lead_photo] if article.lead_photo else []))
        html = None
        with suppress(Exception):  # no site yet, or a fault of the theme, which the build tells
            html = self._page(reading)
        return Shown(reading.warnings, figures, article.url, html, _pictures(photos))

    def _read(self, draft: Draft) -> Reading:
        project = self._project
        file = project.content / draft.path
        guests: Mapping[Path, Mapping[str, Path]] = {file.parent: draft.photos}
        library = PhotoLibrary(project.content, project.photos, self._index, guests)
        with time_limit():
            return self._reader.looking_in(library).read(file, draft.content)

    def _page(self, reading: Reading) -> bytes:
        article, body = reading.article, reading.body
        with closing(ReadOnlyState(self._project.state)) as state:
            known = next(iter(state.rows(path=article.path)), None)
            number = known.id if known else _NEW
            row = Row(
                number,
                article.path,
                b"",
                article.kind,
                "published",
                epoch(article.date),
                article.slug,
                article.url,
                article.lead_photo is not None,
                lists_of(article, body),
            )
            catalogue = DraftCatalogue(
                state,
                self._project.build,
                self._project.articles,
                now=build_time(),
                reindexed=False,
            )
            catalogue.know(row)
            state.show(number, article, body)
            page = _planned(state, known, row)
            renderer = self._renderer(state)
            loader = ArticleLoader(state, catalogue)
            loader.gather(refs_in(page), {number})
            return renderer.showing(loader).render(page).encode()

    def _renderer(self, state: ReadOnlyState) -> Renderer:
        """Return a renderer for the theme and the site context of the last build."""
        depends_on = (state.fact("fingerprints"), state.fact("site_context"))
        if self._rendering is None or self._rendering[0] != depends_on:
            project = self._project
            assets = Assets(project.theme / "static", project.site.url)
            loader = ArticleLoader(
                state, DraftCatalogue(state, project.build, project.articles, now=build_time())
            )
            widget = embed(project.counter).widget
            renderer = Renderer(project, depends_on[1], loader, assets, widget)
            self._rendering = (depends_on, renderer)
        return self._rendering[1]


class DraftCatalogue(Catalogue):
    """The catalogue of the last build, with terms that only a draft has."""

    @cached_property
    def terms(self) -> dict[TermKind, dict[str, Term]]:
        """All terms by kind and key; those of articles in memory, too."""
        known: dict[TermKind, dict[str, Term]] = self._state.fact("terms") or {}
        return {kind: self._assigned(kind, self._new(kind)) | known.get(kind, {}) for kind in KINDS}

    def _new(self, kind: TermKind) -> list[tuple[str, int]]:
        return [
            (name, row.moment)
            for row in self._rows.values()
            for of, _, name in row.lists
            if of == kind
        ]


def _planned(state: ReadOnlyState, known: Row | None, row: Row) -> PlannedPage:
    """Return the plan of a page: that of the last build, whose neighbours it keeps, or one without
    neighbours."""
    if known is not None:
        for cached in state.pages_of(f"article:{known.id}").values():
            page: PlannedPage = unpack(cached)
            if page.url == row.url:
                return page
    own = Ref(row.id)
    if row.kind != "article":
        return PlannedPage(row.url, "page", row.kind, {"page": own, "above": None})
    alone: dict[str, Any] = {"related": [], "newer": None, "older": None, "same_category": []}
    return PlannedPage(row.url, "article", "article", {"article": own, **alone})


def _pictures(photos: tuple[Photo, ...]) -> dict[str, Path]:
    return {made.url: photo.source for photo in photos for made in photo.made}
