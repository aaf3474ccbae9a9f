"""The generators that are compared: how each gets the corpus, and what builds it.

Each lives in a folder of its own and leaves nothing outside it, so that "cold" means: all
is gone but the sources.
"""

from __future__ import annotations

import re
import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.site.corpus import Story

HERE = Path(__file__).resolve().parent


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
    def serve(self, port: int) -> list[str]:
        """Return the command that rebuilds on every save and serves the result on ``port``."""

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
