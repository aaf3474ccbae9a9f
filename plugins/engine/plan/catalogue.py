"""All articles together: who shares a term, a month, a neighbour with whom.

A catalogue looks things up in the state when they are asked for, and keeps them: a build of
one changed article opens a few lists, a build of everything opens all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

from plugins.core.article import Article
from plugins.core.collation import sort_key
from plugins.core.terms import Kind, Term, assign_terms, term_key
from plugins.engine.config import BuildSettings
from plugins.engine.store.database import State
from plugins.engine.store.rows import Entry, Row

KINDS: tuple[Kind, ...] = ("category", "tag", "author", "source")
ListKey = tuple[str, str]
"""A list of articles: a kind of term with the term's key, ``("month", "2024-01")``, or all."""

ALL: ListKey = ("all", "")
ArticleTerms = tuple[Term | None, tuple[Term, ...], tuple[Term, ...], tuple[Term, ...]]


def lists_of(article: Article) -> tuple[tuple[str, str, str], ...]:
    """Return the lists that an article belongs on: kind, key, and the name as it is written."""
    if article.kind != "article" or article.date is None:
        return ()
    names: dict[str, Sequence[str]] = {
        "category": (article.category_name,),
        "tag": article.tag_names,
        "author": article.author_names,
        "source": [one.name for one in article.source.outlets] if article.source else (),
    }
    lists = {ALL: "", ("month", f"{article.date:%Y-%m}"): ""}
    for kind, written in names.items():
        for name in written:
            lists.setdefault((kind, term_key(name)), " ".join(name.split()))
    return tuple((*key, name) for key, name in lists.items())


class Catalogue:
    """The published articles in their lists, as the state has them."""

    def __init__(
        self,
        state: State,
        settings: BuildSettings,
        pinned: Mapping[str, str],
        *,
        reindexed: bool = True,
    ) -> None:
        """``reindexed`` says whether any article came, went, or has other terms or another date;
        if none has, all terms are what they were."""
        self.settings = settings
        self.reindexed = reindexed
        self._state = state
        self._pinned = pinned
        self._entries: dict[ListKey, list[Entry]] = {}
        self._known: dict[int, Entry] = {}
        self._places: dict[ListKey, dict[int, int]] = {}
        self._rows: dict[int, Row] = {}

    def entries(self, key: ListKey) -> list[Entry]:
        """Return a list, newest first."""
        if key not in self._entries:
            # An article stands on eight lists: one entry does for all.
            entries = self._state.entries(*key)
            self._entries[key] = [self._known.setdefault(entry.id, entry) for entry in entries]
        return self._entries[key]

    def newest(self, key: ListKey, most: int) -> list[Entry]:
        """Return the first of a list, at most so many."""
        if key in self._entries:
            return self._entries[key][:most]
        return self._state.entries(*key, most)

    def place(self, key: ListKey, number: int) -> int:
        """Return where in a list an article stands, from 0."""
        if key not in self._places:
            self._places[key] = {entry.id: at for at, entry in enumerate(self.entries(key))}
        return self._places[key][number]

    def near(self, key: ListKey, entry: Entry, before: int, after: int) -> list[Entry]:
        """Return what stands in a list up to so many places around where ``entry`` does,
        or would."""
        entries = self.entries(key)
        at = bisect_left(entries, entry.order, key=lambda one: one.order)
        return entries[max(at - before, 0) : at + after + 1]

    def row(self, number: int) -> Row:
        """Return what is known of an article."""
        if number not in self._rows:
            self._rows.update({row.id: row for row in self._state.rows("id=?", number)})
        return self._rows[number]

    def know(self, row: Row) -> None:
        """Take an article for this from now on, whatever the state has."""
        self._rows[row.id] = row

    def numbers(self) -> set[int]:
        """Return all articles and static pages, and get ready to be asked about each."""
        self._rows = {row.id: row for row in self._state.rows()}
        return set(self._rows)

    @cached_property
    def terms(self) -> dict[Kind, dict[str, Term]]:
        """All terms by kind and key; also those that only hidden articles use."""
        if not self.reindexed:
            known: dict[Kind, dict[str, Term]] = self._state.fact("terms")
            return known
        return {
            kind: assign_terms(kind, self._state.first_uses(kind), self._pinned) for kind in KINDS
        }

    @cached_property
    def months(self) -> dict[str, int]:
        """How many articles each month has (``"2024-01"``), newest first."""
        return dict(reversed(self._state.keys("month").items()))

    def listed(self, kind: Kind) -> list[Term]:
        """Return the terms of a kind that have a page, in Vietnamese alphabetical order."""
        terms = self.terms[kind]
        return sorted(
            (terms[key] for key in self._state.keys(kind)), key=lambda term: sort_key(term.name)
        )

    @cached_property
    def navigation(self) -> list[Term]:
        """The categories for the menu: those that the settings name, then the others."""
        order = {name: place for place, name in enumerate(self.settings.navigation)}
        last = len(order)
        return sorted(self.listed("category"), key=lambda term: order.get(term.name, last))

    def terms_of(self, row: Row) -> ArticleTerms:
        """Return an article's category, tags, authors and outlets."""
        found: dict[str, list[Term]] = {kind: [] for kind in KINDS}
        for kind, key, _ in row.lists:
            if kind in found:
                found[kind].append(self.terms[kind][key])  # type: ignore[index]
        tags = sorted(found["tag"], key=lambda term: sort_key(term.name))
        category = found["category"][0] if found["category"] else None
        return category, tuple(tags), tuple(found["author"]), tuple(found["source"])
