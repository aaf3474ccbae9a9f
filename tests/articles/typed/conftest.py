"""A body read by the rules of this room, with photos beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown import Markdown

from plugins.core.document import Document
from plugins.core.problems import Problem
from plugins.core.text.decoding import normalise
from plugins.photos import PhotoLibrary
from tests.figures.conftest import write_photo

EXTENSIONS = [
    "markdown.extensions.extra",
    "markdown.extensions.sane_lists",
    "plugins.articles.typed.extension",
    "plugins.figures.extension",
]


class Typed(NamedTuple):
    """What came of a body: its HTML, and what the editor is told."""

    html: str
    problems: list[Problem]

    @property
    def said(self) -> list[tuple[int | None, str]]:
        return [(problem.line, problem.message) for problem in self.problems]


Read = Callable[[str], Typed]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return what reads a body that begins on the file's first line."""
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        write_photo(tmp_path / "bai" / name)

    def convert(body: str) -> Typed:
        lines = normalise(body).split("\n")
        folder = tmp_path / "bai"
        document = Document(folder / "index.md", PhotoLibrary(tmp_path), "bai/index.md", lines, 1)
        markdown = Markdown(extensions=EXTENSIONS, output_format="html")
        markdown.document = document  # type: ignore[attr-defined] # extensions look for it there
        return Typed(markdown.convert("\n".join(lines)), document.problems)

    return convert
