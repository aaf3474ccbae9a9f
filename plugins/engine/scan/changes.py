"""What is different in the content folder since the last build, brought into the state."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from plugins.core.article import DATED
from plugins.core.problems import Problem
from plugins.engine.fork import spread
from plugins.engine.plan.catalogue import ALIAS, REDIRECTS, ListKey
from plugins.engine.project.project import Project
from plugins.engine.scan.content_folder import NEVER_SEEN
from plugins.engine.scan.reading import Failed, Packed, Said, article_reader, read_files
from plugins.engine.scan.scan import Scan
from plugins.engine.store.database import State, load_article
from plugins.engine.store.rows import SEEN, Publication, Row, epoch, publication
from plugins.photos import PhotoLibrary

_RACY = 2_000_000_000  # nanoseconds: some file systems keep time by two seconds


@dataclass
class Changes:
    """What a build has to think about anew.

    ``listing_changed`` are articles of which lists show something else now, ``body_changed`` those
    that only their own page and the feeds show differently. ``used`` are files that an article
    began or ceased to use. ``reindexed`` are articles, as they
    were and as they are, that came, went or changed places; ``lists`` have other members
    now, or show one differently. ``left`` are addresses at which an article was, seen by readers or
    not. ``read`` is what was read, by number. What is wrong is in
    ``problems``, and ``failed`` what could be read of articles all the same.
    """

    listing_changed: set[int] = field(default_factory=set)
    body_changed: set[int] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    reindexed: list[Row] = field(default_factory=list)
    lists: set[ListKey] = field(default_factory=set)
    gone: list[Row] = field(default_factory=list)
    left: set[str] = field(default_factory=set)
    read: dict[int, Said] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)

    @property
    def old_addresses(self) -> bool:
        """Whether an old address is new, gone, or leads elsewhere."""
        return any(kind in (ALIAS, REDIRECTS[0]) for kind, _ in self.lists)


def find_changes(
    project: Project,
    state: State,
    seen: Scan,
    library: PhotoLibrary,
    now: datetime,
    processes: int,
) -> Changes:
    """Read what has changed by a scan, and bring the state up to it.

    With an error among the problems, the state must not be committed.
    """
    changes = Changes()
    began = time.time_ns()
    suspects = set(seen.articles)
    if project.build.trust_times:
        depending = _depending_on(state, seen, library)
    else:
        depending = {path for path, *_ in state.dependencies()} - seen.gone
    rows = {row.path: row for row in state.rows_of(suspects | depending)}
    # A file that was only touched is not read again, unless another that it uses is new.
    digests = {path: row.digest for path, row in rows.items() if path not in depending}
    to_read = sorted(suspects | depending)
    if to_read:
        reader = article_reader(project, library)

        def read(some: Iterable[str]) -> Iterator[tuple[str, bytes, Any, Any, Any]]:
            for each in read_files(some, project, reader, digests):
                yield *each, library.found()

        for path, digest, packed, problems, photos in spread(read, to_read, processes, "Đọc bài"):
            library.note(photos)
            changes.problems += problems
            if isinstance(packed, Failed):
                changes.failed.append(packed)
            elif packed is not None:
                _put(project, state, rows.get(path), packed, digest, now, changes)
    for row in state.rows_of(seen.gone):
        changes.used |= state.set_uses(row.id, ())
        state.remove(row)
        state.leave(row)
        changes.gone.append(row)
        changes.left.add(row.url)
        _reindex(changes, row)
        _redirect(changes, row, None)
    _remember(state, seen, began)
    if project.build.preview:
        _keep_marks(state, now, changes)
    else:
        _keep_time(state, now, changes)
    return changes


def _depending_on(state: State, seen: Scan, library: PhotoLibrary) -> set[str]:
    """Return the articles for which a file they use, or a name they asked for, is another."""
    # No article uses another: what one says, the other need not know.
    files = {*seen.changed, *seen.gone}.difference(seen.articles)
    if not seen.folders and not files:
        return set()
    return {
        path
        for path, lookups, files_used in state.dependencies({*seen.folders, *files})
        if path not in seen.gone
        and (
            not files.isdisjoint(files_used)
            or any(
                question[0] in seen.folders and library.finder.answer(question) != answer
                for question, answer in lookups
            )
        )
    }


def _put(
    project: Project,
    state: State,
    old: Row | None,
    packed: Packed,
    digest: bytes,
    now: datetime,
    changes: Changes,
) -> None:
    visible = publication(packed.status, packed.moment, packed.kind, now)
    if project.build.preview:
        kept = packed.status in ("hidden", "withdrawn")
        visible = cast("Publication", packed.status) if kept else "published"
    row, shows_differently = state.put(packed, digest, visible)
    changes.read[row.id] = packed.said
    changes.used |= state.set_uses(row.id, packed.files)
    if old is None or _place(old) != _place(row):
        if old is not None:
            changes.left.add(old.url)
            state.leave(old)
            _reindex(changes, old)
        state.enter(row)
        _reindex(changes, row)
        _redirect(changes, old, row)
        changes.listing_changed.add(row.id)
        return
    if old.lists != row.lists:  # other old addresses, which no list shows
        state.leave(old)
        state.enter(row)
        _redirect(changes, old, row)
    if shows_differently:
        changes.listing_changed.add(row.id)
        changes.lists |= _lists(row)
    else:
        changes.body_changed.add(row.id)


def _place(row: Row) -> tuple[object, ...]:
    lists = [one for one in row.lists if one[0] != ALIAS]
    return (row.state, row.moment, row.slug, row.url, row.pictured, lists, row.kind)


def _lists(row: Row) -> set[ListKey]:
    if row.state != "published":
        return set()
    return {(kind, key) for kind, key, _ in row.lists if kind != ALIAS}


def _reindex(changes: Changes, row: Row) -> None:
    changes.reindexed.append(row)
    changes.lists |= _lists(row)


def _redirect(changes: Changes, before: Row | None, now: Row | None) -> None:
    """Note the old addresses that are new, gone, or lead elsewhere."""
    differing = _leading_to(before) ^ _leading_to(now)
    changes.lists |= {(ALIAS, key) for key, _ in differing}


def _leading_to(row: Row | None) -> set[tuple[str, tuple[object, ...]]]:
    if row is None:
        return set()
    to = (row.url, row.introduces, row.state in SEEN)
    return {(key, (name, *to)) for kind, key, name in row.lists if kind == ALIAS}


def _remember(state: State, seen: Scan, began: int) -> None:
    """Keep the signatures of all files, and the names in all folders."""
    settled = began - _RACY
    now = {
        # What changed while or just before it was read may change again without a trace.
        path: signature if signature[1] < settled else NEVER_SEEN
        for path, signature in seen.changed.items()
    }
    state.put_signatures("sources", now, seen.gone)
    state.put_folders(seen.folders)


def _keep_time(state: State, now: datetime, changes: Changes) -> None:
    """Publish articles whose time has come; take back those whose time is still to come."""
    due = state.rows(kinds=DATED, states=["scheduled"], until=epoch(now))
    early = state.rows(kinds=DATED, states=SEEN, after=epoch(now))
    for row in (*due, *early):
        (found,) = state.listings([row.id])
        visible = publication(load_article(found[1]).status, row.moment, row.kind, now)
        state.leave(row)
        _reindex(changes, row)
        state.set_publication(row, visible)
        (moved,) = state.rows(id=row.id)
        state.enter(moved)
        _reindex(changes, moved)
        _redirect(changes, row, moved)
        changes.listing_changed.add(row.id)


def _keep_marks(state: State, now: datetime, changes: Changes) -> None:
    """In a preview all articles are out: only the mark of those whose time came, or is still
    to come again, is another."""
    before = epoch(state.fact("now") or now)
    first, last = sorted((before, epoch(now)))
    for row in state.rows(kinds=DATED, after=first, until=last):
        changes.listing_changed.add(row.id)
        changes.lists |= _lists(row)
    state.remember("now", now)
