"""The folder of a bulletin that is edited at random: its content, theme, settings and clock."""

from __future__ import annotations

import copy
import os
import shutil
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pelican.settings import read_settings

from plugins.core.dates.date import TIME_ZONE
from plugins.engine.pelican import Bulletin
from plugins.engine.project.project import Project
from tests.fuzz.site.content import FILES, PHOTOS
from tests.site_files import ROOT, SiteFiles, caches

_START = datetime(2024, 1, 15, 8, tzinfo=TIME_ZONE)
_DEFAULT: dict[str, Any] = {
    "THEME_TEMPLATES_OVERRIDES": [],
    "SITEURL": "",
    "RELATIVE_URLS": False,
    "FEED_MAX_ITEMS": 5,
    "DELETE_OUTPUT_DIRECTORY": False,
    "ARTICLES": {"default_category": "Tin tức", "default_byline": "Ban Biên tập"},
    "BUILD": {
        "navigation": ["Thời sự", "Kinh tế"],
        "articles_per_page": 2,
        "articles_per_month_page": 3,
        "home_articles": 2,
        "section_articles": 2,
        "latest_articles": 3,
        "fragment_articles": 3,
        "related_articles": 2,
    },
}


@dataclass(frozen=True)
class Snapshot:
    """What a folder holds: the content and the time (nanoseconds) of every file."""

    files: dict[str, tuple[bytes, int]]

    def content(self, name: str) -> bytes | None:
        """Return a file's content, ``None`` if there is no such file."""
        return self.files[name][0] if name in self.files else None


class Site(SiteFiles):
    """A bulletin below ``folder``. Its files are settled, so that a sequence means the same
    however fast it runs. ``photos`` is a cache of derivatives for clean builds of any number of
    sites."""

    def __init__(self, folder: Path, photos: Path) -> None:
        eleven_days_ago = int(time.time()) - 10**6
        super().__init__(folder / "nội dung", folder / "trang", settled=eleven_days_ago)
        self.folder = folder
        self._photos = photos
        self.theme = folder / "giao diện"
        self.overrides = folder / "mẫu riêng"
        self.clean_output = folder / "trang sạch"
        self.now = _START
        self.settings = copy.deepcopy(_DEFAULT)
        # Files and empty folders that others put into the output; those folders may go, or stay.
        self.foreign: set[str] = set()
        self.folders: set[str] = set()
        shutil.copytree(ROOT / "theme", self.theme)
        self.overrides.mkdir()
        # A copy: what happens to a published photo must not reach the clean builds.
        photos.mkdir(parents=True, exist_ok=True)
        shutil.copytree(photos, folder / "cache" / "photos")
        for number, name in enumerate(PHOTOS):
            self.numbered_photo(name, number)
        for name, text in FILES.items():
            self.raw(name, text)

    # Writing

    def numbered_photo(self, name: str, number: int) -> None:
        """Write a small photo whose colour and size follow from ``number``."""
        colour = (number * 37 % 256, number * 91 % 256, number * 53 % 256)
        self.photo(name, colour, (48 + 2 * (number % 3), 36))

    def remove(self, name: str) -> None:
        """Delete a file of the content folder, and its folder if that is empty now."""
        path = self.path(name)
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()

    # Looking

    def names(self, suffix: str, below: str = "") -> list[str]:
        """Return the files of the content folder that end in ``suffix``, sorted."""
        paths = (path for path in self.content.rglob(f"*{suffix}") if path.is_file())
        files = (path.relative_to(self.content).as_posix() for path in paths)
        return sorted(name for name in files if name.startswith(below))

    def articles(self) -> list[str]:
        """Return the articles' files."""
        return self.names(".md", "articles/")

    def text(self, name: str) -> str:
        """Return what a file of the content folder says."""
        return self.path(name).read_text(encoding="utf-8")

    def snapshot(self) -> Snapshot:
        """Return all that the content folder holds."""
        return Snapshot(
            {
                path.relative_to(self.content).as_posix(): (
                    path.read_bytes(),
                    path.stat().st_mtime_ns,
                )
                for path in self.content.rglob("*")
                if path.is_file()
            }
        )

    def restore(self, before: Snapshot) -> None:
        """Bring the content folder back to what it was, with the old times."""
        now = self.snapshot()
        for name in now.files.keys() - before.files.keys():
            self.remove(name)
        for name, (data, moment) in before.files.items():
            if now.files.get(name) != (data, moment):
                path = self._place_for(name)
                path.write_bytes(data)
                os.utime(path, ns=(moment, moment))

    # Building

    def advance(self, days: float) -> None:
        """Let time go on, or back."""
        self.now += timedelta(days=days)

    def project(self, *, clean: bool = False) -> Project:
        """Return the project, as the command would; ``clean``: that of the other output."""
        kept = caches(self.folder / "cache", self._photos if clean else None)
        override = self.settings | {
            "PATH": str(self.content),
            "THEME": str(self.theme),
            "OUTPUT_PATH": str(self.clean_output if clean else self.output),
            "BUILD": {**self.settings["BUILD"], **kept["BUILD"]},
            "PHOTOS": {"images_dir": "images", **kept["PHOTOS"]},
        }
        settings = read_settings(str(ROOT / "pelicanconf.py"), copy.deepcopy(override))
        project: Project = Bulletin(settings).project
        return project

    def extra(self, folder: Path) -> None:
        """Add to the site what generators of other packages would."""
        if (extra := self.content / "extra").exists():
            shutil.copytree(extra, folder, dirs_exist_ok=True)
