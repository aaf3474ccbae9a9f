"""Whether the steps that the reading of a text takes grow faster than its length.

What grows is told by the function or the regular expression that takes the steps, each on its own:
a small part that grows with the square is seen long before it costs time. Counted are lines of
Python and steps of expressions (:mod:`tests.growth.matcher`); what C does in one call (a slice, a
search for a word) is not, and shows only in the seconds of ``python -m tests.growth --minutes``.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.growth.steps import TOO_MANY, count_expressions, counted

count_expressions()

from plugins.engine.scan.time_limit import TooSlowError, time_limit  # noqa: E402 - see below
from tests.fuzz.text.room import HEAD, Room  # noqa: E402 - its expressions are to be counted
from tests.growth.patterns import Pattern  # noqa: E402 - with the modules above

TIMES = (16, 64, 1024)
"""How often a piece is repeated. What grows at the first number is looked at again at the next,
where a limit (sixty words of a caption, a thousand signs of a paragraph) is behind it."""

_STEEPEST = 2.6
"""How many times as many steps may come from 2n to 4n as from n to 2n: 2 is linear, 4 quadratic."""
_FEW = 30
"""Steps for each repetition that nobody has to look at, whatever they grow by."""
_LONG = 64_000
_SECONDS = 20.0
"""How long a text of :data:`_LONG` repetitions may be read: three times what the slowest takes."""


class Growth(NamedTuple):
    """What took more and more steps: a function or an expression, and its steps at n, 2n, 4n."""

    pattern: Pattern
    taken_by: str
    steps: tuple[int, int, int]


def find_growth(patterns: Iterable[Pattern]) -> Iterator[Growth]:
    """Yield what grows faster than a text that repeats one of ``patterns``."""
    with _room() as room:
        for pattern in patterns:
            found = _steep(room, pattern, TIMES[0])
            for times in TIMES[1:]:
                if found:
                    again = _steep(room, pattern, times)
                    found = {name: again[name] for name in found if name in again}
            yield from (Growth(pattern, name, steps) for name, steps in found.items())


def find_slow(patterns: Iterable[Pattern]) -> Iterator[tuple[Pattern, int]]:
    """Yield those of ``patterns`` that take too long at so many repetitions: :data:`_LONG`, in one
    paragraph and in many."""
    with _room() as room:
        for pattern in patterns:
            for part in (_LONG, 400):
                parts = max(1, min(_LONG, 1_900_000 // len(pattern.text(1))) // part)
                before = time.process_time()
                try:
                    with time_limit(_SECONDS):
                        room.read(_whole("\n\n".join([pattern.text(part)] * parts)))
                except (TooSlowError, RecursionError):
                    pass
                if time.process_time() - before > _SECONDS:
                    yield pattern, part


@contextmanager
def _room() -> Iterator[Room]:
    with tempfile.TemporaryDirectory() as folder:
        yield Room(Path(folder) / "content")


def _steep(room: Room, pattern: Pattern, times: int) -> dict[str, tuple[int, int, int]]:
    small, middle, last = (_steps(room, pattern, number * times) for number in (1, 2, 4))
    return {
        name: (small[name], middle[name], last[name])
        for name in last
        if last[name] >= TOO_MANY
        or last[name] - middle[name] - _FEW * 2 * times
        > _STEEPEST * max(0, middle[name] - small[name])
    }


def _steps(room: Room, pattern: Pattern, times: int) -> dict[str, int]:
    room.read(_whole("Chữ."))  # so that nothing is remembered of the last text
    with counted() as steps:
        try:
            room.read(_whole(pattern.text(times)))
        except RecursionError:
            steps.clear()  # refused, as a build says
    return steps


def _whole(text: str) -> str:
    return text if text.startswith("Title:") else HEAD + text
