"""axe-core on a page of every kind: in each colour scheme, with and without scripts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from benchmarks.quality.report import Row, none_found
from tests.browser.axe import find_violations
from tests.browser.page_types import PAGE_TYPES, find_page

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}


def row(browser: Browser, root: str, site: Path) -> Row:
    """Return all that axe finds."""
    looked_at = f"{len(PAGE_TYPES)} kinds of pages × {len(LOOKS)} looks × scripts on and off"
    return none_found("axe", _found(browser, root, site), looked_at)


def _found(browser: Browser, root: str, site: Path) -> Iterator[str]:
    for (look, options), scripted in itertools.product(LOOKS.items(), (True, False)):
        context = browser.new_context(java_script_enabled=scripted, **options)
        page = context.new_page()
        for kind in PAGE_TYPES:
            page.goto(f"{root}/{find_page(site, kind)}")
            if scripted:
                page.wait_for_load_state("networkidle")
            for violation in find_violations(page, scripted=scripted):
                yield f"{kind}, {look}: {violation}"
        context.close()
