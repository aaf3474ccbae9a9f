"""Lighthouse, as Chrome's own developers measure pages."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.quality.node import NODE, PACKAGES
from benchmarks.quality.report import Row
from tests.browser.find import find_browser

RUNS = 5
METHODS = ("simulate", "devtools")
_COMMAND = PACKAGES / "lighthouse" / "cli" / "index.js"
_BROWSER = "--headless --no-sandbox --disable-background-networking --disable-component-update"


def rows(root: str, pages: dict[str, str], folder: Path) -> Iterator[Row]:
    """Yield, of each page and each way to throttle, the median score of every category."""
    for method in METHODS:
        for name, address in pages.items():
            reports = [_report(f"{root}/{address}", method, folder) for _ in range(RUNS)]
            scores = {
                category: round(statistics.median(_score(each, category) for each in reports))
                for category in reports[0]["categories"]
            }
            below = {_lacking(each) for each in reports} - {""}
            measured = ", ".join(f"{category} {score}" for category, score in scores.items())
            if min(scores.values()) < 100:
                measured += f" ({'; '.join(sorted(below))})"
            kept = min(scores.values()) == 100
            yield Row(f"Lighthouse, {method}: {name}", "100 in each", measured, kept)


def _report(address: str, method: str, folder: Path) -> dict[str, Any]:
    target = folder / "lighthouse.json"
    command = [NODE, str(_COMMAND), address, "--quiet", "--output=json", f"--output-path={target}"]
    subprocess.run(
        [*command, f"--throttling-method={method}", f"--chrome-flags={_BROWSER}"],
        env=os.environ | {"CHROME_PATH": str(find_browser())},
        check=True,
    )
    report: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return report


def _score(report: dict[str, Any], category: str) -> float:
    return float((report["categories"][category]["score"] or 0) * 100)


def _lacking(report: dict[str, Any]) -> str:
    """Name what takes from the scores."""
    names = {
        each["id"]
        for category in report["categories"].values()
        for each in category["auditRefs"]
        if each["weight"] and (report["audits"][each["id"]]["score"] or 1) < 0.995
    }
    return ", ".join(sorted(names))
