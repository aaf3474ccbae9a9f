"""Everything that pages hang on besides the content: settings, code, libraries, theme,
and the visitor counter's block."""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plugins.build.project import Project
from plugins.counter.bake import bake

_PLUGINS = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class World:
    """Digests. A build that finds ``making`` changed makes everything anew, one that finds
    ``theme`` changed renders all pages from what it has read before. ``theme`` is all that
    pages show around their content: the theme, and the last known numbers of visitors."""

    making: str
    theme: str


def world_of(project: Project) -> World:
    """Return the world as it is now."""
    making = "\n".join([project.digest(), code_and_libraries()])
    overrides = project.variables.get("THEME_TEMPLATES_OVERRIDES", ())
    folders = [project.theme, *map(Path, overrides)]
    trees = (_tree(folder, "") for folder in folders)
    looks = "\n".join([*trees, repr(bake(project.counter).widget)])
    return World(_digest(making.encode()), _digest(looks.encode()))


@cache
def code_and_libraries() -> str:
    """Return what differs with this program, Python, and every installed package."""
    return f"{_tree(_PLUGINS, '.py')}\n{_libraries()}"


def _libraries() -> str:
    """Return names and versions of Python and everything installed for it."""
    folders = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    names = {path.name for folder in folders for path in Path(folder).glob("*.dist-info")}
    return "\n".join([sys.version, *sorted(names)])


def _tree(folder: Path, suffix: str) -> str:
    lines = [
        f"{path.relative_to(folder)} {_digest(_content(path))}"
        for path in sorted(_files(folder))
        if path.name.endswith(suffix)
    ]
    return _digest("\n".join(lines).encode())


def _files(folder: Path) -> Iterator[Path]:
    seen = set()
    # Through links, as Jinja goes; but not round in circles.
    for here, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(here)
        folders[:] = [name for name in folders if name != "__pycache__" and real not in seen]
        seen.add(real)
        yield from (Path(here, name) for name in names)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # an editor's lock (a link to nowhere), or a file that has just gone
        return b""


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
