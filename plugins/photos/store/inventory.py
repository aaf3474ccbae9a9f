"""Remembers what the cache's folders hold, so that an unchanged one is not listed again."""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from pathlib import Path

from plugins.photos.inspect.failure import PhotoError
from plugins.photos.store import cache

FILE = "folders.json"

_VERSION = 1
# Nanoseconds after which what was written has reached the disk (Linux: 30 s at the latest).
# A file that a power cut left empty stands in a folder that is not trusted yet.
_SETTLED = 120_000_000_000


class Inventory:
    """File names by folder and its time, kept in ``cache/folders.json``.

    A folder's time changes with every name that comes or goes, and the cache's files are
    never written in place. With ``trust_times`` off nothing is believed. A damaged or
    missing file is made anew: it only saves time.
    """

    def __init__(self, cache_dir: Path, *, trust_times: bool = True) -> None:
        self._cache = cache_dir
        self._known = _load(cache_dir / FILE) if trust_times else {}
        self._used: dict[str, tuple[int, frozenset[str]]] = {}

    def present(self, place: Path) -> frozenset[str]:
        """Return what :func:`plugins.photos.store.cache.present` says of the folder ``place``."""
        try:
            changed = os.stat(place).st_mtime_ns  # noqa: PTH116 - thousands of times
        except (FileNotFoundError, NotADirectoryError):
            return frozenset()
        entry = self._known.get(place.name)
        if entry is None or entry[0] != changed:
            entry = (changed, cache.present(place))
        if time.time_ns() - changed > _SETTLED:
            self._used[place.name] = entry
        return entry[1]

    def save(self) -> None:
        """Write what was asked for in this run; failure to write is no error."""
        if self._used == self._known:
            return
        folders = {name: [changed, *sorted(held)] for name, (changed, held) in self._used.items()}
        text = json.dumps({"version": _VERSION, "folders": folders})
        with suppress(PhotoError):
            cache.store(self._cache, FILE, text.encode())


def _load(file: Path) -> dict[str, tuple[int, frozenset[str]]]:
    try:
        data = json.loads(file.read_bytes())
        if data["version"] != _VERSION:
            return {}
        return {str(name): _entry(*values) for name, values in data["folders"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _entry(changed: int, *held: str) -> tuple[int, frozenset[str]]:
    if type(changed) is not int or not all(type(name) is str for name in held):
        raise ValueError("not an entry")
    return changed, frozenset(held)
