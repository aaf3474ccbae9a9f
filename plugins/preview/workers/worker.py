"""A process that has the whole project loaded and does what the server asks of it, as the server
has it, and what it does."""

from __future__ import annotations

import pickle
import subprocess
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from plugins.core.problems import Problem
from plugins.preview.workers.messages import Layout, RenderSaved, Task, Update, Updated
from plugins.preview.workers.tasks import Say, Work, work

if TYPE_CHECKING:
    from plugins.preview.workers.run import PreviewRun
    from plugins.preview.workers.saved import SavedPages


class WorkerGoneError(Exception):
    """The worker ended before it answered. Raised by whatever asks it; the supervisor, who
    starts another, catches it."""


class Worker:
    """A worker as the server has it. One thread at a time may give it tasks."""

    def __init__(self, arguments: list[str], module: str = __spec__.name) -> None:
        """Start the process, which runs ``module``; ``arguments`` are those of the command
        ``pelican``."""
        self._process = subprocess.Popen(  # noqa: S603 - this very Python
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # Ctrl+C is for the server. Windows knows no sessions, others no such groups.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self._tasks = cast("IO[bytes]", self._process.stdin)
        self._answers = cast("IO[bytes]", self._process.stdout)
        self._layout: Layout | list[Problem] | None = None

    def layout(self) -> Layout | list[Problem]:
        """Wait until the project is loaded; return where it is, or why it can't be.

        Raises :class:`WorkerGoneError`.
        """
        if self._layout is None:
            self._layout = self._hear()
        return self._layout

    def render(self, files: tuple[Path, ...]) -> dict[str, bytes]:
        """Have the pages of saved files rendered. Raises :class:`WorkerGoneError`."""
        answer: dict[str, bytes] = self.ask(RenderSaved(files))
        return answer

    def update(self, files: tuple[Path, ...] | None) -> Updated:
        """Have the site brought up to date. Raises :class:`WorkerGoneError`."""
        answer: Updated = self.ask(Update(files))
        return answer

    def end(self) -> None:
        """End the process, whatever it is doing; who waits for it gets an error."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._tasks, self._answers):
            with suppress(OSError):  # a task that was not taken
                pipe.close()

    def ask(self, task: object) -> Any:
        """Return the answer to a task. Raises :class:`WorkerGoneError`."""
        if isinstance(self.layout(), list):
            raise WorkerGoneError
        try:
            pickle.dump(task, self._tasks)
            self._tasks.flush()
        except (OSError, ValueError) as error:
            raise WorkerGoneError from error
        return self._hear()

    def _hear(self) -> Any:
        try:
            return pickle.load(self._answers)  # noqa: S301 - our own process
        except (EOFError, pickle.UnpicklingError, OSError, ValueError) as error:
            raise WorkerGoneError from error


def _load(arguments: list[str]) -> tuple[Layout, Work]:
    from plugins.preview.workers.run import PreviewRun
    from plugins.preview.workers.saved import SavedPages

    run = PreviewRun.of(arguments)
    pages: SavedPages | None = None

    def do(task: Task, say: Say) -> None:
        nonlocal pages
        if isinstance(task, Update):
            say(_update(run, task))
            return
        pages = pages or SavedPages(run.project)
        say(pages.render(task.files))
        pages.get_ready()

    return run.layout, do


def _update(run: PreviewRun, task: Update) -> Updated:
    from plugins.engine.checks.theme import problems_of
    from plugins.engine.errors import BuildFailed

    try:
        outcome = run.update(task.files)
    except Exception as error:  # noqa: BLE001 - the server goes on, and shows it
        problems = problems_of(error, run.project.theme_folders)
        if not isinstance(error, BuildFailed):  # which has said it already
            if not problems[0].line:
                traceback.print_exception(error)
            sys.stderr.write("".join(f"{problem}\n" for problem in problems))
        elif not error.problems:
            sys.stderr.write(f"{error}\n")
        sys.stderr.flush()
        return Updated(tuple(problems))
    return Updated((), outcome.changed, outcome.pages, outcome.warned, outcome.pending)


if __name__ == "__main__":
    work(_load)
