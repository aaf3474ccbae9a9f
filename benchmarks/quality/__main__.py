"""Measure what readers get: ``python -m benchmarks.quality [options]`` (`make audit`).

Prints a Markdown table and puts it into ``docs/quality.md``. Needs a Chromium and what
``benchmarks/quality/package.json`` names. Ends with status 1 if an aim is not kept.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from PIL import __version__ as pillow
from playwright.sync_api import Browser, sync_playwright

from benchmarks.options import names_among
from benchmarks.quality import (
    accessibility,
    lighthouse,
    links,
    loading,
    photographs,
    validity,
    weight,
)
from benchmarks.quality.bulletin import measured_pages, photos, publish
from benchmarks.quality.node import version
from benchmarks.quality.report import HEAD, Row, write_page
from benchmarks.quality.server import serve
from tests.browser.conftest import start
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "quality.md"
ADDRESS = "https://bantin.example.vn"
Part = Callable[[], Iterator[Row]]


def main(arguments: list[str] | None = None) -> int:
    """Measure, print and write; return the exit status."""
    wanted = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="audit-") as folder, sync_playwright() as playwright:
        work = Path(folder)
        site = publish(work)
        browser = start(playwright.chromium)
        with serve(site) as root:
            parts = _parts(site, root, browser, work)
            print("\n".join(HEAD))
            rows = [_told(row) for name in wanted.only for row in parts[name]()]
        measured = _measured(browser, work / "content")
        browser.close()
    if wanted.only == list(PARTS):
        write_page(PAGE, rows, measured)
    return 0 if all(row.kept for row in rows) else 1


PARTS = ("weight", "loading", "lighthouse", "validity", "accessibility", "links")


def _parts(site: Path, root: str, browser: Browser, work: Path) -> dict[str, Part]:
    pages = measured_pages(site)
    return {
        "weight": lambda: weight.rows(site, pages),
        "loading": lambda: loading.rows(browser, root, pages),
        "lighthouse": lambda: lighthouse.rows(root, pages, work),
        "validity": lambda: validity.rows(site),
        "accessibility": lambda: iter([accessibility.row(browser, root, site)]),
        "links": lambda: iter([links.row(root, ADDRESS)]),
    }


def _told(row: Row) -> Row:
    print(row, flush=True)
    return row


def _measured(browser: Browser, content: Path) -> list[str]:
    """Return when, with what and of what it was measured."""
    bits = [photographs.bits_per_pixel(path) for path in photos(content)]
    programs = {
        "Python": platform.python_version(),
        "Pillow": pillow,
        "Chromium": browser.version,
        "Lighthouse": version("lighthouse"),
        "linkinator": version("linkinator"),
        "libxml2 by xmllint-wasm": version("xmllint-wasm"),
    }
    return [
        f"Measured on {date.today()} with "  # noqa: DTZ011 - the day on this machine
        + ", ".join(f"{name} {number}" for name, number in programs.items())
        + "; the Nu HTML checker and axe are those of the tests. "
        + f"On {os.cpu_count()} cores, with {os.getloadavg()[2]:.1f} programs at once.",
        f"{len(bits)} pictures: JPEG of quality 75 at 1,200 pixels takes "
        f"{statistics.median(bits):.2f} bits a pixel ({min(bits):.2f}–{max(bits):.2f}).",
    ]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument(
        "--only",
        type=names_among(PARTS),
        default=list(PARTS),
        help=f"these parts, without writing the page: {', '.join(PARTS)}",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
