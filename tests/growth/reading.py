"""How many steps the reading of a text takes, and whether they grow faster than its length."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.growth.steps import TOO_MANY, count_expressions, counted

count_expressions()

from tests.fuzz.text.room import HEAD, Room  # noqa: E402 - its expressions are to be counted
from tests.growth.patterns import Pattern  # noqa: E402 - as above

FIRST = (16, 64)
"""How often a piece is repeated: all is measured at so many times, and what grows is measured
again at more, where limits (sixty words of a caption) are behind it."""

_STEEPEST = 2.6
"""How much more steps may be added when a text doubles twice: 2 is linear, 4 is quadratic."""
_FEW = 30
"""Steps for each repetition that nobody has to look at, whatever they grow by."""


class Growth(NamedTuple):
    """What took more and more steps: a function or an expression, and its steps."""

    pattern: Pattern
    taken_by: str
    steps: tuple[int, ...]


def find_growth(patterns: Iterable[Pattern], first: tuple[int, ...] = FIRST) -> Iterator[Growth]:
    """Yield what grows faster than a text that repeats one of ``patterns``."""
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder) / "content")
        for pattern in patterns:
            found: dict[str, tuple[int, ...]] | None = None
            for times in first:
                steep = _steep(room, pattern, times)
                found = {
                    name: steps for name, steps in steep.items() if found is None or name in found
                }
                if not found:
                    break
            for name, steps in (found or {}).items():
                yield Growth(pattern, name, steps)


def _steep(room: Room, pattern: Pattern, times: int) -> dict[str, tuple[int, ...]]:
    numbers = (times, 2 * times, 4 * times)
    counts = []
    for number in numbers:
        room.read(HEAD + "Chữ.")
        with counted() as steps:
            room.read(HEAD + pattern.text(number))
        counts.append(steps)
    last, middle, small = counts[2], counts[1], counts[0]
    return {
        name: (small[name], middle[name], last[name])
        for name in last
        if (
            small[name] < middle[name]
            and last[name] - middle[name]
            > _STEEPEST * (middle[name] - small[name]) + _FEW * 2 * times
        )
        or last[name] >= TOO_MANY
    }
