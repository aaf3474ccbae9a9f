"""The texts of articles for a search that is answered by a server (``BUILD["search_database"]``).

They are changed once the output folder is, and before the state is kept: whoever asks finds no
article that was withdrawn, and a build that was killed in between is known by the file's stamp,
which is not the state's then.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from plugins.engine.scan.changes import Changes
from plugins.engine.store.database import State
from plugins.search.document import Document
from plugins.search.full_text import changing, stamp_of, write_anew

_FACT = "full_text"
_PART = 8  # of all articles, one of so many: more are faster written anew


def update_full_text(file: Path, state: State, changes: Changes) -> None:
    """Bring the file up to what changed. Raises ``OSError``."""
    before: str | None = state.fact(_FACT)
    numbers = {row.id for row in (*changes.reindexed, *changes.gone)}
    numbers |= changes.listing_changed | changes.body_changed
    is_known = before is not None and stamp_of(file) == before
    if is_known and not numbers:
        return
    stamp = os.urandom(8).hex()
    is_few = len(numbers) * _PART <= state.count(states=["published"])
    if not (is_known and is_few and _change(file, state, numbers, stamp)):
        try:
            write_anew(file, _all(state), stamp)
        except sqlite3.DatabaseError as error:
            raise OSError(f"không ghi được {file}: {error}") from error
    state.remember(_FACT, stamp)


def _change(file: Path, state: State, numbers: set[int], stamp: str) -> bool:
    """Change some articles; return whether the file is sound enough."""
    with suppress(sqlite3.DatabaseError), changing(file) as full_text:
        for number in sorted(numbers):
            if indexed := state.searched.find(number):
                full_text.put(number, indexed.document)
            else:
                full_text.remove(number)
        full_text.settle(stamp)
        return True
    return False


def _all(state: State) -> Iterator[tuple[int, Document]]:
    for row in state.rows(states=["published"]):
        if indexed := state.searched.find(row.id):
            yield row.id, indexed.document
