from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("plugins", "theme", "tests", "benchmarks", "tools", "docs", "deploy")


@pytest.mark.parametrize("page", ["docs/architecture.md", "CONTRIBUTING.md", "README.md"])
def test_every_place_that_a_page_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(rf"`((?:{'|'.join(PLACES)})(?:/[\w./-]+)?)`", text))
    assert len(named) > 5
    assert sorted(name for name in named if not (ROOT / name).exists()) == []
