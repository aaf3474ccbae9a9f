"""What an import made, moved to its place: whole or not at all, and never over anything."""

from __future__ import annotations

import difflib
import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.desk.draft import folder_of, is_taken
from plugins.desk.errors import RefusedError
from plugins.desk.worker import Answer, refused

_SECONDS = 300  # by the clock, whoever else uses the processors; the worker has less by itself


def place(
    file: Path, content: Path, settings: str, to: str = "", *, numbered: bool = False
) -> tuple[bool, list[str]]:
    """Import a file into the content folder; return whether it is there now, and what to say.

    ``to`` names another folder than the headline does; ``numbered`` adds a number where the name
    is taken.
    """
    articles = content / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    # A content folder of its own, hidden: neither a build nor the preview looks into it. On the
    # same disk, so that it can be renamed.
    with TemporaryDirectory(prefix=".nhap-", dir=articles) as parent:
        folder = Path(parent, "articles", "bai")
        folder.mkdir(parents=True)
        answer = import_into(file, folder, settings)
        if not answer.slug:
            return False, answer.problems
        wanted = folder_of(content, answer.month, to or answer.slug)
        target = _free(wanted) if numbered else wanted
        if is_taken(target):
            return False, list(_compared(file.name, target, folder / "index.md"))
        target.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(target)
    article = target / "index.md"
    shown = article.relative_to(Path.cwd()) if article.is_relative_to(Path.cwd()) else article
    taken = [f"  {line}" for line in answer.taken]
    return True, [f"{file.name} → {shown} (bản nháp)", *taken, *answer.problems]


def import_into(file: Path, folder: Path, settings: str) -> Answer:
    """Have a process of its own import a file into a folder two levels below one that stands for
    the content folder; return what came of it. Never raises for what is in the file."""
    command = [sys.executable, "-m", "plugins.desk.worker", str(file), str(folder), settings]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and a list
            command, capture_output=True, encoding="utf-8", timeout=_SECONDS
        )
    except subprocess.TimeoutExpired:
        return _stopped(file)
    if done.returncode == 0:
        return Answer(**json.loads(done.stdout))
    last = (done.stderr.strip().split("\n") or [""])[-1]
    if done.returncode < 0 or not last or "MemoryError" in last:
        return _stopped(file)
    return refused(
        RefusedError(checks.PROGRAM_FAULT, f"{checks.PROGRAM_FAULT.title}: {last}"), file
    )


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
