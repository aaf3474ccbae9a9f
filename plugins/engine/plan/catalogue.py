"""All articles together: who shares a term, a month, a neighbour with whom.

A catalogue looks things up in the store when they are asked for, and keeps them: a build of
one changed article opens a few lists, a build of everything opens all. It notes which part of
which list was looked at: what a plan saw there it depends on, and an article that comes, goes or
changes there outdates it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property

from plugins.articles.config import ArticleSettings
from plugins.core.article import FOLDERS, PIN_PLACES, Article, Body
from plugins.core.terms import Term, TermKind, assign_terms, term_key
from plugins.core.text.collation import sort_key
from plugins.core.text.decoding import normalise
from plugins.engine.project.config import BuildSettings
from plugins.engine.store.database import State, load_article
from plugins.engine.store.rows import (
    HIGHEST,
    INTRODUCTION,
    LOWEST,
    PUBLICATIONS,
    Alias,
    Entry,
    Introduced,
    ListRange,
    Moved,
    Row,
    epoch,
)

KINDS: tuple[TermKind, ...] = ("category", "tag", "series", "author", "source")
INTRODUCED: tuple[TermKind, ...] = ("series", "author")
"""Those that a static page introduces which names one."""
ListKey = tuple[str, str]
"""A list of articles: a kind of term with the term's key, ``("month", "2024-01")``,
``("year", "2024")``, a collection (``("notice", "")``), or all."""

ALL: ListKey = ("all", "")
PINNED = "pinned"
"""The kind of the lists of articles that are pinned to the front page, by place. The name with
which an article stands there, as a notice does on its list, is the moment (microseconds) until
when it is on the front page, empty if for good."""
BANNERS: ListKey = ("banner", "")
"""The list of static pages with a banner on the front page; names are as on :data:`PINNED`."""
MONTHS: ListKey = ("months", "")
"""The list of all months that have articles."""
TERMS = "terms"
"""The kind of the lists of all terms of one kind (``("terms", "tag")``)."""
ALIAS = "alias"
"""The kind of the lists of all articles that have one old address (``("alias", "/cu/")``)."""
MOVED = "moved"
"""The fact that holds what the newsroom's own list of old addresses says."""
REDIRECTS: ListKey = ("redirects", "")
"""The list of all old addresses."""
ArticleTerms = dict[TermKind, tuple[Term, ...]]
"""An article's terms; of tags in alphabetical order."""


def lists_of(article: Article, body: Body) -> tuple[tuple[str, str, str], ...]:
    """Return the lists that an article belongs on: kind, key, and the name as it is written."""
    aliases = ((ALIAS, one.key, one.name) for one, _ in body.aliases)
    return *_lists_of(article, has_film=bool(body.films)), *aliases


def _lists_of(article: Article, *, has_film: bool) -> Iterable[tuple[str, str, str]]:
    if article.kind in FOLDERS and article.date:
        until = str(epoch(article.until) or "")
        return ((article.kind, "", until), ("year", f"{article.date:%Y}", ""))
    names: dict[TermKind, Sequence[str]] = {
        "category": (article.category_name,),
        "tag": article.tag_names,
        "series": (article.series_name,) if article.series_name else (),
        "author": article.author_names,
        "source": [one.name for one in article.source.outlets] if article.source else (),
    }
    if article.kind == "page":
        found = ((kind, name) for kind in INTRODUCED for name in names[kind])
        told = [(INTRODUCTION, f"{kind}:{term_key(name)}", name) for kind, name in found]
        banner = (*BANNERS, str(epoch(article.until) or ""))
        return (*told[:1], *[banner] * (article.banner is not None))
    if article.date is None:
        return ()
    lists = {ALL: "", ("month", f"{article.date:%Y-%m}"): "", ("year", f"{article.date:%Y}"): ""}
    if article.pin:
        lists[PINNED, str(article.pin.place)] = str(epoch(article.pin.until) or "")
    if has_film:
        lists["video", ""] = ""
    for kind, written in names.items():
        for name in written:
            lists.setdefault((kind, term_key(name)), " ".join(name.split()))
    return ((*key, name) for key, name in lists.items())


