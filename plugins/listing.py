"""Names in the content folder, as all that looks for files there sees them.

Who walks through the folder and who looks up a name in it must see the same, or a change that
one of them sees is none for the other.
"""

from __future__ import annotations

import os


def listed_name(entry: os.DirEntry[str]) -> str:
    """Return an entry's name, a folder's with a slash behind it: a file that takes a folder's
    place, or the other way round, has another name."""
    try:
        return f"{entry.name}/" if entry.is_dir() else entry.name
    except OSError:  # links in a ring
        return entry.name
