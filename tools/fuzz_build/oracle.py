"""Build a site as far as it needs it, build it clean and serially, and compare every byte."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from unittest.mock import patch

from plugins.build import fork
from plugins.build.build import Outcome, build
from plugins.build.output import LOCK, RECORD
from plugins.build.report import BuildFailed
from plugins.photos.inspect import _inspect as remembered_photos
from tools.fuzz_build.damage import AROUND
from tools.fuzz_build.edits import EDITS, Edit
from tools.fuzz_build.site import Site

_PROBLEM = re.compile(r"^(?P<path>.+?)(?::\d+)*: (?P<level>LỖI|CẢNH BÁO): ")


class Difference(AssertionError):
    """A build did not come to what the clean build comes to."""


@dataclass(frozen=True)
class Step:
    """Edits, and how many processes build the site after them."""

    edits: tuple[Edit, ...]
    processes: int = 1


@dataclass(frozen=True)
class Run:
    """How a build ended: what it did (``None`` if it failed) and what it told an editor."""

    outcome: Outcome | None
    problems: frozenset[str]

    def about(self, paths: set[str]) -> frozenset[str]:
        """Return the problems of some content files."""
        return frozenset(each for each in self.problems if _place(each)[0] in paths)

    @property
    def errors(self) -> frozenset[str]:
        """Return the problems that stopped it."""
        return frozenset(each for each in self.problems if _place(each)[1] == "LỖI")


def tree(output: Path) -> dict[str, bytes | None]:
    """Return all files with their bytes, and all folders, but what builds keep for themselves."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(output.rglob("*"))
        if path.name not in (RECORD, LOCK)
    }


def check_step(site: Site, step: Step) -> Run:
    """Do a step and raise :class:`Difference` if the output is not what it has to be.

    Content that cannot be built is brought back to what it was before the step.
    """
    before = site.snapshot()
    for edit in step.edits:
        _apply(site, edit)
    served = tree(site.output) if site.output.exists() else {}
    changed = site.snapshot()
    names = before.files.keys() | changed.files.keys()
    edited = {name for name in names if before.content(name) != changed.content(name)}
    run = _build(site, step.processes, clean=False)
    rmtree(site.clean_output, ignore_errors=True)
    clean = _build(site, 1, clean=True)
    _compare_runs(run, clean, edited)
    if run.outcome is None:
        _compare("a failed build changed the output", tree(site.output), served)
        site.restore(before)
        return run
    delete = site.settings["DELETE_OUTPUT_DIRECTORY"]
    if delete:
        site.foreign.clear()
    _compare_outputs(site)
    return run


def _apply(site: Site, edit: Edit) -> None:
    if edit.name in AROUND:
        AROUND[edit.name](site, edit.a, edit.b)
        return
    before = tree(site.output) if site.output.exists() else {}
    EDITS[edit.name](site, edit.a, edit.b)
    after = tree(site.output) if site.output.exists() else {}
    _compare(f"editing the content ({edit.name}) changed the output at once", after, before)


def _build(site: Site, processes: int, *, clean: bool) -> Run:
    project = site.project(clean=clean)
    said = io.StringIO()
    outcome = None
    with _as_in_a_new_process(), redirect_stderr(said):
        try:
            outcome = build(project, site.now, clean=clean, processes=processes, extra=site.extra)
        except BuildFailed:
            pass
    return Run(outcome, frozenset(_problems(said.getvalue())))


@contextmanager
def _as_in_a_new_process() -> Iterator[None]:
    """Forget what this process knows of photos, and let two processes share even little work."""
    remembered_photos.cache_clear()
    with patch.object(fork, "_WORTHWHILE", 4):
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
    if lost := site.foreign - ours.keys():
        raise Difference(f"others' files are gone: {sorted(lost)}")
    for name in site.foreign:
        ours.pop(name)
        for parent in Path(name).parents:
            if parent.as_posix() not in clean:
                ours.pop(parent.as_posix(), None)
    _compare("the builds differ", ours, clean)


def _compare(what: str, ours: dict[str, bytes | None], wanted: dict[str, bytes | None]) -> None:
    if ours == wanted:
        return
    names = sorted(ours.keys() | wanted.keys())
    differing = [name for name in names if ours.get(name, b"-") != wanted.get(name, b"-")]
    lines = [_described(name, ours, wanted) for name in differing[:12]]
    raise Difference(f"{what}: {len(differing)} files\n" + "\n".join(lines))


def _described(name: str, ours: dict[str, bytes | None], wanted: dict[str, bytes | None]) -> str:
    if name not in wanted:
        return f"  {name}: should not be there"
    if name not in ours:
        return f"  {name}: is missing"
    one, other = ours[name] or b"", wanted[name] or b""
    pairs = zip(one, other, strict=False)
    at = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    shown = [data[max(at - 40, 0) : at + 60].decode(errors="replace") for data in (one, other)]
    return f"  {name}: {shown[0]!r} instead of {shown[1]!r}"


def _listed(problems: frozenset[str]) -> str:
    return "\n".join(sorted(problems)) or "(nothing)"
