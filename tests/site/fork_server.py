"""A process that has imported Pelican and the plugins, and runs ``pelican`` in copies of itself.

Most of a small site's build is what every build begins with: importing all that, and compiling the
theme and the expressions by which texts are read. A copy begins where that ended; all else is the
command's own: arguments, folder, environment, streams, exit status, and whatever it changes in its
process. That the command starts at all is not seen here, but by those who run it as anybody does:
``build`` in tests/conftest.py, ``run`` in tests/site/newsroom.py, tests/site/project_copy.py.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import runpy
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jinja2.bccache import Bucket, BytecodeCache

from plugins.core.text.expressions import expression
from plugins.engine.render.assets import Assets
from plugins.engine.render.environment import environment
from tests.compiled_templates import compiled_once
from tests.site_files import ROOT

# What a build imports only where it needs it.
_LAZILY = (
    "plugins.articles.reader",
    "plugins.articles.typed.extension",
    "plugins.attribution.extension",
    "plugins.engine.render.feeds",
    "plugins.figures.extension",
    "plugins.photos.encode.pool",
    "rich.live",
)


class ForkServer:
    """The process, seen from the tests; it runs one command at a time, and ends with them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._python = _of_python(environment)
        # Some of it is read once, when modules are imported: how wide the terminal is.
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.site.fork_server"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        atexit.register(self._process.communicate)

    def pelican(
        self, arguments: Sequence[str], cwd: Path, environment: Mapping[str, str]
    ) -> tuple[int, str]:
        """Run ``python -m pelican`` to its end; return its exit status and all that it said."""
        assert self._process.stdin
        assert self._process.stdout
        assert _of_python(environment) == self._python, "Python reads these when it starts"
        with TemporaryDirectory() as folder:
            said = [Path(folder, name) for name in ("stdout", "stderr")]
            request = [[*arguments], str(cwd), {**environment}, [str(file) for file in said]]
            print(json.dumps(request), file=self._process.stdin, flush=True)
            status = int(self._process.stdout.readline())
            return status, "".join(file.read_text(encoding="utf-8") for file in said)


def _of_python(environment: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in environment.items() if key.startswith("PYTHON")}


def _prepare() -> None:
    """Import and compile what builds need."""
    settings = runpy.run_path(str(ROOT / "pelicanconf.py"))
    for name in ("pelican", *settings["PLUGINS"], *_LAZILY):
        importlib.import_module(name)
    templates = environment(ROOT / "theme", settings, _Nothing())
    for name in templates.list_templates(extensions=["html"]):
        templates.get_template(name)
    assert Assets(ROOT / "theme" / "static", settings["SITE"]["url"]).sheet
    # A command compiles an expression when it first asks for it.
    lazily = type(expression(""))
    for each in gc.get_objects():
        if isinstance(each, lazily):
            each.flags  # noqa: B018 - whoever asks anything of it has it compiled


class _Nothing(BytecodeCache):
    """Keeps no template."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give it none."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Do nothing."""


def _serve() -> list[Any] | None:
    """Answer requests; return one in the copy that is to do it, and nothing when no more come."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            return list(json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the answer
    return None


def _become(arguments: list[str], cwd: str, environ: dict[str, str], said: list[str]) -> None:
    """Run the command in this process, as if it had been started so."""
    for number, name in enumerate((os.devnull, *said)):
        file = os.open(name, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT)
        os.dup2(file, number)
        os.close(file)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environ)
    sys.path[0] = cwd
    sys.argv[1:] = arguments
    status = 0
    try:
        runpy.run_module("pelican", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    # As Python ends, but for taking everything apart, half a second for what was imported. Whatever
    # else was raised is told by Python itself.
    threading._shutdown()  # type: ignore[attr-defined] # no public way to wait as Python does
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    with compiled_once():
        _prepare()
        gc.collect()
        gc.freeze()  # or each copy's first collection would write to all of it
        request = _serve()
        if request is not None:
            _become(*request)
