"""How long does a check of all articles take? ``make bench-check``.

Checks one corpus from nothing, again with nothing changed, and after one edited article, in turns
with builds of the same from nothing, and prints the medians in seconds and in parts of that
build's. Every part is a command as an editor runs it, with the start of Python and Pelican in it;
what an edit costs beyond that is its difference from a check in which nothing changed.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.commits import write_corpus

ROOT = Path(__file__).resolve().parent.parent
_PARTS = ("build", "cold", "warm", "edit")


def main() -> None:
    """Measure, and print a line a part."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = _Bench(Path(folder), options.articles)
        taken: dict[str, list[float]] = {part: [] for part in _PARTS}
        for turn in range(options.runs):
            taken["build"].append(bench.build())
            bench.forget()
            taken["cold"].append(bench.check())
            bench.settle()
            taken["warm"].append(bench.check())
            bench.edit(turn)
            taken["edit"].append(bench.check())
    print(f"{options.articles} articles, medians of {options.runs} runs")
    print("\n".join(lines(taken)))


def lines(taken: Mapping[str, Sequence[float]]) -> list[str]:
    """Return the table: seconds, and parts of a build from nothing."""
    median = {part: statistics.median(taken[part]) for part in taken}
    what = {
        "build": "build from nothing",
        "cold": "check from nothing",
        "warm": "check, nothing changed",
        "edit": "check, one article changed",
    }
    return [
        f"{what[part]:27} {seconds:6.2f} s  × {seconds / median['build']:.3f}"
        for part, seconds in median.items()
    ]


class _Bench:
    def __init__(self, folder: Path, articles: int) -> None:
        self._folder = folder
        self._edited = write_corpus(folder / "content", articles)
        self._text = self._edited.read_text(encoding="utf-8")
        self._settings = folder / "settings.py"
        changed = {"PATH": str(folder / "content"), "OUTPUT_PATH": str(folder / "output")}
        text = "".join(f"{name} = {value!r}\n" for name, value in changed.items())
        self._settings.write_text(
            f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n{text}"
            f"BUILD = {{**BUILD, 'cache_dir': {str(folder / 'cache')!r}}}\n",
            encoding="utf-8",
        )

    def forget(self) -> None:
        shutil.rmtree(self._folder / "cache", ignore_errors=True)
        shutil.rmtree(self._folder / "output", ignore_errors=True)

    def settle(self) -> None:
        """Have what was written just now be old enough to be believed: files that change while
        they are read are read again."""
        time.sleep(2.5)
        self.check()

    def edit(self, turn: int) -> None:
        text = self._text.replace("\n\n", f"\n\nĐoạn mở đầu {turn}.\n\n", 1)
        self._edited.write_text(text, encoding="utf-8")

    def build(self) -> float:
        self.forget()
        content = self._folder / "content"
        return self._run("plugins.engine", str(content), "-s", str(self._settings))

    def check(self) -> float:
        return self._run("plugins.desk", "-s", str(self._settings), "check")

    def _run(self, *words: str) -> float:
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", *words], cwd=ROOT, stdout=subprocess.DEVNULL, check=True
        )
        return time.perf_counter() - began


if __name__ == "__main__":
    main()
