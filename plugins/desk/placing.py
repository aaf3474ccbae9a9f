"""What an import made, moved to its place: whole or not at all, and never over anything."""

from __future__ import annotations

import difflib
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core import checks
from plugins.core.problems import Problem, visible
from plugins.desk.draft import folder_of, is_taken
from plugins.desk.errors import NotOpenedError, RefusedError
from plugins.desk.files.submission import Submission, submission_of, submissions_in
from plugins.desk.files.unpacking import is_archive
from plugins.desk.job import Answer, Job, refused

_SECONDS_TO_END = 3
_SECONDS = 300  # by the clock, whoever else uses the processors; the worker has less by itself


def place(
    file: Path, content: Path, settings: str, to: str = "", *, numbered: bool = False
) -> tuple[bool, list[str]]:
    """Import a text, or the texts of a folder or an archive with their photos, into the content
    folder; return whether all of them are there now, and what to say.

    ``to`` names another folder than the headline does; ``numbered`` adds a number where the name
    is taken.
    """
    with TemporaryDirectory(prefix="nhap-") as room:
        try:
            root, submissions, left = opened(file, Path(room))
        except NotOpenedError as error:
            return False, error.problems
        if root.is_file():
            made, lines, _ = _place(submissions[0], content, settings, to, numbered=numbered)
            return made, lines
        everything, said, used = True, list[str](), set[str]()
        for submission in submissions:
            made, lines, photos = _place(submission, content, settings, to, numbered=numbered)
            everything = everything and made
            said += [*lines, ""]
            used.update(photos if made else map(str, submission.own))
        every = dict.fromkeys(photo for each in submissions for photo in each.photos)
        left += [photo.relative_to(root).as_posix() for photo in every if str(photo) not in used]
    return everything, [*said, *unused(file.name, left)]


def opened(file: Path, room: Path) -> tuple[Path, list[Submission], list[str]]:
    """Return the texts of a file, a folder or an archive with their photos, below which file or
    folder they are, and the names of what is neither. An archive is unpacked into a folder
    ``room``.

    Raises :class:`NotOpenedError`.
    """
    root, left = file, list[str]()
    if is_archive(file):
        root = room / "in"
        root.mkdir()
        answer = work(Job(str(file), str(root)))
        if not answer.done:
            raise NotOpenedError(answer.problems)
        left = answer.left
    if not root.is_dir():
        return root, [submission_of(root)], []
    try:
        submissions, others = submissions_in(root)
    except RefusedError as error:
        raise NotOpenedError([str(error.problem(file.name))]) from error
    return root, submissions, left + [each.relative_to(root).as_posix() for each in others]


def unused(name: str, left: list[str]) -> list[str]:
    """Return what to say of the files of a folder or an archive that are in no article."""
    if not left:
        return []
    check = checks.IMPORT_UNUSED
    message = f"{check.title}: {', '.join(left)}"
    return [str(Problem(check, name, None, message, check.mend))]


def _place(
    submission: Submission, content: Path, settings: str, to: str, *, numbered: bool
) -> tuple[bool, list[str], list[str]]:
    """Import one text; return also which of its photos are in the article."""
    name = submission.document.name
    articles = content / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    # A content folder of its own, hidden: neither a build nor the preview looks into it. On the
    # same disk, so that it can be renamed.
    with TemporaryDirectory(prefix=".nhap-", dir=articles) as parent:
        folder = Path(parent, "articles", "bai")
        folder.mkdir(parents=True)
        photos, own = (list(map(str, each)) for each in (submission.photos, submission.own))
        answer = work(Job(str(submission.document), str(folder), settings, photos, own))
        if not answer.done:
            return False, answer.problems, []
        wanted = folder_of(content, answer.month, to or answer.slug)
        target = _free(wanted) if numbered else wanted
        if is_taken(target):
            return False, list(_compared(name, target, folder / "index.md")), []
        target.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(target)
    article = target / "index.md"
    shown = article.relative_to(Path.cwd()) if article.is_relative_to(Path.cwd()) else article
    taken = [f"  {line}" for line in answer.taken]
    return True, [f"{visible(name)} → {shown} (bản nháp)", *taken, *answer.problems], answer.used


def work(job: Job) -> Answer:
    """Have a process of its own do a job; return what came of it, whatever was in the file."""
    file = Path(job.file)
    worker = subprocess.Popen(
        [sys.executable, "-m", "plugins.desk.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with worker:
        try:
            said, errors = worker.communicate(json.dumps(asdict(job)), timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            _end(worker)
            return _stopped(file)
    if worker.returncode == 0:
        return Answer(**json.loads(said))
    last = (errors.strip().split("\n") or [""])[-1]
    if worker.returncode < 0 or not last or "MemoryError" in last:
        return _stopped(file)
    return refused(
        RefusedError(checks.PROGRAM_FAULT, f"{checks.PROGRAM_FAULT.title}: {last}"), file
    )


def _end(worker: subprocess.Popen[str]) -> None:
    """End a process that has had its time, with what it started if it can still do that."""
    worker.terminate()
    with suppress(subprocess.TimeoutExpired):
        worker.communicate(timeout=_SECONDS_TO_END)
    worker.kill()


def _stopped(file: Path) -> Answer:
    return refused(RefusedError(checks.IMPORT_STOPPED), file)


def _free(folder: Path) -> Path:
    """Return the folder, or the first one of its name and a number that is not taken."""
    numbered = (folder.with_name(f"{folder.name}-{number}") for number in count(2))
    return folder if not is_taken(folder) else next(f for f in numbered if not is_taken(f))


def _compared(name: str, target: Path, new: Path) -> Iterator[str]:
    """Yield that there is an article, and how the new one differs from it."""
    check = checks.IMPORT_EXISTS
    yield str(Problem(check, name, None, f"{check.title}: {target}", check.mend))
    there = target / "index.md" if target.is_dir() else target.with_name(f"{target.name}.md")
    texts = (there.read_text(encoding="utf-8") if there.is_file() else "", new.read_text("utf-8"))
    old, fresh = (text.splitlines() for text in texts)
    lines = list(difflib.unified_diff(old, fresh, str(there), name, lineterm=""))
    yield from lines or ["Hai bài giống hệt nhau."]
