"""``make fuzz-build``: random sequences until the time is over, or a difference is found.

``--minutes`` says how long, ``--seed`` where to begin. A difference is printed with the
shortest sequence found that leads to it, to be pasted into a test.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random

from tests.fuzz.site.sequence import random_sequence, shortest, try_sequence

_STEPS = 12  # in a sequence: what one seed stands for should be quick to repeat
_PATIENCE = 180.0  # seconds for making a sequence shorter


def main() -> int:
    """Run the command; return its exit status: 1 if a difference was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60, help="how long to try")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="the first seed")
    parser.add_argument("--keep-going", action="store_true", help="do not stop at a difference")
    arguments = parser.parse_args()
    end = time.monotonic() + arguments.minutes * 60
    told, builds, seed, differences = time.monotonic(), 0, arguments.seed, 0
    with tempfile.TemporaryDirectory(prefix="photos-") as folder:
        while time.monotonic() < end and (not differences or arguments.keep_going):
            steps = random_sequence(Random(seed), _STEPS)
            try:
                builds += try_sequence(steps, Path(folder))
            except Exception as error:  # noqa: BLE001 - a traceback is a difference, too
                differences += 1
                print(f"Seed {seed}: {type(error).__name__}, making it shorter…", flush=True)
                steps, error = shortest(steps, Path(folder), _PATIENCE)
                print("".join(traceback.format_exception(error)[-8:]))
                print("\n".join(f"    {step}," for step in steps), flush=True)
            seed += 1
            if time.monotonic() - told >= 60:
                told = time.monotonic()
                print(f"{time.strftime('%H:%M')}  {builds} builds equal to clean ones", flush=True)
    print(f"{builds} builds, {differences} differences, seeds {arguments.seed} to {seed - 1}.")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
