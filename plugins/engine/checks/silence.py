"""Warnings that a build finds beside reading, and that an editor silenced in the article's file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from plugins.core.errors import EncodingError
from plugins.core.problems import Problem
from plugins.core.text.decoding import decode
from plugins.engine.project.project import Project
from plugins.engine.scan.content_folder import MARKDOWN
from plugins.proofreading.silence import Silence, silence_of, take_marks


def audible(problems: Iterable[Problem], project: Project) -> list[Problem]:
    """Return the problems that are to be told: the file of an article with warnings is opened."""
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_path[problem.path].append(problem)
    told: list[Problem] = []
    for path, some in by_path.items():
        if all(problem.level == "error" for problem in some):
            told += some
        else:
            told += _silence(path, project).audible(some)
    return told


def _silence(path: str, project: Project) -> Silence:
    silent = project.proofreading.silent
    everywhere = Silence({}, frozenset(silent))
    if not path.lower().endswith(MARKDOWN):
        return everywhere
    from plugins.articles.front_matter.parser import parse_front_matter  # slow, and rarely needed

    try:
        lines, marks = take_marks(decode((project.content / path).read_bytes()).split("\n"))
    except (OSError, EncodingError):
        return everywhere  # it is gone, or its name is in another form: the reader says it
    return silence_of(parse_front_matter(lines).fields, marks, silent)
