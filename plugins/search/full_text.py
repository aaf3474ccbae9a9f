"""The texts of articles in SQLite's FTS5, for who answers searches on a server
(:mod:`plugins.search.service`).

Words are folded as in the index of files (:mod:`~plugins.search.folding`): each text stands twice,
in plain words and as it is spelt, so that a phrase is found without diacritics, and known to be as
it was typed. FTS5 keeps the positions of words, and no copy of texts: what results show is in a
table beside it.

A build changes rows in one transaction, or writes a new file and renames it. A *stamp* tells that
the file is what the last build left there.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from plugins.search.document import Document
from plugins.search.folding import TONES, words

TIERS = ("title", "summary", "body")
"""The columns of plain words, most prominent first; those of spelt ones end in ``_spelt``."""

_VERSION = 1
_COLUMNS = ", ".join((*TIERS, *(f"{tier}_spelt" for tier in TIERS)))
_SCHEMA = f"""
CREATE TABLE stamp (value TEXT);
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, dated TEXT, url TEXT, shown TEXT, filters TEXT, texts TEXT);
CREATE INDEX articles_by_date ON articles (dated DESC, url DESC);
CREATE VIRTUAL TABLE words USING fts5({_COLUMNS}, content='',
    tokenize="unicode61 remove_diacritics 0");
"""
# FTS5 takes capitals for small letters; of what is in private use it takes each for a letter.
_TONES = str.maketrans({tone: chr(0xE000 + at) for at, tone in enumerate(TONES.values())})
_WAIT = 30  # seconds for others who read


def plain(text: str) -> str:
    """Return the plain words of a text, with a space between them."""
    return " ".join(word.plain for word in words(text))


def spelt(text: str) -> str:
    """Return how the words of a text are spelt, as FTS5 can tell it."""
    return " ".join(spelt_key(word.key) for word in words(text))


def spelt_key(key: str) -> str:
    """Return a word's key as FTS5 can tell it from others."""
    return key[:-1] + key[-1].translate(_TONES) if key else ""


class FullText:
    """The file, open to change it. Raises :class:`sqlite3.DatabaseError`."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database

    def put(self, number: int, document: Document) -> None:
        """Have an article found, as it is now."""
        self.remove(number)
        _, url, dated, *_ = json.loads(document.shown)
        texts = document.titles, document.summaries, document.texts
        row = (number, dated, url, document.shown, "\n".join(document.filters))
        query = "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)"
        self._db.execute(query, (*row, json.dumps(texts, ensure_ascii=False)))
        query = f"INSERT INTO words (rowid, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        self._db.execute(query, (number, *_folded(texts)))

    def remove(self, number: int) -> None:
        """Have an article found no more."""
        query = "SELECT texts FROM articles WHERE id=?"
        for (texts,) in self._db.execute(query, (number,)).fetchall():
            # FTS5 keeps no text, and has to be told what it is to forget.
            query = f"INSERT INTO words (words, rowid, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            self._db.execute(query, ("delete", number, *_folded(json.loads(texts))))
            self._db.execute("DELETE FROM articles WHERE id=?", (number,))

    def settle(self, stamp: str) -> None:
        """Keep all of it, under a new stamp."""
        self._db.execute("DELETE FROM stamp")
        self._db.execute("INSERT INTO stamp VALUES (?)", (stamp,))
        self._db.execute("COMMIT")


def stamp_of(file: Path) -> str | None:
    """Return the stamp of a file; ``None`` for one that is not there, or cannot be used."""
    with suppress(sqlite3.DatabaseError), closing(read_only(file)) as database:
        if database.execute("PRAGMA user_version").fetchone()[0] == _VERSION:
            found: tuple[str] | None = database.execute("SELECT value FROM stamp").fetchone()
            return found[0] if found else None
    return None


def read_only(file: Path) -> sqlite3.Connection:
    """Open a file to ask it. Raises :class:`sqlite3.OperationalError` if it is not there."""
    uri = f"{file.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None)


@contextmanager
def changing(file: Path) -> Iterator[FullText]:
    """Give a file that is there, to change some of it; without :meth:`FullText.settle` nothing
    is. Raises :class:`sqlite3.DatabaseError`."""
    with closing(sqlite3.connect(file, timeout=_WAIT, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        yield FullText(database)


def write_anew(file: Path, documents: Iterable[tuple[int, Document]], stamp: str) -> None:
    """Write the whole file, or leave the old one. Raises :class:`sqlite3.DatabaseError`, or
    ``OSError``."""
    new = file.with_name(f"{file.name}.new")
    file.parent.mkdir(parents=True, exist_ok=True)
    new.unlink(missing_ok=True)
    with closing(sqlite3.connect(new, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=OFF")  # nobody has seen it
        database.executescript(_SCHEMA)
        database.execute(f"PRAGMA user_version={_VERSION}")
        database.execute("BEGIN")
        full_text = FullText(database)
        for number, document in documents:
            full_text.put(number, document)
        full_text.settle(stamp)
    new.replace(file)


_BETWEEN = chr(0xE0FF)
"""Between two texts of a column, where no phrase goes on: a word that nobody types."""


def _folded(texts: Iterable[Iterable[str]]) -> list[str]:
    rows = list(texts)
    return [f" {_BETWEEN} ".join(map(fold, row)) for fold in (plain, spelt) for row in rows]
