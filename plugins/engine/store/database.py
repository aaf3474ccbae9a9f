"""What the last build knew, in one SQLite file beside the photos' cache.

One build is one transaction: it ends with a commit when the output folder is as the state
says, or leaves no trace. Values that other code made are kept as checked pickles; a file that
is damaged, or another program's, is given up, and everything is built anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack

from plugins.core.article import Article, Body, Kind
from plugins.core.problems import Problem
from plugins.engine.errors import StateError
from plugins.engine.scan.content_folder import FileSignature
from plugins.engine.store.checkpoint import remove_checkpoint
from plugins.engine.store.codec import pack, pack_plain, unpack, unpack_plain
from plugins.engine.store.rows import SEEN, Alias, Entry, ListRange, Publication, Row
from plugins.engine.store.searched import SCHEMA as OF_SEARCH
from plugins.engine.store.searched import Searched
from plugins.engine.store.signatures import (
    SCHEMA,
    read_folder,
    read_folders,
    read_signatures,
    write_folders,
    write_signatures,
)
from plugins.engine.store.warned import SCHEMA as OF_WARNINGS
from plugins.engine.store.warned import count_warnings, read_warnings, write_warnings

if TYPE_CHECKING:
    from plugins.engine.scan.reading import Packed

_VERSION = 8
_MANY = 500  # articles: to look up one takes as long as to read ten in a row
_FEW = 20  # names to look for in each article's
_SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, digest BLOB, kind TEXT, state TEXT,
    moment INTEGER, slug TEXT, url TEXT, pictured INTEGER, media INTEGER, lists BLOB);
CREATE INDEX articles_by_state ON articles (state, kind, moment);
CREATE INDEX articles_by_media ON articles (media) WHERE media;
CREATE TABLE dependencies (id INTEGER PRIMARY KEY, path TEXT, packed BLOB);
CREATE TABLE listings (id INTEGER PRIMARY KEY, listing BLOB, sitemap TEXT);
CREATE TABLE bodies (id INTEGER PRIMARY KEY, body BLOB);
CREATE TABLE uses (path TEXT, id INTEGER, PRIMARY KEY (path, id)) WITHOUT ROWID;
CREATE INDEX uses_by_id ON uses (id);
CREATE TABLE links (target TEXT, id INTEGER, PRIMARY KEY (target, id)) WITHOUT ROWID;
CREATE TABLE media (id INTEGER, url TEXT, PRIMARY KEY (id, url)) WITHOUT ROWID;
CREATE INDEX media_by_url ON media (url);
CREATE TABLE entries (
    kind TEXT, key TEXT, listed INTEGER, moment INTEGER, slug TEXT, id INTEGER, name TEXT,
    PRIMARY KEY (kind, key, listed, moment DESC, slug, id)) WITHOUT ROWID;
CREATE TABLE list_dependencies (
    page_group TEXT, kind TEXT, key TEXT, low INTEGER, high INTEGER,
    PRIMARY KEY (kind, key, low, high, page_group)) WITHOUT ROWID;
CREATE INDEX list_dependencies_by_group ON list_dependencies (page_group);
CREATE TABLE pages (path TEXT PRIMARY KEY, page_group TEXT, cached_plan BLOB) WITHOUT ROWID;
CREATE INDEX pages_by_group ON pages (page_group);
"""


class Wanted(TypedDict, total=False):
    """Which articles: those with this number, path and so on, of one of these ``kinds`` and in one
    of these ``states``, dated ``after`` a moment and ``until`` another (microseconds), and with
    ``media`` those that show photos or attachments."""

    id: int
    path: str
    url: str
    slug: str
    kind: str
    kinds: Collection[Kind]
    states: Collection[Publication]
    after: int
    until: int
    media: Literal[True]


Order = Literal["", "moment", "path"]
_ORDERS = {"": "", "moment": "ORDER BY moment, path", "path": "ORDER BY path"}
_CONDITIONS = {
    **{name: f"{name}=?" for name in ("id", "path", "url", "slug", "kind")},
    "after": "moment>?",
    "until": "moment<=?",
}
_ROW = "id, path, digest, kind, state, moment, slug, url, pictured, lists"


