"""What it takes to make an index and to keep it up: ours in a build, and Pagefind's."""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import brotli

from benchmarks.quality.server import LEVEL
from benchmarks.site.process import ROOT, Run, run
from plugins.search.layout import FOLDER

_LATE = {"SOURCE_DATE_EPOCH": "2000000000"}  # a day on which every article is out


class Spent(NamedTuple):
    """Seconds by the clock and of all processors, and MiB: of all processes at most if memory is
    sampled, which takes time itself; else of the largest."""

    clock: float
    used: float
    memory: float


class Size(NamedTuple):
    """Files of an index, MB of them as they are and compressed, and kB of the largest so."""

    files: int
    raw: float
    small: float
    largest: float


class Ours:
    """The bulletin in a folder: its content is in ``content``, its site comes to ``output``."""

    def __init__(self, work: Path) -> None:
        self.content, self.output = work / "content", work / "output"
        self._work, self._took = work, work / "took.json"
        self._settings = work / "settings.py"
        self._settings.write_text(
            f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n"
            f"BUILD = {{**BUILD, 'cache_dir': {str(work / 'cache')!r}}}\n",
            encoding="utf-8",
        )

    def forget(self) -> None:
        """Have the next build begin with nothing."""
        _put_aside(self._work / "cache", self._work)
        _put_aside(self.output, self._work)

    def forget_index(self) -> None:
        """Have the next build make the index anew, of what is known."""
        _put_aside(self.output / FOLDER, self._work)

    def build(self, *, sample_memory: bool = False) -> tuple[Spent, Spent]:
        """Build what is outdated; return what all of it took, and what of that the index took,
        with the memory of all of it."""
        folders = [str(self.content), "-o", str(self.output), "-s", str(self._settings)]
        command = [sys.executable, "-m", "benchmarks.search.timed", str(self._took), *folders]
        whole = _spent(run(command, self._work, sample_memory=sample_memory, environment=_LATE))
        clock, used = json.loads(self._took.read_text("utf-8"))
        return whole, Spent(clock, used, whole.memory)


class Pagefind:
    """Pagefind's index of a site, in a folder of its own."""

    def __init__(self, site: Path, output: Path) -> None:
        self.output = output
        self._command = [sys.executable, "-m", "pagefind", "--site", str(site)]
        self._command += ["--output-path", str(output / "pagefind")]

    @staticmethod
    def is_there() -> bool:
        """Whether it is installed: requirements/bench.lock has it."""
        return importlib.util.find_spec("pagefind_bin") is not None

    def build(self, *, sample_memory: bool = False) -> Spent:
        """Index the whole site anew: it has no other way to follow an edit."""
        _put_aside(self.output, self.output.parent)
        self.output.mkdir(parents=True)
        return _spent(run(self._command, self.output.parent, sample_memory=sample_memory))


def _put_aside(folder: Path, work: Path) -> None:
    """Have a folder be gone: moved, not deleted. ext4 without a journal goes through the files that
    were deleted in the last minutes before it makes a new one (``recently_deleted`` in Linux's
    fs/ext4/ialloc.c), which made an index take up to twice as long."""
    if folder.exists():
        aside = work / "aside"
        aside.mkdir(exist_ok=True)
        folder.rename(aside / str(len(list(aside.iterdir()))))


def _spent(taken: Run) -> Spent:
    return Spent(taken.seconds, taken.used, taken.tree or taken.largest)


class Packing(NamedTuple):
    """What compression comes to: part of the bytes, and ms of a file."""

    share: float
    time: float


def packings(paths: Iterable[Path], most: int = 200) -> dict[str, Packing]:
    """Return what each way of compressing some files takes."""
    texts = [path.read_bytes() for path in sorted(paths)[:most]]
    ways: dict[str, Callable[[bytes], bytes]] = {
        **{f"gzip {level}": partial(gzip.compress, compresslevel=level) for level in (1, 6, 9)},
        **{f"brotli {level}": partial(brotli.compress, quality=level) for level in (5, 11)},
    }
    found = {}
    for name, compress in ways.items():
        began = time.process_time()
        small = sum(len(compress(text)) for text in texts)
        taken = (time.process_time() - began) * 1000 / len(texts)
        found[name] = Packing(small / sum(map(len, texts)), taken)
    return found


def size_of(paths: Iterable[Path]) -> Size:
    """Return what files weigh, as they are and as a server sends them."""
    files = [path.read_bytes() for path in paths if path.is_file()]
    small = [len(gzip.compress(data, LEVEL, mtime=0)) for data in files]
    return Size(len(files), sum(map(len, files)) / 1e6, sum(small) / 1e6, max(small) / 1e3)
