"""Which sequences of edits are tried, how one is, and how one that fails is made shorter."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from tests.fuzz.site.damage import STATE
from tests.fuzz.site.edit import Edit
from tests.fuzz.site.interrupt import How, Interruption
from tests.fuzz.site.oracle import CONTENT, ELSEWHERE, Step, check_step
from tests.fuzz.site.site import Site

# Content is edited far oftener than anything else happens.
NAMES = sorted(CONTENT) * 2 + sorted(ELSEWHERE)
_NUMBERS = 16
_HOW: tuple[How, ...] = ("killed", "killed", "full", "committed")
_INTERRUPTED = 0.3  # of all steps
_LEFT = 0.3  # of these


def random_sequence(random: Random, length: int) -> list[Step]:
    """Return ``length`` steps of one to three edits."""
    return [
        Step(
            tuple(_edits(random)),
            random.choice((1, 1, 2)),
            _interruption(random) if random.random() < _INTERRUPTED else None,
            left=random.random() < _LEFT,
        )
        for _ in range(length)
    ]


def _edits(random: Random) -> Iterator[Edit]:
    names = [random.choice(NAMES) for _ in range(random.choice((1, 1, 2, 3)))]
    for name in names:
        # Where both are gone, nobody can tell a page of ours from somebody else's file.
        if name != "record" or STATE.isdisjoint(names):
            yield Edit(name, random.randrange(_NUMBERS), random.randrange(_NUMBERS))


def _interruption(random: Random) -> Interruption:
    return Interruption(random.randrange(1, 120), random.choice(_HOW))


def try_sequence(steps: Sequence[Step], photos: Path) -> int:
    """Build a new site, do ``steps`` to it, and compare after each but those that leave it
    as an interrupted build does; return how many builds were compared. ``photos`` is a folder
    for derivatives that clean builds may share.

    Raises :class:`~tests.fuzz.site.compare.Difference`.
    """
    folder = Path(tempfile.mkdtemp(prefix="bulletin-"))
    try:
        site = Site(folder, photos)
        for number, step in enumerate((Step(()), *steps)):
            try:
                check_step(site, step)
            except Exception as error:
                error.add_note(f"in step {number}")
                raise
    finally:
        shutil.rmtree(folder)
    return 1 + sum(not (step.left and step.before) for step in steps)


def shortest(steps: Sequence[Step], photos: Path, seconds: float) -> tuple[list[Step], Exception]:
    """Return a shorter sequence that fails too, with its failure.

    Takes steps and edits away one by one for at most about so many ``seconds``.
    """
    end = time.monotonic() + seconds
    best, failure = list(steps), _failure(steps, photos)
    if failure is None:
        raise ValueError("the sequence does not fail")
    again = True
    while again:
        again = False
        for shorter in _shorter(best):
            if time.monotonic() > end:
                return best, failure
            if error := _failure(shorter, photos):
                best, failure, again = shorter, error, True
                break
    return best, failure


def _failure(steps: Sequence[Step], photos: Path) -> Exception | None:
    try:
        try_sequence(steps, photos)
    except Exception as error:  # noqa: BLE001 - a traceback is a failure like any other
        return error
    return None


def _shorter(steps: list[Step]) -> Iterator[list[Step]]:
    for half in (steps[len(steps) // 2 :], steps[: len(steps) // 2]):
        if len(steps) > 3:
            yield half
    for at in reversed(range(len(steps))):
        yield steps[:at] + steps[at + 1 :]
    for at, step in enumerate(steps):
        if step.left and step.before:
            yield [*steps[:at], replace(step, left=False), *steps[at + 1 :]]
        if step.before:
            yield [*steps[:at], replace(step, before=None), *steps[at + 1 :]]
        if len(step.edits) > 1:
            for out in range(len(step.edits)):
                edits = step.edits[:out] + step.edits[out + 1 :]
                yield [*steps[:at], replace(step, edits=edits), *steps[at + 1 :]]
