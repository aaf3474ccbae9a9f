"""Do the same work to many things on all processors, in copies of this process."""

from __future__ import annotations

import gc
import os
import pickle
import selectors
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, Any, TypeVar

from plugins.core.progress import progress

T = TypeVar("T")
R = TypeVar("R")

_WORTHWHILE = 32  # things a copy: a fork and the way back cost as much as some tens of them
_MANY = 500  # things
_HANDFUL = 16  # things that a copy takes, and results that it hands over, at a time
_NUMBER = 4  # bytes
_PIPE = 1 << 14  # bytes that a pipe takes before anybody reads, on any system


def process_count() -> int:
    """Return on how many processors this process may run."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    work: Callable[[Iterable[T]], Iterable[R]],
    things: Sequence[T],
    processes: int,
    what: str = "",
) -> Iterator[R]:
    """Yield all that ``work`` makes of ``things``, in no order that is to be relied on; a result
    a thing. ``what`` is done to them, as a bar says where it takes long.

    So many copies of this process take things as long as there are any, while this one does
    something with what they made. What a copy's work raises is raised here; a copy that is
    killed raises ``ChildProcessError``. Where there is no ``fork`` (Windows), or not enough to
    do, this process does all.
    """
    # A bar is not worth its import for what is done at once.
    with progress(what, len(things) if what and len(things) >= _MANY else 0) as finished:
        for result in _spread(work, things, processes):
            yield result
            finished()


def _spread(
    work: Callable[[Iterable[T]], Iterable[R]], things: Sequence[T], processes: int
) -> Iterator[R]:
    count = min(processes, len(things) // _WORTHWHILE) if hasattr(os, "fork") else 1
    if count <= 1:
        if things:
            yield from work(things)
        return
    handful = max(_HANDFUL, -(-len(things) * _NUMBER // _PIPE))
    tickets, desk = os.pipe()
    for first in range(0, len(things), handful):
        os.write(desk, first.to_bytes(_NUMBER, "big"))
    os.close(desk)

    def taken() -> Iterator[T]:
        while ticket := os.read(tickets, _NUMBER):
            first = int.from_bytes(ticket, "big")
            yield from things[first : first + handful]

    copies: dict[IO[bytes], int] = {}  # where its results come from → the process
    # What is here already is not to be looked through by each copy's collector of garbage.
    gc.freeze()
    try:
        for _ in range(count):
            results, process = start(_in_handfuls(work(taken())), copies)
            copies[results] = process
        for made, error in _handed_over(copies):
            if error is not None:
                raise error
            yield from made
    finally:
        gc.unfreeze()
        os.close(tickets)
        # However this ends, no copy goes on alone: it can't hand over what it makes.
        for results in copies:
            results.close()
        ends = [os.waitpid(process, 0)[1] for process in copies.values()]
    if status := next(filter(None, ends), 0):
        raise ChildProcessError(
            f"a copy of this process ended with status {os.waitstatus_to_exitcode(status)}"
        )


def start(results: Iterable[Any], others: Iterable[IO[bytes]] = ()) -> tuple[IO[bytes], int]:
    """Start a copy of this process that goes through ``results`` and ends.

    Return where each can be had with ``pickle.load``, and the process, which has to be waited
    for. ``others`` are where the results of other copies come from. For systems with ``fork``.
    """
    exit_, entrance = os.pipe()
    process = os.fork()
    if process:
        os.close(entrance)
        return os.fdopen(exit_, "rb"), process
    status = 1
    try:
        # If this kept them open, a copy whose results nobody reads would wait for ever.
        for other in (exit_, *(file.fileno() for file in others)):
            os.close(other)
        with os.fdopen(entrance, "wb") as file:
            for result in results:
                file.write(pickle.dumps(result, pickle.HIGHEST_PROTOCOL))
                file.flush()
        status = 0
    finally:
        # Not sys.exit: what this process is to do at its end belongs to the parent.
        os._exit(status)


def _in_handfuls(results: Iterable[R]) -> Iterator[tuple[list[R], BaseException | None]]:
    """Yield results, the last of them with what kept it from going on."""
    made: list[R] = []
    error: BaseException | None = None
    try:
        for one in results:
            made.append(one)
            if len(made) == _HANDFUL:
                yield made, None
                made = []
    except GeneratorExit:
        raise
    except BaseException as fault:  # noqa: BLE001 - the parent raises it
        error = fault
    yield made, error


def _handed_over(copies: Iterable[IO[bytes]]) -> Iterator[Any]:
    """Yield what copies hand over, until each has ended."""
    with selectors.DefaultSelector() as ready:
        for results in copies:
            ready.register(results, selectors.EVENT_READ, results)
        while ready.get_map():
            for key, _ in ready.select():
                try:
                    yield pickle.load(key.data)  # noqa: S301 - written by our own copy
                except (EOFError, pickle.UnpicklingError):
                    ready.unregister(key.data)
