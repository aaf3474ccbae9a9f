"""Hostile inputs → a built site, in a process of bounded memory and time."""

from __future__ import annotations

import os
import pickle
import resource
import shutil
import signal
import tempfile
import time
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.engine.command import attempt
from plugins.engine.errors import BuildFailed
from plugins.engine.project.project import Project, project_of
from tests.conftest import NOW
from tests.fuzz.hostile.files import good
from tests.fuzz.hostile.inputs import Hostile
from tests.fuzz.text.room import bulletin_settings
from tests.site_files import caches

MEMORY = 2 << 30
"""Bytes of addresses that a build may use; one of this size uses a fifth."""
SECONDS = 150
"""Of processor time that a site of a hundred inputs may take; most take two. The build itself ends
an article after 60, and names it."""
_PATIENCE = 600.0  # seconds until what does nothing is ended
MOST_LETTERS = 1600
"""Of a message with its fix and its file's name (the two are clipped at 600 each)."""
UNSEEN = "bi-mat-7c1f"
"""Stands in files beside the content folder, and in none that is published."""


@dataclass
class Outcome:
    """What came of inputs, by their folder: ``built``, ``refused`` with what was said of each, and
    ``faults``, whatever nobody should see, with the seeds concerned."""

    built: list[Hostile] = field(default_factory=list)
    refused: dict[str, list[Problem]] = field(default_factory=dict)
    faults: list[tuple[list[Hostile], str]] = field(default_factory=list)


