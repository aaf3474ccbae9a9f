"""One build, from the content folder to the output folder: what is done, in order."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from plugins.core.article import Article
from plugins.core.files import public_files
from plugins.core.problems import Problem, ProblemError
from plugins.core.text.decoding import normalise
from plugins.counter.widget.embed import Embedded, embed
from plugins.engine.checks.beside import Beside, Topic
from plugins.engine.checks.content_folder import no_articles, unopened, unread
from plugins.engine.checks.dead_links import DeadLinks
from plugins.engine.checks.identity import missing_identity
from plugins.engine.checks.plan import in_anothers_place, shared_addresses
from plugins.engine.checks.redirects import OldAddressCheck
from plugins.engine.checks.silence import audible
from plugins.engine.checks.static_files import active_files
from plugins.engine.checks.terms.introductions import surplus_banners, unseen_introductions
from plugins.engine.checks.terms.names_alike import names_alike, renamed
from plugins.engine.checks.withdrawal import withdrawn
from plugins.engine.errors import NeedsExtraError, StateError
from plugins.engine.fork import process_count, spread
from plugins.engine.plan.catalogue import KINDS, Catalogue
from plugins.engine.plan.invalidate import Work, find_work, settle_terms, site_context_of
from plugins.engine.plan.redirects import is_redirect
from plugins.engine.project.fingerprints import Fingerprints, fingerprints_of
from plugins.engine.project.project import Project
from plugins.engine.publish import journal
from plugins.engine.publish import output as out
from plugins.engine.publish.media import Made, Media
from plugins.engine.publish.modes import make_readable
from plugins.engine.publish.search_index import SearchIndex
from plugins.engine.render.assets import Assets
from plugins.engine.render.loader import ArticleLoader
from plugins.engine.render.renderer import Renderer, Written, put, write_pages
from plugins.engine.render.site_files import site_files
from plugins.engine.scan.background import BackgroundScan
from plugins.engine.scan.banners import read_banners
from plugins.engine.scan.changes import Changes, find_changes
from plugins.engine.scan.content_folder import lies_below
from plugins.engine.scan.redirects_file import take_redirects
from plugins.engine.scan.scan import Scan, changed_files, scan
from plugins.engine.store.checkpoint import matches_checkpoint, write_checkpoint
from plugins.engine.store.codec import unpack
from plugins.engine.store.database import State, discard, load_article
from plugins.engine.store.rows import SEEN
from plugins.engine.store.warned import Warned, by_article, warned_pages
from plugins.engine.terminal.pending import lines, pending
from plugins.engine.terminal.report import report

Extra = Callable[[Path], None]
"""Writes into an empty folder what others than this package add to the site."""

Look = Callable[[Iterable[Article]], Iterable[Problem]]
"""Looks at articles for more than a build does, and says what is wrong."""


@dataclass
class Outcome:
    """What a build did: numbers of articles that changed, of pages rendered, and of files
    written, kept and deleted; why each page was rendered; ``anew`` is why nothing that was known
    could be used. ``warnings`` counts those of articles that did not change. ``pending`` says
    what is not out yet; ``warned`` are all warnings, for a preview."""

    changed: int = 0
    pages: int = 0
    written: int = 0
    kept: int = 0
    photos: int = 0
    deleted: int = 0
    drafts: int = 0
    scheduled: int = 0
    warnings: int = 0
    anew: str = ""
    reasons: dict[str, str] = field(default_factory=dict)
    pending: tuple[str, ...] = field(default=(), compare=False)
    warned: tuple[Warned, ...] = field(default=(), compare=False)


def build(
    project: Project,
    now: datetime,
    *,
    clean: bool = False,
    processes: int | None = None,
    extra: Extra | None = None,
    background: BackgroundScan | None = None,
) -> Outcome:
    """Bring ``project``'s output folder up to date, as of ``now``.

    ``clean`` forgets all that is known and does everything in one process: what comes of it
    is what every other build has to come to. Without ``extra``, what it made last stays, or
    :class:`NeedsExtraError` says that it has something to do. ``background`` is already looking
    at the project's folders.
    Raises :class:`plugins.engine.errors.BuildFailed` after saying what an editor has to
    mend, ``OSError`` when the output can't be written,
    :class:`plugins.photos.PhotoError` when photos can't, and whatever a theme can raise.
    """
    count = 1 if clean else processes or process_count()
    with public_files(), out.staging_folder(project.output) as staged:
        if journal.complete(project.output):
            background = None  # it may have looked before that
        if clean:
            discard(project.state)
            # A filter may depend on a module of which the settings' digest knows nothing.
            shutil.rmtree(project.bytecode_cache, ignore_errors=True)
        # Read once: what pages show and what their fingerprint says must be the same.
        counter = embed(project.counter)
        fingerprints = fingerprints_of(project, counter)
        anew = ""
        # The second time what was known has been given up, the third time it is not kept either:
        # a build that cannot be remembered is still a build.
        for file in (project.state, project.state, None):
            step = Build(project, now, staged, fingerprints, counter, count, background)
            step.outcome.anew = anew
            try:
                return step.run(extra, file)
            except (StateError, sqlite3.DatabaseError) as error:
                if file is None:
                    raise
                anew = anew or _reason(error)
            discard(project.state)
            background = None
            # What a damaged state led to must not be published with the rest.
            out.empty(staged)
        raise AssertionError  # the last of them returned or raised


def _reason(error: Exception) -> str:
    if isinstance(error, StateError):
        return str(error)
    return f"không dùng được dữ liệu dựng lần trước ({error})"


class Build:
    """The steps of a build, and what they share: all of them, or up to where all that is wrong is
    known."""

    def __init__(
        self,
        project: Project,
        now: datetime,
        staged: Path,
        fingerprints: Fingerprints,
        counter: Embedded,
        processes: int,
        background: BackgroundScan | None,
    ) -> None:
        self.project = project
        self.now = now
        self.staged = staged
        self.fingerprints = fingerprints
        self.counter = counter
        self.processes = processes
        self.background = background
        self.outcome = Outcome()
        self.extra_files: dict[str, Path] | None = None
        self.only_check = False
        self.found: list[Problem] = []
        self.beside_found: list[Problem] = []
        self.beside_known: list[Problem] = []

    def run(self, extra: Extra | None, file: Path | None) -> Outcome:
        """Do everything, with the state in ``file`` or nowhere. What was learnt is kept only if
        all of it went well."""
        with self._opened(file):
            media = Media(self.project)
            self._run(media, extra)
            self.state.remember("media", media.signature())
            self.state.remember("record", out.record_signature(self.project.output))
            self.state.commit()
        media.sweep()
        return self.outcome

    def check(self, extra: Extra, file: Path | None, look: Look | None) -> list[Problem]:
        """Read what changed and return all that is wrong, then and before; make nothing.

        ``file`` is a state of this method's own: warnings stay known in it, but where something
        stops builds nothing is kept, as no build keeps it: two articles at one address are only
        seen when one of them claims it.
        """
        self.only_check = True
        with self._opened(file):
            self._run(Media(self.project), extra)
            if all(problem.level == "warning" for problem in self.found):
                self.state.commit()
            known = [problem for _, some in self.state.warnings() for problem in some]
            more = audible(look(self._shown()), self.project) if look else []
        return [*self.found, *known, *self.beside_known, *more]

    def _shown(self) -> Iterator[Article]:
        """Yield the articles that readers see, by their paths."""
        rows = self.state.rows(states=SEEN, order="path")
        for _, listing in self.state.listings(row.id for row in rows):
            yield load_article(listing)

    @contextmanager
    def _opened(self, file: Path | None) -> Iterator[None]:
        if file and not matches_checkpoint(file):
            raise StateError("dữ liệu dựng lần trước không còn nguyên như máy đã ghi")
        self.state = _open(file)
        try:
            yield
        finally:
            self.state.close()
            if file:
                write_checkpoint(file)

    def _run(self, media: Media, extra: Extra | None) -> None:
        project, state = self.project, self.state
        before: Fingerprints | None = state.fact("fingerprints")
        if before is None and extra is None:
            raise NeedsExtraError
        if before is not None and state.fact("record") != out.record_signature(project.output):
            # Somebody wrote into it, and once the state is given up it alone knows what is ours:
            # now, or when this build has failed and the next one finds the state damaged.
            ours = out.recorded(project.output) | state.published()
            out.rewrite_record(project.output, ours)
        if before is not None and before.program != self.fingerprints.program:
            raise StateError("chương trình hoặc cấu hình đã đổi")
        seen = self.background.scan() if self.background else None
        scouted = seen is not None
        if seen is None:
            seen = scan(project.layout, state.signatures("sources"), state.folders())
        fresh = before is None
        changes = self._read(seen, media, extra, fresh=fresh)
        catalogue = Catalogue(
            state,
            project.build,
            project.articles,
            now=self.now,
            reindexed=bool(fresh or changes.reindexed),
        )
        settle_terms(catalogue, state, changes)
        relinked = self._relink(changes, catalogue)
        banners = read_banners(project.site.banners, media.library)
        site_context = site_context_of(catalogue, state, changes) | {"banners": banners}
        changes.problems += project.problems
        if project.build.check_publisher:
            languages = [page.language for page in site_context["pages"]]
            changes.problems += missing_identity(project.site, languages)
        everything = before != self.fingerprints or state.fact("site_context") != site_context
        lost = self.background.lost() if self.background and scouted else None
        if lost is None:
            lost = changed_files(project.output, state.signatures("output"))
        work = find_work(
            project,
            catalogue,
            state,
            changes,
            everything=everything,
            lost=lost,
            only_addresses=self.only_check,
        )
        # All that is wrong at once: who mends one thing must not be told of the next only then.
        # But photos take minutes to make: where a text is wrong, they are only looked at.
        sheet = state.fact("sheet") if before == self.fingerprints else ""
        assets = Assets(project.theme / "static", project.site.url, sheet or "")
        root_files = partial(self._site_files, extra, site_context, assets)
        pages = self._page_problems(
            work, changes, extra, catalogue, relinked, root_files, everything=everything
        )
        found = audible([*changes.problems, *pages, *self.counter.problems], project)
        if self.only_check or any(problem.level == "error" for problem in found):
            found += media.verify(state, changes, self.now)
        if self.only_check:
            state.remove_pages(work.gone)
            state.put_pages((path, *page) for path, page in work.planned.items())
            self._remember(site_context, changes, found)
            self.found = found
            return
        report(found)
        made = media.make(state, changes, banners, everything=fresh)
        report(made.problems)
        loader = ArticleLoader(state, catalogue)
        written = self._render(work, site_context, loader, assets)
        if everything or lost or extra is not None:
            files = root_files()
            work.own("asset", files, state)
            written += [self._put(name, data) for name, data in files.items()]
        index = SearchIndex(state, catalogue, work, project.output, self.staged, self.processes)
        written += index.update(changes, loader, lost)
        written += self._extra(extra, work, lost)
        self._publish(work, written, made, changes, fresh=fresh)
        if project.search_database:
            from plugins.engine.publish.full_text import update_full_text  # most sites have none

            update_full_text(project.search_database, state, changes)
        if work.render and not sheet:
            state.remember("sheet", assets.sheet)
        self._remember(site_context, changes, [*found, *made.problems])
        self._count(changes, work)

    def _remember(
        self, site_context: dict[str, Any], changes: Changes, found: list[Problem]
    ) -> None:
        self.state.remember("fingerprints", self.fingerprints)
        self.state.remember("site_context", site_context)
        self._note_warnings(changes, found)

    def _read(self, seen: Scan, media: Media, extra: Extra | None, *, fresh: bool) -> Changes:
        """Return what changed in the content folder, and all that is wrong there."""
        project = self.project
        if self.state.fact("static") != seen.static:
            if extra is None:
                raise NeedsExtraError
            self.state.remember("static", seen.static)
        changes = find_changes(project, self.state, seen, media.library, self.now, self.processes)
        problems = changes.problems
        problems += take_redirects(project, self.state, seen, changes, fresh=fresh)
        problems += [unopened(error, project.content) for error in seen.unopened]
        self.beside, self.static = Beside(project, self.state, seen), seen.static
        problems += [
            unread(path, among_articles=not lies_below(path, project.page_folders))
            for path in seen.unread
            if not (self.state.is_used(path) or self.beside.tells(path))
        ]
        is_read = all(problem.level == "warning" for problem in problems)
        if is_read and not self.state.count(kind="article"):
            problems.append(no_articles(project.content))
        return changes

    def _relink(self, changes: Changes, catalogue: Catalogue) -> set[int]:
        """Have articles rendered that link to one whose address is another now; return them."""
        gone = {row.id for row in changes.gone}
        targets = {row.path for row in changes.reindexed}
        before: dict[str, str] = self.state.fact("introductions") or {}
        if before != catalogue.introductions:
            targets |= {path for path, _ in before.items() ^ catalogue.introductions.items()}
            self.state.remember("introductions", catalogue.introductions)
        linking = self.state.linking_to(targets) - gone
        changes.body_changed |= linking - changes.listing_changed
        return linking

    def _page_problems(
        self,
        work: Work,
        changes: Changes,
        extra: Extra | None,
        catalogue: Catalogue,
        relinked: set[int],
        root_files: Callable[[], Collection[str]],
        *,
        everything: bool,
    ) -> Iterator[Problem]:
        failed = {problem.path for problem in changes.problems if problem.level == "error"}
        failed.discard(self.project.build.redirects)  # what can be read of it is looked at
        yield from self._shared_addresses(work, changes, failed)
        others = None if extra is None else partial(self._made_by_others, extra)
        dead = DeadLinks(self.project, catalogue, self.state, work, others, changes, relinked)
        topics: dict[Topic, list[Problem]] = {}
        if not failed:  # an article that was not read cannot be told from one that waits
            thorough = everything or extra is not None
            links = dead.find()
            checked = OldAddressCheck(self.project, catalogue, self.state, work, changes)
            yield from checked.places(others, root_files, thorough=thorough)
            astray = checked.targets(dead.is_there, root_files, thorough=thorough)
            topics = {("links", path): some for path, some in links.items()}
            topics |= {} if astray is None else {("redirects", ""): astray}
            topics |= self._names(changes, catalogue)
        if extra is not None:
            topics["static", ""] = list(active_files(self.project, self.static))
        yield from self._beside(changes, topics, complete=not failed)

    def _names(self, changes: Changes, catalogue: Catalogue) -> dict[Topic, list[Problem]]:
        """Return what is wrong with names of terms that an article took up or gave up, and what is
        known to be wrong of an article that was read, whose editor must be told again."""
        # Of the newsroom's own list of categories the reader says what is almost one of them.
        listed = bool(self.project.articles.categories)
        letters = renamed(changes, [kind for kind in KINDS if not (listed and kind == "category")])
        alike = names_alike(self.state, catalogue.terms, letters) if letters else {}
        read = {normalise(said.path) for said in changes.read.values()}
        before: dict[Topic, list[Problem]] = self.state.fact("beside") or {}
        known = {
            topic: problems
            for topic, problems in before.items()
            if topic[0] == "names" and any(problem.path in read for problem in problems)
        }
        return known | {("names", ":".join(one)): problems for one, problems in alike.items()}

    def _beside(
        self, changes: Changes, more: dict[Topic, list[Problem]], *, complete: bool
    ) -> Iterator[Problem]:
        """Yield what is wrong beside articles that changed, and ``more``, and remember what is
        beside all."""
        found = self.beside.problems(changes, complete=complete) | more
        found = {topic: audible(some, self.project) for topic, some in found.items()}
        folders = self.project.page_folders
        if changes.reindexed or any(lies_below(one.path, folders) for one in changes.read.values()):
            found["introductions", ""] = list(unseen_introductions(self.state))
        found["banners", ""] = list(surplus_banners(self.state, self.now))  # time ends them, too
        before: dict[Topic, list[Problem]] = self.state.fact("beside") or {}
        rest = {topic: told for topic, told in before.items() if topic not in found}
        now = rest | {topic: problems for topic, problems in found.items() if problems}
        if now != before:
            self.state.remember("beside", now)
        self.beside_found = list(chain.from_iterable(found.values()))
        self.beside_known = list(chain.from_iterable(rest.values()))
        yield from self.beside_found

    def _shared_addresses(
        self, work: Work, changes: Changes, failed: set[str]
    ) -> Iterator[Problem]:
        state = self.state
        claims = work.claims + self._waiting()
        if not work.claims and not (claims and changes.listing_changed):
            return
        # What one article gives up in this build, another may have.
        rest = state.groups().items() - work.released
        # Others say in a moment what they have now, and are told then.
        rest -= {(path, "extra") for path in state.pages_of("extra")}
        sources = state.source_paths()
        # Old addresses are told by what has them (plugins/engine/checks/redirects.py).
        pairs = {pair for pair in {*rest, *claims} if not is_redirect(pair[1])}
        # An article that can't be read will perhaps have another address when it can.
        yield from shared_addresses(
            (path, source)
            for path, own in pairs
            if normalise(source := sources.get(own, "")) not in failed
        )

    def _waiting(self) -> list[tuple[str, str]]:
        """Return path and group of the pages of scheduled articles: an address that is taken when
        the time comes would stop a build nobody watches."""
        rows = self.state.rows(states=["scheduled"])
        return [(f"{row.url}index.html", f"article:{row.id}") for row in rows]

    def _render(
        self, work: Work, site_context: dict[str, Any], loader: ArticleLoader, assets: Assets
    ) -> list[Written]:
        if not work.render:
            return []
        loader.gather(work.shown, work.opened)
        renderer = Renderer(self.project, site_context, loader, assets, self.counter.widget)

        def write(some: Iterable[bytes]) -> Iterator[Written]:
            try:
                yield from write_pages(
                    map(unpack, some), renderer, self.project.output, self.staged
                )
            except Exception as error:
                from plugins.engine.checks.theme import theme_problems

                # Where it was raised does not come out of a copy of this process.
                if problems := theme_problems(error, self.project.theme_folders):
                    raise ProblemError(problems) from error
                raise

        cached_plans = [cached_plan for cached_plan, _ in work.render.values()]
        return list(spread(write, cached_plans, self.processes, "Dựng trang"))

    def _extra(self, extra: Extra | None, work: Work, lost: set[str]) -> list[Written]:
        """Have others add what they add."""
        if extra is None:
            others = self.state.pages_of("extra")
            new = {path for path, _ in work.claims + self._waiting()}
            if lost & others.keys() or in_anothers_place(others, new, self.state.shows):
                raise NeedsExtraError  # which says what is wrong
            return []
        files = self._made_by_others(extra)
        if files:
            pages = self.state.page_paths() - work.gone - self.state.pages_of("extra").keys()
            pages |= work.planned.keys() | {path for path, _ in self._waiting()}
            report(in_anothers_place(files, pages, self.state.shows))
        work.own("extra", files, self.state)
        return [self._put(name, path.read_bytes()) for name, path in files.items()]

    def _site_files(
        self, extra: Extra | None, site_context: dict[str, Any], assets: Assets
    ) -> dict[str, bytes]:
        """Return what stands at the site's root beside pages. A file of that name that others
        add stands in for ours."""
        others = self._made_by_others(extra) if extra else self.state.pages_of("extra")
        files = site_files(self.project, site_context, assets)
        return {name: data for name, data in files.items() if name not in others}

    def _made_by_others(self, extra: Extra) -> dict[str, Path]:
        """Return the files that others add (path → file), made once."""
        if self.extra_files is None:
            # Of this attempt alone: another may have ended with a damaged state.
            folder = Path(tempfile.mkdtemp(dir=self.staged))
            extra(folder)
            paths = sorted(path for path in folder.rglob("*") if path.is_file())
            self.extra_files = {path.relative_to(folder).as_posix(): path for path in paths}
        return self.extra_files

    def _put(self, name: str, data: bytes) -> Written:
        return put(name, data, self.project.output, self.staged)

    def _publish(
        self, work: Work, written: list[Written], made: Made, changes: Changes, *, fresh: bool
    ) -> None:
        """Change the output folder, and note what it holds now."""
        from plugins.photos.store.publish import publish

        project, state, output = self.project, self.state, self.project.output
        staged = [one.path for one in written if one.staged]
        out.check(staged, output, lambda: state.page_paths() or out.recorded(output))
        new = {path for path in staged if not state.publishes(path)}
        new |= made.attachments.keys() | made.photos.keys()
        state.remove_pages(work.gone)
        state.put_pages((path, *page) for path, page in work.planned.items())
        # What one group gave up may be another's in the same build.
        gone = {path for path in work.gone | made.gone if not state.publishes(path)}
        state.put_signatures(
            "output", {one.path: (one.size, one.time) for one in written}, work.gone
        )
        whole = bool(fresh or project.delete or new) or (
            state.fact("record") != out.record_signature(output)
        )
        site = state.published() if whole else set()
        if whole:
            ours = out.recorded(output)
            if project.delete:
                ours = out.all_files(output, self.staged, project.keep)
            gone |= ours - site
        if not project.build.preview:
            standing = out.walk(output, project.keep, self.staged)
            report(withdrawn(gone, standing, output, state, changes, self.now))
        out.record(output, sorted(new))
        placed = publish(made.attachments, output, link=False)
        # What is behind a link would be written into the cache.
        placed += publish(made.photos, output, link=project.alone)
        journal.begin(self.staged, staged, gone)
        self.outcome.deleted = journal.carry_out(self.staged, output)
        if whole:
            out.rewrite_record(output, site)
        else:
            out.record(output, (), sorted(gone))
        if fresh or project.delete:
            make_readable(site, output)
        journal.end(self.staged)
        self.outcome.written = len(staged)
        self.outcome.photos = placed

    def _count(self, changes: Changes, work: Work) -> None:
        state, outcome = self.state, self.outcome
        outcome.changed = len(changes.read) + len(changes.gone)
        outcome.pages = len(work.render)
        outcome.reasons = {path: reason for path, (_, reason) in work.render.items()}
        outcome.kept = state.page_count() - outcome.written
        waiting = pending(state, self.now, preview=self.project.build.preview)
        outcome.drafts, outcome.scheduled = waiting.drafts, waiting.scheduled
        outcome.pending = tuple(lines(waiting))

    def _note_warnings(self, changes: Changes, told: Iterable[Problem]) -> None:
        """Keep what was told of the articles that were read, for builds that do not read them."""
        state, outcome = self.state, self.outcome
        # What is wrong beside articles is remembered by folder.
        found, others = by_article(set(told) - set(self.beside_found), changes.read)
        state.put_warnings(changes.read, found)
        known = self.beside_known
        outcome.warnings = state.warned() - sum(map(len, found.values())) + len(known)
        if self.project.build.preview:
            others = (*others, *self.beside_found, *known)
            outcome.warned = tuple(warned_pages(state, others))


def _open(file: Path | None) -> State:
    if file is None:
        return State(":memory:")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StateError(f"không ghi được vào {file.parent} ({error.strerror})") from error
    return State(file)
