"""What standards say of pages, sitemaps, feeds and structured data."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.quality.node import NODE
from benchmarks.quality.report import Row, none_found
from tests.conftest import ROOT
from tests.site.nu import check

_HERE = Path(__file__).resolve().parent
FOLDER = _HERE / "schemas"
SCHEMAS = {
    "sitemap": ("sitemap.rng", "sitemap-*.xml"),
    "sitemap index": ("sitemap_index.rng", "sitemap.xml"),
    "Atom": ("atom.rng", "**/atom.xml"),
    "RSS": ("rss.rng", "**/rss.xml"),
}
TESTS = ("feeds", "sitemaps", "structured_data", "links")
"""What else is held by tests (`tests/site/test_….py`): they build sites of their own."""


def rows(site: Path) -> Iterator[Row]:
    """Yield what each checker finds."""
    pages = sorted(site.rglob("*.html"))
    yield none_found("Nu HTML checker, HTML and CSS", check(pages), f"{len(pages)} pages")
    for name, (schema, pattern) in SCHEMAS.items():
        files = sorted(site.glob(pattern))
        yield none_found(f"{name}, by its schema", wrong(files, schema), f"{len(files)} files")
    tests = [f"tests/site/test_{name}.py" for name in TESTS]
    command = [sys.executable, "-m", "pytest", "-n0", "-q", "--no-header", *tests]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    *lines, last = done.stdout.strip().splitlines()
    failed = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
    yield none_found(
        "feeds (RSS, Atom, JSON), sitemaps, JSON-LD by schema.org: tests",
        failed or ([last] if done.returncode else []),
        last,
    )


def wrong(files: list[Path], schema: str) -> list[str]:
    """Return what libxml2 finds in XML files by a RELAX NG schema of ``schemas``."""
    command = [NODE, str(_HERE / "validate.mjs"), str(FOLDER / schema), *map(str, files)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.splitlines()
