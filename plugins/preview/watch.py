"""Which files were saved, told by the operating system."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from watchfiles import Change, watch

from plugins.core.listing import is_ignored

# Milliseconds. An editor saves in several steps (a new file, a rename, the times): what comes
# this soon after one another is one save.
_QUIET = 30
_AT_MOST = 300


def is_temporary(path: Path) -> bool:
    """Whether a file is an editor's or the system's own, gone again in a moment."""
    return is_ignored(path.name) or path.suffix == ".pyc"


class Watch:
    """Calls ``saved`` with the absolute paths that changed, from a thread of its own.

    Of ``folders`` everything below is watched but hidden folders, of ``shallow`` only the
    files in them.
    """

    def __init__(
        self, folders: Iterable[Path], saved: Callable[[set[Path]], None], *, shallow: bool = False
    ) -> None:
        self._folders = list(folders)
        # The system names files by their real place, articles are known by the given one.
        self._real = {folder.resolve(): folder for folder in self._folders}
        self._saved = saved
        self._shallow = shallow
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Call no more."""
        self._stop.set()

    def _run(self) -> None:
        try:
            self._watch(polling=None)
        except (OSError, RuntimeError):  # the latter is watchfiles' own
            # The system watches no more folders, or has no means to (a network drive).
            self._watch(polling=True)

    def _watch(self, *, polling: bool | None) -> None:
        for changes in watch(
            *self._folders,
            watch_filter=self._concerns,
            debounce=_AT_MOST,
            step=_QUIET,
            stop_event=self._stop,
            rust_timeout=1000,
            recursive=not self._shallow,
            force_polling=polling,
            ignore_permission_denied=True,
        ):
            self._saved({self._given(Path(path)) for _, path in changes})

    def _concerns(self, change: Change, path: str) -> bool:
        file = self._given(Path(path))
        folder = next((one for one in self._folders if file.is_relative_to(one)), None)
        if folder is None or is_temporary(file):
            return False
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        # A folder's own time changes whenever a file in it does.
        return not hidden and not (change == Change.modified and file.is_dir())

    def _given(self, file: Path) -> Path:
        for real, given in self._real.items():
            if file.is_relative_to(real):
                return given / file.relative_to(real)
        return file
