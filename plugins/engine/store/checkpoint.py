"""Tells whether anybody but the build wrote into the state's file since it was closed.

Only large values in it carry checksums, and to read all of it takes longer than building one
edited article. But whatever damages a file (a sync service, a restored backup, a full disk)
leaves another size or another time on it.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def write_checkpoint(file: Path) -> None:
    """Note how ``file`` was left. Failure to do so is no error: it will not be believed."""
    with suppress(OSError):
        _checkpoint_of(file).write_text(look(file), encoding="ascii")


def matches_checkpoint(file: Path) -> bool:
    """Say whether ``file`` is as :func:`write_checkpoint` saw it; one that is not there is."""
    try:
        return not file.exists() or _checkpoint_of(file).read_text(encoding="ascii") == look(file)
    except (OSError, UnicodeDecodeError):
        return False


def remove_checkpoint(file: Path) -> None:
    """Forget what :func:`write_checkpoint` noted."""
    with suppress(OSError):  # also where a file stands in its folder's place
        _checkpoint_of(file).unlink()


def _checkpoint_of(file: Path) -> Path:
    return file.with_name(f"{file.name}.write_checkpoint")


def look(file: Path) -> str:
    """Return what differs when somebody has written into ``file``."""
    state = file.stat()
    return f"{state.st_size} {state.st_mtime_ns}"
