"""This bulletin, and Pelican as it comes, on the same files."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.site.corpus import Story
from benchmarks.site.peers import HERE, Peer, link_files
from benchmarks.site.process import ROOT
from benchmarks.site.sources import bulletin_article, bulletin_pages

_OURS = """import sys

sys.path.insert(0, {root!r})
from pelicanconf import *


def _moved(value):
    if isinstance(value, dict):
        return {{key: _moved(each) for key, each in value.items()}}
    if isinstance(value, str) and value.startswith({kept!r}):
        return {cache!r} + value[len({kept!r}):]
    return value


# A cache that other builds have filled is not cold: each folder has its own.
globals().update({{name: _moved(each) for name, each in list(globals().items()) if name.isupper()}})
PHOTOS = {{**globals().get("PHOTOS", {{}}), "modern": {modern!r}}}
PHOTOS["cache_dir"] = {cache!r} + "/photos"
"""


class Bulletin(Peer):
    """This project, by the command of ``make html``."""

    output_name = "output"
    sources: tuple[str, ...] = ("content", "conf.py")

    def __init__(self, folder: Path, modern: str = "avif") -> None:
        super().__init__(folder)
        self.name = "ours"
        self._modern = modern

    def build(self) -> list[str]:
        """Return the thin way in front of ``pelican``."""
        return [sys.executable, "-m", "plugins.engine", *self._arguments(), "--fatal=errors"]

    def serve(self, port: int) -> list[str]:
        """Return what ``make devserver`` runs."""
        served = [str(self.content), "-s", str(self.folder / "conf.py"), "-p", str(port)]
        return [sys.executable, "-m", "plugins.preview", *served]

    def article(self, story: Story) -> tuple[str, str]:
        """Return the article in the newsroom's form."""
        return bulletin_article(story)

    def _arguments(self) -> list[str]:
        conf = self.folder / "conf.py"
        return [str(self.content), "-o", str(self.output), "-s", str(conf)]

    def _prepare(self, stories: Sequence[Story], photos: Path | None) -> None:
        conf = _OURS.format(
            root=str(ROOT),
            kept=str(ROOT / ".cache"),
            cache=str(self.folder / "cache"),
            modern=self._modern,
        )
        (self.folder / "conf.py").write_text(conf, encoding="utf-8")
        self._write(bulletin_pages())
        if photos is not None:
            link_files(photos, self.content / "images")


class Plain(Bulletin):
    """This project, by ``pelican`` itself."""

    def build(self) -> list[str]:
        """Return ``pelican`` with the project's settings."""
        pelican = Path(sys.executable).with_name("pelican")
        return [str(pelican), *self._arguments(), "--fatal=errors"]


class Stock(Plain):
    """Pelican as it comes, on our very files, with a theme of the same blocks.

    Less is asked of it: no related articles, no neighbours, no pages of sources, which a
    theme alone could only give at a price that Pelican does not deserve.
    """

    sources = ("content", "conf.py", "theme")

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.name = "Pelican as it comes"

    def dress(self, head: str, theme: Path) -> None:
        """Put ``head`` into every page, and publish the files of ``theme`` that it names."""
        raw = f"{{% raw %}}{head}{{% endraw %}}"
        (self.folder / "theme/templates/assets.html").write_text(raw, encoding="utf-8")
        shutil.copytree(theme, self.folder / "theme/static", dirs_exist_ok=True)

    def _prepare(self, stories: Sequence[Story], photos: Path | None) -> None:
        shutil.copytree(HERE / "stock", self.folder, dirs_exist_ok=True)
        theme = f"\nTHEME = {str(self.folder / 'theme')!r}\n"
        with (self.folder / "conf.py").open("a", encoding="utf-8") as conf:
            conf.write(theme)
        self._write(bulletin_pages())
