from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine.small_site import SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A bulletin without an article yet."""
    return SmallSite(tmp_path)
