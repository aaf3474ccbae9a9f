"""Where a photo's time goes: ``python -m benchmarks.photos.shares [webp|avif]``.

Makes all derivatives of some synthetic photos of the build's benchmark in this process, and prints
the milliseconds of processor time of each; the first holds the decoding of the source.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmarks.site import pool
from plugins.photos import Facts, PhotoSettings, plan
from plugins.photos.encode.encoder import encode
from plugins.photos.inspect.facts import inspect

_PHOTOS = 8


def main(modern: Any) -> None:
    """Measure and print."""
    settings = PhotoSettings(modern=modern)
    spent: defaultdict[str, float] = defaultdict(float)
    with tempfile.TemporaryDirectory() as folder:
        pool.write(Path(folder) / "photos", _PHOTOS)
        for path in sorted(Path(folder, "photos").iterdir()):
            facts = inspect(path)
            assert isinstance(facts, Facts), facts  # noqa: S101 - the benchmark's own photos
            began = time.process_time()
            wanted = plan(path.name, facts, settings, lead=True)
            for made in encode(path, facts, wanted, settings):
                one, now = made.derivative, time.process_time()
                spent[f"{one.purpose} {one.width}×{one.height} {one.format}"] += now - began
                began = now
    total = sum(spent.values())
    print(f"{total / _PHOTOS * 1000:.0f} ms a photo, {len(spent)} files")
    for what, seconds in sorted(spent.items(), key=lambda pair: -pair[1]):
        print(f"{seconds / _PHOTOS * 1000:6.1f} ms  {seconds / total:4.0%}  {what}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else PhotoSettings().modern)
