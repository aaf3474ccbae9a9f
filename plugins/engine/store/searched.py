"""What the search index has of articles, as the state keeps it: to take an article out of the index
takes what was put in."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from plugins.engine.store.codec import pack_plain, unpack_plain
from plugins.search.document import Document
from plugins.search.entries import Indexed
from plugins.search.places import Dated

SCHEMA = """
CREATE TABLE searched (
    id INTEGER PRIMARY KEY, moment INTEGER, url TEXT, place INTEGER, document BLOB);
CREATE INDEX searched_by_url ON searched (url, moment, place);
"""
_LEVEL = 1  # of zlib: half the size in a twentieth of a millisecond


class Kept(NamedTuple):
    """An article as it is in the index, packed; its place is given once all are known."""

    id: int
    dated: Dated
    document: bytes


def pack_document(document: Document) -> bytes:
    """Return a document as the state keeps it."""
    return zlib.compress(pack_plain(tuple(document)), _LEVEL)


def unpack_document(data: bytes | bytearray) -> Document:
    """Return the document that :func:`pack_document` got. Raises
    :class:`~plugins.engine.errors.StateError`."""
    return Document._make(unpack_plain(zlib.decompress(data)))


class Searched:
    """The articles that are in the search index."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database

    def dated(self) -> Iterator[tuple[Dated, int]]:
        """Yield what the places of articles follow from, and the places that they have."""
        for moment, url, place in self._db.execute("SELECT moment, url, place FROM searched"):
            yield Dated(moment, url), place

    def find(self, number: int) -> Indexed | None:
        """Return an article as it is in the index."""
        query = "SELECT place, document FROM searched WHERE id=?"
        found = self._db.execute(query, (number,)).fetchone()
        return found and Indexed(found[0], unpack_document(found[1]))

    def at(self, url: str) -> int:
        """Return the number of the article with an address."""
        query = "SELECT id FROM searched WHERE url=?"
        number: int = self._db.execute(query, (url,)).fetchone()[0]
        return number

    def packed(self) -> Iterator[tuple[int, bytes]]:
        """Yield the place of each article, and its document, packed."""
        yield from self._db.execute("SELECT place, document FROM searched ORDER BY place")

    def put(self, some: Iterable[Kept]) -> None:
        """Keep articles as they are in the index from now on. One whose place follows from the same
        as before keeps it; the others wait for theirs."""
        rows = ((one.id, *one.dated, one.document) for one in some)
        query = (
            "INSERT INTO searched VALUES (?, ?, ?, -1, ?) ON CONFLICT DO UPDATE SET "
            "place=iif(moment=excluded.moment AND url=excluded.url, place, -1), "
            "moment=excluded.moment, url=excluded.url, document=excluded.document"
        )
        self._db.executemany(query, rows)

    def has_place(self, number: int) -> bool:
        """Whether an article of the index has its place."""
        query = "SELECT place FROM searched WHERE id=?"
        place: int = self._db.execute(query, (number,)).fetchone()[0]
        return place >= 0

    def settle(self, places: Mapping[str, int]) -> None:
        """Give articles their places, by their addresses."""
        query = "UPDATE searched SET place=? WHERE url=?"
        self._db.executemany(query, ((place, url) for url, place in places.items()))

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget articles that are in the index no more."""
        self._db.executemany("DELETE FROM searched WHERE id=?", ((one,) for one in numbers))
