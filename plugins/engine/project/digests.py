"""Texts that differ when files or installed packages do."""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PLUGINS = Path(__file__).resolve().parents[2]


@cache
def code_and_libraries() -> str:
    """Return what differs with this program, Python, and every installed package."""
    return f"{tree(_PLUGINS, '.py')}\n{_libraries()}"


def _libraries() -> str:
    """Return names and versions of Python and everything installed for it."""
    folders = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    names = {path.name for folder in folders for path in Path(folder).glob("*.dist-info")}
    return "\n".join([sys.version, *sorted(names)])


def tree(folder: Path, suffix: str = "") -> str:
    """Return what differs when a file below ``folder`` does whose name ends in ``suffix``."""
    root = len(f"{folder}/")
    found = hashlib.blake2b(digest_size=16)
    # Texts for paths: these are looked at in each build, however small.
    for path in sorted(path for path in _files(folder) if path.endswith(suffix)):
        content = _content(path)
        found.update(os.fsencode(f"{path[root:]}\0{len(content)}\0"))
        found.update(content)
    return found.hexdigest()


def _files(folder: Path) -> Iterator[str]:
    seen = set()
    # Through links, as Jinja goes; but not round in circles.
    for here, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(here)
        folders[:] = [name for name in folders if name != "__pycache__" and real not in seen]
        seen.add(real)
        yield from (f"{here}/{name}" for name in names)


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - hundreds of times, in every build
            return file.read()
    except OSError:  # an editor's lock (a link to nowhere), or a file that has just gone
        return b""


def digest(data: bytes) -> str:
    """Return a short text that differs when ``data`` does."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
