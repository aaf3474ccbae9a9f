"""A content folder of one's own, built with the public command."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from PIL import Image

from tests.conftest import NOW, ROOT

SETTINGS = """
import sys
sys.path.insert(0, {root!r})
from {module} import *
PHOTOS = {{**PHOTOS, "cache_dir": {cache!r}, **{photos!r}}}
BUILD = {{**BUILD, "cache_dir": {cache!r} + " bản dựng"}}
{more}
"""
"""The project's own settings, but for the cache: builds of tests must not sweep the sample's."""


@dataclass
class Built:
    """How a run of ``pelican`` ended: its exit status and all that it said."""

    status: int
    said: str


class Newsroom:
    """Writes articles and photos below ``folder`` and builds them into ``output``."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "nội dung"
        self.output = folder / "ra"
        self.cache = folder / "đệm"
        self.photo_settings: dict[str, Any] = {}
        self.more_settings = ""
        self.content.mkdir(parents=True)

    def write(self, name: str, body: str = "Thân bài có đủ năm chữ.", **head: str) -> Path:
        """Write an article with a plain header; ``head`` is over a title and a date."""
        fields = {"Title": Path(name).stem, "Date": "11/01/2024"} | head
        lines = "".join(f"{key}: {value}\n" for key, value in fields.items() if value)
        return self.raw(name, f"{lines}\n{body}\n")

    def raw(self, name: str, text: str | bytes) -> Path:
        """Write a file as it is."""
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def photo(self, *names: str) -> None:
        """Write small photos, each of its own colour."""
        for name in names:
            path = self.content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.new("RGB", (60, 40), f"#{hash(name) & 0xFFFFFF:06x}").save(path, "JPEG")

    def build(
        self,
        *options: str,
        settings: str = "pelicanconf.py",
        now: str = NOW,
        cwd: Path | None = None,
    ) -> Built:
        """Run the command with ``photo_settings``; it may fail."""
        done = subprocess.run(
            self.command(*options, settings=settings),
            cwd=cwd or self.content.parent,
            env=environment(now),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Built(done.returncode, done.stdout + done.stderr)

    def command(self, *options: str, settings: str = "pelicanconf.py") -> list[str]:
        """Return the command that builds this newsroom's site."""
        module, own = Path(settings).stem, self.content.parent / "own_settings.py"
        text = SETTINGS.format(
            root=str(ROOT),
            module=module,
            cache=str(self.cache),
            photos=self.photo_settings,
            more=self.more_settings,
        )
        write_code(own, text)
        start = [sys.executable, "-m", "pelican", str(self.content), "-s", str(own)]
        return [*start, "-o", str(self.output), *options]

    def page(self, url: str) -> BeautifulSoup:
        """Return a built page by its address."""
        path = self.output / url
        path = path if path.suffix else path / "index.html"
        return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")

    def files(self) -> dict[str, bytes]:
        """Return everything in the output but the build's own record."""
        return {name: data for name, data in files_below(self.output).items() if name[0] != "."}


def write_code(path: Path, text: str) -> None:
    """Write a Python file, and have it compiled anew: what was compiled from another text of the
    same size in the same second, Python would take for this one's."""
    path.write_text(text, encoding="utf-8")
    Path(cache_from_source(str(path))).unlink(missing_ok=True)


def files_below(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below ``folder``, hidden ones too, by its path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def environment(now: str = NOW) -> dict[str, str]:
    """Return the environment of a build at the time ``now``, in seconds since 1970."""
    return os.environ | {"SOURCE_DATE_EPOCH": now, "NO_COLOR": "1", "COLUMNS": "400"}
