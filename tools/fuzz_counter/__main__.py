"""``python -m tools.fuzz_counter [--steps N] [--kills N]``: exit status 1 for any difference."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tools.fuzz_counter.kills import run
from tools.fuzz_counter.walk import walk

_STRETCH = 50_000


def main() -> int:
    """Walk, then kill; print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        taken = 0
        while taken < options.steps:
            length = min(_STRETCH, options.steps - taken)
            walk(Path(folder), options.seed + taken // _STRETCH, length)
            taken += length
            print(f"{taken} steps, no difference", flush=True)
        result = run(Path(folder), options.kills, options.seed)
    if options.kills:
        print(
            f"{options.kills} kills: {result.acknowledged} acknowledged, "
            f"{result.lost} lost, {result.invented} invented"
        )
    return 1 if result.lost or result.invented else 0


if __name__ == "__main__":
    sys.exit(main())
