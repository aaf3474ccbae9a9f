"""Remembers what a source file is, so that an unchanged one is not read again."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from plugins.photos.model import Facts, PhotoProblem

_VERSION = 2  # in the first, what was known of a file could stand beside another's size and time
_RACY = 2_000_000_000  # nanoseconds: some file systems keep time by two seconds
IndexEntry = tuple[int, int, int, int, str]
"""Size, time of change (nanoseconds), and the facts that were found in the file of these."""


class PhotoIndex:
    """Facts of source files by path, size and time, kept in ``cache/index.json``.

    A damaged or missing index is made anew: it only saves time. With ``trust_times``
    off nothing is believed, and every source is hashed again. A file that changed less
    than two seconds before it was looked at, or while it was, is not remembered: a second
    change of the same size would go unseen.
    """

    def __init__(self, cache: Path, *, trust_times: bool = True) -> None:
        self._file = cache / "index.json"
        self._known = _load(self._file) if trust_times else {}
        self._kept = dict(self._known)
        self._found: dict[str, IndexEntry] = {}

    def facts(self, path: Path) -> Facts | PhotoProblem:
        """Return what :func:`plugins.photos.inspect.facts.inspect` says of an absolute path."""
        from plugins.photos.inspect.facts import inspect  # slow to import: Pillow

        name = str(path)
        began, stamp = time.time_ns(), _stamp(path)
        entry = self._known.get(name)
        if entry is not None and entry[:2] == stamp:
            return Facts(*entry[2:])
        facts = inspect(path)
        if stamp is None or not isinstance(facts, Facts):
            return facts
        if stamp[1] < began - _RACY and stamp == _stamp(path):
            self._found[name] = (*stamp, *facts)
        return facts

    def found(self) -> dict[str, IndexEntry]:
        """Return what was read since the last call, for :meth:`note` of another process's."""
        found, self._found = self._found, {}
        return found

    def note(self, found: Mapping[str, IndexEntry]) -> None:
        """Remember what another process, or this one, has :meth:`found`.

        Sizes and times come with it: what the files have by now may be another content's.
        """
        self._known |= found

    def save(self, shown: Iterable[Path] | None = None) -> None:
        """Write what is known, of ``shown`` if they are all that there is to know of; failure to
        write is no error."""
        self.note(self.found())
        if shown is not None:
            names = set(map(str, shown))
            self._known = {name: each for name, each in self._known.items() if name in names}
        if self._known == self._kept:
            return
        text = json.dumps({"version": _VERSION, "sources": self._known}, ensure_ascii=False)
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(prefix=".tmp-", dir=self._file.parent)
            try:
                with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor, not a path
                    file.write(text)
                os.replace(temporary, self._file)  # noqa: PTH105 - a name, not a Path
            finally:
                Path(temporary).unlink(missing_ok=True)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns


def _load(file: Path) -> dict[str, IndexEntry]:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["version"] != _VERSION:
            return {}
        return {str(name): _entry(*values) for name, values in data["sources"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _entry(size: int, mtime: int, width: int, height: int, digest: str) -> IndexEntry:
    numbers = (size, mtime, width, height)
    if not all(type(number) is int for number in numbers) or len(digest) != 64:
        raise ValueError("not an entry")
    return (size, mtime, width, height, digest)
