"""Hostile inputs of every kind are built or refused, and nothing of theirs is on a page."""

from __future__ import annotations

import pytest

from tests.fuzz.hostile.inputs import KINDS
from tests.fuzz.hostile.run import Run


def test_five_hundred_inputs_bring_nothing_into_a_site(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    run = Run(tmp_path_factory.mktemp("hostile"), None)
    for first in range(0, 500, 100):
        assert run.try_all(range(first, first + 100)) == []
    assert run.tried.keys() == KINDS.keys()
    assert run.built.total() + run.refused.total() == 500
    assert min(run.built.total(), run.refused.total()) > 150
