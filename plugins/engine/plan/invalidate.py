"""Which pages there are to plan, and which of these to render: no more than has to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plugins.core.terms import LISTS, Term, TermKind
from plugins.core.text.collation import sort_key
from plugins.engine.plan.catalogue import KINDS, MONTHS, REDIRECTS, TERMS, Catalogue
from plugins.engine.plan.collections import collection_lists
from plugins.engine.plan.pages import (
    all_groups,
    constant_groups,
    groups_of,
    in_order,
    plan,
    plan_addresses,
    shows_bodies,
)
from plugins.engine.plan.planned import PlannedPage, Ref, own_article, refs_in
from plugins.engine.project.project import Project
from plugins.engine.scan.changes import Changes
from plugins.engine.store.codec import pack, unpack
from plugins.engine.store.database import State, load_article
from plugins.engine.store.rows import INTRODUCTION, ListRange, Row


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

    def have_rendered(self, group: str, page: PlannedPage, cached_plan: bytes, reason: str) -> None:
        """Note that a page of a group has to be rendered."""
        # Ten thousand pages as bytes take a tenth of the room, also in copies of this process.
        self.render[page.save_as] = (cached_plan, reason)
        refs = set(refs_in(page))
        self.shown |= refs
        self.opened |= _bodies(group, page, refs)

    def own(self, group: str, paths: Iterable[str], state: State) -> None:
        """Take ``paths`` for all files that ``group`` has; they need no cached plan."""
        before = state.pages_of(group)
        self.planned |= dict.fromkeys(paths, (group, b""))
        self.gone |= before.keys() - self.planned.keys()


class PageLink(NamedTuple):
    """A static page as others name it; ``language`` is empty for the site's own."""

    title: str
    url: str
    language: str


class ListLink(NamedTuple):
    """The list of a kind of terms, or a collection's."""

    kind: str
    url: str


def site_context_of(catalogue: Catalogue, state: State, changes: Changes) -> dict[str, Any]:
    """Return what every page shows of others: the menu, the static pages, and the lists of terms
    and of collections."""
    before: dict[str, Any] | None = state.fact("site_context")
    pages = state.rows(kind="page", states=["published"])
    if (
        before
        and not catalogue.reindexed
        and changes.listing_changed.isdisjoint(row.id for row in pages)
    ):
        return before
    own = [row.id for row in pages if not row.introduces]
    shown = [load_article(data) for _, data in state.listings(own)]
    return {
        "nav": catalogue.navigation,
        "pages": [
            PageLink(page.title, page.url, page.language)
            for page in sorted(shown, key=lambda page: (sort_key(page.title), page.url))
        ],
        "lists": [
            *(ListLink(kind, url) for kind, url in collection_lists(catalogue).items()),
            *(ListLink(kind, f"{LISTS[kind]}/") for kind in KINDS if state.keys(kind)),
        ],
    }


def settle_terms(catalogue: Catalogue, state: State, changes: Changes) -> None:
    """Keep the terms; an article that has one that was renamed shows something else now."""
    if not catalogue.reindexed:
        return
    before: dict[TermKind, dict[str, Term]] = state.fact("terms") or {}
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
    if _former(before) != _former(catalogue.terms):
        changes.lists.add(REDIRECTS)
    if before != catalogue.terms:
        state.remember("terms", catalogue.terms)


def _former(terms: dict[TermKind, dict[str, Term]]) -> list[Term]:
    """Return the terms that have another address than they had."""
    return [term for kind in KINDS for term in terms.get(kind, {}).values() if term.former]


def find_work(
    project: Project,
    catalogue: Catalogue,
    state: State,
    changes: Changes,
    *,
    everything: bool,
    lost: Iterable[str],
    only_addresses: bool = False,
) -> Work:
    """Return what has to be done after ``changes``.

    With ``everything``, all pages are planned and rendered. ``lost`` are files of the output
    folder that are not what the last build left there. With ``only_addresses`` nothing is to be
    rendered, and what was planned so must not become a build's.
    """
    work = Work()
    fresh = not state.page_count()
    outdated = _outdated(catalogue, state, changes, everything=everything)
    ranges: dict[str, set[ListRange]] = {}
    plan_group = plan_addresses if only_addresses else plan
    catalogue.take_ranges()
    for group in in_order(outdated):
        pages = list(plan_group(catalogue, project, group))
        ranges[group] = catalogue.take_ranges()
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
                work.have_rendered(group, page, now, reason)
            elif everything:
                work.have_rendered(group, page, now, "dựng lại tất cả")
            elif _shows_change(group, page, changes):
                work.have_rendered(group, page, now, "bài đổi")
        work.gone.update(before)
        work.released.update((path, group) for path in before)
    state.put_list_dependencies(ranges, new=fresh)
    for path, group, cached_plan in state.cached_plans_of(
        path for path in lost if path not in work.render
    ):
        if path not in work.gone and group not in ("asset", "extra", "search_index"):
            reason = "tệp trong thư mục xuất bản bị đổi hoặc mất"
            work.have_rendered(group, unpack(cached_plan), cached_plan, reason)
    work.gone -= work.planned.keys()
    return work


def _shows_change(group: str, page: PlannedPage, changes: Changes) -> bool:
    """Whether a page shows something of an article that is different now."""
    refs = set(refs_in(page))
    bodies = _bodies(group, page, refs)
    return not (
        refs.isdisjoint(changes.listing_changed) and bodies.isdisjoint(changes.body_changed)
    )


def _bodies(group: str, page: PlannedPage, refs: set[Ref]) -> set[Ref]:
    """Return the articles that a page shows whole, of those to which it refers."""
    own = own_article(page)
    return refs if shows_bodies(group) else {own} if own is not None else set()


def _outdated(
    catalogue: Catalogue, state: State, changes: Changes, *, everything: bool
) -> set[str]:
    """Return the groups whose plan looked where something is different now, and those of lists
    that may be new."""
    rows = [*changes.reindexed, *changes.gone, *map(catalogue.row, changes.listing_changed)]
    bodies = [catalogue.row(number) for number in changes.body_changed]
    found = {f"article:{row.id}" for row in (*rows, *bodies)}
    found.update(groups_of(changes.lists), constant_groups())
    if everything:  # to ask who looks at each of ten thousand articles takes a fifth of a build
        return found.union(all_groups(catalogue))
    found |= state.depending_on(_places(rows))
    places = _places(bodies)
    found.update(filter(shows_bodies, state.depending_on(places)))
    found |= state.depending_on({place for place in places if place[0] == INTRODUCTION})
    if changes.old_addresses:
        found |= state.depending_on({(*REDIRECTS, 0)})
    if catalogue.reindexed:
        found |= state.depending_on({(*MONTHS, 0), *((TERMS, kind, 0) for kind in KINDS)})
    return found


def _places(rows: Iterable[Row]) -> set[tuple[str, str, int]]:
    """Return where articles stand, or stood: list and moment."""
    return {(kind, key, row.moment) for row in rows for kind, key, _ in row.lists}
