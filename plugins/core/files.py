"""Folders of the output, where other things may stand in their place."""

from __future__ import annotations

import os
from pathlib import Path


def make_folder(folder: Path, root: Path) -> None:
    """Make ``folder`` and those above it below ``root``. A file in the place of one of them, or
    a link that leads nowhere, is taken away."""
    for place in (folder, *folder.parents):
        if place == root or place.is_dir():
            break
        if os.path.lexists(place):
            place.unlink()
    folder.mkdir(parents=True, exist_ok=True)


def holds_files(folder: Path) -> bool:
    """Whether there is anything in a folder besides folders."""
    return any(files for _, _, files in os.walk(folder))
