"""An article in a folder of photos, converted as the bulletin converts it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown
from PIL import Image

from plugins.core.document import Document
from plugins.figures import Figure
from plugins.photos import Photo, PhotoLibrary


@dataclass
class Result:
    """What came of an article's body."""

    html: str
    document: Document

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(self.document.found.figures)

    @property
    def photos(self) -> tuple[Photo, ...]:
        return tuple(self.document.found.photos)

    @property
    def problems(self) -> list[tuple[str, int | None, str]]:
        return [(each.level, each.line, each.message) for each in self.document.problems]

    @property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")

    @property
    def outline(self) -> list[str]:
        """The top-level elements: tags, and for figures their photos and caption."""
        return [_outline(child) for child in self.soup.children if isinstance(child, Tag)]


def _outline(element: Tag) -> str:
    if element.name != "figure":
        return f"{element.name}: {element.get_text().strip()}"
    caption = element.find("figcaption")
    text = "" if caption is None else caption.get_text().strip()
    return f"figure {len(element.find_all('img'))}: {text}"


def write_photo(path: Path, size: tuple[int, int] = (40, 30)) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, (len(path.name) * 7 % 256, 90, 60)).save(path, format="JPEG")


@dataclass
class Newsroom:
    """A content folder with ``bai/index.md`` in it."""

    root: Path

    def photo(self, name: str, size: tuple[int, int] = (40, 30)) -> Path:
        """Put a photo beside the article, or with a leading slash under the root."""
        path = self.root / name[1:] if name.startswith("/") else self.root / "bai" / name
        write_photo(path, size)
        return path

    def read(self, body: str, *names: str, first_line: int = 1) -> Result:
        """Convert ``body`` with photos called ``names`` beside it."""
        for name in names:
            self.photo(name)
        markdown = Markdown(
            extensions=[
                "markdown.extensions.extra",
                "markdown.extensions.sane_lists",
                "plugins.figures.extension",
            ],
            output_format="html",
        )
        lines = ["---"] * (first_line - 1) + body.split("\n")
        document = Document(
            self.root / "bai" / "index.md",
            PhotoLibrary(self.root),
            "bai/index.md",
            lines,
            first_line,
        )
        markdown.document = document  # type: ignore[attr-defined] # extensions look for it there
        return Result(markdown.convert(body), document)


Read = Callable[..., Result]


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    (tmp_path / "bai").mkdir()
    return Newsroom(tmp_path)


@pytest.fixture
def read(newsroom: Newsroom) -> Read:
    return newsroom.read
