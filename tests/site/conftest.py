from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.newsroom import Newsroom


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """An empty content folder of the test's own."""
    return Newsroom(tmp_path / "tòa soạn")
