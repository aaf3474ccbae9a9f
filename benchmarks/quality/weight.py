"""What pages and what they load weigh, as files."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.quality.report import Row, most
from benchmarks.quality.server import LEVEL
from plugins.search.layout import FOLDER
from tests.site.test_weight import FONT_BUDGET, HTML_BUDGET, SCRIPT_BUDGET, SEARCH_BUDGET

_SCRIPT = re.compile(r'<script[^>]* src="/([^"]+)"')


def rows(site: Path, pages: dict[str, str]) -> Iterator[Row]:
    """Yield the weight of the measured pages with their CSS, of all pages, of scripts and fonts."""
    for name, address in pages.items():
        page = site / address / "index.html"
        yield most(f"HTML with CSS, gzip: {name}", 10.5, [_packed(page)], "kB", 2)
    readers = list(site.rglob("index.html"))
    heaviest = f"HTML with CSS, gzip: the heaviest of {len(readers)} pages"
    yield most(heaviest, HTML_BUDGET / 1000, map(_packed, readers), "kB", 2)
    search = site / FOLDER / "index.html"
    scripts = [_scripts(site, path) for path in readers if path != search]
    of_any = "scripts of any page but the search's, gzip"
    yield most(of_any, SCRIPT_BUDGET / 1000, scripts, "kB", 2)
    own = _scripts(site, search) - max(scripts)
    yield most("scripts of the search's alone, gzip", SEARCH_BUDGET / 1000, [own], "kB", 2)
    fonts = sum(path.stat().st_size for path in site.rglob("*.woff2")) / 1000
    yield most("fonts, together", FONT_BUDGET / 1000, [fonts], "kB")


def _packed(path: Path, level: int = LEVEL) -> float:
    return len(gzip.compress(path.read_bytes(), compresslevel=level, mtime=0)) / 1000


def _scripts(site: Path, page: Path) -> float:
    named = set(_SCRIPT.findall(page.read_text(encoding="utf-8")))
    # Scripts never change under their address: servers keep them packed as well as can be.
    return sum(_packed(site / name, 9) for name in named)