class State:
    """The state, open within one transaction. Raises :class:`StateError` where it can't be read.

    ``":memory:"`` for a file makes one that nobody sees, for a build whose state cannot be
    kept.
    """

    def __init__(self, file: Path | Literal[":memory:"]) -> None:
        self._entering: list[tuple[object, ...]] = []
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
                for statement in (SCHEMA + OF_WARNINGS + OF_SEARCH + _SCHEMA).split(";"):
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
        self._with_entries().execute("COMMIT")

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

    def signatures(self, name: str) -> dict[str, FileSignature]:
        """Return remembered signatures: ``sources`` or ``output``."""
        return read_signatures(self._db, name)

    def put_signatures(
        self, name: str, changed: Mapping[str, FileSignature], gone: Iterable[str]
    ) -> None:
        """Remember signatures of changed files, and forget those of files that went."""
        write_signatures(self._db, name, changed, gone)

    def folders(self) -> dict[str, tuple[str, ...]]:
        """Return the names that were in each folder."""
        return read_folders(self._db)

    def names_in(self, folder: str) -> tuple[str, ...]:
        """Return the names in a folder, none if it is not there."""
        return read_folder(self._db, folder)

    def put_folders(self, changed: Mapping[str, tuple[str, ...] | None]) -> None:
        """Remember the names in changed folders, and forget folders without any."""
        write_folders(self._db, changed)

    # Articles

    def rows(self, *, order: Order = "", most: int = -1, **wanted: Unpack[Wanted]) -> list[Row]:
        """Return the articles of which everything that is wanted holds, at most so many."""
        condition, values = _condition(wanted)
        query = f"SELECT {_ROW} FROM articles WHERE {condition} {_ORDERS[order]} LIMIT ?"
        values = (*values, most)
        # Thousands of articles are on the same lists.
        known: dict[tuple[str, str, str], tuple[str, str, str]] = {}
        found = []
        for *own, packed in self._db.execute(query, values):
            lists = tuple(known.setdefault(each, each) for each in unpack_plain(packed))
            found.append(Row._make((*own, lists)))
        return found

    def rows_of(self, paths: Set[str]) -> list[Row]:
        """Return the articles with these source paths, in the paths' order."""
        if len(paths) > _MANY:
            found = [row for row in self.rows() if row.path in paths]
        else:
            found = [row for path in paths for row in self.rows(path=path)]
        return sorted(found, key=lambda row: row.path)

    def users(self, kind: str, key: str) -> set[int]:
        """Return all articles that have a term, listed or not."""
        query = "SELECT id FROM entries WHERE kind=? AND key=?"
        return {number for (number,) in self._with_entries().execute(query, (kind, key))}

    def spellings(self, kind: str, key: str) -> list[tuple[str, int, str]]:
        """Return a term as each article that has it writes it, with the article's moment and its
        source path; what only unlisted articles write is later than all."""
        query = (
            "SELECT name, entries.moment, path FROM entries JOIN articles USING (id) "
            "WHERE entries.kind=? AND key=?"
        )
        return self._with_entries().execute(query, (kind, key)).fetchall()

    def source_paths(self) -> dict[str, str]:
        """Return the source path of every article by the group of its page."""
        rows = self._db.execute("SELECT id, path FROM articles")
        return {f"article:{number}": path for number, path in rows}

    def linked_addresses(self) -> dict[str, str]:
        """Return the addresses of articles that others link to, by their source paths."""
        query = "SELECT path, url FROM articles WHERE path IN (SELECT target FROM links)"
        return dict(self._db.execute(query))

    def dependencies(
        self, named: Collection[str] = ("",)
    ) -> Iterator[tuple[str, tuple[Any, ...], tuple[str, ...]]]:
        """Yield path, lookups and files of every article that depends on
        others than its own file, and may name any of the files and folders ``named``."""
        # What is packed holds names as they are: to look for one takes a tenth of unpacking.
        needles = [name.encode() for name in named] if len(named) < _FEW else [b""]
        for path, packed in self._db.execute("SELECT path, packed FROM dependencies"):
            if any(needle in packed for needle in needles):
                lookups, files = unpack_plain(packed)
                yield path, lookups, files

    def set_uses(self, number: int, paths: Iterable[str]) -> set[str]:
        """Note which files an article uses; return those that it used or uses, but not both."""
        lost, new = self._exchange("uses", "path", number, set(paths))
        return lost | new

    def is_used(self, path: str) -> bool:
        """Whether an article uses a file."""
        query = "SELECT 1 FROM uses WHERE path=?"
        return self._db.execute(query, (path,)).fetchone() is not None

    def used_below(self, folder: str) -> set[str]:
        """Return the files below a folder that articles use."""
        prefix = f"{folder}/" if folder else ""
        query = "SELECT DISTINCT path FROM uses WHERE path >= ? AND path < ?"
        # What begins so comes before the prefix with the highest of all characters behind it.
        return {path for (path,) in self._db.execute(query, (prefix, f"{prefix}\U0010ffff"))}

    def put(self, packed: Packed, digest: bytes, state: Publication) -> tuple[Row, bool]:
        """Keep an article. Return its row, and whether what lists show of it has changed."""
        said = packed.said
        query = "SELECT id, listing, sitemap FROM articles JOIN listings USING (id) WHERE path=?"
        known, *before = self._db.execute(query, (said.path,)).fetchone() or (None, None, None)
        row = (
            said.path,
            digest,
            packed.kind,
            state,
            packed.moment,
            packed.slug,
            packed.url,
            packed.pictured,
        )
        values = (known, *row, packed.media, pack_plain(packed.lists))
        places = ", ".join("?" * len(values))
        insert = f"INSERT OR REPLACE INTO articles VALUES ({places})"
        number: int = self._db.execute(insert, values).lastrowid or 0
        listing = [packed.article, packed.sitemap]
        self._replace("listings", number, *listing)
        self._replace("bodies", number, packed.body)
        if known is not None:
            for table in ("dependencies", "links"):
                self._db.execute(f"DELETE FROM {table} WHERE id=?", (number,))
        if packed.dependencies:
            self._replace("dependencies", number, said.path, packed.dependencies)
        links = {(target, number) for target, _ in said.linked}
        self._db.executemany("INSERT INTO links VALUES (?, ?)", links)
        return Row(number, *row, packed.lists), before != listing

    def _replace(self, table: str, number: int, *values: Any) -> None:
        """Give an article its one row in a table."""
        places = ", ".join("?" * len(values))
        query = f"INSERT OR REPLACE INTO {table} VALUES (?, {places})"
        self._db.execute(query, (number, *values))

    def remove(self, row: Row) -> None:
        """Forget an article."""
        for table in ("articles", "listings", "bodies", "dependencies", "links", "warnings"):
            self._db.execute(f"DELETE FROM {table} WHERE id=?", (row.id,))

    def set_publication(self, row: Row, state: Publication) -> None:
        """Note that an article's time has come, or that it has not."""
        self._db.execute("UPDATE articles SET state=? WHERE id=?", (state, row.id))

    def count(self, **wanted: Unpack[Wanted]) -> int:
        """Return how many articles there are of which everything holds that :meth:`rows` takes."""
        condition, values = _condition(wanted)
        query = f"SELECT count(*) FROM articles WHERE {condition}"
        found: int = self._db.execute(query, values).fetchone()[0]
        return found

    def listings(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """Yield number and packed :class:`Article` of some articles."""
        query = "SELECT id, listing FROM listings WHERE id=?"
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

    def put_warnings(self, read: Iterable[int], found: Mapping[int, Sequence[Problem]]) -> None:
        """Keep the warnings of articles that were read."""
        write_warnings(self._db, read, found)

    def warnings(self) -> Iterator[tuple[int, tuple[Problem, ...]]]:
        """Yield the articles that have warnings, with them."""
        return read_warnings(self._db)

    def warned(self) -> int:
        """Return how many warnings there are."""
        return count_warnings(self._db)

    def set_media(self, number: int, urls: Iterable[str]) -> set[str]:
        """Note which photos and attachments an article shows; return those nobody shows now."""
        lost, _ = self._exchange("media", "url", number, set(urls))
        query = "SELECT 1 FROM media WHERE url=?"
        return {url for url in lost if self._db.execute(query, (url,)).fetchone() is None}

    def _exchange(
        self, table: str, column: str, number: int, now: set[str]
    ) -> tuple[set[str], set[str]]:
        """Have an article hold ``now`` in a table of two columns; return what is lost, and new."""
        query = f"SELECT {column} FROM {table} WHERE id=?"
        before = {value for (value,) in self._db.execute(query, (number,))}
        lost, new = before - now, now - before
        self._db.executemany(
            f"DELETE FROM {table} WHERE id=? AND {column}=?",
            ((number, value) for value in lost),
        )
        self._db.executemany(
            f"INSERT INTO {table} (id, {column}) VALUES (?, ?)",
            ((number, value) for value in sorted(new)),
        )
        return lost, new

    def with_media(self) -> set[int]:
        """Return the articles that are known to show photos or attachments."""
        return {number for (number,) in self._db.execute("SELECT DISTINCT id FROM media")}

    def media(self) -> set[str]:
        """Return the addresses of all photos and attachments."""
        return {url for (url,) in self._db.execute("SELECT DISTINCT url FROM media")}

    def shows(self, path: str) -> bool:
        """Whether a photo or an attachment of this address is shown by an article."""
        query = "SELECT 1 FROM media WHERE url=?"
        return self._db.execute(query, (path,)).fetchone() is not None

    @property
    def searched(self) -> Searched:
        """The articles that are in the search index."""
        return Searched(self._db)

    # Lists

    def enter(self, row: Row) -> None:
        """Put an article on its lists."""
        if row.state not in SEEN:
            return
        listed = row.state == "published"
        # A name that only an unlisted article uses comes last when slugs are given.
        moment = row.moment if listed else 2**62
        self._entering += (
            (kind, key, listed, moment, row.slug, row.id, name) for kind, key, name in row.lists
        )

    def _with_entries(self) -> sqlite3.Connection:
        """The database, with the places of all articles in it: in order, tens of thousands of
        them take a third of the time."""
        if self._entering:
            query = "INSERT OR IGNORE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)"
            self._db.executemany(query, sorted(self._entering))
            self._entering.clear()
        return self._db

    def leave(self, row: Row) -> None:
        """Take an article from its lists."""
        self._with_entries().executemany(
            "DELETE FROM entries "
            "WHERE kind=? AND key=? AND listed=? AND moment=? AND slug=? AND id=?",
            (
                (kind, key, listed, row.moment if listed else 2**62, row.slug, row.id)
                for kind, key, _ in row.lists
                for listed in (0, 1)
            ),
        )

    def entries(
        self, kind: str, key: str, most: int = -1, *, now: int | None = None
    ) -> list[Entry]:
        """Return a list, newest first, or the first ``most`` of it; with ``now`` (microseconds) of
        those whose name there, a moment, is still to come, or empty."""
        lasting = "" if now is None else f"AND (name='' OR CAST(name AS INTEGER) > {now:d}) "
        query = (
            "SELECT moment, slug, id FROM entries WHERE kind=? AND key=? AND listed=1 "
            f"{lasting}ORDER BY moment DESC, slug LIMIT ?"
        )
        return list(map(Entry._make, self._with_entries().execute(query, (kind, key, most))))

    def sitemap_entries(self, kind: str, key: str) -> list[str]:
        """Return what a sitemap says of each article on a list, newest first."""
        query = (
            "SELECT sitemap FROM entries JOIN listings USING (id) "
            "WHERE kind=? AND key=? AND listed=1 ORDER BY moment DESC, slug"
        )
        return [entry for (entry,) in self._with_entries().execute(query, (kind, key))]

    def lists(self) -> set[tuple[str, str]]:
        """Return kind and key of every list on which an article stands."""
        query = "SELECT DISTINCT kind, key FROM entries"
        return set(self._with_entries().execute(query))

    def keys(self, kind: str) -> dict[str, int]:
        """Return how many articles each list of a kind has, by its key, in the keys' order."""
        query = "SELECT key, count(*) FROM entries WHERE kind=? AND listed=1 GROUP BY key"
        return dict(self._with_entries().execute(query, (kind,)))

    def aliases(self, key: str | None = None) -> list[Alias]:
        """Return the old addresses of all articles that readers can open, or those that are one,
        in the order of their keys and of the articles' paths."""
        query = (
            "SELECT entries.key, entries.name, articles.id, articles.path, articles.url "
            "FROM entries JOIN articles USING (id) WHERE entries.kind='alias' "
            f"{'' if key is None else 'AND entries.key=?'} ORDER BY entries.key, articles.path"
        )
        found = self._with_entries().execute(query, () if key is None else (key,))
        return list(map(Alias._make, found))

    def distinct(self, kind: str) -> list[str]:
        """Return the keys of a kind's lists in order, in as many steps as there are of them: to
        count what stands on each takes as many as there are articles."""
        following = "SELECT min(key) FROM entries WHERE kind=? AND key>? AND listed=1"
        found, database = [""], self._with_entries()
        while (key := database.execute(following, (kind, found[-1])).fetchone()[0]) is not None:
            found.append(key)
        return found[1:]

    def first_uses(self, kind: str) -> Iterator[tuple[str, int]]:
        """Yield every name of a kind as it was first written, and when that was."""
        oldest = "SELECT key, min(moment) FROM entries WHERE kind=? GROUP BY key"
        query = "SELECT min(name) FROM entries WHERE kind=? AND key=? AND moment=?"
        for key, moment in self._with_entries().execute(oldest, (kind,)).fetchall():
            yield self._with_entries().execute(query, (kind, key, moment)).fetchone()[0], moment

    # Pages

    def page_count(self) -> int:
        """Return how many files there are, photos and attachments apart."""
        found: int = self._db.execute("SELECT count(*) FROM pages").fetchone()[0]
        return found

    def page_paths(self) -> set[str]:
        """Return the paths of all files, photos and attachments apart."""
        return {path for (path,) in self._db.execute("SELECT path FROM pages")}

    def published(self) -> set[str]:
        """Return the paths of all files of the site, photos and attachments with them."""
        return self.page_paths() | self.media()

    def publishes(self, path: str) -> bool:
        """Whether a file of this path is one of the site's, be it a photo or an attachment."""
        query = "SELECT 1 FROM pages WHERE path=?"
        return self._db.execute(query, (path,)).fetchone() is not None or self.shows(path)

    def pages_of(self, group: str) -> dict[str, bytes]:
        """Return the cached plans of a group's pages, by path."""
        query = "SELECT path, cached_plan FROM pages WHERE page_group=?"
        return dict(self._db.execute(query, (group,)))

    def cached_plans_of(self, paths: Iterable[str]) -> Iterator[tuple[str, str, bytes]]:
        """Yield path, group and cached plan of some pages."""
        for path in paths:
            query = "SELECT path, page_group, cached_plan FROM pages WHERE path=?"
            yield from self._db.execute(query, (path,))

    def groups(self) -> dict[str, str]:
        """Return the group of every page, by path."""
        return dict(self._db.execute("SELECT path, page_group FROM pages"))

    def put_list_dependencies(self, ranges: Mapping[str, Set[ListRange]], *, new: bool) -> None:
        """Note by page group on which parts of lists its plan depends; ``new`` says that nothing
        was noted before."""
        if not new:
            groups = ((group,) for group in ranges)
            self._db.executemany("DELETE FROM list_dependencies WHERE page_group=?", groups)
        rows = ((group, *one) for group, found in ranges.items() for one in found)
        in_order = sorted(rows, key=lambda row: (*row[1:], row[0]))
        self._db.executemany("INSERT INTO list_dependencies VALUES (?, ?, ?, ?, ?)", in_order)

    def depending_on(self, places: Set[tuple[str, str, int]]) -> set[str]:
        """Return the page groups whose plan depends on any of these places: kind and key of a
        list, and a moment."""
        query = (
            "SELECT page_group FROM list_dependencies WHERE kind=? AND key=? AND low<=? AND high>=?"
        )
        return {
            group
            for kind, key, moment in places
            for (group,) in self._db.execute(query, (kind, key, moment, moment))
        }

    def put_pages(self, pages: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep pages: path, group and cached plan."""
        self._db.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", pages)

    def remove_pages(self, paths: Iterable[str]) -> None:
        """Forget pages."""
        self._db.executemany("DELETE FROM pages WHERE path=?", ((path,) for path in paths))


def _condition(wanted: Wanted) -> tuple[str, tuple[Any, ...]]:
    """Return an SQL condition with its values."""
    parts: list[str] = ["1"]
    values: list[Any] = []
    for name, value in wanted.items():
        if name in ("kinds", "states"):
            some: list[str] = list(value)  # type: ignore[call-overload] # one of the two collections
            parts.append(f"{name[:-1]} IN ({', '.join('?' * len(some))})")
            values += some
        elif name == "media":
            parts.append("media")
        else:
            parts.append(_CONDITIONS[name])
            values.append(value)
    return " AND ".join(parts), tuple(values)


def discard(file: Path) -> None:
    """Delete a state, with its checkpoint and what SQLite keeps beside it."""
    remove_checkpoint(file)
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            file.with_name(file.name + suffix).unlink()


def load_article(listing: bytes | bytearray) -> Article:
    """Return an article, without its terms, from what the state keeps."""
    article: Article = unpack(listing)
    return article


def load_body(data: bytes | bytearray) -> Body:
    """Return an article's body from what the state keeps."""
    body: Body = unpack(data)
    return body
