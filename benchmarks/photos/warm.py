"""What unchanged photos cost: ``python -m benchmarks.photos.warm [count]``.

Looks up, plans, compares with what is published and sweeps, as a build does in which no
photo changed, and prints the seconds of each step for the best of ten runs. All photos
are lead photos, which have the most derivatives; what they contain does not matter here.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image

from plugins.photos.config import PhotoSettings
from plugins.photos.encode.produce import Request, produce
from plugins.photos.model import Facts
from plugins.photos.plan.derivatives import plan
from plugins.photos.store import cache
from plugins.photos.store.cache import sweep
from plugins.photos.store.index import PhotoIndex
from plugins.photos.store.publish import publish

_LONG_AGO = 1_600_000_000
_STEPS = ("index", "produce", "publish", "sweep")


def fill(root: Path, count: int, settings: PhotoSettings) -> list[Path]:
    """Write sources, and a cache with a derivative of each kind, all of them long ago."""
    (root / "in").mkdir()
    Image.new("RGB", (1600, 1067)).save(root / "one.jpg")
    content = (root / "one.jpg").read_bytes()
    paths = [root / "in" / f"anh-{number}.jpg" for number in range(count)]
    for number, path in enumerate(paths):
        data = content + str(number).encode()
        path.write_bytes(data)
        os.utime(path, (_LONG_AGO, _LONG_AGO))
        facts = Facts(1600, 1067, hashlib.sha256(data).hexdigest())
        place = cache.folder(root / "cache", facts.digest, settings)
        place.mkdir(parents=True)
        for each in plan(path.name, facts, settings, lead=True):
            (place / cache.name(each)).write_bytes(b"x")
        os.utime(place, (_LONG_AGO, _LONG_AGO))
    return paths


def run(root: Path, paths: list[Path], settings: PhotoSettings) -> tuple[list[float], int]:
    """Return the seconds of each step, and how many files the photos have."""
    times = [time.perf_counter()]
    index = PhotoIndex(root / "cache")
    looked = [(path, index.facts(path)) for path in paths]
    asked = [Request(path, facts, True) for path, facts in looked if isinstance(facts, Facts)]
    index.save()
    times.append(time.perf_counter())
    made = produce(asked, settings, root / "cache")
    times.append(time.perf_counter())
    publish(made.files, root / "out")
    times.append(time.perf_counter())
    sweep(root / "cache", made.places)
    times.append(time.perf_counter())
    return [end - begin for begin, end in itertools.pairwise(times)], len(made.files)


def main(count: int) -> None:
    """Measure and print."""
    settings = PhotoSettings()
    with tempfile.TemporaryDirectory() as text:
        root = Path(text)
        paths = fill(root, count, settings)
        run(root, paths, settings)  # publishes, and remembers
        runs = sorted((run(root, paths, settings) for _ in range(10)), key=lambda one: sum(one[0]))
    for name, times in (("best", runs[0][0]), ("median", runs[len(runs) // 2][0])):
        steps = ", ".join(f"{s} {t:.3f}" for s, t in zip(_STEPS, times, strict=True))
        print(f"{count} photos, {runs[0][1]} files, {name}: {sum(times):.3f} s ({steps})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
