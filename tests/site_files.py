"""The files of a bulletin for tests: what is written for it, and what its build published.

How it is built is each harness's own: ``tests/engine/small_site.py`` builds in the same process,
``tests/site/newsroom.py`` by the public command, ``tests/fuzz/site/site.py`` after random edits.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from PIL import Image

from plugins.engine.publish.output import LOCK, RECORD

ROOT = Path(__file__).resolve().parents[1]
_SETTINGS = """\
import sys
sys.path.insert(0, {root!r})
from {module} import *
"""


class SiteFiles:
    """A content folder and the output of its builds.

    With ``settled``, in seconds since 1970, every file is as old as the number of those written
    before it says, so that no build takes it for one that may still change; else it is new.
    """

    head: Mapping[str, str] = {"Date": "11/01/2024"}
    """What an article's head says below its title, if a test says nothing else."""
    body = "Thân bài có đủ năm chữ."

    def __init__(self, content: Path, output: Path, settled: int | None = None) -> None:
        self.content = content
        self.output = output
        self._time = settled
        content.mkdir(parents=True)

    def path(self, name: str) -> Path:
        """Return a file of the content folder."""
        return self.content / name

    def write(self, name: str, body: str | None = None, **head: str) -> Path:
        """Write an article with a plain head; an empty value takes its line away."""
        fields = {"Title": Path(name).stem, **self.head, **head}
        lines = "".join(f"{key}: {value}\n" for key, value in fields.items() if value)
        return self.raw(name, f"{lines}\n{self.body if body is None else body}\n")

    def raw(self, name: str, data: str | bytes) -> Path:
        """Write a file as it is."""
        path = self._place_for(name)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return self.settle(path)

    def photo(
        self,
        name: str,
        colour: str | tuple[int, int, int] = "red",
        size: tuple[int, int] = (60, 40),
    ) -> Path:
        """Write a small photo."""
        path = self._place_for(name)
        Image.new("RGB", size, colour).save(path, "PNG" if name.endswith(".png") else "JPEG")
        return self.settle(path)

    def settle(self, path: Path) -> Path:
        """Give a file a time of its own, where files have one."""
        if self._time is not None:
            self._time += 1
            os.utime(path, (self._time, self._time))
        return path

    def _place_for(self, name: str) -> Path:
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():  # an empty one that was called so
            path.rmdir()
        return path

    def page(self, address: str) -> str:
        """Return the text of a built page."""
        path = self.output / address
        return (path if path.suffix else path / "index.html").read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Return the whole output but what the build keeps there for itself."""
        found = files_below(self.output)
        return {name: data for name, data in found.items() if name not in (RECORD, LOCK)}

    @contextmanager
    def elsewhere(self) -> Iterator[None]:
        """Have builds go into another, empty folder for a while."""
        here, self.output = self.output, self.output.with_name("sạch")
        shutil.rmtree(self.output, ignore_errors=True)
        try:
            yield
        finally:
            self.output = here


def files_below(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below ``folder``, hidden ones too, by its path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def caches(folder: Path, photos: Path | None = None) -> dict[str, dict[str, Any]]:
    """Return settings that keep all in ``folder``: a test's build must not sweep the sample's."""
    return {
        "BUILD": {"cache_dir": str(folder / "build")},
        "PHOTOS": {"cache_dir": str(photos or folder / "photos")},
    }


def write_settings(
    path: Path,
    changed: Mapping[str, Mapping[str, Any]],
    more: str = "",
    *,
    module: str = "pelicanconf",
) -> Path:
    """Write a settings file: the project's own, with keys of its dicts ``changed``, and ``more``
    lines below."""
    dicts = "".join(f"{name} = {{**{name}, **{keys!r}}}\n" for name, keys in changed.items())
    write_code(path, f"{_SETTINGS.format(root=str(ROOT), module=module)}{dicts}{more}\n")
    return path


def write_code(path: Path, text: str) -> None:
    """Write a Python file, and have it compiled anew: what was compiled from another text of the
    same size in the same second, Python would take for this one's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    Path(cache_from_source(str(path))).unlink(missing_ok=True)
