"""Names in the content folder, as all that looks for files there sees them.

Who walks through the folder and who looks up a name in it must see the same, or a change that
one of them sees is none for the other.
"""

from __future__ import annotations

import os

_TEMPORARY = ("~$", "~WRL")
_TEMPORARY_ENDS = ("~", ".tmp", ".swp", ".part", ".crdownload")
# Vim looks with the first whether it can write in a folder; the second is a folder's icon on macOS.
_PASSING = ("4913", "Icon\r")


def listed_name(entry: os.DirEntry[str]) -> str:
    """Return an entry's name, a folder's with a slash behind it: a file that takes a folder's
    place, or the other way round, has another name."""
    try:
        return f"{entry.name}/" if entry.is_dir() else entry.name
    except OSError:  # links in a ring
        return entry.name


def is_ignored(name: str) -> bool:
    """Say whether nobody means a name of :func:`listed_name` for the site: a hidden one, or that
    of a file of an editor's or the system's own, gone again in a moment."""
    if name.startswith(".") or name.endswith("/"):
        return name.startswith(".")
    if name.startswith("#"):  # Emacs puts one at both ends, editors one before a number
        return name.endswith("#")
    return name.startswith(_TEMPORARY) or name.endswith(_TEMPORARY_ENDS) or name in _PASSING


def is_text(name: str) -> bool:
    """Say whether a name is Unicode text: one from an old archive may be bytes of something else,
    which no page, no message and no state can hold."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
