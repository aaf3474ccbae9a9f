"""Photos and attachments of the articles that readers see: made, published, and taken away."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.article import Article, Body
from plugins.core.problems import Problem
from plugins.core.text.decoding import normalise
from plugins.engine.project.project import Project
from plugins.engine.scan.banners import ShownBanner, unusable
from plugins.engine.scan.changes import Changes
from plugins.engine.store.database import State, load_article, load_body
from plugins.engine.store.rows import SEEN, epoch
from plugins.photos import Photo, PhotoIndex, PhotoLibrary
from plugins.photos.model import PhotoProblem

if TYPE_CHECKING:
    from plugins.photos.encode.produce import Produced

_BANNERS = 0  # stands for an article that shows them: those have numbers from 1
_KEPT = 24 * 3600  # seconds: to find out what is still shown, all articles have to be opened


@dataclass
class Made:
    """The attachments and photos that have to be in the output folder (address → file), the
    addresses that nobody shows any more, and what is wrong with photos."""

    attachments: dict[str, Path] = field(default_factory=dict)
    photos: Mapping[str, Path] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


class Media:
    """The photos and attachments of one build."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._index = PhotoIndex(project.photo_cache, trust_times=project.photos.trust_times)
        self._places: frozenset[Path] | None = None
        self.library = PhotoLibrary(project.content, project.photos, self._index)

    def make(
        self,
        state: State,
        changes: Changes,
        banners: tuple[ShownBanner, ...] = (),
        *,
        everything: bool,
    ) -> Made:
        """Make what the changed articles show, and the ``banners`` if they are others now. With
        ``everything``, or when somebody was in the output folder, what all show.
        Raises :class:`~plugins.core.errors.SettingsError` for a banner that cannot be made.
        """
        whole = (
            everything
            or not self._project.alone  # who rewrites a photo leaves no trace in its folder
            or state.fact("media") != self.signature()
            or _is_time_to_sweep(state)
        )
        concerned = (
            changes.listing_changed | changes.body_changed | {row.id for row in changes.gone}
        )
        shown = dict(_shown(state, None if whole else concerned))
        made = Made()
        for number in (concerned & state.with_media()) | shown.keys():
            urls = _urls(*shown[number]) if number in shown else set()
            made.gone |= state.set_media(number, urls)
        others = state.fact("banners") != banners
        beside = banners if whole or others else ()
        if others:
            made.gone |= state.set_media(_BANNERS, _urls_of(one.photo for one in banners))
            state.remember("banners", banners)
        if made.gone and state.fact("unswept") is None:
            state.remember("unswept", time.time())
        if not (shown or beside):
            return made
        for _, body in shown.values():
            made.attachments |= {file.url: file.source for file in body.attachments}
        sources = {photo.source for _, body in shown.values() for photo in body.photos}
        sources |= {one.photo.source for one in beside}
        self._index.save(sources if whole else None)
        photos = self._produce(shown.values(), beside)
        for number, banner in enumerate(beside):
            if problem := photos.problems.get(banner.photo.source):
                raise unusable(number, problem)
        made.photos = photos.files
        made.problems += _problems(shown.values(), photos)
        made.gone -= made.attachments.keys() | made.photos.keys()
        if whole:
            self._places = photos.places
            state.remember("unswept", None)
        return made

    def _produce(
        self, shown: Iterable[tuple[Article, Body]], banners: Iterable[ShownBanner]
    ) -> Produced:
        from plugins.photos.encode.produce import Produced, Request, produce  # slow to import

        requests = [Request(one.photo.source, one.photo.facts) for one in banners]
        for article, body in shown:
            requests += [Request(photo.source, photo.facts) for photo in body.photos]
            if lead := article.lead_photo:
                requests.append(Request(lead.source, lead.facts, lead=True))
        if not requests:
            return Produced()
        return produce(requests, self._project.photos, self._project.photo_cache)

    def verify(self, state: State, changes: Changes, now: datetime) -> list[Problem]:
        """Return what is wrong with the photos that would have to be made for the changed articles,
        and for those that could not be read, without making any."""
        from plugins.photos.encode.produce import Request, verify  # slow to import

        shown = [
            (normalise(article.path), body.photos)
            for _, (article, body) in _shown(state, changes.listing_changed | changes.body_changed)
        ]
        shown += [
            (normalise(one.path), one.photos)
            for one in changes.failed
            if self._project.build.preview or (one.status != "draft" and one.moment <= epoch(now))
        ]
        requests = [Request(each.source, each.facts) for _, photos in shown for each in photos]
        bad = verify(requests, self._project.photos, self._project.photo_cache)
        return [
            _problem(path, photo, bad[photo.source])
            for path, photos in shown
            for photo in photos
            if photo.source in bad
        ]

    def signature(self) -> tuple[object, ...]:
        """Return what changes when somebody adds a file to the folders of photos and
        attachments, takes one away, or writes into an attachment. Photos are too many to look
        at each."""
        output = self._project.output
        return _time_of(output / "anh"), _time_of(output / "tep"), _stamps_in(output / "tep")

    def sweep(self) -> None:
        """Delete from the cache what nothing refers to, if this build knows all that is."""
        if self._places is not None:
            from plugins.photos.store.cache import sweep

            sweep(self._project.photo_cache, self._places)


def _is_time_to_sweep(state: State) -> bool:
    """Whether photos went from the site that long ago that their pictures in the cache may go."""
    since: float | None = state.fact("unswept")
    return since is not None and time.time() - since > _KEPT


def _time_of(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def _stamps_in(folder: Path) -> frozenset[tuple[str, int, int]]:
    try:
        with os.scandir(folder) as entries:
            found = ((entry.name, entry.stat()) for entry in entries)
            return frozenset((name, state.st_size, state.st_mtime_ns) for name, state in found)
    except OSError:
        return frozenset()


def _shown(
    state: State, numbers: Iterable[int] | None
) -> Iterator[tuple[int, tuple[Article, Body]]]:
    """Yield the articles that readers see, of ``numbers`` or of all."""
    if numbers is None:
        rows = state.rows(media=True, states=SEEN)
    else:
        some = (state.rows(id=number, media=True, states=SEEN) for number in numbers)
        rows = [row for found in some for row in found]
    for number, listing in state.listings(row.id for row in rows):
        yield number, (load_article(listing), load_body(state.body(number)))


def _urls(article: Article, body: Body) -> set[str]:
    photos = (*body.photos, *([article.lead_photo] if article.lead_photo else []))
    return _urls_of(photos) | {file.url for file in body.attachments}


def _urls_of(photos: Iterable[Photo]) -> set[str]:
    return {made.url for photo in photos for made in photo.made}


def _problems(shown: Iterable[tuple[Article, Body]], made: Produced) -> Iterator[Problem]:
    """Yield what is wrong with photos, at the line of each article that shows them."""
    for article, body in shown:
        for photo in body.photos:
            if problem := made.problems.get(photo.source):
                yield _problem(normalise(article.path), photo, problem)
            if problem := made.warnings.get(photo.source):
                yield _problem(normalise(article.path), photo, problem)


def _problem(path: str, photo: Photo, problem: PhotoProblem) -> Problem:
    message = f"ảnh “{photo.name}”: {problem.message}"
    return Problem(problem.check, path, photo.line, message, problem.fix)
