"""What is different in the content folder since the last build, brought into the state."""

from __future__ import annotations

import hashlib
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from plugins.articles.text import normalise
from plugins.build.catalogue import ListKey, lists_of
from plugins.build.fork import spread
from plugins.build.project import Project
from plugins.build.sources import Sources, Stamp
from plugins.build.state import Publication, Row, State, epoch, load_article
from plugins.build.unpublished import date_draft
from plugins.photos import PhotoLibrary
from plugins.problems import Problem, ProblemError

if TYPE_CHECKING:
    from plugins.articles.reader import Reading

_RACY = 2_000_000_000  # nanoseconds: some file systems keep time by two seconds
_UNSETTLED: Stamp = (-1, -1)


@dataclass
class Changes:
    """What a build has to think about anew.

    ``touched`` are articles of which lists show something else now, ``rewritten`` those
    that only their own page and the feeds show differently. ``moved`` are articles, as they
    were and as they are, that came, went or changed places; ``lists`` have other members
    now, or show one differently. ``read`` is what was read, by number. What is wrong is in
    ``problems``.
    """

    touched: set[int] = field(default_factory=set)
    rewritten: set[int] = field(default_factory=set)
    moved: list[Row] = field(default_factory=list)
    lists: set[ListKey] = field(default_factory=set)
    gone: list[Row] = field(default_factory=list)
    read: dict[int, Reading] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def find_changes(
    project: Project,
    state: State,
    sources: Sources,
    library: PhotoLibrary,
    now: datetime,
    processes: int,
) -> Changes:
    """Read what changed in ``sources`` and bring the state up to it.

    With an error among the problems, the state must not be committed.
    """
    changes = Changes()
    began = time.time_ns()
    here = {
        *sources.articles(project.article_folders, project.not_articles),
        *sources.articles(project.page_folders, ()),
    }
    known, paths = state.stamps("sources"), state.paths()
    if project.build.trust_times:
        suspects = {path for path in here if sources.files[path] != known.get(path)}
        unsettled = _unsettled(state, sources, library, known)
    else:
        suspects, unsettled = here, {path for path, *_ in state.hung()}
    rows = {row.path: row for path in (suspects | unsettled) & paths for row in _row(state, path)}
    # A file that was only touched is not read again, unless another that it uses is new.
    digests = {path: row.digest for path, row in rows.items() if path not in unsettled}

    def read(share: Sequence[str]) -> Iterator[tuple[str, bytes, Reading | None, list[Problem]]]:
        return _read(share, project, library, digests)

    to_read = sorted((suspects | unsettled) & here)
    for path, digest, reading, problems in spread(read, to_read, processes):
        changes.problems += problems
        if reading is not None:
            _put(project, state, rows.get(path), reading, digest, now, changes)
    for row in (row for path in sorted(paths - here) for row in _row(state, path)):
        state.remove(row)
        state.leave(row)
        changes.gone.append(row)
        _moved(changes, row)
    _remember(state, sources, here, known, changes, began)
    (_keep_marks if project.build.preview else _keep_time)(state, now, changes)
    return changes


def publication(status: str, moment: int, kind: str, now: datetime) -> Publication:
    """Return whether readers see an article of this status and date (microseconds)."""
    if status in ("published", "hidden") and kind == "article" and moment > epoch(now):
        return "scheduled"
    return cast("Publication", status)


def _unsettled(
    state: State, sources: Sources, library: PhotoLibrary, known: Mapping[str, Stamp]
) -> set[str]:
    """Return the articles for which a file they use, or a name they asked for, is another."""
    before = state.folders()
    folders = {
        folder
        for folder in before.keys() | sources.folders.keys()
        if before.get(folder) != sources.folders.get(folder)
    }
    files = {path for path, stamp in known.items() if sources.files.get(path) != stamp}
    if not folders and not files:
        return set()
    return {
        path
        for path, asked, used in state.hung()
        if not files.isdisjoint(used)
        or any(
            question[0] in folders and library.finder.answer(question) != answer
            for question, answer in asked
        )
    }


