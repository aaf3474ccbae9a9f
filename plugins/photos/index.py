"""Remembers what a source file is, so that an unchanged one is not read again."""

from __future__ import annotations

import json
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from plugins.photos.model import Facts, PhotoProblem

_VERSION = 1
_RACY = 2_000_000_000  # nanoseconds: some file systems keep time by two seconds
_Entry = tuple[int, int, int, int, str]


class SourceIndex:
    """Facts of source files by path, size and time, kept in ``cache/index.json``.

    A damaged or missing index is made anew: it only saves time. With ``trust_times``
    off nothing is believed, and every source is hashed again. A file that changed less
    than two seconds before it was looked at is not remembered: a second change of the
    same size would go unseen.
    """

    def __init__(self, cache: Path, *, trust_times: bool = True) -> None:
        self._file = cache / "index.json"
        self._known = _load(self._file) if trust_times else {}
        self._used: dict[str, _Entry] = {}
        self._changed = False

    def facts(self, path: Path) -> Facts | PhotoProblem:
        """Return what :func:`plugins.photos.inspect.inspect` says of the absolute ``path``."""
        from plugins.photos.inspect import inspect  # slow to import: Pillow

        name = str(path)
        try:
            state = path.stat()
        except OSError:
            return inspect(path)
        entry = self._known.get(name)
        if entry is not None and entry[:2] == (state.st_size, state.st_mtime_ns):
            self._used[name] = entry
            return Facts(*entry[2:])
        facts = inspect(path)
        self._changed = True
        if isinstance(facts, Facts) and time.time_ns() - state.st_mtime_ns > _RACY:
            size = (facts.width, facts.height)
            self._used[name] = (state.st_size, state.st_mtime_ns, *size, facts.digest)
        return facts

    def note(self, path: Path, facts: Facts) -> None:
        """Remember what another process found of the absolute ``path``."""
        try:
            state = path.stat()
        except OSError:
            return
        if time.time_ns() - state.st_mtime_ns > _RACY:
            name, size = str(path), (facts.width, facts.height)
            entry = (state.st_size, state.st_mtime_ns, *size, facts.digest)
            self._changed |= self._known.get(name) != entry
            self._used[name] = entry

    def save(self) -> None:
        """Write what was asked for in this run; failure to write is no error."""
        if not self._changed and len(self._used) == len(self._known):
            return
        text = json.dumps({"version": _VERSION, "sources": self._used}, ensure_ascii=False)
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(prefix=".tmp-", dir=self._file.parent)
            try:
                with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123
                    file.write(text)
                os.replace(temporary, self._file)  # noqa: PTH105 - a name, not a Path
            finally:
                Path(temporary).unlink(missing_ok=True)


def _load(file: Path) -> dict[str, _Entry]:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["version"] != _VERSION:
            return {}
        return {str(name): _entry(*values) for name, values in data["sources"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _entry(size: int, mtime: int, width: int, height: int, digest: str) -> _Entry:
    numbers = (size, mtime, width, height)
    if not all(type(number) is int for number in numbers) or len(digest) != 64:
        raise ValueError("not an entry")
    return (size, mtime, width, height, digest)
