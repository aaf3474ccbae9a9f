"""Look at the content and the output in a copy of this process, while this one is busy.

Of the time that one edited article takes, half goes by until Python has loaded what reads and
renders it. The same time is enough to look at each file of an archive of ten thousand.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from plugins.engine.fork import start
from plugins.engine.scan.scan import ContentLayout, Scan, changed_files, scan
from plugins.engine.store.checkpoint import look
from plugins.engine.store.signatures import read_folders, read_signatures


class BackgroundScan:
    """Sets out at once; what it saw is only told if the ``state`` is as it was then.

    For systems with ``fork``. A context that calls it back in the end, wherever it is.
    """

    def __init__(self, layout: ContentLayout, output: Path, state: Path) -> None:
        self._state = state
        self._results, self._process = start(_look_around(layout, output, state))

    def scan(self) -> Scan | None:
        """Return how the content folder differs from what the state knows."""
        try:
            before = self._hear()
            return self._hear() if before == look(self._state) and not self._is_behind() else None
        except OSError:  # there is no state any more
            return None

    def _is_behind(self) -> bool:
        """Whether a build that was killed when all was done left what it learnt beside the file:
        the scan did not see that."""
        log = self._state.with_name(f"{self._state.name}-wal")
        return log.exists() and log.stat().st_size > 0

    def lost(self) -> set[str] | None:
        """Return the files of the output that are gone, or not as the state knows them; to be
        asked after :meth:`scan` was told."""
        lost: set[str] | None = self._hear()
        return lost

    def __enter__(self) -> BackgroundScan:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        self._results.close()

    def _hear(self) -> Any:
        try:
            return pickle.load(self._results)  # noqa: S301 - written by our own copy
        except (EOFError, pickle.UnpicklingError):
            return None


def _look_around(layout: ContentLayout, output: Path, state: Path) -> Iterator[Any]:
    import sqlite3  # meanwhile

    yield look(state)
    # If it looks like this in the end, too, nobody has written into the file meanwhile.
    with closing(sqlite3.connect(f"{state.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        yield scan(layout, read_signatures(db, "sources"), read_folders(db))
        yield changed_files(output, read_signatures(db, "output"))
