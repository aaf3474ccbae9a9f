"""``python -m tests.fuzz.counter [--steps N] [--kills N]``: exit status 1 for any difference."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.fuzz.counter.kills import run
from tests.fuzz.counter.walk import walk

_STRETCH = 50_000
_ROUNDS = 100


def main() -> int:
    """Walk, then kill; print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=0)
    options = parser.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        for begin in range(0, options.steps, _STRETCH):
            length = min(_STRETCH, options.steps - begin)
            walk(Path(folder), options.seed + begin // _STRETCH, length)
            print(f"{begin + length} steps, no difference", flush=True)
        for begin in range(0, options.kills, _ROUNDS):
            rounds = min(_ROUNDS, options.kills - begin)
            books = Path(folder, f"kills-{begin}.sqlite3")
            result = run(books, rounds, options.seed + begin)
            faults += result.lost + result.invented
            print(
                f"{begin + rounds} kills; of the last {rounds}: {result.acknowledged} "
                f"acknowledged, {result.lost} lost, {result.invented} invented",
                flush=True,
            )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
