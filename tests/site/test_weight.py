from __future__ import annotations

import gzip
import re
from pathlib import Path

from plugins.engine.render.assets import first_script
from tests.conftest import ROOT

HTML_BUDGET = 12_000
"""Bytes of a page with its inlined CSS as a server sends it (gzip, level 6): it arrives in the
first round trip (an initial window of ten packets, RFC 6928, is 14,000). `make audit` aims lower
for what readers open most; the heaviest are the front page and long texts."""
SCRIPT_BUDGET = 1_500
"""Bytes of all scripts that a page loads by itself, as a server sends them at best (gzip,
level 9)."""
PRESSED_BUDGET = 700
"""Bytes of all scripts that a page loads only when a reader presses a button for them."""
SEARCH_BUDGET = 5_500
"""Bytes of the search page's own scripts, together: what searches, and what offers the nearest
spelling where nothing is found."""
FONT_BUDGET = 24_000


def _sizes(site: Path, suffix: str) -> dict[str, int]:
    return {
        path.relative_to(site).as_posix(): path.stat().st_size
        for path in sorted(site.rglob("*" + suffix))
    }


def test_every_page_with_its_style_arrives_in_the_first_round_trip(published_site: Path) -> None:
    heavy = {}
    for path in sorted(published_site.rglob("*.html")):
        size = len(gzip.compress(path.read_bytes(), compresslevel=6, mtime=0))
        if size > HTML_BUDGET:
            heavy[path.relative_to(published_site).as_posix()] = size
    assert heavy == {}


def test_no_page_loads_a_style_sheet_or_writes_another_s_script_into_itself(
    published_site: Path,
) -> None:
    allowed = f"<script>{first_script(ROOT / 'theme' / 'static')}</script>"
    for path in sorted(published_site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        assert 'rel="stylesheet"' not in html, path
        assert re.findall(r"<script>.*?</script>", html, re.DOTALL) in ([], [allowed]), path
        # A strict Content Security Policy would have browsers pass over it.
        assert not re.search(r"<[^<>]*\sstyle=", html), path
    assert _sizes(published_site, ".css") == {}


def test_scripts_together_are_within_their_budget(published_site: Path) -> None:
    scripts = {
        path.relative_to(published_site).as_posix(): len(
            gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)
        )
        for path in published_site.rglob("*.js")
    }
    scripts["in the page"] = len(
        gzip.compress(first_script(ROOT / "theme" / "static").encode(), compresslevel=9, mtime=0)
    )
    later = {name: size for name, size in scripts.items() if "/later/" in name}
    own = {name: size for name, size in scripts.items() if "/pages/" in name}
    at_once = {name: size for name, size in scripts.items() if name not in later | own}
    assert sum(at_once.values()) <= SCRIPT_BUDGET, at_once
    assert sum(later.values()) <= PRESSED_BUDGET, later
    assert sum(own.values()) <= SEARCH_BUDGET, own
    asked_for = set()
    for path in published_site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        loaded = re.findall(r'<script[^>]* src="/([^"]+)"', html)
        is_search = path.parent.name == "tim-kiem"
        assert set(loaded) <= at_once.keys() | (own.keys() if is_search else set()), path
        pressed = {f"theme/js/{name}" for name in re.findall(r' value="\./([^"]+\.js)"', html)}
        # Nothing else in a page names such a script, so nothing fetches it ahead of time.
        assert html.count("/later/") == len(pressed), path
        asked_for |= pressed
    assert asked_for == later.keys()


def test_two_fonts_together_are_within_their_budget(published_site: Path) -> None:
    fonts = _sizes(published_site, ".woff2")
    assert len(fonts) == 2
    assert sum(fonts.values()) <= FONT_BUDGET, fonts