def _read(
    paths: Sequence[str], project: Project, library: PhotoLibrary, digests: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes, Reading | None, list[Problem]]]:
    """Yield for each of ``paths`` its digest, and what it says unless that is known."""
    from plugins.articles.reader import ArticleReader  # slow to import: python-markdown

    reader = ArticleReader(
        library, project.markdown, project.articles, project.addresses, project.page_folders
    )
    for path in paths:
        digest = b""
        try:
            file = library.root / path
            digest = _digest(file)
            reading = reader.read(file) if digests.get(path) != digest else None
            if reading is not None and project.build.preview:
                date_draft(reading.article, file, project.addresses)
        except ProblemError as error:
            yield path, digest, None, error.problems
        except Exception as error:  # noqa: BLE001 - one file must not hide the others
            yield path, digest, None, [_fault(path, error)]
        else:
            yield path, digest, reading, list(reading.warnings) if reading else []


def _digest(file: Path) -> bytes:
    try:
        return hashlib.blake2b(file.read_bytes(), digest_size=16).digest()
    except OSError:
        return b""  # the reader says why


def _fault(path: str, error: Exception) -> Problem:
    """A fault of the program on one file: say which file, and where in the program."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return Problem(
        normalise(path),
        None,
        f"chương trình gặp sự cố khi đọc tệp này ({type(error).__name__}: {error}; "
        f"{Path(frame.filename).name}:{frame.lineno})",
        "Gửi tệp này và cả dòng báo lỗi cho người phụ trách kỹ thuật.",
    )


def _put(
    project: Project,
    state: State,
    old: Row | None,
    reading: Reading,
    digest: bytes,
    now: datetime,
    changes: Changes,
) -> None:
    article = reading.article
    visible = publication(article.status, epoch(article.date), article.kind, now)
    if project.build.preview:
        visible = "hidden" if article.status == "hidden" else "published"
    row, shows_differently = state.put(reading, digest, visible, lists_of(article))
    changes.read[row.id] = reading
    if old is None or _place(old) != _place(row):
        if old is not None:
            state.leave(old)
            _moved(changes, old)
        state.enter(row)
        _moved(changes, row)
        changes.touched.add(row.id)
    elif shows_differently:
        changes.touched.add(row.id)
        changes.lists |= _lists(row)
    else:
        changes.rewritten.add(row.id)


def _place(row: Row) -> tuple[object, ...]:
    return (row.state, row.moment, row.slug, row.url, row.pictured, row.lists, row.kind)


def _lists(row: Row) -> set[ListKey]:
    return {(kind, key) for kind, key, _ in row.lists} if row.state == "published" else set()


def _moved(changes: Changes, row: Row) -> None:
    changes.moved.append(row)
    changes.lists |= _lists(row)


def _remember(
    state: State,
    sources: Sources,
    here: set[str],
    known: Mapping[str, Stamp],
    changes: Changes,
    began: int,
) -> None:
    """Keep the stamps of all files that pages are made from, and the names in all folders."""
    wanted = known.keys() | here
    for reading in changes.read.values():
        wanted.update(reading.used)
    settled = began - _RACY
    now = {}
    for path in wanted & sources.files.keys():
        stamp = sources.files[path]
        # What changed while or just before it was read may change again without a trace.
        now[path] = stamp if stamp[1] < settled else _UNSETTLED
    if now != known:
        state.set_stamps("sources", now)
    before = state.folders()
    state.set_folders(
        {path: names for path, names in sources.folders.items() if before.get(path) != names},
        before.keys() - sources.folders.keys(),
    )


def _row(state: State, path: str) -> list[Row]:
    return state.rows("path=?", path)


def _keep_time(state: State, now: datetime, changes: Changes) -> None:
    """Publish articles whose time has come; take back those whose time is still to come."""
    due = state.rows(
        "kind='article' AND ((state='scheduled' AND moment<=?) OR "
        "(state IN ('published', 'hidden') AND moment>?))",
        epoch(now),
        epoch(now),
    )
    for row in due:
        (found,) = state.listings([row.id])
        visible = publication(load_article(found[1], None).status, row.moment, row.kind, now)
        state.leave(row)
        _moved(changes, row)
        state.set_publication(row, visible)
        (moved,) = state.rows("id=?", row.id)
        state.enter(moved)
        _moved(changes, moved)
        changes.touched.add(row.id)


def _keep_marks(state: State, now: datetime, changes: Changes) -> None:
    """In a preview all articles are out: only the mark of those whose time came, or is still
    to come again, is another."""
    before = epoch(state.fact("now") or now)
    moments = sorted((before, epoch(now)))
    for row in state.rows("kind='article' AND moment>? AND moment<=?", *moments):
        changes.touched.add(row.id)
        changes.lists |= _lists(row)
    state.remember("now", now)
