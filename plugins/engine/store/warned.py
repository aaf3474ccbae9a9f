"""Warnings as the state keeps them: they outlive the build that found them, and what they are
about is not read again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from plugins.core.checks import BY_CODE
from plugins.core.problems import Problem
from plugins.core.text.decoding import normalise
from plugins.engine.store.codec import pack_plain, unpack_plain

if TYPE_CHECKING:
    import sqlite3

    from plugins.engine.scan.reading import Said
    from plugins.engine.store.database import State

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


def warned_pages(state: State, others: Iterable[Problem]) -> Iterator[Warned]:
    """Yield the articles that have warnings, then all else that there is to tell.

    Of the ``others``, which are remembered elsewhere, those about an article's folder are told
    first of all that is told of the article.
    """
    beside: dict[str, list[Problem]] = {}
    for problem in others:
        beside.setdefault(problem.path, []).append(problem)
    # A file's name may be in another form than what is told of it.
    paths = {form for path in beside for form in (path, unicodedata.normalize("NFD", path))}
    of = {row.id: (row, beside.pop(normalise(row.path), [])) for row in state.rows_of(paths)}
    known = dict(state.warnings())
    for number in sorted(known.keys() | of.keys()):
        row, first = of.get(number) or (state.rows(id=number)[0], [])
        warnings = (*first, *known.get(number, ()))
        yield Warned(f"{row.url}index.html", row.path, warnings)
    yield Warned("", "", tuple(chain.from_iterable(beside.values())))


def write_warnings(
    db: sqlite3.Connection, read: Iterable[int], found: Mapping[int, Sequence[Problem]]
) -> None:
    """Keep what was ``found`` about some of the articles that were ``read``; what was known of
    them is outdated."""
    db.executemany("DELETE FROM warnings WHERE id=?", ((number,) for number in read))
    db.executemany(
        "INSERT INTO warnings VALUES (?, ?, ?)",
        (
            (number, len(some), pack_plain([(one.check.code, *one[1:]) for one in some]))
            for number, some in found.items()
        ),
    )


def read_warnings(db: sqlite3.Connection) -> Iterator[tuple[int, tuple[Problem, ...]]]:
    """Yield the articles that have any, each with its warnings in their order in the file."""
    for number, found in db.execute("SELECT id, found FROM warnings ORDER BY id"):
        yield number, tuple(Problem(BY_CODE[code], *rest) for code, *rest in unpack_plain(found))


def count_warnings(db: sqlite3.Connection) -> int:
    """Return how many there are."""
    total: float = db.execute("SELECT total(number) FROM warnings").fetchone()[0]
    return int(total)
