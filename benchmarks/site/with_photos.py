"""The scenario with photos, which has a corpus of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.site.alike import require_alike
from benchmarks.site.corpus import corpus
from benchmarks.site.hugo_peer import Hugo
from benchmarks.site.pelican_peers import Bulletin
from benchmarks.site.report import Row, paired
from benchmarks.site.turns import Options, build_cold, prepare, seconds_in_turns


def photo_rows(folder: Path, count: int, pool: Path, options: Options) -> Iterator[Row]:
    """Measure the cold build with photos: in Hugo's best format, and in ours."""
    stories = corpus(count, sorted(path.name for path in pool.iterdir()))
    hugo = Hugo(folder / "hugo")
    webp, avif = Bulletin(folder / "webp", "webp"), Bulletin(folder / "avif", "avif")
    prepare(webp, hugo, stories, pool)
    avif.prepare(stories, pool)
    taken = seconds_in_turns([webp, hugo, avif], options.runs, lambda peer, _: build_cold(peer))
    require_alike([webp, hugo], stories, formats=(".webp", ".jpg"))
    require_alike([avif], stories, formats=(".avif", ".jpg"))
    what = f"full build with {options.photos} photos"
    yield paired(f"{what}, WebP and JPEG", count, taken[:2])
    yield paired(f"{what}, ours AVIF and JPEG", count, [taken[2], taken[1]])
