"""``python -m plugins.desk.worker``: one import, or the unpacking of one archive, in bounds.

A file of unknown origin is read in this process alone, whose time and memory are limited. A
:class:`~plugins.desk.job.Job` comes as JSON from standard input; what came of it, an
:class:`~plugins.desk.job.Answer`, goes to standard output.
"""

from __future__ import annotations

import importlib
import json
import signal
import sys
from dataclasses import asdict, replace
from pathlib import Path
from types import SimpleNamespace

from plugins.core import checks
from plugins.core.text.streams import speak_utf8
from plugins.desk.errors import RefusedError
from plugins.desk.files.enclosed import with_photos
from plugins.desk.files.kinds import read_file
from plugins.desk.files.submission import Submission
from plugins.desk.files.unpacking import unpack
from plugins.desk.importing import import_file
from plugins.desk.job import Answer, Job, refused
from plugins.engine.project.project import Project, project_of

if sys.platform != "win32":
    import resource

_SECONDS, _SECONDS_EACH_PICTURE = 20, 3  # of a processor's time
_BYTES = 3 << 30  # of addresses, of which libraries take a third before they hold anything


def main() -> int:
    """Do the job; return the exit status."""
    speak_utf8()
    # Who is told to end ends LibreOffice, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    job = Job(**json.loads(sys.stdin.buffer.read()))
    _bound(_SECONDS)
    json.dump(asdict(_answer(job)), sys.stdout)
    return 0


def _answer(job: Job) -> Answer:
    file = Path(job.file)
    try:
        return _imported(job) if job.settings else _unpacked(job)
    except RefusedError as error:
        return refused(error, file)
    except (MemoryError, RecursionError):
        return refused(RefusedError(checks.IMPORT_STOPPED), file)


def _unpacked(job: Job) -> Answer:
    return Answer(done=True, left=unpack(Path(job.file), Path(job.folder)))


def _imported(job: Job) -> Answer:
    folder = Path(job.folder)
    photos, own = (list(map(Path, names)) for names in (job.photos, job.own))
    # The article is read where it lies, in a content folder with nothing else in it.
    project = replace(_project(job.settings), content=folder.parents[1])
    manuscript = with_photos(read_file(Path(job.file)), Submission(Path(job.file), photos, own))
    _bound(_SECONDS + _SECONDS_EACH_PICTURE * len(manuscript.pictures))
    imported = import_file(manuscript, folder, project)
    return Answer(
        done=True,
        month=imported.month,
        slug=imported.slug,
        taken=imported.taken,
        problems=[str(problem) for problem in imported.problems],
        used=[picture.part for picture in manuscript.pictures if picture.part in job.photos],
    )


def _bound(seconds: int) -> None:
    """Have the system end this process when it has used so much time, or wants much memory."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_AS, (_BYTES, resource.RLIM_INFINITY))


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
