"""``make fuzz-hostile``: hostile articles and files, built and opened in a browser.

``--inputs`` says how many, ``--seed`` where to begin, ``--minutes`` when to stop at the latest;
``--no-browser`` leaves the opening out. Of every kind it prints how many were built, refused with
a message, and at fault; what is at fault is saved by its seed. Status 1: there was a fault.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import start
from tests.fuzz.hostile.run import Run, save

_TOGETHER = 100  # inputs of one site
_TELL = 60.0  # seconds between two signs of life


def main() -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000, help="how many to try")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="the first seed")
    parser.add_argument("--minutes", type=float, default=600, help="how long to try at most")
    parser.add_argument("--no-browser", action="store_true", help="open no page")
    parser.add_argument("--save", type=Path, default=Path("hostile"), help="where faults go")
    arguments = parser.parse_args()
    first, end = arguments.seed, time.monotonic() + arguments.minutes * 60
    seed, told, kinds = first, time.monotonic(), set[str]()
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="hostile-"))
        browser = None
        if not arguments.no_browser:
            browser = start(stack.enter_context(sync_playwright()).chromium)
            stack.callback(browser.close)
        run = Run(Path(folder), browser)
        while seed < first + arguments.inputs and time.monotonic() < end:
            last = min(seed + _TOGETHER, first + arguments.inputs)
            for seeds, said in run.try_all(range(seed, last)):
                if said[:60] not in kinds:
                    kinds.add(said[:60])
                    where = save(arguments.save, seeds[0]) if len(seeds) == 1 else f"{seeds}"
                    print(f"\n{where}: {said}", flush=True)
            seed = last
            if time.monotonic() - told >= _TELL:
                told = time.monotonic()
                print(f"{time.strftime('%H:%M')}  {seed - first} inputs", flush=True)
    _print(run, first, seed)
    return 1 if run.faults else 0


def _print(run: Run, first: int, end: int) -> None:
    print(f"\n{'kind':18}{'inputs':>9}{'built':>9}{'refused':>9}")
    for kind in sorted(run.tried):
        print(f"{kind:18}{run.tried[kind]:9}{run.built[kind]:9}{run.refused[kind]:9}")
    sums = (counter.total() for counter in (run.tried, run.built, run.refused))
    print(f"{'all':18}{'{:9}{:9}{:9}'.format(*sums)}")
    print(f"{run.pages} pages opened, {run.ran} executions; {len(run.faults)} faults; ", end="")
    print(f"seeds {first} to {end - 1}.")


if __name__ == "__main__":
    sys.exit(main())
