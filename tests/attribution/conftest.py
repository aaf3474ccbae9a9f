"""What the tests of attribution share: an article read as the site reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import markdown
import pytest

from plugins.attribution.model import Source
from plugins.core.document import Document, Field
from plugins.core.problems import Problem
from plugins.photos import PhotoLibrary

HEAD = ["---", "Title: Bài", "---"]


@dataclass
class Read:
    """An article after python-markdown: its HTML, its source, what the editor is told.

    ``authors`` are those that its body names.
    """

    html: str
    source: Source | None
    problems: list[Problem]
    authors: list[str] | None = None


Reader = Callable[..., Read]


def read_article(body: str, *, is_page: bool = False, **fields: Any) -> Read:
    """Convert a body that stands behind three lines of front matter."""
    lines = [*HEAD, *body.replace("\r\n", "\n").split("\n")]
    values = {key: Field(value, 2) for key, value in fields.items()}
    document = Document(Path("/goc/bai.md"), PhotoLibrary(Path("/goc")), "bai.md", lines, 4, values)
    document.kind = "page" if is_page else "article"
    md: Any = markdown.Markdown(
        extensions=["extra", "sane_lists", "plugins.attribution.extension"],
        extension_configs={"plugins.attribution.extension": {"known_outlets": ["Báo Lào Cai"]}},
    )
    md.document = document
    html = md.convert(body)
    found = document.found
    return Read(html, found.source, document.problems, found.author_names)


@pytest.fixture
def read() -> Reader:
    """Return :func:`read_article`."""
    return read_article
