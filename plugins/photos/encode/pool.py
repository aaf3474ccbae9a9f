"""Encode many photos on all processors."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import (
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    as_completed,
)
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from pathlib import Path

from plugins.core import checks
from plugins.photos.config import PhotoSettings
from plugins.photos.encode.encoder import encode
from plugins.photos.inspect.failure import PhotoError
from plugins.photos.model import Facts, PhotoProblem
from plugins.photos.plan.derivatives import Derivative
from plugins.photos.store import cache

_LARGE = 24_000_000  # pixels: decoding more needs a process that holds nothing else
_MOST_PROCESSES = 61  # that Windows lets one process wait for
_STOPPED = PhotoProblem(
    checks.PHOTO_STOPPED,
    "việc thu nhỏ ảnh bị dừng giữa chừng, có thể vì máy hết bộ nhớ",
    "Đóng bớt chương trình rồi xuất bản lại; các ảnh đã xong không phải làm lại.",
)


@dataclass(frozen=True)
class Job:
    """One source, what is to be made of it, and the cache's folder for it. Where nothing is to be
    made, the source is only decoded."""

    source: Path
    facts: Facts
    wanted: tuple[Derivative, ...]
    place: Path


def process_count() -> int:
    """Return on how many processors this process may run."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return min(os.cpu_count() or 1, _MOST_PROCESSES)


def run(job: Job, settings: PhotoSettings) -> PhotoProblem | None:
    """Encode one source's derivatives into the cache; the one problem is returned."""
    try:
        for made in encode(job.source, job.facts, job.wanted, settings):
            if made.moving:
                cache.store(job.place, cache.MOVING, b"")
            cache.store(job.place, cache.name(made.derivative), made.content)
        if not job.wanted:
            cache.store(job.place, cache.SOUND, b"1")
    except PhotoError as error:
        return error.problem
    return None


def run_all(
    jobs: Collection[Job],
    settings: PhotoSettings,
    processes: int,
    finished: Callable[[], None],
) -> dict[Path, PhotoProblem]:
    """Do all ``jobs`` and return what went wrong, by source; ``finished`` is called after each.

    A problem with one photo does not keep the others from being made. Large sources come
    first, so that no process is left alone with one at the end.
    """
    ordered = sorted(jobs, key=lambda job: (-_pixels(job), job.source))
    large = [job for job in ordered if _pixels(job) > _LARGE]
    others = ordered[len(large) :]
    if processes <= 1 or (len(ordered) <= 1 and not large):
        outcomes: Iterable[tuple[Job, PhotoProblem | None]] = _here(ordered, settings)
    else:
        outcomes = chain(
            _apart(large, settings, processes),
            _together(others, settings, processes, _slim() if large else None),
        )
    problems = {}
    for job, problem in outcomes:
        finished()
        if problem is not None:
            problems[job.source] = problem
    return problems


def _pixels(job: Job) -> int:
    return job.facts.width * job.facts.height


def _here(
    jobs: Sequence[Job], settings: PhotoSettings
) -> Iterator[tuple[Job, PhotoProblem | None]]:
    for job in jobs:
        yield job, run(job, settings)


def _together(
    jobs: Sequence[Job], settings: PhotoSettings, processes: int, start: BaseContext | None
) -> Iterator[tuple[Job, PhotoProblem | None]]:
    """Do ``jobs`` in processes that take one after the other."""
    if jobs:
        pool = ProcessPoolExecutor(min(processes, len(jobs)), start, _start_worker)
        yield from _outcomes(pool, run, jobs, settings)


def _apart(
    jobs: Sequence[Job], settings: PhotoSettings, processes: int
) -> Iterator[tuple[Job, PhotoProblem | None]]:
    """Do ``jobs`` in a process each: what a decoder leaves behind would weigh on the next."""
    if jobs:
        pool = ThreadPoolExecutor(min(processes, len(jobs)))
        yield from _outcomes(pool, _run_in_own_process, jobs, settings)


def _run_in_own_process(job: Job, settings: PhotoSettings) -> PhotoProblem | None:
    with ProcessPoolExecutor(1, _slim(), _start_worker) as pool:
        return pool.submit(run, job, settings).result()


def _outcomes(
    pool: Executor,
    task: Callable[[Job, PhotoSettings], PhotoProblem | None],
    jobs: Sequence[Job],
    settings: PhotoSettings,
) -> Iterator[tuple[Job, PhotoProblem | None]]:
    try:
        futures: dict[Future[PhotoProblem | None], Job] = {}
        for job in jobs:
            try:
                futures[pool.submit(task, job, settings)] = job
            except BrokenProcessPool:  # so soon
                yield job, _STOPPED
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenProcessPool:
                yield futures[future], _STOPPED
    finally:
        # On Ctrl+C: what is being encoded is finished and kept, the rest is not begun.
        pool.shutdown(wait=True, cancel_futures=True)


def _slim() -> BaseContext:
    """Return a way to start workers that do not begin with all that this process holds.

    A forked worker counts (and bit by bit copies) the memory of thousands of articles.
    That is quicker by half a second, and does no harm where photos are not large.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])  # once, not for each worker
    return context


def _start_worker() -> None:
    # Ctrl+C reaches the whole group; only the parent is to say that it was pressed.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    # A parent that was killed cannot tell its workers, which would wait for work for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
