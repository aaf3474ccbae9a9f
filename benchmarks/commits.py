"""Is the build as fast as it was? ``make bench-commits BENCHOPTS="--base REVISION"``.

Builds one corpus with this checkout and with another revision in turns, each from nothing and then
after one edited article, and prints the ratios of the medians and of the smallest times: those of
wall clocks, and of the processors' time, which other work on the machine disturbs less. Peak memory
is taken in builds of its own, from nothing, which it slows (Linux; elsewhere it is left out).
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks.site.corpus import corpus
from benchmarks.site.memory import PeakSampler, tree_memory
from benchmarks.site.sources import bulletin_article, bulletin_pages

ROOT = Path(__file__).resolve().parent.parent
_LATE = "2000000000"  # seconds: a day on which every article of the corpus is out


class Taken(NamedTuple):
    """Seconds that a build took: by the clock, and of all its processes' time."""

    wall: float
    processors: float


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--base", required=True, help="the revision to compare with")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--builds", type=int, default=3, help="turns of a build from nothing")
    parser.add_argument("--edits", type=int, default=16, help="turns of one edited article")
    parser.add_argument("--peaks", type=int, default=2, help="builds in which memory is taken")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, _checkout(options.base, Path(folder)) as base:
        content = Path(folder) / "content"
        edited = write_corpus(content, options.articles)
        sides = {"base": base, "now": ROOT}
        for side in sides.values():
            _run(["-m", "compileall", "-q", side / "plugins"], side)
        cold = _turns(sides, options.builds, lambda _: None, content, fresh=True)
        text = edited.read_text(encoding="utf-8")
        edits = _turns(
            sides,
            options.edits,
            lambda turn: edited.write_text(
                text.replace("\n\n", f"\n\nĐoạn mở đầu {turn}.\n\n", 1), encoding="utf-8"
            ),
            content,
        )
        peaks = {side: _peaks(sides[side], content, options.peaks) for side in sides}
    for what, taken in (("from nothing", cold), ("one edit", edits)):
        print(f"{what}: {ratios(taken)}")
    if all(peaks.values()):
        usual = max(peaks["base"])
        print(f"peak memory: × {max(peaks['now']) / usual:.3f} of {usual:.0f} MiB")


def write_corpus(content: Path, count: int) -> Path:
    """Write so many articles, and return the one in the middle."""
    files = [bulletin_article(story) for story in corpus(count)]
    for name, text in (*files, *bulletin_pages()):
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return content / files[count // 2][0]


def ratios(taken: dict[str, list[Taken]]) -> str:
    """Return how long ``now`` takes in parts of what ``base`` takes, in one line."""
    said = []
    for field in Taken._fields:
        base, now = ([getattr(one, field) for one in taken[side]] for side in ("base", "now"))
        usual = statistics.median(base)
        median, least = statistics.median(now) / usual, min(now) / min(base)
        said.append(f"{field} × {median:.3f} (least × {least:.3f}) of {usual:.3f} s")
    return "; ".join(said)


@contextmanager
def _checkout(revision: str, folder: Path) -> Iterator[Path]:
    base = folder / "base"
    _git("add", "--quiet", "--detach", str(base), revision)
    try:
        yield base
    finally:
        _git("remove", "--force", str(base))


def _git(*words: str) -> None:
    subprocess.run(["git", "-C", ROOT, "worktree", *words], check=True)


def _turns(
    sides: dict[str, Path],
    count: int,
    prepare: Callable[[str], object],
    content: Path,
    *,
    fresh: bool = False,
) -> dict[str, list[Taken]]:
    taken: dict[str, list[Taken]] = {side: [] for side in sides}
    for turn in range(count):
        for side in sorted(sides, reverse=bool(turn % 2)):
            prepare(f"{turn} {side}")
            taken[side].append(_build(sides[side], content, content.parent / side, fresh=fresh))
    return taken


def _peaks(checkout: Path, content: Path, count: int) -> list[float]:
    """Return the most memory that each of so many builds from nothing took, in MiB."""
    found = []
    for _ in range(count):
        own, sampler = tree_memory(os.getpid()), PeakSampler(os.getpid())
        _build(checkout, content, content.parent / "peaks", fresh=True)
        found.append((sampler.stop() or own) - own)
    return found


def _build(checkout: Path, content: Path, folder: Path, *, fresh: bool) -> Taken:
    cache, output = checkout / ".cache" / "build-bench", folder / "output"
    if fresh:
        shutil.rmtree(cache, ignore_errors=True)
        shutil.rmtree(output, ignore_errors=True)
    settings = folder / "settings.py"
    folder.mkdir(exist_ok=True)
    settings.write_text(
        f"import sys\nsys.path.insert(0, {str(checkout)!r})\nfrom pelicanconf import *\n"
        f"BUILD = {{**BUILD, 'cache_dir': {str(cache)!r}}}\n",
        encoding="utf-8",
    )
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    # Where the command was until November 2026.
    command = "plugins.engine" if (checkout / "plugins" / "engine").is_dir() else "plugins.build"
    _run(["-m", command, content, "-o", output, "-s", settings], checkout)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Taken(wall, used)


def _run(words: Sequence[str | Path], checkout: Path) -> None:
    # Compiled modules are kept as on anybody's machine.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(
        [sys.executable, *words],
        cwd=checkout,
        env=environment | {"SOURCE_DATE_EPOCH": _LATE},
        stdout=subprocess.DEVNULL,
        check=True,
    )


if __name__ == "__main__":
    main()
