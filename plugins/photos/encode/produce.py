"""What the build asks for: all derivatives of all photos, from the cache or made now."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.core import checks
from plugins.core.progress import progress
from plugins.photos.config import PhotoSettings
from plugins.photos.encode import pool
from plugins.photos.model import Facts, PhotoProblem
from plugins.photos.plan.derivatives import plan
from plugins.photos.store import cache
from plugins.photos.store.files import Files
from plugins.photos.store.inventory import Inventory

_MOVING = PhotoProblem(
    checks.PHOTO_MOVING,
    "ảnh động chỉ được đăng khung hình đầu tiên",
    "Nếu cần chuyển động, hãy đăng video; nếu không, lưu ảnh lại thành JPG.",
)


@dataclass(frozen=True)
class Request:
    """A photo that the site shows; ``lead`` when an article leads with it somewhere."""

    source: Path
    facts: Facts
    lead: bool = False


@dataclass(frozen=True)
class Produced:
    """What there is now, all in the order of the sources' paths.

    ``files`` says which file in the cache is to be published under which address.
    ``problems`` and ``warnings`` are by source; a source with a problem has no files.
    ``encoded`` counts the derivatives that were not in the cache, and ``places`` are the
    cache's folders in use, for :func:`plugins.photos.store.cache.sweep`.
    """

    files: Mapping[str, Path] = field(default_factory=lambda: Files({}))
    problems: dict[Path, PhotoProblem] = field(default_factory=dict)
    warnings: dict[Path, PhotoProblem] = field(default_factory=dict)
    encoded: int = 0
    places: frozenset[Path] = frozenset()


def produce(
    photos: Iterable[Request],
    settings: PhotoSettings,
    cache_dir: Path,
    *,
    processes: int | None = None,
) -> Produced:
    """Make every derivative of ``photos`` that the cache does not hold, on all processors.

    The result and every byte are the same whatever the order of ``photos`` and the
    number of ``processes``. Nothing but the cache is written, and that file by file,
    whole; an interrupted run goes on where it stopped.
    """
    inventory = Inventory(cache_dir, trust_times=settings.trust_times)
    places: dict[Path, Path] = {}
    jobs: dict[Path, pool.Job] = {}
    plans: dict[Path, list[tuple[str, str]]] = {}
    held: dict[Path, frozenset[str]] = {}
    for each in _merged(photos):
        place = places[each.source] = cache.folder(cache_dir, each.facts.digest, settings)
        made = plan(each.source.name, each.facts, settings, lead=each.lead)
        names = [cache.name(one) for one in made]
        plans[each.source] = [(one.url, name) for one, name in zip(made, names, strict=True)]
        there = held[place] = inventory.present(place)
        if there.issuperset(names):
            continue
        missing = tuple(one for one, name in zip(made, names, strict=True) if name not in there)
        # Two sources of one content share a folder; the one that wants more does the work.
        if place not in jobs or len(missing) > len(jobs[place].wanted):
            jobs[place] = pool.Job(each.source, each.facts, missing, place)
    count = processes or pool.process_count()
    with progress("Thu nhỏ ảnh", len(jobs)) as finished:
        by_job = pool.run_all(jobs.values(), settings, count, finished)
    failed = {job.place: by_job[job.source] for job in jobs.values() if job.source in by_job}
    problems = {s: failed[p] for s, p in places.items() if p in failed}
    files = {
        url: f"{folder}{os.sep}{name}"
        for source, pairs in plans.items()
        if source not in problems and (folder := str(places[source]))
        for url, name in pairs
    }
    held |= {job.place: inventory.present(job.place) for job in jobs.values()}
    moving = {s: _MOVING for s, p in places.items() if cache.MOVING in held[p]}
    inventory.save()
    encoded = sum(len(job.wanted) for job in jobs.values() if job.place not in failed)
    return Produced(Files(files), problems, moving, encoded, frozenset(places.values()))


def verify(
    photos: Iterable[Request],
    settings: PhotoSettings,
    cache_dir: Path,
    *,
    processes: int | None = None,
) -> dict[Path, PhotoProblem]:
    """Return what is wrong with those of ``photos`` that were never decoded, by source.

    They are decoded as for :func:`produce`, on all processors, but nothing is made of them: that
    takes ten times as long. The cache remembers the sound ones.
    """
    places = {
        each.source: cache.folder(cache_dir, each.facts.digest, settings)
        for each in _merged(photos)
    }
    jobs: dict[Path, pool.Job] = {}
    for each in _merged(photos):
        place = places[each.source]
        if place not in jobs and not cache.present(place):
            jobs[place] = pool.Job(each.source, each.facts, (), place)
    count = processes or pool.process_count()
    with progress("Xem ảnh", len(jobs)) as finished:
        by_job = pool.run_all(jobs.values(), settings, count, finished)
    failed = {job.place: by_job[job.source] for job in jobs.values() if job.source in by_job}
    return {source: failed[place] for source, place in places.items() if place in failed}


def _merged(photos: Iterable[Request]) -> list[Request]:
    """Return one request a source, sorted; it leads if it does so anywhere."""
    merged: dict[Path, Request] = {}
    for photo in photos:
        if photo.source not in merged or photo.lead:
            merged[photo.source] = photo
    return [merged[source] for source in sorted(merged)]
