"""What the site has, as its last build left it: the desk's lists, and the choices of its forms."""

from __future__ import annotations

import sqlite3
import threading
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field, replace

from plugins.core.article import Article
from plugins.core.text.slugs import slugify
from plugins.engine.errors import StateError
from plugins.engine.project.project import Project
from plugins.engine.store.database import load_article
from plugins.engine.store.rows import Publication, Row
from plugins.preview.workers.saved import ReadOnlyState

_SUGGESTED = 3000


@dataclass(frozen=True)
class Listed:
    """An article as the desk lists it: ``moment`` is its date in microseconds, ``folded`` what a
    search looks at, ``url`` its address relative to the site's root."""

    path: str
    title: str
    state: Publication
    moment: int
    url: str
    category: str
    authors: str
    folded: str


@dataclass(frozen=True)
class Contents:
    """All articles, the newest first, and the names that they use, by field of the form."""

    articles: tuple[Listed, ...] = ()
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)


class Newsroom:
    """Looks at the state of the last build; remembers it until there is another."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._lock = threading.Lock()
        self._seen: object = None
        self._contents = Contents()
        self._known: dict[int, tuple[tuple[str, bytes], Listed]] = {}

    def contents(self) -> Contents:
        """Return what the site has; what it had if it is being built, nothing before that."""
        with self._lock:
            look = _look(self._project)
            if look != self._seen:
                try:
                    self._contents = self._read()
                    self._seen = look
                except (sqlite3.DatabaseError, StateError, OSError):
                    pass
            return self._contents

    def find(self, query: str) -> list[Listed]:
        """Return the articles whose title, author or category has all words of a query, whatever
        marks they are typed with."""
        words = slugify(query).split("-") if slugify(query) else []
        return [
            one for one in self.contents().articles if all(word in one.folded for word in words)
        ]

    def choices(self) -> dict[str, tuple[str, ...]]:
        """Return the names that a form offers, by field."""
        names = self.contents().names
        categories = (*self._project.articles.categories, *names.get("category", ()))
        return {
            "Category": tuple(dict.fromkeys(categories)),
            "Tags": names.get("tag", ()),
            "Authors": names.get("author", ()),
            "Series": names.get("series", ()),
            "Source": names.get("source", ()),
        }

    def _read(self) -> Contents:
        """Read what is new; an article whose file says what it did is not opened again."""
        known, self._known = self._known, {}
        with closing(ReadOnlyState(self._project.state)) as state:
            rows = {row.id: row for row in state.rows() if row.kind == "article"}
            for number, row in rows.items():
                there = known.get(number)
                if there is not None and there[0] == (row.path, row.digest):
                    listed = there[1]
                    same = replace(listed, state=row.state, moment=row.moment, url=row.url)
                    self._known[number] = (there[0], listed if same == listed else same)
            new = rows.keys() - self._known.keys()
            for number, packed in state.listings(new):
                row = rows[number]
                self._known[number] = ((row.path, row.digest), _listed(row, load_article(packed)))
        used: dict[str, Counter[str]] = {}
        for row in rows.values():
            for kind, _, name in row.lists:
                used.setdefault(kind, Counter())[name] += 1
        names = {
            kind: tuple(name for name, _ in counts.most_common(_SUGGESTED))
            for kind, counts in used.items()
        }
        articles = [listed for _, listed in self._known.values()]
        articles.sort(key=lambda one: (-one.moment, one.path))
        return Contents(tuple(articles), names)


def _listed(row: Row, article: Article) -> Listed:
    authors = ", ".join(article.author_names)
    told = f"{article.title} {authors} {article.category_name} {row.path}"
    return Listed(
        row.path,
        article.title,
        row.state,
        row.moment,
        row.url,
        article.category_name,
        authors,
        slugify(told),
    )


def _look(project: Project) -> object:
    """Return what differs when a build has written."""
    found = []
    for file in (project.state, project.state.with_name(f"{project.state.name}-wal")):
        try:
            status = file.stat()
            found.append((status.st_size, status.st_mtime_ns))
        except OSError:
            found.append((0, 0))
    return found
