"""A thin way in front of ``pelican``: the same arguments, and the same result, sooner.

Starting Pelican and reading its settings takes longer than building one edited article. So
what the settings came to is kept in ``.cache/build``, and used again while the settings' files,
the environment, the code and the libraries are the same. In any other case, for any other
option, or if a plugin of others is used, this is ``pelican`` itself.

What is imported here is little, and a background sets out before the rest is.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import re
import sys
from contextlib import ExitStack, suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.core.text.streams import speak_utf8
from plugins.engine.project.digests import code_and_libraries
from plugins.engine.scan.background import BackgroundScan
from plugins.engine.terminal.stopped import say_stopped

if TYPE_CHECKING:
    from plugins.engine.project.project import Project

_FRONTS = Path(".cache/build")
_MANY_OBJECTS = 100_000
_ANSWERED_HERE = {"-o", "--output", "-s", "--settings", "--fatal=errors", "-v", "--verbose"}
# Of ours, unknown to Pelican: the environment has them, too, in capitals
# (plugins/engine/publish/guard.py, plugins/engine/checks/withdrawal.py).
_PERMITTING = {"--adopt", "--allow-withdrawal"}
# What a shell or make changes from one call to the next, and no settings file looks at.
_NOISE = re.compile("COLUMNS|LINES|MAKE.*|MFLAGS|OLDPWD|PWD|SHLVL|TERM|_")


def main(arguments: list[str]) -> int:
    """Build as ``pelican`` does with ``arguments``; return the exit status."""
    speak_utf8()
    # Nothing of what is imported is rubbish, and to look for some takes a tenth of the time.
    gc.set_threshold(_MANY_OBJECTS)
    for option in _PERMITTING.intersection(arguments):
        os.environ[option.strip("-").replace("-", "_").upper()] = "1"
    arguments = [each for each in arguments if each not in _PERMITTING]
    settings = _value(arguments, "-s", "--settings")
    if settings is None or any(a.startswith("-") and a not in _ANSWERED_HERE for a in arguments):
        return _pelican(arguments)
    front = _front(arguments)
    status = _build(front, Path(settings), "-v" in arguments or "--verbose" in arguments)
    if status is None:
        surroundings = _surroundings(Path(settings))
        status = _pelican(arguments)
        if status == 0 and not _has_built():
            return say_stopped()  # with Ctrl+C, before there was anything that could say so
        if status == 0:
            _keep(front, surroundings)
    return status


def _build(front: Path, settings: Path, verbose: bool) -> int | None:
    """Build with what the settings came to; return ``None`` where that takes Pelican."""
    with ExitStack() as stack:
        try:
            with front.open("rb") as file:
                then, places = pickle.load(file)  # noqa: S301 - our own
                background = (
                    stack.enter_context(BackgroundScan(*places)) if hasattr(os, "fork") else None
                )
                same = then == _surroundings(settings)
                project = pickle.load(file) if same else None  # noqa: S301 - our own
        except Exception:  # noqa: BLE001 - whatever is wrong with it, Pelican knows
            return None
        return _run(project, background, verbose) if project else None


def _run(project: Project, background: BackgroundScan | None, verbose: bool) -> int | None:
    from plugins.engine.command import run
    from plugins.engine.errors import BuildFailed, NeedsExtraError

    try:
        run(project, print, verbose=verbose, background=background)
    except NeedsExtraError:
        return None  # a static file changed, and those are Pelican's business
    except BuildFailed as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _pelican(arguments: list[str]) -> int:
    import pelican

    from plugins.core.settings_file import DEFAULT, missing
    from plugins.engine.terminal.report import answer_for_pelican

    answer_for_pelican()  # before there are settings that can be read and have it done
    try:
        # Without any, Pelican would build a site of its own.
        file = Path(pelican.parse_arguments(arguments).settings or DEFAULT)
        if not file.is_file():
            sys.stderr.write(f"{missing(file)}\n")
            return 1
        pelican.main(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _has_built() -> bool:
    module = sys.modules.get("plugins.engine.pelican")
    return module is not None and module.Bulletin.last is not None


def _keep(front: Path, surroundings: Any) -> None:
    """Keep what the settings came to, behind what it takes to believe it and to scan."""
    from plugins.engine.pelican import Bulletin

    project = Bulletin.last
    if project is None or not project.alone:
        return
    places = (project.layout, project.output, project.state)
    # Settings may hold what cannot be kept, and the disk may be full: the next build is slower.
    with suppress(OSError, pickle.PicklingError, AttributeError, TypeError):
        data = pickle.dumps((surroundings, places)) + pickle.dumps(project)
        front.parent.mkdir(parents=True, exist_ok=True)
        temporary = front.with_suffix(".new")
        temporary.write_bytes(data)
        temporary.replace(front)


def _front(arguments: list[str]) -> Path:
    text = "\0".join([str(Path.cwd()), *arguments])
    return _FRONTS / f"front-{hashlib.blake2b(text.encode(), digest_size=6).hexdigest()}.pickle"


def _surroundings(settings: Path) -> Any:
    """Return all that the settings may depend on, in a form that can be compared."""
    files = sorted(settings.resolve().parent.glob("*.py"))
    environment = {key: value for key, value in os.environ.items() if not _NOISE.fullmatch(key)}
    return [(str(path), path.read_bytes()) for path in files], environment, code_and_libraries()


def _value(arguments: list[str], *names: str) -> str | None:
    for name, value in pairwise(arguments):
        if name in names:
            return value
    return None


if __name__ == "__main__":
    try:
        ended = main(sys.argv[1:])
    except KeyboardInterrupt:
        ended = say_stopped()
    if "pelican" not in sys.modules:
        # To take apart all that was imported takes a twentieth of the time.
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(ended)
    sys.exit(ended)
