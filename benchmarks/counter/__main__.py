"""``python -m benchmarks.counter [--live 1000000] [--seconds 5] [--rounds 3] [--redis]``.

Each load has a service of its own: first ``--live`` visitors arrive, then the load runs
``--rounds`` times. Prints a Markdown table. Ends with status 1 if a visit was refused or had no
answer, if the visitors did not arrive, or if the books do not hold what was acknowledged.
Needs Linux and wrk, and redis-server with ``--redis``.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.counter.bench import Bench, bench
from benchmarks.counter.report import HEAD, Run, faults_of, row


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--live", type=int, default=1_000_000, help="visitors there already")
    parser.add_argument("--seconds", type=float, default=5, help="of each round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=100)
    parser.add_argument("--pause", type=int, default=5, help="ms between a connection's visits")
    parser.add_argument("--dir", type=Path, help="where the books are: a disk, or /dev/shm")
    parser.add_argument("--redis", action="store_true", help="with Redis servers, not SQLite")
    options = parser.parse_args()
    if sys.platform != "linux" or shutil.which("wrk") is None:
        sys.exit("This needs Linux and wrk (Debian: sudo apt install wrk).")
    loads: dict[str, Callable[[Bench], Run]] = {
        "new visitors, as fast as can be": lambda its: its.new(options.seconds),
        "known visitors, as fast as can be": lambda its: its.known(options.seconds),
        f"new visitors, {options.pause} ms apart": lambda its: its.new(
            options.seconds, pause=options.pause
        ),
    }
    print(HEAD, flush=True)
    said: list[str] = []
    faults: list[str] = []
    for name, load in loads.items():
        with bench(options.dir, options.connections, redis=options.redis) as measured:
            if not measured.arrive(options.live):
                faults.append(f"{name}: only {measured.acknowledged:,} visitors arrived")
            live, before = measured.acknowledged, measured.memory()[0]
            runs = [load(measured) for _ in range(options.rounds)]
            print(row(name, live, runs), flush=True)
            said.append(
                f"{name}: {before:.0f} MiB when they had arrived, {measured.memory()[1]:.0f} at "
                f"the highest; acknowledged {measured.acknowledged:,} of {measured.sent:,} new "
                f"ones, in the books {measured.total():,}."
            )
            found = faults_of(runs, measured.acknowledged, measured.total(), measured.sent)
            faults += [f"{name}: {fault}" for fault in found]
    print("", *said, *(f"FAULT: {fault}" for fault in faults), sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
