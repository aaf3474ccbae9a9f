"""What a build would say is wrong, of all articles, without building anything."""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from plugins.core.problems import Problem
from plugins.counter.widget.embed import embed
from plugins.engine.build import Build, Extra, Look
from plugins.engine.errors import StateError
from plugins.engine.fork import process_count
from plugins.engine.project.fingerprints import fingerprints_of
from plugins.engine.project.project import Project, state_file
from plugins.engine.store.database import discard


def check(project: Project, now: datetime, extra: Extra, look: Look | None = None) -> list[Problem]:
    """Return all that is wrong with ``project``'s content, as of ``now``, in the order of files.

    What is read is kept beside what builds know, so that only what changed is read the next time;
    an output folder is neither needed nor looked at. ``extra`` is as for a build; ``look`` looks at
    the articles that readers see for more than that.
    """
    # A folder that nobody has: nothing in it is looked for.
    nowhere = Path(project.build.cache_dir).absolute() / "check"
    state = state_file(Path(project.build.cache_dir), project.content, nowhere)
    project = replace(project, output=nowhere, state=state)
    counter = embed(project.counter)
    fingerprints = fingerprints_of(project, counter)
    with tempfile.TemporaryDirectory() as staged:
        for file in (state, state, None):
            step = Build(
                project, now, Path(staged), fingerprints, counter, process_count(), background=None
            )
            try:
                return sorted(set(step.check(extra, file, look)), key=Problem.sort_key)
            except (StateError, sqlite3.DatabaseError):
                if file is None:
                    raise
            discard(state)
    raise AssertionError  # the last of them returned or raised
