"""Do the same work to many things on all processors, in copies of this process."""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_WORTHWHILE = 64  # things: a fork and the way back cost as much as some tens of them


def process_count() -> int:
    """Return on how many processors this process may run."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    work: Callable[[Sequence[T]], Iterable[R]], things: Sequence[T], processes: int
) -> Iterator[R]:
    """Yield all that ``work`` makes of ``things``, in no order that is to be relied on.

    A share of the things goes to each process. What a copy's work raises is raised here;
    a copy that is killed raises ``ChildProcessError``. Where there is no ``fork`` (Windows),
    one process does all.
    """
    if not things:
        return
    count = min(processes, len(things) // (_WORTHWHILE // 2)) if hasattr(os, "fork") else 1
    if count <= 1:
        yield from work(things)
        return
    results: list[tuple[list[R], BaseException | None]] = []
    copies = [_fork(work, things[number::count]) for number in range(1, count)]
    try:
        yield from work(things[::count])
    finally:
        # However this ends, no copy goes on alone.
        results = [_wait(process, file) for process, file in copies]
    for made, error in results:
        if error is not None:
            raise error
        yield from made


def _fork(work: Callable[[Sequence[T]], Iterable[R]], share: Sequence[T]) -> tuple[int, IO[bytes]]:
    # A file, not a pipe: a copy must not wait until this process has time to listen.
    file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the one who reads it
    process = os.fork()
    if process:
        return process, file
    status = 1
    try:
        parent = os.getppid()
        try:
            made: list[R] = []
            for one in work(share):
                made.append(one)
                if os.getppid() != parent:  # killed: nobody wants this any more
                    os._exit(1)
            result: tuple[list[R], BaseException | None] = (made, None)
        except BaseException as error:  # noqa: BLE001 - the parent raises it
            result = ([], error)
        pickle.dump(result, file, pickle.HIGHEST_PROTOCOL)
        file.flush()
        status = 0
    finally:
        # Not sys.exit: what this process is to do at its end belongs to the parent.
        os._exit(status)


def _wait(process: int, file: IO[bytes]) -> tuple[list[R], BaseException | None]:
    with file:
        _, status = os.waitpid(process, 0)
        if status:
            return [], ChildProcessError(
                f"a copy of this process ended with status {os.waitstatus_to_exitcode(status)}"
            )
        file.seek(0)
        made, error = pickle.load(file)  # noqa: S301 - written by our own copy
        return made, error
