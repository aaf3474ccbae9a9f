"""Warnings as the state keeps them: they outlive the build that found them, and what they are
about is not read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from plugins.articles.text import normalise
from plugins.build.packing import pack_plain, unpack_plain
from plugins.problems import Problem

if TYPE_CHECKING:
    import sqlite3

    from plugins.build.reading import Said
    from plugins.build.state import State

SCHEMA = """
CREATE TABLE warnings (id INTEGER PRIMARY KEY, number INTEGER, found BLOB);
CREATE INDEX warnings_by_number ON warnings (number);
"""


class Warned(NamedTuple):
    """What there is to tell of one article: the page where it is seen (its path in the site), its
    file in the content folder, and the warnings. What is about no article has neither."""

    page: str
    source: str
    warnings: tuple[Problem, ...]


def by_article(
    told: Iterable[Problem], read: Mapping[int, Said]
) -> tuple[dict[int, list[Problem]], tuple[Problem, ...]]:
    """Return what a build told of each of the articles that it ``read``, and of all else."""
    by_path: dict[str, list[Problem]] = {}
    for problem in sorted(set(told), key=Problem.sort_key):
        by_path.setdefault(problem.path, []).append(problem)
    found = {}
    for number, said in read.items() if by_path else ():
        if some := by_path.pop(normalise(said.path), None):
            found[number] = some
    return found, tuple(problem for some in by_path.values() for problem in some)


def warned_pages(state: State) -> Iterator[Warned]:
    """Yield the articles that have warnings."""
    for number, warnings in state.warnings():
        (row,) = state.rows("id=?", number)
        yield Warned(f"{row.url}index.html", row.path, warnings)


def write_warnings(
    db: sqlite3.Connection, read: Iterable[int], found: Mapping[int, Sequence[Problem]]
) -> None:
    """Keep what was ``found`` about some of the articles that were ``read``; what was known of
    them is outdated."""
    db.executemany("DELETE FROM warnings WHERE id=?", ((number,) for number in read))
    db.executemany(
        "INSERT INTO warnings VALUES (?, ?, ?)",
        (
            (number, len(some), pack_plain([tuple(one) for one in some]))
            for number, some in found.items()
        ),
    )


def read_warnings(db: sqlite3.Connection) -> Iterator[tuple[int, tuple[Problem, ...]]]:
    """Yield the articles that have any, each with its warnings in their order in the file."""
    for number, found in db.execute("SELECT id, found FROM warnings ORDER BY id"):
        yield number, tuple(Problem(*one) for one in unpack_plain(found))


def count_warnings(db: sqlite3.Connection) -> int:
    """Return how many there are."""
    total: float = db.execute("SELECT total(number) FROM warnings").fetchone()[0]
    return int(total)
