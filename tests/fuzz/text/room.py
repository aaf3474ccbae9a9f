"""A content folder, and the reader that a build would read it with."""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from pelican import signals
from pelican.settings import read_settings
from PIL import Image

from plugins.articles.reader import ArticleReader, Reading
from plugins.core.problems import ProblemError
from plugins.engine.project.project import Project, project_of
from plugins.engine.scan.reading import article_reader
from plugins.photos import PhotoLibrary
from tests.media_files import media_file

ROOT = Path(__file__).resolve().parents[3]
PHOTOS = ("a1.jpg", "a2.jpg", "IMG_4071.JPG", "hoi-nghi (2).jpg", "chợ phiên.jpeg")
FILES = ("ke-hoach-12.pdf", "phu-luc.docx", "so-lieu.xlsx", "phong-su.mp4", "bai-hat.mp3")
HEAD = "Title: Bản tin thử\nDate: 11/01/2024 15:30\n\n"


class Room:
    """The bulletin's settings over a ``folder`` with one article at a time in it, and beside
    it :data:`PHOTOS` and :data:`FILES`."""

    def __init__(self, folder: Path) -> None:
        self._beside = folder / "articles" / "2024" / "bai"
        self._beside.mkdir(parents=True)
        for number, name in enumerate(PHOTOS, 10):
            Image.new("RGB", (number, 8)).save(self._beside / name, format="JPEG")
        for name in FILES:
            (self._beside / name).write_bytes(media_file(name))
        self._path = self._beside / "index.md"
        self._reader = reader_of(project(folder))

    def read(self, text: str) -> Reading | ProblemError:
        """Return what an article that consists of ``text`` says, or all that is wrong with it."""
        # The file is named where the reader looks for others beside it.
        self._path.touch()
        try:
            return self._reader.read(self._path, text.encode())
        except ProblemError as error:
            return error


def reader_of(made: Project) -> ArticleReader:
    """Return what reads a project's articles, as in a build's process."""
    library = PhotoLibrary(made.content, made.photos)
    return article_reader(made, library)


def project(content: Path) -> Project:
    """Return the bulletin with another content folder, its plugins added as Pelican would."""
    settings = bulletin_settings() | {"PATH": str(content)}
    return project_of(settings)


@cache
def bulletin_settings() -> dict[str, Any]:
    settings: dict[str, Any] = read_settings(str(ROOT / "pelicanconf.py"))
    before = dict(signals.initialized.receivers)
    for name in settings["PLUGINS"]:
        importlib.import_module(name).register()
    signals.initialized.send(SimpleNamespace(settings=settings))
    for key in signals.initialized.receivers.keys() - before.keys():
        signals.initialized.disconnect(signals.initialized.receivers[key]())
    return settings
