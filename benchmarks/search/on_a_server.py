"""What a search that a server answers takes: the database of all articles, and queries."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.site.corpus import Story
from plugins.search.document import Document, filter_name
from plugins.search.full_text import changing, write_anew
from plugins.search.service.finding import find
from plugins.search.service.query import Query


class OnAServer(NamedTuple):
    """Seconds of the processors to write the database and to change one article each; its MB;
    seconds of queries, their excerpts and pages not included."""

    whole: float
    edits: list[float]
    size: float
    queries: list[float]


def measure(articles: Sequence[Story], queries: Sequence[str], file: Path) -> OnAServer:
    """Return what it takes; ``file`` is the database."""
    began = time.process_time()
    write_anew(file, enumerate(map(_document, articles)), "bench")
    whole = time.process_time() - began
    size = file.stat().st_size / 1e6
    edits = list(_timed_edits(articles[: len(queries)], file))
    taken = []
    for query in queries:
        began = time.process_time()
        find(file, Query(query))
        taken.append(time.process_time() - began)
    return OnAServer(whole, edits, size, taken)


def _timed_edits(articles: Sequence[Story], file: Path) -> Iterator[float]:
    for number, article in enumerate(articles):
        document = _document(article)._replace(summaries=("Sapo mới.",))
        began = time.process_time()
        with changing(file) as full_text:
            full_text.put(number, document)
            full_text.settle(f"bench {number}")
        yield time.process_time() - began


def _document(article: Story) -> Document:
    shown = [article.title, article.address, f"{article.date:%Y-%m-%dT%H:%M}+07:00"]
    shown += [article.standfirst, article.category]
    return Document(
        (article.title,),
        (article.standfirst,),
        (" ".join(article.paragraphs), *article.authors, *article.tags),
        (filter_name("category", article.category),),
        json.dumps(shown, ensure_ascii=False),
    )
