from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLOW = {"pelican", "markdown", "PIL"}


def modules(room: str) -> list[str]:
    """Return the names of a room's modules."""
    files = sorted((ROOT / "plugins" / room).rglob("*.py"))
    names = (".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files)
    return [name.removesuffix(".__init__") for name in names]


@pytest.mark.parametrize(
    ("room", "allowed"),
    [
        ("core", set()),
        ("names", set()),
        ("attribution/lines", set()),
        ("attribution/claims", set()),
        ("figures/captions", {"markdown"}),
        ("figures/media", set()),
        ("photos/plan", {"PIL"}),
        ("counter/widget", {"pelican"}),
        ("counter/service", set()),
    ],
)
def test_importing_a_leaf_loads_nothing_that_is_slow(room: str, allowed: set[str]) -> None:
    names = modules(room)
    assert len(names) > 3
    code = f"import sys, {', '.join(names)}; print(*({SLOW!r} & sys.modules.keys()))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert set(done.stdout.split()) <= allowed
