"""What the build asks for: all derivatives of all photos, from the cache or made now."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from plugins.photos import cache, pool
from plugins.photos.config import PhotoSettings
from plugins.photos.model import Facts, PhotoProblem
from plugins.photos.plan import Derivative, plan

_PATIENCE = 1.0  # seconds of work before a bar is worth showing

_MOVING = PhotoProblem(
    "format",
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
    cache's folders in use, for :func:`plugins.photos.cache.sweep`.
    """

    files: dict[str, Path] = field(default_factory=dict)
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
    wanted = _merged(photos)
    places = {each.source: cache.folder(cache_dir, each.facts.digest, settings) for each in wanted}
    jobs: dict[Path, pool.Job] = {}
    plans: dict[Path, tuple[Derivative, ...]] = {}
    for each in wanted:
        made = plan(each.source.name, each.facts, settings, lead=each.lead)
        plans[each.source], place = made, places[each.source]
        there = cache.present(place)
        missing = tuple(one for one in made if cache.name(one) not in there)
        # Two sources of one content share a folder; the one that wants more does the work.
        if missing and (place not in jobs or len(missing) > len(jobs[place].wanted)):
            jobs[place] = pool.Job(each.source, each.facts, missing, place)
    count = processes or pool.process_count()
    with _progress(len(jobs)) as finished:
        by_job = pool.run_all(jobs.values(), settings, count, finished)
    failed = {job.place: by_job[job.source] for job in jobs.values() if job.source in by_job}
    problems = {s: failed[p] for s, p in places.items() if p in failed}
    files = {
        one.url: places[source] / cache.name(one)
        for source, made in plans.items()
        if source not in problems
        for one in made
    }
    moving = {s: _MOVING for s, p in places.items() if (p / cache.MOVING).exists()}
    encoded = sum(len(job.wanted) for job in jobs.values() if job.place not in failed)
    return Produced(files, problems, moving, encoded, frozenset(places.values()))


def _merged(photos: Iterable[Request]) -> list[Request]:
    """Return one request a source, sorted; it leads if it does so anywhere."""
    merged: dict[Path, Request] = {}
    for photo in photos:
        if photo.source not in merged or photo.lead:
            merged[photo.source] = photo
    return [merged[source] for source in sorted(merged)]


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """Give what to call after each photo: it shows a bar on a terminal, if it takes long."""
    console = Console(stderr=True)
    if not total or not console.is_terminal or not sys.stderr.isatty():
        yield lambda: None
        return
    columns = (TextColumn("Thu nhỏ ảnh"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True)
    task = bar.add_task("", total=total)
    began = time.monotonic()

    def finished() -> None:
        bar.advance(task)
        # Started from here, after the workers were forked: a bar runs in a thread.
        if not bar.live.is_started and time.monotonic() - began > _PATIENCE:
            bar.start()

    try:
        yield finished
    finally:
        bar.stop()