class HostileSite:
    """A bulletin below ``folder`` with the project's own theme and settings; finished photos are
    kept in ``photos`` for the next one."""

    def __init__(self, folder: Path, photos: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.output = folder / "output"
        self._kept = caches(folder / "cache", photos)

    def write(self, inputs: Iterable[Hostile]) -> None:
        """Write the content folder anew, and what nobody may see beside it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.content.mkdir(parents=True)
        for name in ("secret.txt", "secret.pdf"):
            (self.folder / name).write_bytes(b"%PDF-1.7 " + UNSEEN.encode())
        (self.folder / "secret.jpg").write_bytes(good()["a.jpg"] + UNSEEN.encode())
        _put(self.content, {"articles/thuong/index.md": _PLAIN.encode()})
        _put(self.content, {"articles/thuong/a.jpg": good()["a.jpg"]})
        for each in inputs:
            _put(self.content, each.files)

    def project(self) -> Project:
        """Return the project with this folder's content."""
        settings: dict[str, Any] = bulletin_settings()
        changed = {key: settings[key] | self._kept[key] for key in self._kept}
        changed |= {"PATH": str(self.content), "OUTPUT_PATH": str(self.output)}
        return project_of(settings | changed)


_PLAIN = """\
Title: Bài thường
Date: 10/01/2024
Tags: thường
Aliases: /cu.html

Đoạn thường.

a.jpg
Chợ. Ảnh: Hà

Nguồn: Báo Thường
"""


def build(site: HostileSite, inputs: Sequence[Hostile]) -> Outcome:
    """Build ``inputs`` as one site, without those that are refused or at fault."""
    outcome = Outcome()
    said = _in_child(site, inputs, outcome)
    if not said:
        return outcome
    assert inputs, said
    culprits = _culprits(site, inputs)
    rest = [each for each in inputs if each not in (one for one, _ in culprits)]
    if not culprits:
        outcome.faults.append((list(inputs), f"only together: {said}"))
        return outcome
    outcome = build(site, rest)
    outcome.faults += [([one], why) for one, why in culprits]
    return outcome


def _culprits(site: HostileSite, inputs: Sequence[Hostile]) -> list[tuple[Hostile, str]]:
    """Return those of which a site cannot be built, tried in halves, with what went wrong."""
    said = _in_child(site, inputs, Outcome())
    if not said or len(inputs) <= 1:
        return [(one, said) for one in inputs if said]
    middle = len(inputs) // 2
    return _culprits(site, inputs[:middle]) + _culprits(site, inputs[middle:])


def _in_child(site: HostileSite, inputs: Sequence[Hostile], outcome: Outcome) -> str:
    """Build in a copy of this process; return what went wrong with it, if anything did."""
    site.write(inputs)
    with tempfile.TemporaryFile() as told, tempfile.TemporaryFile() as said:
        child = os.fork()
        if child == 0:
            try:
                os.dup2(said.fileno(), 1)
                os.dup2(said.fileno(), 2)
                _limit()
                result = _build(site, list(inputs))
                told.write(pickle.dumps(result))
                told.flush()
            except BaseException:  # noqa: BLE001 - a fault of the program, told as one
                traceback.print_exc()
                os._exit(3)
            os._exit(0)
        status = _wait(child)
        said.seek(0)
        text = said.read().decode(errors="replace")
        if status != 0:
            return f"status {status}: {text[-3000:]}"
        told.seek(0)
        left, refused, unattributed = pickle.load(told)  # noqa: S301 - our own
    if unattributed:
        return f"without a file's name: {unattributed}"
    outcome.built = [each for each in inputs if each.folder in left]
    outcome.refused = refused
    for folder, problems in refused.items():
        by = [each for each in inputs if each.folder == folder]
        outcome.faults += [(by, fault) for each in problems if (fault := fault_of(each))]
    for line in text.splitlines():
        if fault := _odd(line):
            by = [each for each in inputs if f"{each.folder}/" in line]
            outcome.faults.append((by or list(inputs), f"a line of what was said {fault}"))
    return ""


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # no copies of the copy
    os.environ["SOURCE_DATE_EPOCH"] = NOW
    os.umask(0o022)


def _wait(child: int) -> int:
    ends = time.monotonic() + _PATIENCE
    while time.monotonic() < ends:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -signal.SIGKILL


def _build(site: HostileSite, inputs: list[Hostile]) -> tuple[set[str], dict[str, Any], str]:
    """Return the folders that were built, what was said of others, and what was said of none."""
    left = {each.folder for each in inputs}
    refused: dict[str, list[Problem]] = {}
    project = site.project()
    while True:
        try:
            attempt(project, extra=_nothing)
        except BuildFailed as error:
            blamed: set[tuple[str, Problem | None]] = {
                (folder, problem)
                for problem in error.problems
                if (folder := "/".join(problem.path.split("/")[:2])) in left
            }
            if not blamed:
                blamed = {(folder, None) for folder in left if f"{folder}/" in str(error)}
            if not blamed:
                return left, refused, f"{error}\n{list(map(str, error.problems))}"
            for folder, problem in blamed:
                refused.setdefault(folder, []).extend([problem] if problem else [])
                shutil.rmtree(site.content / folder, ignore_errors=True)
                left.discard(folder)
        else:
            return left, refused, ""


def _nothing(_: Path) -> None:
    """Add nothing to the site."""


def fault_of(problem: Problem) -> str:
    """Return what is wrong with a message."""
    said = str(problem).replace("\n    ", " ", 1)
    if problem.check in (checks.PROGRAM_FAULT, checks.ARTICLE_TOO_SLOW):
        return said
    if len(said) > MOST_LETTERS:
        return f"a message of {len(said)} letters: {said[:200]!r}"
    return f"a message {fault}" if (fault := _odd(said)) else ""


def _odd(said: str) -> str:
    """Return whether a terminal would do something at a text, or show it in another order."""
    odd = {letter for letter in said if letter in _ODD}
    return f"holds {sorted(odd)!r}: {said[:300]!r}" if odd else ""


_ODD = frozenset(map(chr, (*range(9), *range(10, 32), *range(127, 160), 0x061C)))
_ODD |= frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


def _put(content: Path, files: Any) -> None:
    """Write files; what the file system has no name for is left out."""
    for name, data in files.items():
        path = Path(os.fsdecode(os.fsencode(content / name)))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError:
            continue
