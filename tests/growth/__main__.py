"""``python -m tests.growth``: look for texts that are read in quadratic time.

Exit status 1, and a line for each that was found.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tests.growth.patterns import Pattern, mixed, simple
from tests.growth.reading import Growth, find_growth, find_slow
from tests.growth.steps import with_room_for_depth


def main() -> int:
    """Look at the patterns that the command's options say; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.growth", description=__doc__)
    parser.add_argument("--minutes", type=float, help="go on with mixed patterns for so long")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mixed", type=int, metavar="N", help="N mixed patterns, no simple ones")
    options = parser.parse_args()
    if options.minutes is not None:
        ahead = _until(time.monotonic() + 60 * options.minutes, mixed(options.seed))
        return _say(ahead, lambda each: (*_find_growth(each), *find_slow(each)))
    if options.mixed is not None:
        return _say(itertools.islice(mixed(options.seed), options.mixed), _find_growth)
    return _say(simple(), _find_growth)


def _find_growth(patterns: Iterable[Pattern]) -> list[Growth]:
    return with_room_for_depth(lambda: list(find_growth(patterns)))


def _until(end: float, patterns: Iterator[Pattern]) -> Iterator[Pattern]:
    return itertools.takewhile(lambda _: time.monotonic() < end, patterns)


def _say(
    patterns: Iterable[Pattern], find: Callable[[Iterable[Pattern]], Iterable[tuple[Any, ...]]]
) -> int:
    found = 0
    for pattern in patterns:
        for each in find([pattern]):
            sys.stdout.write(f"{each}\n")
            sys.stdout.flush()
            found += 1
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
