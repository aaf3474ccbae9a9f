"""``python -m plugins.desk.worker FILE FOLDER SETTINGS``: one import, in bounds.

A file of unknown origin is read in this process alone, whose time and memory are limited. What came
of it goes as JSON to standard output: an :class:`Answer`.
"""

from __future__ import annotations

import importlib
import json
import sys
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace

from plugins.core import checks
from plugins.core.text.streams import speak_utf8
from plugins.desk.errors import RefusedError
from plugins.desk.importing import import_file
from plugins.desk.kinds import read_file
from plugins.engine.project.project import Project, project_of

if sys.platform != "win32":
    import resource

_SECONDS, _SECONDS_EACH_PICTURE = 20, 3  # of a processor's time
_BYTES = 3 << 30  # of addresses, of which libraries take a third before they hold anything


@dataclass(frozen=True)
class Answer:
    """What came of a file: where the article belongs (``2024/01``, its slug), what was taken and
    what to look at, in Vietnamese. Without a slug the file was refused."""

    month: str = ""
    slug: str = ""
    taken: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def main() -> int:
    """Import; return the exit status."""
    speak_utf8()
    file, folder, settings = sys.argv[1:]
    _bound(_SECONDS)
    json.dump(asdict(_answer(Path(file), Path(folder), settings)), sys.stdout)
    return 0


def _answer(file: Path, folder: Path, settings: str) -> Answer:
    try:
        # The article is read where it lies, in a content folder with nothing else in it.
        project = replace(_project(settings), content=folder.parents[1])
        manuscript = read_file(file)
        _bound(_SECONDS + _SECONDS_EACH_PICTURE * len(manuscript.pictures))
        imported = import_file(manuscript, folder, project)
    except RefusedError as error:
        return refused(error, file)
    except (MemoryError, RecursionError):
        return refused(RefusedError(checks.IMPORT_STOPPED), file)
    problems = [str(problem) for problem in imported.problems]
    return Answer(imported.month, imported.slug, imported.taken, problems)


def _bound(seconds: int) -> None:
    """Have the system end this process when it has used so much time, or wants much memory."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_AS, (_BYTES, resource.RLIM_INFINITY))


def refused(error: RefusedError, file: Path) -> Answer:
    """Return the answer that a file is not imported."""
    return Answer(problems=[str(error.problem(file.name))])


def _project(settings_file: str) -> Project:
    """Return the project with what its plugins add to python-markdown, as Pelican has it."""
    from pelican import signals
    from pelican.settings import read_settings

    settings = read_settings(settings_file)
    for name in settings["PLUGINS"]:
        importlib.import_module(name).register()
    signals.initialized.send(SimpleNamespace(settings=settings))
    return project_of(settings)


if __name__ == "__main__":
    sys.exit(main())
