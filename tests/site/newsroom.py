"""A content folder of one's own, built with the public command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from tests.conftest import NOW
from tests.site.fork_server import ForkServer
from tests.site_files import SiteFiles, caches, write_settings


@dataclass
class Built:
    """How a run of ``pelican`` ended: its exit status and all that it said."""

    status: int
    said: str


class Newsroom(SiteFiles):
    """A bulletin below ``folder``, built with ``photo_settings`` and ``more_settings``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "nội dung", folder / "ra")
        self.cache = folder / "đệm" / "photos"
        self.photo_settings: dict[str, Any] = {}
        self.more_settings = ""

    def build(
        self,
        *options: str,
        settings: str = "pelicanconf.py",
        now: str = NOW,
        cwd: Path | None = None,
    ) -> Built:
        """Run the command in a process that need not import it first; it may fail."""
        arguments = self._arguments(*options, settings=settings)
        return Built(
            *_fork_server().pelican(arguments, cwd or self.content.parent, environment(now))
        )

    def command(self, *options: str, settings: str = "pelicanconf.py") -> list[str]:
        """Return the command that builds this newsroom's site."""
        return [sys.executable, "-m", "pelican", *self._arguments(*options, settings=settings)]

    def _arguments(self, *options: str, settings: str) -> list[str]:
        folder = self.content.parent
        changed = caches(folder / "đệm", self.cache)
        changed["PHOTOS"] |= self.photo_settings
        own = folder / "own_settings.py"
        write_settings(own, changed, self.more_settings, module=Path(settings).stem)
        return [str(self.content), "-s", str(own), "-o", str(self.output), *options]

    def soup(self, url: str) -> BeautifulSoup:
        """Return a built page by its address, to look things up in."""
        return BeautifulSoup(self.page(url), "html.parser")


@cache
def _fork_server() -> ForkServer:
    return ForkServer(environment())


def run(command: Sequence[str], cwd: Path, environment: Mapping[str, str]) -> Built:
    """Run a command to its end."""
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    return Built(done.returncode, done.stdout + done.stderr)


def environment(now: str = NOW) -> dict[str, str]:
    """Return the environment of a build at the time ``now``, in seconds since 1970."""
    return os.environ | {"SOURCE_DATE_EPOCH": now, "NO_COLOR": "1", "COLUMNS": "400"}
