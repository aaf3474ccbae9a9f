from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]


def test_pytest_looks_into_every_folder_that_holds_tests(pytestconfig: pytest.Config) -> None:
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {
        folder
        for path in TESTS.rglob("test_*.py")
        if "node_modules" not in path.parts
        for folder in path.relative_to(TESTS).parts[:-1]
    }
    assert "engine" in folders
    assert [name for name in folders if any(fnmatch(name, each) for each in passed_over)] == []
