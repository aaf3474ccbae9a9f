"""Tells whether anybody but the build wrote into the state's file since it was closed.

Only large values in it carry checksums, and to read all of it takes longer than building one
edited article. But whatever damages a file (a sync service, a restored backup, a full disk)
leaves another size or another time on it.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def seal(file: Path) -> None:
    """Note how ``file`` was left. Failure to do so is no error: it will not be believed."""
    with suppress(OSError):
        _seal_of(file).write_text(look(file), encoding="ascii")


def is_sealed(file: Path) -> bool:
    """Say whether ``file`` is as :func:`seal` saw it; one that is not there is."""
    try:
        return not file.exists() or _seal_of(file).read_text(encoding="ascii") == look(file)
    except (OSError, UnicodeDecodeError):
        return False


def break_seal(file: Path) -> None:
    """Forget what :func:`seal` noted."""
    with suppress(OSError):  # also where a file stands in its folder's place
        _seal_of(file).unlink()


def _seal_of(file: Path) -> Path:
    return file.with_name(f"{file.name}.seal")


def look(file: Path) -> str:
    """Return what differs when somebody has written into ``file``."""
    state = file.stat()
    return f"{state.st_size} {state.st_mtime_ns}"
