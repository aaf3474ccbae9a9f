"""``python -m plugins.desk.web.preview.worker -s SETTINGS``: the process that shows drafts.

It has the project loaded, as a preview's workers have (:mod:`plugins.preview.workers.worker`), and
answers each :class:`Draft` with a :class:`Shown`.
"""

from __future__ import annotations

import os
import pickle
import sys
from dataclasses import replace
from typing import IO, TYPE_CHECKING

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.core.text.streams import speak_utf8
from plugins.desk.web.preview.messages import Draft, Shown
from plugins.preview.workers.messages import Layout

if TYPE_CHECKING:
    from plugins.desk.web.preview.rendering import DraftPages
    from plugins.engine.project.project import Project

FRAME = "/toa-soan/xem"
"""Below which address the desk shows drafts: what stands before every link of their pages."""


def main() -> None:
    """Load the project, say that it is loaded, and show drafts until there are no more."""
    speak_utf8()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # who prints does not disturb
    from plugins.engine.checks.setting_types import settings_fault

    try:
        project = _project(sys.argv[1:])
    except Exception as error:  # noqa: BLE001 - settings and plugins are programs: anything
        _say(answers, [settings_fault(error, sys.argv[1:])])
        return
    from plugins.desk.web.preview.rendering import DraftPages

    pages = DraftPages(project)
    _say(answers, Layout(project.output, project.content, project.theme, ()))
    while True:
        try:
            draft: Draft = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the desk
        except EOFError:
            return
        _say(answers, _shown(pages, draft))


def _shown(pages: DraftPages, draft: Draft) -> Shown:
    try:
        return pages.show(draft)
    except Exception as error:  # noqa: BLE001 - one article must not end the process
        what = f"{checks.PROGRAM_FAULT.title} ({type(error).__name__}: {error})"
        problem = Problem(checks.PROGRAM_FAULT, draft.path, None, what, checks.PROGRAM_FAULT.mend)
        return Shown((problem,))


def _project(arguments: list[str]) -> Project:
    from pelican import get_config, init_logging, parse_arguments
    from pelican.settings import read_settings

    from plugins.engine.checks.setting_types import check_types
    from plugins.engine.pelican import Bulletin

    parsed = parse_arguments(arguments)
    init_logging(level=parsed.verbosity)
    settings = read_settings(parsed.settings, override=get_config(parsed))
    check_types(settings)
    project = Bulletin(settings).project
    address = f"{project.public_url}{FRAME}"
    return replace(project, variables=project.variables | {"SITEURL": address})


def _say(answers: IO[bytes], answer: object) -> None:
    try:
        pickle.dump(answer, answers)
        answers.flush()
    except BrokenPipeError:
        os._exit(0)  # the desk has gone, and wants nothing any more


if __name__ == "__main__":
    main()
