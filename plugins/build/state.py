"""What the last build knew, in one SQLite file beside the photos' cache.

One build is one transaction: it ends with a commit when the output folder is as the state
says, or leaves no trace. Values that other code made are kept as checked pickles; a file that
is damaged, or another program's, is given up, and everything is built anew.
"""

from __future__ import annotations

import marshal
import pickle
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from plugins.articles.article import Article, Body
from plugins.build.sources import Stamp
from plugins.problems import Problem

if TYPE_CHECKING:
    from plugins.articles.reader import Reading

_VERSION = 1
_SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE stamps (name TEXT PRIMARY KEY, stamps BLOB) WITHOUT ROWID;
CREATE TABLE folders (path TEXT PRIMARY KEY, names BLOB) WITHOUT ROWID;
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, digest BLOB, kind TEXT, state TEXT,
    moment INTEGER, slug TEXT, url TEXT, pictured INTEGER, warned INTEGER, lists BLOB);
CREATE TABLE hung (id INTEGER PRIMARY KEY, path TEXT, hung BLOB);
CREATE TABLE listings (id INTEGER PRIMARY KEY, listing BLOB, terms BLOB);
CREATE TABLE bodies (id INTEGER PRIMARY KEY, body BLOB);
CREATE TABLE warnings (id INTEGER PRIMARY KEY, problems BLOB);
CREATE TABLE links (target TEXT, id INTEGER, PRIMARY KEY (target, id)) WITHOUT ROWID;
CREATE TABLE media (id INTEGER, url TEXT, PRIMARY KEY (id, url)) WITHOUT ROWID;
CREATE INDEX media_by_url ON media (url);
CREATE TABLE entries (
    kind TEXT, key TEXT, listed INTEGER, moment INTEGER, slug TEXT, id INTEGER, name TEXT,
    PRIMARY KEY (kind, key, listed, moment DESC, slug, id)) WITHOUT ROWID;
CREATE TABLE pages (path TEXT PRIMARY KEY, owner TEXT, recipe BLOB) WITHOUT ROWID;
CREATE INDEX pages_by_owner ON pages (owner);
"""
Publication = Literal["published", "hidden", "draft", "scheduled"]


class StateError(Exception):
    """The state cannot be believed; the message is for the newsroom."""


def pack(value: Any) -> bytes:
    """Return ``value`` as bytes that tell when they were damaged."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return zlib.crc32(data).to_bytes(4, "big") + data


def _dump(value: Any) -> bytes:
    data = marshal.dumps(value)  # half of a pickle's cost, for plain values
    return zlib.crc32(data).to_bytes(4, "big") + data


def _load(data: bytes) -> Any:
    return marshal.loads(_checked(data))  # noqa: S302 - written by this program for itself


def _checked(data: bytes) -> bytes:
    if zlib.crc32(data[4:]) != int.from_bytes(data[:4], "big"):
        raise StateError("dữ liệu dựng lần trước bị hỏng")
    return data[4:]


def unpack(data: bytes) -> Any:
    """Return the value that :func:`pack` got. Raises :class:`StateError`."""
    sound = _checked(data)
    try:
        return pickle.loads(sound)  # noqa: S301 - written by this program for itself
    except Exception as error:
        # Not for this program: a class that has gone may raise anything.
        raise StateError("dữ liệu dựng lần trước là của phiên bản khác") from error


def epoch(moment: datetime | None) -> int:
    """Return microseconds since 1970, by which articles are put in order."""
    return 0 if moment is None else round(moment.timestamp() * 1_000_000)


