from __future__ import annotations

import pytest

from plugins.attribution.model import Outlet, Source


@pytest.mark.parametrize(
    ("names", "text"),
    [("A", "A"), ("AB", "A và B"), ("ABC", "A; B và C"), ("ABCD", "A; B; C và D")],
)
def test_outlets_are_named_in_one_text(names: str, text: str) -> None:
    assert Source(None, tuple(map(Outlet, names))).outlet == text
