"""Build a site as far as it needs it, build it clean and serially, and compare every byte."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import rmtree
from unittest.mock import patch

from plugins.engine import command, fork
from plugins.engine.build import Outcome, build
from plugins.engine.checks.withdrawal import ALLOW_WITHDRAWAL
from plugins.engine.errors import BuildFailed, NeedsExtraError
from plugins.engine.scan.background import BackgroundScan
from plugins.photos.inspect.facts import _inspect as remembered_photos
from tests.fuzz.site.around import AROUND
from tests.fuzz.site.compare import Difference, Tree, compare, tree
from tests.fuzz.site.damage import DAMAGE
from tests.fuzz.site.edit import Edit, NothingToPickError
from tests.fuzz.site.edits import EDITS
from tests.fuzz.site.files import FILES
from tests.fuzz.site.interrupt import Ending, Interruption, interrupted
from tests.fuzz.site.site import Site

CONTENT = EDITS | FILES
ELSEWHERE = AROUND | DAMAGE

_REFERENCE = re.compile(r"(?<=[/\"(])(?:anh|tep|theme)/[\w./-]+\.\w+")
_PROBLEM = re.compile(r"^(?P<path>.+?)(?::\d+)*: (?P<level>LỖI|CẢNH BÁO): ")


@dataclass(frozen=True)
class Step:
    """Edits, how many processes build the site after them, and how a build ended that was
    tried before. With ``left``, that is all: the edits of the next step come right after it."""

    edits: tuple[Edit, ...]
    processes: int = 1
    before: Interruption | None = None
    left: bool = False


@dataclass(frozen=True)
class Run:
    """How a build ended: what it did (``None`` if it failed), what it told an editor, and how
    one ended that was tried before."""

    outcome: Outcome | None
    problems: frozenset[str]
    before: Ending | None = None

    def about(self, paths: set[str]) -> frozenset[str]:
        """Return the problems of some content files."""
        return frozenset(each for each in self.problems if _place(each)[0] in paths)

    @property
    def errors(self) -> frozenset[str]:
        """Return the problems that stopped it."""
        return frozenset(each for each in self.problems if _place(each)[1] == "LỖI")


def check_step(site: Site, step: Step) -> Run:
    """Do a step and raise :class:`Difference` if the output is not what it has to be.

    Content that cannot be built is brought back to what it was before the step.
    """
    before = site.snapshot()
    for edit in step.edits:
        _apply(site, edit)
    changed = site.snapshot()
    names = before.files.keys() | changed.files.keys()
    edited = {name for name in names if before.content(name) != changed.content(name)}
    rmtree(site.clean_output, ignore_errors=True)
    clean = _build(site, 1, clean=True)
    ending = None
    if step.before:
        ending = _interrupt(site, step.processes, step.before)
        edited = set()  # it may have told, and be content
        if step.left:
            if clean.outcome is None:
                site.restore(before)
            _forget_replaced(site)
            return replace(clean, before=ending)
    served = _tree_or_nothing(site.output)
    run = replace(_build(site, step.processes, clean=False), before=ending)
    _compare_runs(run, clean, edited)
    if run.outcome is None:
        left = _served(_tree_or_nothing(site.output))
        compare("a failed build changed the output", left, _served(served))
        site.restore(before)
        return run
    if site.settings["DELETE_OUTPUT_DIRECTORY"]:
        site.foreign.clear()
    _compare_outputs(site)
    return run


def _apply(site: Site, edit: Edit) -> None:
    if action := ELSEWHERE.get(edit.name):
        with suppress(NothingToPickError):
            action(site, edit.a, edit.b)
        return
    before = _tree_or_nothing(site.output)
    with suppress(NothingToPickError):
        CONTENT[edit.name](site, edit.a, edit.b)
    after = _tree_or_nothing(site.output)
    compare(f"editing the content ({edit.name}) changed the output at once", after, before)


def _build(site: Site, processes: int, *, clean: bool) -> Run:
    project = site.project(clean=clean)
    said = io.StringIO()
    outcome = None
    with ExitStack() as stack:
        stack.enter_context(_as_in_a_new_process())
        stack.enter_context(redirect_stderr(said))
        stack.enter_context(suppress(BuildFailed))
        if processes > 1:  # as the command that people run does it
            with (
                suppress(NeedsExtraError),
                BackgroundScan(project.layout, project.output, project.state) as background,
            ):
                outcome = build(project, site.now, processes=processes, background=background)
        if outcome is None:
            outcome = build(project, site.now, clean=clean, processes=processes, extra=site.extra)
    return Run(outcome, frozenset(_problems(said.getvalue())))


def _interrupt(site: Site, processes: int, interruption: Interruption) -> Ending:
    """Have a build end early, and look at what it leaves to readers."""
    project = site.project()
    old, dead = _served(_tree_or_nothing(site.output)), _dead_references(site.output)

    def build_it() -> None:
        command.run(project, lambda line: None, extra=site.extra)

    with (
        _as_in_a_new_process(),
        patch("plugins.engine.command.build_time", lambda: site.now),
        patch("plugins.engine.build.process_count", lambda: processes),
        redirect_stderr(io.StringIO()),
    ):
        ending = interrupted(build_it, site.folder, interruption)
    if ending.how == "traceback":
        raise Difference(f"an interrupted build ended in a traceback:\n{ending.said}")
    left, new = _served(_tree_or_nothing(site.output)), _tree_or_nothing(site.clean_output)
    if not new:
        new = old  # content that cannot be built changes nothing
    for name, data in left.items():
        if data is not None and data not in (old.get(name), new.get(name)):
            raise Difference(f"an interrupted build ({ending}) left a part of {name}")
    # No system puts a folder in the place of a file, or a file in that of a folder, in one step.
    same_kind = {
        name for name in old.keys() & new.keys() if _is_folder(old, name) == _is_folder(new, name)
    }
    if lost := same_kind - left.keys():
        raise Difference(f"an interrupted build ({ending}) took away {sorted(lost)[:5]}")
    if more := _dead_references(site.output) - dead:
        raise Difference(f"an interrupted build ({ending}) left dead references: {more}")
    return ending


def _forget_replaced(site: Site) -> None:
    """Forget the files of others that a build which ended early did away with, as it may."""
    made = _tree_or_nothing(site.clean_output)
    left = {name for name in site.foreign if (site.output / name).is_file()}
    site.foreign = {name for name in left if (site.output / name).read_bytes() != made.get(name)}


def _dead_references(output: Path) -> set[str]:
    """Return the photos, attachments and files of the theme that pages name but are not there."""
    found = {
        name
        for page in output.rglob("*.html")
        if page.is_file() and not _is_aside(page.relative_to(output).as_posix())
        for name in _REFERENCE.findall(page.read_text(encoding="utf-8", errors="replace"))
    }
    return {name for name in found if not (output / name).is_file()}


def _served(files: Tree) -> Tree:
    return {name: data for name, data in files.items() if not _is_aside(name)}


def _is_folder(files: Tree, name: str) -> bool:
    return files[name] is None


def _is_aside(name: str) -> bool:
    """Whether a file is one that is still being made."""
    return any(part.startswith((".build-", ".tmp-")) for part in Path(name).parts)


def _tree_or_nothing(output: Path) -> Tree:
    return tree(output) if output.exists() else {}


@contextmanager
def _as_in_a_new_process() -> Iterator[None]:
    """Forget what this process knows of photos, and let two processes share even little work, and
    any number of pages go."""
    remembered_photos.cache_clear()
    with (
        patch.object(fork, "_WORTHWHILE", 2),
        patch.dict("os.environ", {ALLOW_WITHDRAWAL: "1"}),
    ):
        yield


def _problems(said: str) -> Iterator[str]:
    yield from re.split(r"\n(?!    )", said.strip()) if said.strip() else ()


def _place(problem: str) -> tuple[str, str]:
    found = _PROBLEM.match(problem)
    return (found["path"], found["level"]) if found else ("", "")


def _compare_runs(run: Run, clean: Run, edited: set[str]) -> None:
    if (run.outcome is None) != (clean.outcome is None) or run.errors != clean.errors:
        raise Difference(
            f"one build failed otherwise than the other:\n{_listed(run.problems)}\n"
            f"-- clean:\n{_listed(clean.problems)}"
        )
    if more := run.problems - clean.problems:
        raise Difference(f"told only by the incremental build:\n{_listed(more)}")
    if less := clean.about(edited) - run.problems:
        raise Difference(f"told only by the clean build:\n{_listed(less)}")


def _compare_outputs(site: Site) -> None:
    ours, clean = tree(site.output), tree(site.clean_output)
    site.foreign -= clean.keys()  # a page took the place
    if lost := site.foreign - ours.keys():
        raise Difference(f"others' files are gone: {sorted(lost)}")
    for name in site.foreign | site.folders:
        for place in (name, *(parent.as_posix() for parent in Path(name).parents)):
            if place not in clean:
                ours.pop(place, None)
    compare("the builds differ", ours, clean)


def _listed(problems: frozenset[str]) -> str:
    return "\n".join(sorted(problems)) or "(nothing)"
