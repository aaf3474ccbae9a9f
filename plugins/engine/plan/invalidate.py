"""Which pages there are to plan, and which of these to render: no more than has to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple

from plugins.core.collation import sort_key
from plugins.core.terms import LISTS, Kind, Term
from plugins.engine.plan.catalogue import ALL, KINDS, Catalogue, ListKey
from plugins.engine.plan.pages import (
    PlannedPage,
    lists,
    own_article,
    plan_archive,
    plan_article,
    plan_feeds,
    plan_fragment,
    plan_home,
    plan_list,
    plan_missing,
    plan_terms,
    refs_in,
)
from plugins.engine.plan.related import affected_by
from plugins.engine.project import Project
from plugins.engine.scan.changes import Changes
from plugins.engine.store.codec import pack, unpack
from plugins.engine.store.database import State, load_article


@dataclass
class Work:
    """What a build has to do: pages to render (path → cached_plan, and the reason why), pages that
    were planned anew (path → group and cached_plan), and pages that have to go. ``shown`` are the
    articles that stand on pages to render, ``opened`` those of which the body does. ``claims``
    are the addresses that a group did not have before, each with its group; ``released`` those
    that it had."""

    render: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    shown: set[int] = field(default_factory=set)
    opened: set[int] = field(default_factory=set)
    planned: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    claims: list[tuple[str, str]] = field(default_factory=list)
    released: set[tuple[str, str]] = field(default_factory=set)

    def have_rendered(self, page: PlannedPage, cached_plan: bytes, reason: str) -> None:
        """Note that a page has to be rendered."""
        # Ten thousand pages as bytes take a tenth of the room, also in copies of this process.
        self.render[page.save_as] = (cached_plan, reason)
        refs = set(refs_in(page))
        self.shown |= refs
        own = own_article(page)
        self.opened |= refs if page.kind == "feed" else {own} if own is not None else set()

    def own(self, group: str, paths: Iterable[str], state: State) -> None:
        """Take ``paths`` for all files that ``group`` has; they need no cached plan."""
        before = state.pages_of(group)
        self.planned |= dict.fromkeys(paths, (group, b""))
        self.gone |= before.keys() - self.planned.keys()


class Link(NamedTuple):
    """A static page as others name it."""

    title: str
    url: str


def site_context_of(catalogue: Catalogue, state: State, changes: Changes) -> dict[str, Any]:
    """Return what every page shows of others: the menu, the static pages, the lists of terms."""
    before: dict[str, Any] | None = state.fact("site_context")
    pages = state.rows("kind='page' AND state='published'")
    if (
        before
        and not catalogue.reindexed
        and changes.listing_changed.isdisjoint(row.id for row in pages)
    ):
        return before
    shown = [load_article(data) for _, data in state.listings(row.id for row in pages)]
    return {
        "nav": catalogue.navigation,
        "pages": [
            Link(page.title, page.url)
            for page in sorted(shown, key=lambda page: (sort_key(page.title), page.url))
        ],
        "term_lists": [
            PlannedPage(f"{LISTS[kind]}/", "terms", "terms", {"kind": kind})
            for kind in KINDS
            if state.keys(kind)
        ],
    }


def settle_terms(catalogue: Catalogue, state: State, changes: Changes) -> None:
    """Keep the terms; an article that has one that was renamed shows something else now."""
    if not catalogue.reindexed:
        return
    before: dict[Kind, dict[str, Term]] = state.fact("terms") or {}
    renamed = [
        (kind, key)
        for kind in KINDS
        for key, term in catalogue.terms[kind].items()
        if before.get(kind, {}).get(key) not in (None, term)
    ]
    concerned = set().union(*(state.users(*key) for key in renamed))
    for number in concerned:
        changes.listing_changed.add(number)
        changes.lists |= {(kind, key) for kind, key, _ in catalogue.row(number).lists}
    if before != catalogue.terms:
        state.remember("terms", catalogue.terms)


def find_work(
    project: Project,
    catalogue: Catalogue,
    state: State,
    changes: Changes,
    *,
    everything: bool,
    lost: Iterable[str],
) -> Work:
    """Return what has to be done after ``changes``.

    With ``everything``, all pages are planned and rendered. ``lost`` are files of the output
    folder that are not what the last build left there.
    """
    work = Work()
    changed = changes.listing_changed | changes.body_changed
    fresh = not state.page_count()
    for group, pages in _owners(project, catalogue, changes, everything=everything):
        before = {} if fresh else state.pages_of(group)
        for page in pages:
            path = page.save_as
            cached_plan = before.pop(path, None)
            now = pack(page)
            if cached_plan is None:
                work.claims.append((path, group))
            # Equal pages may be packed differently: by which of their texts are one object.
            if cached_plan is None or (cached_plan != now and unpack(cached_plan) != page):
                work.planned[path] = (group, now)
                reason = "trang mới" if cached_plan is None else "nội dung trang đổi"
                work.have_rendered(page, now, reason)
            elif everything:
                work.have_rendered(page, now, "dựng lại tất cả")
            elif not _touches(page, changed, changes.listing_changed).isdisjoint(changed):
                work.have_rendered(page, now, "bài đổi")
        work.gone.update(before)
        work.released.update((path, group) for path in before)
    for path, group, cached_plan in state.cached_plans_of(
        path for path in lost if path not in work.render
    ):
        if path not in work.gone and group not in ("asset", "extra"):
            reason = "tệp trong thư mục xuất bản bị đổi hoặc mất"
            work.have_rendered(unpack(cached_plan), cached_plan, reason)
    work.gone -= work.planned.keys()
    return work


def _touches(page: PlannedPage, changed: set[int], listing_changed: set[int]) -> set[int]:
    """Return the changed articles that a page shows something changed of."""
    refs: set[int] = set(refs_in(page))
    if page.kind == "feed":
        return refs & changed
    own = own_article(page)
    return (refs & listing_changed) | (changed & {own} if own is not None else set())


def _owners(
    project: Project, catalogue: Catalogue, changes: Changes, *, everything: bool
) -> Iterator[tuple[str, Iterable[PlannedPage]]]:
    """Yield the groups to plan anew, each with all its pages."""
    keys = set(lists(catalogue)) | changes.lists if everything else changes.lists
    if everything:
        yield "missing", [plan_missing()]
    if everything or keys:
        yield "home", [plan_home(catalogue)]
        yield "fragment", [plan_fragment(catalogue)]
    if everything or catalogue.reindexed:
        yield "archive", plan_archive(catalogue)
        yield from ((f"terms:{kind}", plan_terms(catalogue, kind)) for kind in KINDS)
    for key in sorted(keys - {ALL}):
        yield ":".join(key), plan_list(catalogue, key)
    for key in _feeds(catalogue, changes, keys, everything=everything):
        group = ":".join(("feed", *key))
        yield group, plan_feeds(catalogue, key, project.feeds(key == ALL), project.feed_length)
    for number in sorted(_articles(catalogue, changes, everything=everything)):
        row = catalogue.row(number)
        pages = [plan_article(catalogue, row)] if row.state in ("published", "hidden") else []
        yield f"article:{number}", pages
    for row in changes.gone:
        yield f"article:{row.id}", []


def _feeds(
    catalogue: Catalogue, changes: Changes, keys: set[ListKey], *, everything: bool
) -> set[ListKey]:
    feeds = {key for key in keys if key[0] == "category"}
    if everything:
        return feeds | {ALL}
    for number in changes.body_changed | changes.listing_changed:
        feeds |= {(kind, key) for kind, key, _ in catalogue.row(number).lists if kind == "category"}
    return feeds | {ALL} if feeds or keys else feeds


def _articles(catalogue: Catalogue, changes: Changes, *, everything: bool) -> set[int]:
    if everything:
        return catalogue.numbers()
    numbers = changes.listing_changed | changes.body_changed
    rows = chain(changes.reindexed, map(catalogue.row, changes.listing_changed))
    numbers.update(number for row in rows for number in affected_by(catalogue, row))
    return numbers - {row.id for row in changes.gone}
