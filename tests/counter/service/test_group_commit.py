from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest

from plugins.counter.clock import TIME_ZONE
from plugins.counter.service import group_commit
from plugins.counter.service.counter import Count
from plugins.counter.service.errors import NotCountedError
from plugins.counter.service.group_commit import GroupCommit
from plugins.counter.service.visitors.visits import Hit
from plugins.counter.stats import Stats, Totals

Answer = tuple[Count | None, bool]


def _count(hits: Sequence[Hit]) -> Count:
    """Count by key: 13 is turned away, 66 cannot be written down, 99 is a mistake of ours."""
    keys = [hit.key for hit in hits]
    if 66 in keys:
        raise NotCountedError("đĩa đầy")
    if 99 in keys:
        raise ZeroDivisionError
    moment = datetime(2026, 1, 1, tzinfo=TIME_ZONE)
    stats = Stats(0, Totals(len(hits), len(hits), len(hits)), moment)
    return Count(stats, frozenset(i for i, key in enumerate(keys) if key == 13))


def _run(
    rounds: Sequence[Sequence[int | None]], count: Callable[[Sequence[Hit]], Count] = _count
) -> tuple[list[list[Answer]], list[dict[str, Any]]]:
    """Submit round after round, each when the one before is answered; 0 and more are keys."""

    async def all_rounds() -> tuple[list[list[Answer]], list[dict[str, Any]]]:
        loop, faults = asyncio.get_running_loop(), list[dict[str, Any]]()
        loop.set_exception_handler(lambda _, context: faults.append(context))
        answers = []
        with ThreadPoolExecutor(1) as thread:
            commits = GroupCommit(count, loop, thread)
            for keys in rounds:
                futures = []
                for key in keys:
                    future: asyncio.Future[Answer] = loop.create_future()
                    futures.append(future)
                    commits.submit(
                        None if key is None else Hit(key, 0, 0),
                        lambda count, away, future=future: future.set_result((count, away)),  # type: ignore[misc] # a default is beyond mypy
                    )
                answers.append(await asyncio.gather(*futures))
        return answers, faults

    return asyncio.run(all_rounds())


def _today(answer: Answer) -> int | None:
    return answer[0].stats.totals.today if answer[0] else None


def test_what_arrives_together_shares_a_commit_and_its_numbers() -> None:
    (answers,), _ = _run([[1, 2, None, 3]])
    assert [_today(answer) for answer in answers] == [3, 3, 3, 3]


def test_only_who_was_turned_away_is_told_so() -> None:
    (answers,), _ = _run([[1, None, 13, 2]])
    assert [turned_away for _, turned_away in answers] == [False, False, True, False]


def test_after_a_batch_that_failed_the_next_one_counts() -> None:
    answers, faults = _run([[1, 66], [2, 3]])
    assert [[_today(answer) for answer in batch] for batch in answers] == [[None, None], [2, 2]]
    assert faults == []


def test_the_log_has_each_trouble_once_and_its_end(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Where Pelican was imported before, loggers pass over a warning that any test had already.
    log = logging.Logger("counter")
    log.addHandler(caplog.handler)
    monkeypatch.setattr(group_commit, "_LOG", log)
    _run([[1], [66], [66, 2], [3], [4]])
    assert caplog.messages == ["LỖI: chưa đếm được: đĩa đầy.", "Đã đếm lại được."]


def test_a_mistake_of_ours_leaves_nobody_waiting_and_is_reported() -> None:
    answers, faults = _run([[1, 99, None], [2]])
    assert [[_today(answer) for answer in batch] for batch in answers] == [[None] * 3, [1]]
    assert [type(fault["exception"]) for fault in faults] == [ZeroDivisionError]


def test_a_disk_that_hangs_does_not_gather_visits_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(group_commit, "MOST_WAITING", 5)
    (answers,), _ = _run([[1, 2, 3, 4, None, 5, None]])
    assert [_today(answer) for answer in answers] == [4, 4, 4, 4, 4, None, None]


def test_what_arrives_during_a_commit_is_the_next_batch() -> None:
    sizes: list[int] = []
    first_runs, second_waits = threading.Event(), threading.Event()

    def count(hits: Sequence[Hit]) -> Count:
        sizes.append(len(hits))
        if len(sizes) == 1:
            first_runs.set()
            second_waits.wait(10)
        return _count(hits)

    async def all_of_it() -> None:
        loop = asyncio.get_running_loop()
        answered = asyncio.Semaphore(0)
        with ThreadPoolExecutor(1) as thread:
            commits = GroupCommit(count, loop, thread)
            commits.submit(Hit(1, 0, 0), lambda *_: answered.release())
            await asyncio.to_thread(first_runs.wait, 10)
            for key in (2, 3, 4):
                commits.submit(Hit(key, 0, 0), lambda *_: answered.release())
            second_waits.set()
            for _ in range(4):
                await answered.acquire()

    asyncio.run(all_of_it())
    assert sizes == [1, 3]
