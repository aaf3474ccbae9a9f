from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.findall(
    r"`(tests/[\w/.-]+\.py)::(test_\w+)`",
    (ROOT / "docs/security.md").read_text(encoding="utf-8"),
)


def test_every_test_that_a_promise_names_is_there() -> None:
    assert len(NAMED) > 30
    gone = [
        f"{file}::{name}"
        for file, name in NAMED
        if not (ROOT / file).is_file() or f"def {name}(" not in (ROOT / file).read_text("utf-8")
    ]
    assert gone == []