@dataclass(frozen=True, slots=True)
class Entry:
    """An article's place in a list: newest first, then by slug."""

    moment: int
    slug: str
    id: int

    @property
    def order(self) -> tuple[int, str]:
        """The key by which lists are sorted."""
        return (-self.moment, self.slug)


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of an article without opening it. ``lists`` are the lists it would
    stand on, as (kind, key, name as written)."""

    id: int
    path: str
    digest: bytes
    kind: str
    state: Publication
    moment: int
    slug: str
    url: str
    pictured: bool
    lists: tuple[tuple[str, str, str], ...]

    @property
    def entry(self) -> Entry:
        """Its place in every list."""
        return Entry(self.moment, self.slug, self.id)


_ROW = "id, path, digest, kind, state, moment, slug, url, pictured, lists"


class State:
    """The state, open within one transaction. Raises :class:`StateError` where it can't be read.

    ``":memory:"`` for a file makes one that nobody sees, for a build whose state cannot be
    kept.
    """

    def __init__(self, file: Path | Literal[":memory:"]) -> None:
        self._db = sqlite3.connect(file, isolation_level=None, timeout=60)
        try:
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute("PRAGMA cache_size=-16000")
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            self._db.execute("BEGIN IMMEDIATE")
            if version != _VERSION:
                if self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    raise StateError("dữ liệu dựng lần trước là của phiên bản khác")
                for statement in _SCHEMA.split(";"):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version={_VERSION}")
        except StateError:
            self._db.close()
            raise
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise StateError(f"không đọc được dữ liệu dựng lần trước ({error})") from error

    def commit(self) -> None:
        """Keep what was learnt."""
        self._db.execute("COMMIT")

    def close(self) -> None:
        """Leave; what was not committed is forgotten."""
        self._db.close()

    # Facts, files and folders

    def fact(self, name: str) -> Any:
        """Return a single remembered value, or ``None``."""
        found = self._db.execute("SELECT value FROM facts WHERE name=?", (name,)).fetchone()
        return unpack(found[0]) if found else None

    def remember(self, name: str, value: Any) -> None:
        """Keep a single value under a name."""
        self._db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, pack(value)))

    def stamps(self, name: str) -> dict[str, Stamp]:
        """Return remembered stamps: ``sources`` or ``output``."""
        query = "SELECT stamps FROM stamps WHERE name=?"
        found = self._db.execute(query, (name,)).fetchone()
        return _load(found[0]) if found else {}

    def set_stamps(self, name: str, stamps: dict[str, Stamp]) -> None:
        """Remember stamps. One value: ten thousand rows would take five times as long to read."""
        self._db.execute("INSERT OR REPLACE INTO stamps VALUES (?, ?)", (name, _dump(stamps)))

    def folders(self) -> dict[str, tuple[str, ...]]:
        """Return the names that were in each folder."""
        rows = self._db.execute("SELECT * FROM folders")
        return {path: _load(names) for path, names in rows}

    def set_folders(self, changed: dict[str, tuple[str, ...]], gone: Iterable[str]) -> None:
        """Remember what is in folders."""
        rows = ((path, _dump(names)) for path, names in changed.items())
        self._db.executemany("INSERT OR REPLACE INTO folders VALUES (?, ?)", rows)
        self._db.executemany("DELETE FROM folders WHERE path=?", ((path,) for path in gone))

    # Articles

    def rows(self, condition: str = "1", *values: Any) -> list[Row]:
        """Return the articles that an SQL condition picks."""
        query = f"SELECT {_ROW} FROM articles WHERE {condition}"  # noqa: S608 - our own words
        found = self._db.execute(query, values)
        return [Row(*(*each[:-1], _load(each[-1]))) for each in found]

    def paths(self) -> set[str]:
        """Return the source paths of all articles."""
        return {path for (path,) in self._db.execute("SELECT path FROM articles")}

    def users(self, kind: str, key: str) -> set[int]:
        """Return all articles that have a term, listed or not."""
        query = "SELECT id FROM entries WHERE kind=? AND key=?"
        return {number for (number,) in self._db.execute(query, (kind, key))}

    def source_paths(self) -> dict[str, str]:
        """Return the source path of every article by the owner of its page."""
        rows = self._db.execute("SELECT id, path FROM articles")
        return {f"article:{number}": path for number, path in rows}

    def linked_addresses(self) -> dict[str, str]:
        """Return the addresses of articles that others link to, by their source paths."""
        query = "SELECT path, url FROM articles WHERE path IN (SELECT target FROM links)"
        return dict(self._db.execute(query))

    def hung(self) -> Iterator[tuple[str, tuple[Any, ...], tuple[str, ...]]]:
        """Yield path, what was asked for, and the files used of every article that hangs on
        others than its own file."""
        for path, hung in self._db.execute("SELECT path, hung FROM hung"):
            asked, used = _load(hung)
            yield path, asked, used

    def put(
        self, reading: Reading, digest: bytes, state: Publication, lists: Any
    ) -> tuple[Row, bool]:
        """Keep an article. Return its row, and whether what lists show of it has changed."""
        article = reading.article
        listing = pack(article)
        query = "SELECT id, listing, terms FROM articles JOIN listings USING (id) WHERE path=?"
        known, before, terms = self._db.execute(query, (article.path,)).fetchone() or [None] * 3
        row = (
            article.path,
            digest,
            article.kind,
            state,
            epoch(article.date),
            article.slug,
            article.url,
            article.lead_photo is not None,
        )
        values = (known, *row, len(reading.warnings), _dump(lists))
        places = ", ".join("?" * len(values))
        insert = f"INSERT OR REPLACE INTO articles VALUES ({places})"  # noqa: S608
        number: int = self._db.execute(insert, values).lastrowid or 0
        self._replace("listings", number, listing, terms)
        self._replace("bodies", number, pack(reading.body))
        hung = (article.path, _dump((reading.asked, reading.used))) if reading.asked else ()
        self._replace("hung", number, *hung)
        self._replace("warnings", number, *([pack(reading.warnings)] if reading.warnings else []))
        self._db.execute("DELETE FROM links WHERE id=?", (number,))
        links = {(target, number) for target, _ in reading.body.linked}
        self._db.executemany("INSERT INTO links VALUES (?, ?)", links)
        return Row(number, *row, lists), before != listing

    def _replace(self, table: str, number: int, *values: Any) -> None:
        """Give an article its one row in a table, or none without ``values``."""
        if values:
            places = ", ".join("?" * len(values))
            query = f"INSERT OR REPLACE INTO {table} VALUES (?, {places})"  # noqa: S608
            self._db.execute(query, (number, *values))
        else:
            self._db.execute(f"DELETE FROM {table} WHERE id=?", (number,))  # noqa: S608

    def remove(self, row: Row) -> None:
        """Forget an article."""
        for table in ("articles", "listings", "bodies", "hung", "links", "warnings"):
            self._db.execute(f"DELETE FROM {table} WHERE id=?", (row.id,))  # noqa: S608

    def set_publication(self, row: Row, state: Publication) -> None:
        """Note that an article's time has come, or that it has not."""
        self._db.execute("UPDATE articles SET state=? WHERE id=?", (state, row.id))

    def set_digest(self, row: Row, digest: bytes) -> None:
        """Note the content of a file that was touched without changing what it says."""
        self._db.execute("UPDATE articles SET digest=? WHERE id=?", (digest, row.id))

    def set_terms(self, number: int, terms: bytes) -> bool:
        """Keep the terms an article has; say whether they are others than before."""
        old = self._db.execute("SELECT terms FROM listings WHERE id=?", (number,)).fetchone()[0]
        if old == terms:
            return False
        self._db.execute("UPDATE listings SET terms=? WHERE id=?", (terms, number))
        return True

    def count(self, condition: str) -> int:
        """Return how many articles an SQL condition picks."""
        query = f"SELECT count(*) FROM articles WHERE {condition}"  # noqa: S608 - our own words
        found: int = self._db.execute(query).fetchone()[0]
        return found

    def listings(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes, bytes]]:
        """Yield number, packed :class:`Article` and packed terms of some articles."""
        query = "SELECT id, listing, terms FROM listings WHERE id=?"
        for number in numbers:
            yield self._db.execute(query, (number,)).fetchone()

    def body(self, number: int) -> bytes:
        """Return the packed :class:`Body` of an article."""
        query = "SELECT body FROM bodies WHERE id=?"
        found: bytes = self._db.execute(query, (number,)).fetchone()[0]
        return found

    def linking_to(self, targets: Iterable[str]) -> set[int]:
        """Return the articles that link to any of ``targets`` (source paths)."""
        query = "SELECT id FROM links WHERE target=?"
        return {row[0] for target in targets for row in self._db.execute(query, (target,))}

    def warned(self) -> int:
        """Return how many warnings there are."""
        total: int = self._db.execute("SELECT total(warned) FROM articles").fetchone()[0]
        return int(total)

    def warnings(self) -> list[Problem]:
        """Return all that articles are warned of."""
        rows = self._db.execute("SELECT problems FROM warnings")
        return [problem for (data,) in rows for problem in unpack(data)]

    def set_media(self, number: int, urls: Iterable[str]) -> set[str]:
        """Note which photos and attachments an article shows; return those nobody shows now."""
        rows = self._db.execute("SELECT url FROM media WHERE id=?", (number,))
        before, now = {url for (url,) in rows}, set(urls)
        lost = [(number, url) for url in before - now]
        self._db.executemany("DELETE FROM media WHERE id=? AND url=?", lost)
        new = ((number, url) for url in sorted(now - before))
        self._db.executemany("INSERT INTO media VALUES (?, ?)", new)
        query = "SELECT 1 FROM media WHERE url=?"
        return {url for _, url in lost if self._db.execute(query, (url,)).fetchone() is None}

    def media(self) -> set[str]:
        """Return the addresses of all photos and attachments."""
        return {url for (url,) in self._db.execute("SELECT DISTINCT url FROM media")}

    # Lists

    def enter(self, row: Row) -> None:
        """Put an article on its lists."""
        listed = row.state == "published"
        # A name that only an unlisted article uses comes last when slugs are given.
        moment = row.moment if listed else 2**62
        self._db.executemany(
            "INSERT OR IGNORE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (kind, key, listed, moment, row.slug, row.id, name)
                for kind, key, name in row.lists
                if row.state in ("published", "hidden")
            ),
        )

    def leave(self, row: Row) -> None:
        """Take an article from its lists."""
        self._db.executemany(
            "DELETE FROM entries "
            "WHERE kind=? AND key=? AND listed=? AND moment=? AND slug=? AND id=?",
            (
                (kind, key, listed, row.moment if listed else 2**62, row.slug, row.id)
                for kind, key, _ in row.lists
                for listed in (0, 1)
            ),
        )

    def entries(self, kind: str, key: str) -> list[Entry]:
        """Return a list, newest first."""
        query = (
            "SELECT moment, slug, id FROM entries WHERE kind=? AND key=? AND listed=1 "
            "ORDER BY moment DESC, slug"
        )
        return [Entry(*found) for found in self._db.execute(query, (kind, key))]

    def keys(self, kind: str) -> dict[str, int]:
        """Return how many articles each list of a kind has, by its key, in the keys' order."""
        query = "SELECT key, count(*) FROM entries WHERE kind=? AND listed=1 GROUP BY key"
        return dict(self._db.execute(query, (kind,)))

    def first_uses(self, kind: str) -> Iterator[tuple[str, int]]:
        """Yield every name of a kind as it was first written, and when that was."""
        oldest = "SELECT key, min(moment) FROM entries WHERE kind=? GROUP BY key"
        query = "SELECT min(name) FROM entries WHERE kind=? AND key=? AND moment=?"
        for key, moment in self._db.execute(oldest, (kind,)).fetchall():
            yield self._db.execute(query, (kind, key, moment)).fetchone()[0], moment

    # Pages

    def page_count(self) -> int:
        """Return how many files there are, photos and attachments apart."""
        found: int = self._db.execute("SELECT count(*) FROM pages").fetchone()[0]
        return found

    def pages_of(self, owner: str) -> dict[str, bytes]:
        """Return the recipes of the pages that an owner has, by path."""
        return dict(self._db.execute("SELECT path, recipe FROM pages WHERE owner=?", (owner,)))

    def recipes_of(self, paths: Iterable[str]) -> Iterator[tuple[str, str, bytes]]:
        """Yield path, owner and recipe of some pages."""
        for path in paths:
            query = "SELECT path, owner, recipe FROM pages WHERE path=?"
            yield from self._db.execute(query, (path,))

    def owners(self) -> dict[str, str]:
        """Return the owner of every page, by path."""
        return dict(self._db.execute("SELECT path, owner FROM pages"))

    def put_pages(self, pages: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep pages: path, owner and recipe."""
        self._db.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", pages)

    def remove_pages(self, paths: Iterable[str]) -> None:
        """Forget pages."""
        self._db.executemany("DELETE FROM pages WHERE path=?", ((path,) for path in paths))


def discard(file: Path) -> None:
    """Delete a state, with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def load_article(listing: bytes, terms: bytes | None) -> Article:
    """Return an article with its terms from what the state keeps."""
    article: Article = unpack(listing)
    if terms is not None:
        article.category, article.tags, article.authors, outlets = unpack(terms)
        if article.source is not None and outlets:
            article.source = article.source.with_terms(outlets)
    return article


def load_body(data: bytes) -> Body:
    """Return an article's body from what the state keeps."""
    body: Body = unpack(data)
    return body
