"""``make fuzz-kills``: builds that are killed at random moments, with ``kill -9``.

A third of them at a random time, a third at a random change of a file, a third while files are put
in their places. After each, every file that
readers can open has to be whole, the old one or the new one byte for byte; the next build has to
come to what a clean build makes, and to leave nothing else behind. ``--kills`` says how many,
``--seed`` where to begin. A failure is printed with the edits that led to it; status 1.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.fuzz.site.edit import Edit
from tests.fuzz.site.interrupt import Interruption
from tests.fuzz.site.oracle import CONTENT, Step, check_step
from tests.fuzz.site.site import Site

_NUMBERS = 16
_STEPS = 12  # with one bulletin
_MOMENTS = 150  # changes of files: nearly as many as larger builds make
_AMID = 60  # of these, how many when names change
_NAMES = sorted(CONTENT)


def kill_often(kills: int, seed: int, folder: Path) -> Counter[str]:
    """Kill so many builds of bulletins in ``folder``; return how many had not begun to change
    the site (``before``), were at it (``amid``), or had ended already (``late``).

    Raises :class:`~tests.fuzz.site.compare.Difference`.
    """
    random, found = Random(seed), Counter[str]()
    longest = 1.0  # seconds; what builds take follows from how many of them are killed in time
    while found["before"] + found["amid"] < kills:
        site = Site(folder / f"site-{sum(found.values())}", folder / "photos")
        check_step(site, Step(()))
        for _ in range(_STEPS):
            at_a_time = Interruption(0, after=random.uniform(0, longest))
            at_a_change = Interruption(random.randrange(1, _MOMENTS))
            amid = Interruption(random.randrange(1, _AMID), amid=True)
            interruption = random.choice((at_a_time, at_a_change, amid))
            step = Step(tuple(_edits(random)), random.choice((1, 2)), interruption)
            try:
                ending = check_step(site, step).before
            except Exception as error:
                error.add_note(f"after {sum(found.values())} builds, in {step}")
                raise
            killed = ending is not None and ending.how == "killed"
            found[ending.said if ending and killed else "late"] += 1
            if interruption is at_a_time:
                longest *= 1.05 if killed else 0.95
        shutil.rmtree(site.folder)
    return found


def _edits(random: Random) -> Iterator[Edit]:
    for _ in range(random.randrange(1, 4)):
        yield Edit(random.choice(_NAMES), random.randrange(_NUMBERS), random.randrange(_NUMBERS))


def main() -> int:
    """Run the command; return its exit status: 1 if a kill did harm."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="how many builds to kill")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="of the random choices")
    given = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        try:
            found = kill_often(given.kills, given.seed, Path(folder))
        except Exception as error:  # noqa: BLE001 - a traceback is a failure, too
            print(f"Seed {given.seed}:", *traceback.format_exception(error)[-6:])
            return 1
    print(
        f"Seed {given.seed}: {found['before']} killed before the site was changed, {found['amid']} "
        f"amid that; {found['late']} builds were quicker. Every page whole, every next build equal "
        f"to a clean one. {time.monotonic() - began:.0f} seconds."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
