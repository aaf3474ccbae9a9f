"""Run this project's engine as the benchmark wants it: ``PHOTOS OUT avif|webp``."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.photos.rivals import WIDTHS
from plugins.photos import Facts, PhotoSettings, plan
from plugins.photos.encode.pool import Job, process_count, run_all
from plugins.photos.inspect.facts import inspect
from plugins.photos.store.cache import name


def main(photos: Path, out: Path, modern: str) -> None:
    """Make the three widths in both formats, as the others do, and nothing else."""
    # No larger view, no crops, no limit of bytes: the others have none here.
    free = 1_000_000_000
    settings = PhotoSettings(
        widths=WIDTHS,
        large=max(WIDTHS),
        ratios=(),
        modern=modern,
        phone_bytes=free,
        max_bytes=free,
    )
    jobs = []
    for path in sorted(photos.glob("*.jpg")):
        facts = inspect(path)
        assert isinstance(facts, Facts), facts  # noqa: S101 - the benchmark's own photos
        made = plan(path.name, facts, settings)
        wanted = tuple(each for each in made if each.purpose == "inline")
        jobs.append(Job(path, facts, wanted, out / "cache" / path.stem))
    problems = run_all(jobs, settings, process_count(), lambda: None)
    if problems:
        raise SystemExit(str(problems))
    for job in jobs:
        for each in job.wanted:
            file = job.place / name(each)
            file.rename(out / f"{job.source.stem}-{each.width}.{each.format}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
