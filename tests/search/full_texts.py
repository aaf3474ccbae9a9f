"""Databases of a few articles, for tests of who asks them."""

from __future__ import annotations

import json
from pathlib import Path

from plugins.search.document import Document, filter_name
from plugins.search.full_text import write_anew


def document(
    title: str,
    summary: str = "",
    body: str = "",
    *,
    url: str = "",
    date: str = "2024-01-01T08:00+07:00",
    category: str = "Tin",
    source: str = "",
) -> Document:
    """Return an article as the index has it."""
    filters = [filter_name("category", category)]
    filters += [filter_name("source", source)] if source else []
    shown = [title, url or f"{title}/", date, summary, category]
    texts = (body, source) if source else (body,)
    return Document(
        (title,), (summary,), texts, tuple(filters), json.dumps(shown, ensure_ascii=False)
    )


def database(folder: Path, *documents: Document) -> Path:
    """Return the file of some articles."""
    file = folder / "search.sqlite3"
    write_anew(file, enumerate(documents, 1), "stamp")
    return file
