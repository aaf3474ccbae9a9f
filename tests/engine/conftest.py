from __future__ import annotations

from pathlib import Path

import pytest

from plugins.engine.checks.withdrawal import ALLOW_WITHDRAWAL
from tests.engine.small_site import SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A bulletin without an article yet."""
    return SmallSite(tmp_path)


@pytest.fixture(autouse=True)
def _pages_may_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let time go back and articles go, without a word: tests/engine/checks/test_withdrawal.py is
    about that."""
    monkeypatch.setenv(ALLOW_WITHDRAWAL, "1")