class Catalogue:
    """The published articles in their lists, as the state has them."""

    def __init__(
        self,
        state: State,
        settings: BuildSettings,
        articles: ArticleSettings,
        *,
        now: datetime,
        reindexed: bool = True,
    ) -> None:
        """``now`` is the moment of the build. ``reindexed`` says whether any article came, went,
        or has other terms or another date; if none has, all terms are what they were."""
        self.settings = settings
        self.now = now
        self.reindexed = reindexed
        self._state = state
        self._articles = articles
        self._entries: dict[ListKey, list[Entry]] = {}
        self._known: dict[int, Entry] = {}
        self._places: dict[ListKey, dict[int, int]] = {}
        self._rows: dict[int, Row] = {}
        self._listed: dict[TermKind, list[Term]] = {}
        self._ranges: set[ListRange] = set()

    def entries(self, key: ListKey) -> list[Entry]:
        """Return a list, newest first."""
        self._note(key)
        return self._list(key)

    def newest(self, key: ListKey, most: int) -> list[Entry]:
        """Return the first of a list, at most so many."""
        known = self._entries.get(key)
        found = self._state.entries(*key, most) if known is None else known[:most]
        self._note(key, low=found[-1].moment if found and len(found) == most else LOWEST)
        return found

    def around(
        self, key: ListKey, number: int, newer: int, older: int
    ) -> tuple[list[Entry], list[Entry]]:
        """Return what stands in a list right before an article, and right behind it, at most so
        many."""
        entries, at = self._list(key), self._place(key, number)
        before, behind = entries[max(at - newer, 0) : at], entries[at + 1 : at + 1 + older]
        own = entries[at].moment
        high = own if not newer else before[0].moment if len(before) == newer else HIGHEST
        low = own if not older else behind[-1].moment if len(behind) == older else LOWEST
        self._note(key, low, high)
        return before, behind

    def sitemap_entries(self, key: ListKey) -> list[str]:
        """Return what a sitemap says of each article on a list, newest first."""
        self._note(key)
        return self._state.sitemap_entries(*key)

    def static_pages(self) -> list[Row]:
        """Return the published static pages that stand for themselves. All pages are planned anew
        when these change."""
        rows = self._state.rows(kind="page", states=["published"], order="path")
        return [row for row in rows if not row.introduces]

    def introduction(self, kind: str, key: str) -> int | None:
        """Return the static page that introduces a term."""
        return next((entry.id for entry in self.newest((INTRODUCTION, f"{kind}:{key}"), 1)), None)

    def address(self, number: int, url: str) -> str | None:
        """Return where an article or a static page with the address ``url`` is shown: what
        introduces a term, with that term's list, or nowhere."""
        introduced = self._introducing.get(number)
        if introduced is None:
            return url
        kind, key, _ = introduced
        return self.terms[kind][key].url if self.newest((kind, key), 1) else None

    @cached_property
    def introductions(self) -> dict[str, str]:
        """Where each static page that introduces a term is shown, by the pages' source paths:
        empty for one whose term has no article."""
        rows = [row for row in self._pages() if row.introduces]
        return {row.path: self.address(row.id, row.url) or "" for row in rows}

    @cached_property
    def _introducing(self) -> dict[int, Introduced]:
        return {row.id: row.introduces for row in self._pages() if row.introduces}

    def _pages(self) -> list[Row]:
        # By their states an index knows the few; to look through all articles takes long.
        return self._state.rows(kind="page", states=PUBLICATIONS)

    def pinned(self) -> list[int]:
        """Return the articles that are pinned to the front page now: by place, newest first."""
        places = (self.lasting((PINNED, str(place))) for place in PIN_PLACES)
        return [entry.id for entries in places for entry in entries]

    def lasting(self, key: ListKey, most: int = -1) -> list[Entry]:
        """Return those of a list that are to be on the front page now, at most so many."""
        self._note(key)
        return self._state.entries(*key, most, now=epoch(self.now))

    def take_ranges(self) -> set[ListRange]:
        """Return the parts of lists that were looked at since the last call."""
        ranges, self._ranges = self._ranges, set()
        return ranges

    def _note(self, key: ListKey, low: int = LOWEST, high: int = HIGHEST) -> None:
        self._ranges.add(ListRange(*key, low, high))

    def _list(self, key: ListKey) -> list[Entry]:
        if key not in self._entries:
            # An article stands on eight lists: one entry does for all.
            entries = self._state.entries(*key)
            self._entries[key] = [self._known.setdefault(entry.id, entry) for entry in entries]
        return self._entries[key]

    def _place(self, key: ListKey, number: int) -> int:
        if key not in self._places:
            self._places[key] = {entry.id: at for at, entry in enumerate(self._list(key))}
        return self._places[key][number]

    def row(self, number: int) -> Row:
        """Return what is known of an article."""
        if number not in self._rows:
            self._rows.update({row.id: row for row in self._state.rows(id=number)})
        return self._rows[number]

    def find(self, number: int) -> Row | None:
        """Return what is known of an article; ``None`` if there is none any more."""
        found = self._rows.get(number)
        return found or next(iter(self._state.rows(id=number)), None)

    def withdrawn(self) -> list[Row]:
        """Return what was taken from readers, by address; for plans of every build alone."""
        rows = self._state.rows(states=["withdrawn"])
        return sorted(rows, key=lambda row: row.url)

    def withdrawn_on(self, number: int) -> datetime | None:
        """Return when an article was taken from readers."""
        ((_, listing),) = self._state.listings([number])
        withdrawal = load_article(listing).withdrawal
        return withdrawal.date if withdrawal else None

    def know(self, row: Row) -> None:
        """Take an article for this from now on, whatever the state has."""
        self._rows[row.id] = row

    def published(self) -> int:
        """Return how many articles and static pages lists may show; for plans of every build
        alone, because it is not noted that they looked."""
        return self._state.count(states=["published"])

    def numbers(self) -> set[int]:
        """Return all articles and static pages, and get ready to be asked about each."""
        self._rows = {row.id: row for row in self._state.rows()}
        return set(self._rows)

    @cached_property
    def terms(self) -> dict[TermKind, dict[str, Term]]:
        """All terms by kind and key; also those that only hidden articles use."""
        if not self.reindexed:
            known: dict[TermKind, dict[str, Term]] = self._state.fact("terms")
            return known
        return {kind: self._assigned(kind, self._state.first_uses(kind)) for kind in KINDS}

    def _assigned(self, kind: TermKind, uses: Iterable[tuple[str, int]]) -> dict[str, Term]:
        substitutions = self._articles.slug_substitutions.get(kind, ())
        return assign_terms(kind, uses, self._articles.term_slugs, substitutions)

    @property
    def months(self) -> dict[str, int]:
        """How many articles each month has (``"2024-01"``), newest first."""
        self._note(MONTHS)
        return self._months

    @property
    def years(self) -> list[str]:
        """The years that have articles, oldest first; for plans of every build alone, because it
        is not noted that they looked."""
        return self._state.distinct("year")

    @cached_property
    def _months(self) -> dict[str, int]:
        return dict(reversed(self._state.keys("month").items()))

    def lists(self) -> Iterable[ListKey]:
        """Return every list; also those of terms that only hidden articles use."""
        terms = {(kind, key) for kind in KINDS for key in self.terms[kind]}
        return terms | self._state.lists() | {(ALIAS, key) for key in self.moved}

    def aliases(self, key: str | None = None) -> list[Alias]:
        """Return the old addresses of articles, all or those that are one."""
        if key is None:
            self._note(REDIRECTS)
        return self._state.aliases(key)

    @cached_property
    def moved(self) -> dict[str, Moved]:
        """What the newsroom's own list says, by the keys of the old addresses."""
        return self._state.fact(MOVED) or {}

    def row_at(self, path: str) -> Row | None:
        """Return what is known of the article with a source path, however its marks are kept."""
        found = self._state.rows(path=path)
        if not found and not path.isascii():
            found = [row for row in self._state.rows() if normalise(row.path) == path]
        return next(iter(found), None)

    def listed(self, kind: TermKind) -> list[Term]:
        """Return the terms of a kind that have a page, in Vietnamese alphabetical order."""
        self._note((TERMS, kind))
        if kind not in self._listed:
            shown = (self.terms[kind][key] for key in self._state.keys(kind))
            self._listed[kind] = sorted(shown, key=lambda term: sort_key(term.name))
        return self._listed[kind]

    @property
    def navigation(self) -> list[Term]:
        """The categories for the menu: those that the settings name, then the others."""
        order = {name: place for place, name in enumerate(self.settings.navigation)}
        last = len(order)
        return sorted(self.listed("category"), key=lambda term: order.get(term.name, last))

    def terms_of(self, row: Row) -> ArticleTerms:
        """Return an article's terms by kind."""
        found: ArticleTerms = {}
        for kind in KINDS:
            terms = [self.terms[kind][key] for of, key, _ in row.lists if of == kind]
            found[kind] = tuple(terms)
        found["tag"] = tuple(sorted(found["tag"], key=lambda term: sort_key(term.name)))
        return found
