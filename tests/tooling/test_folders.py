from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = ROOT / "plugins"
MOST = 15
"""Modules and folders that a reader still takes in at a glance."""


def names_in(folder: Path) -> list[str]:
    """Return the modules and the folders in a folder, without the one that every package has."""
    return sorted(
        path.name
        for path in folder.iterdir()
        if (path.is_dir() or path.suffix == ".py")
        and path.name not in ("__init__.py", "__pycache__")
    )


def folders() -> list[Path]:
    found = [path for path in PLUGINS.rglob("*") if path.is_dir() and path.name != "__pycache__"]
    return [PLUGINS, *sorted(found)]


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: str(folder.relative_to(ROOT)))
def test_a_folder_shows_few_names(folder: Path) -> None:
    assert len(names_in(folder)) <= MOST, names_in(folder)


def test_a_package_says_what_it_is_for() -> None:
    silent = [
        folder.relative_to(ROOT)
        for folder in folders()
        if any(folder.glob("*.py"))
        and not (folder / "__init__.py").read_text(encoding="utf-8").startswith('"""')
    ]
    assert silent == []
