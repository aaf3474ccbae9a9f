"""A thin way in front of ``pelican``: the same arguments, and the same result, sooner.

Starting Pelican and reading its settings takes longer than building one edited article. So
what the settings came to is kept beside the state, and used again while the settings' files,
the environment, the code and the libraries are the same. In any other case, for any other
option, or if a plugin of others is used, this is ``pelican`` itself.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import re
import sys
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

from plugins.build.build import NeedsExtraError
from plugins.build.command import run
from plugins.build.project import Project
from plugins.build.report import BuildFailed
from plugins.build.world import code_and_libraries

_FRONTS = Path(__file__).resolve().parents[2] / ".cache" / "build"
_ANSWERED_HERE = {"-o", "--output", "-s", "--settings", "--fatal=errors", "-v", "--verbose"}
# What a shell or make changes from one call to the next, and no settings file looks at.
_NOISE = re.compile("COLUMNS|LINES|MAKE.*|MFLAGS|OLDPWD|PWD|SHLVL|TERM|_")


def main(arguments: list[str]) -> int:
    """Build as ``pelican`` does with ``arguments``; return the exit status."""
    front = _front(arguments)
    settings = _value(arguments, "-s", "--settings")
    if settings is None or any(a.startswith("-") and a not in _ANSWERED_HERE for a in arguments):
        return _pelican(arguments)
    surroundings = _surroundings(Path(settings))
    project = _known(front, surroundings)
    if project is not None:
        verbose = "-v" in arguments or "--verbose" in arguments
        try:
            run(project, print, verbose=verbose)
        except NeedsExtraError:
            pass  # a static file changed, and those are Pelican's business
        except BuildFailed as error:
            sys.stderr.write(f"{error}\n")
            return 1
        else:
            return 0
    status = _pelican(arguments)
    if status == 0:
        _keep(front, surroundings)
    return status


def _pelican(arguments: list[str]) -> int:
    import pelican

    try:
        pelican.main(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _known(front: Path, surroundings: Any) -> Project | None:
    """Return what the settings came to, if nothing around them has changed."""
    try:
        then, project = pickle.loads(front.read_bytes())  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - whatever is wrong with it, Pelican knows
        return None
    return project if then == surroundings and isinstance(project, Project) else None


def _keep(front: Path, surroundings: Any) -> None:
    from plugins.build.bulletin import Bulletin

    project = Bulletin.last
    if project is None or not project.alone:
        return
    # Settings may hold what cannot be kept, and the disk may be full: the next build is slower.
    with suppress(OSError, pickle.PicklingError, AttributeError, TypeError):
        data = pickle.dumps((surroundings, project))
        front.parent.mkdir(parents=True, exist_ok=True)
        temporary = front.with_suffix(".new")
        temporary.write_bytes(data)
        temporary.replace(front)


def _front(arguments: list[str]) -> Path:
    text = "\0".join([str(Path.cwd()), *arguments])
    return _FRONTS / f"front-{hashlib.blake2b(text.encode(), digest_size=6).hexdigest()}.pickle"


def _surroundings(settings: Path) -> Any:
    """Return all that the settings may hang on, in a form that can be compared."""
    files = sorted(settings.resolve().parent.glob("*.py"))
    environment = {key: value for key, value in os.environ.items() if not _NOISE.fullmatch(key)}
    return [(str(path), path.read_bytes()) for path in files], environment, code_and_libraries()


def _value(arguments: list[str], *names: str) -> str | None:
    for name, value in pairwise(arguments):
        if name in names:
            return value
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
