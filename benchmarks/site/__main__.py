"""Compare with Hugo and with Pelican as it comes: ``python -m benchmarks.site [options]``.

Prints a Markdown table, and puts its rows into ``docs/benchmarks.md``. Needs a RAM disk (or
``--dir``) and what ``requirements/bench.lock`` has. Ends with status 1, without a ratio, for
a scenario in which the generators did not do the same work.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.options import names_among
from benchmarks.site import pool
from benchmarks.site.process import ROOT
from benchmarks.site.report import HEAD, NoRatio, Row, write_page
from benchmarks.site.scenarios import SCENARIOS, Newspaper, growth
from benchmarks.site.turns import Options
from benchmarks.site.with_photos import photo_rows

RAM_DISK = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
PAGE = ROOT / "docs" / "benchmarks.md"
_ROOM = 400_000
"""Bytes that an article takes, with its pages by three generators and its share of lists."""


def main(arguments: list[str] | None = None) -> int:
    """Measure, print and write; return the exit status."""
    wanted = _parser().parse_args(arguments)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    measured = f"{date.today()}, {cores} cores, {wanted.runs} turns"  # noqa: DTZ011 - the day on this machine
    failed: list[str] = []

    def take(scenario: Callable[[], Iterator[Row]]) -> None:
        try:
            for row in scenario():
                print(row, flush=True)
                if not wanted.print_only:
                    # At once: a run of hours may be broken off.
                    write_page(PAGE, [row], measured)
        except NoRatio as reason:
            failed.append(str(reason))
            print(reason, file=sys.stderr)

    print("\n".join(HEAD))
    with _workplace(wanted.dir, max(wanted.articles)) as work:
        _measure(wanted, work, take)
    return 1 if failed else 0


def _measure(
    wanted: argparse.Namespace, work: Path, take: Callable[[Callable[[], Iterator[Row]]], None]
) -> None:
    options = Options(wanted.runs, wanted.saves, wanted.photos)
    smallest: Newspaper | None = None
    sizes = sorted(set(wanted.articles))
    for count in sizes:
        scenarios = [name for name in SCENARIOS if name in wanted.only and name != "photos"]
        if count > sizes[0] and not wanted.large_stock and "stock" in scenarios:
            scenarios.remove("stock")
        if not scenarios:
            continue
        newspaper = Newspaper(work / str(count), count, options)
        for name in scenarios:
            take(getattr(newspaper, name))
        if smallest is None:
            smallest = newspaper
        elif smallest.cold_seconds and newspaper.cold_seconds:
            row = growth(smallest, newspaper)
            take(partial(iter, [row]))
        shutil.rmtree(work / str(count))
    if "photos" in wanted.only and wanted.photos:
        pool.write(work / "photos", wanted.photos)
        take(lambda: photo_rows(work / "with-photos", sizes[0], work / "photos", options))


@contextmanager
def _workplace(folder: Path | None, articles: int) -> Iterator[Path]:
    """A folder that is gone afterwards, on the RAM disk unless another is asked for."""
    parent = folder or RAM_DISK
    if not parent.is_dir():
        raise SystemExit(f"no RAM disk at {parent}: give a folder on a fast disk with --dir")
    if shutil.disk_usage(parent).free < articles * _ROOM:
        room = articles * _ROOM // 1_000_000
        raise SystemExit(f"{articles} articles need {room:,} MB in {parent}: use --dir elsewhere")
    with tempfile.TemporaryDirectory(dir=parent, prefix="bench-") as work:
        yield Path(work)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.site", description=__doc__)
    add = parser.add_argument
    add("--articles", type=int, nargs="+", default=[1000, 10_000], help="sizes of the corpus")
    add("--runs", type=int, default=3, help="turns of each generator in each scenario")
    add("--saves", type=int, default=20, help="saves in the preview")
    add("--photos", type=int, default=200, help="photos of the corpus with photos")
    add(
        "--only",
        type=names_among(SCENARIOS),
        default=list(SCENARIOS),
        help=f"scenarios, separated by commas: {', '.join(SCENARIOS)}",
    )
    add("--large-stock", action="store_true", help="stock Pelican at the larger sizes, too")
    add("--dir", type=Path, help="where to work instead of the RAM disk")
    add("--print-only", action="store_true", help="leave docs/benchmarks.md as it is")
    return parser


if __name__ == "__main__":
    sys.exit(main())
