"""Files that an older build, a copy or a backup left unreadable for the web server."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from plugins.engine.publish.output import LOCK, RECORD

_FILE, _FOLDER = 0o644, 0o755


def make_readable(site: Collection[str], output: Path) -> None:
    """Give everyone the right to read the files of the site in ``output`` and to enter their
    folders. What is another user's is left as it is."""
    if os.name != "posix":
        return
    folders = {parent for path in site for parent in _parents(path)}
    for names, least in ((folders, _FOLDER), ((*site, RECORD, LOCK), _FILE)):
        for name in names:
            place = f"{output}/{name}"
            with suppress(OSError):
                mode = os.stat(place).st_mode & 0o7777  # noqa: PTH116 - thousands of times
                if mode & least != least:
                    os.chmod(place, mode | least)  # noqa: PTH101 - a name, not a Path


def _parents(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(len(parts))]
