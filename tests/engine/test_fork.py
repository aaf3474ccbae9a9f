from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from plugins.engine.fork import process_count, spread

MANY = range(500)
"""Enough things for copies to be worth their while."""


def squares(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield each number's square, and the process that found it."""
    for number in numbers:
        yield number * number, os.getpid()


def test_every_thing_is_done_once_in_whatever_order() -> None:
    done = list(spread(squares, MANY, 3))
    assert sorted(square for square, _ in done) == [number * number for number in MANY]


def test_the_work_is_shared_by_so_many_copies_while_this_process_takes_in(
    tmp_path: Path,
) -> None:
    def work(numbers: Iterable[int]) -> Iterator[int]:
        (tmp_path / str(os.getpid())).touch()
        while len(list(tmp_path.iterdir())) < 3:  # the other two are slow to start
            time.sleep(0.001)
        yield from numbers

    list(spread(work, MANY, 3))
    workers = {int(path.name) for path in tmp_path.iterdir()}
    assert len(workers) == 3
    assert os.getpid() not in workers


def test_a_copy_that_is_done_takes_what_a_slow_one_has_not_begun() -> None:
    def work(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
        for number in numbers:
            if number == 0:
                time.sleep(0.5)
            yield number, os.getpid()

    done = dict(spread(work, MANY, 2))
    slow = done[0]
    assert sum(process == slow for process in done.values()) < len(MANY) // 2


def test_results_of_any_size_come_through() -> None:
    def work(numbers: Iterable[int]) -> Iterator[bytes]:
        yield from (bytes([number % 256]) * 300_000 for number in numbers)

    assert sum(map(len, spread(work, range(100), 2))) == 100 * 300_000


def test_many_things_need_no_more_tickets_than_a_pipe_holds() -> None:
    assert sum(1 for _ in spread(lambda some: some, range(400_000), 2)) == 400_000


@pytest.mark.parametrize(("things", "processes"), [(MANY, 1), (range(20), 8), (range(0), 8)])
def test_a_little_work_is_done_here(things: range, processes: int) -> None:
    done = list(spread(squares, things, processes))
    assert [square for square, _ in done] == [number * number for number in things]
    assert {process for _, process in done} <= {os.getpid()}


def test_where_there_is_no_fork_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert {process for _, process in spread(squares, MANY, 8)} == {os.getpid()}


@pytest.mark.parametrize("unlucky", MANY[:3])
def test_what_a_process_raises_is_raised_here(unlucky: int) -> None:
    def work(numbers: Iterable[int]) -> Iterator[int]:
        for number in numbers:
            if number == unlucky:
                raise LookupError(f"số {number}")
            yield number

    with pytest.raises(LookupError, match=f"số {unlucky}"):
        list(spread(work, MANY, 3))


def test_a_copy_that_is_killed_is_an_error_and_not_silence() -> None:
    here = os.getpid()

    def work(numbers: Iterable[int]) -> Iterator[int]:
        for number in numbers:
            if os.getpid() != here and number > 200:
                os.kill(os.getpid(), signal.SIGKILL)
            yield number

    with pytest.raises(ChildProcessError, match="status -9"):
        list(spread(work, MANY, 2))


def test_what_cannot_be_handed_over_is_an_error() -> None:
    def work(numbers: Iterable[int]) -> Iterator[object]:
        yield from (threading.Lock() for _ in numbers)

    with pytest.raises(ChildProcessError):
        list(spread(work, MANY, 2))


def test_no_copy_is_left_when_nobody_wants_the_rest(tmp_path: Path) -> None:
    def work(numbers: Iterable[int]) -> Iterator[bytes]:
        (tmp_path / str(os.getpid())).touch()
        yield from (b"x" * 10_000 for _ in numbers)

    results = spread(work, range(10_000), 3)
    next(results)
    results.close()  # type: ignore[attr-defined] # a generator
    copies = [int(path.name) for path in tmp_path.iterdir()]
    assert copies
    for copy in copies:
        with pytest.raises(ProcessLookupError):
            os.kill(copy, 0)


def test_a_copy_does_nothing_of_what_its_parent_does_at_its_end(tmp_path: Path) -> None:
    script = """
        import atexit, os, sys
        from pathlib import Path
        from plugins.engine.fork import spread
        ended = Path(sys.argv[1])
        atexit.register(lambda: (ended / str(os.getpid())).touch())
        print("một lần", end="")  # still in the buffer when the copies are made
        print(len(list(spread(lambda some: some, range(500), 3))))
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "một lần500\n"
    assert len(list(tmp_path.iterdir())) == 1


def test_copies_of_a_killed_process_do_not_go_on_alone(tmp_path: Path) -> None:
    script = """
        import os, signal, sys, time
        from pathlib import Path
        from plugins.engine.fork import spread
        def work(numbers):
            Path(sys.argv[1], str(os.getpid())).touch()
            for number in numbers:
                time.sleep(0.02)
                yield number
            Path(sys.argv[1], "xong").touch()
        for _ in spread(work, range(10_000), 2):
            os.kill(os.getpid(), signal.SIGKILL)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)]
    done = subprocess.run(command, check=False)
    assert done.returncode == -signal.SIGKILL
    copies = [int(path.name) for path in tmp_path.iterdir()]
    assert copies
    while any(map(_runs, copies)):
        time.sleep(0.01)
    assert not (tmp_path / "xong").exists()


def _runs(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_there_is_at_least_one_process() -> None:
    assert process_count() >= 1


def test_processes_are_counted_where_the_system_cannot_say_which_are_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert process_count() == 1
