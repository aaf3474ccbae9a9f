"""``python -m plugins.desk.web.preview.worker -s SETTINGS``: the process that shows drafts.

It has the project loaded, as a preview's workers have (:mod:`plugins.preview.workers.worker`), and
answers each :class:`Draft` with a :class:`Shown`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.desk.web.preview.messages import Draft, Shown
from plugins.preview.workers.messages import Layout
from plugins.preview.workers.tasks import Say, Work, work

if TYPE_CHECKING:
    from plugins.desk.web.preview.rendering import DraftPages

FRAME = "/toa-soan/xem"
"""Below which address the desk shows drafts: what stands before every link of their pages."""


def _load(arguments: list[str]) -> tuple[Layout, Work]:
    from plugins.desk.web.preview.rendering import DraftPages
    from plugins.engine.pelican import Bulletin
    from plugins.preview.workers.run import settings_of

    project = Bulletin(settings_of(arguments)).project
    variables = project.variables | {"SITEURL": f"{project.public_url}{FRAME}"}
    pages = DraftPages(replace(project, variables=variables))

    def do(draft: Draft, say: Say) -> None:
        say(_shown(pages, draft))

    return Layout(project.output, project.content, project.theme, ()), do


def _shown(pages: DraftPages, draft: Draft) -> Shown:
    try:
        return pages.show(draft)
    except Exception as error:  # noqa: BLE001 - one article must not end the process
        what = f"{checks.PROGRAM_FAULT.title} ({type(error).__name__}: {error})"
        problem = Problem(checks.PROGRAM_FAULT, draft.path, None, what, checks.PROGRAM_FAULT.mend)
        return Shown((problem,))


if __name__ == "__main__":
    work(_load)
