"""What pages and what they load weigh, as files."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.quality.report import Row, most
from benchmarks.quality.server import LEVEL

_SCRIPT = re.compile(r'<script[^>]* src="/([^"]+)"')


def rows(site: Path, pages: dict[str, str]) -> Iterator[Row]:
    """Yield the weight of the measured pages with their CSS, of all pages, of scripts and fonts."""
    for name, address in pages.items():
        page = site / address / "index.html"
        yield most(f"HTML with CSS, gzip: {name}", 10.5, [_packed(page)], "kB", 2)
    readers = [path for path in site.rglob("index.html") if "tep" not in path.parts]
    yield most(
        f"HTML with CSS, gzip: the heaviest of {len(readers)} pages",
        10.5,
        map(_packed, readers),
        "kB",
        2,
    )
    scripts = [_scripts(site, path) for path in readers]
    yield most("scripts of any page, gzip", 1.5, scripts, "kB", 2)
    fonts = sum(path.stat().st_size for path in site.rglob("*.woff2")) / 1000
    yield most("fonts, together", 24, [fonts], "kB")


def _packed(path: Path, level: int = LEVEL) -> float:
    return len(gzip.compress(path.read_bytes(), compresslevel=level, mtime=0)) / 1000


def _scripts(site: Path, page: Path) -> float:
    named = set(_SCRIPT.findall(page.read_text(encoding="utf-8")))
    # Scripts never change under their address: servers keep them packed as well as can be.
    return sum(_packed(site / name, 9) for name in named)
