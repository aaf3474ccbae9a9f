"""The same articles in SQLite's FTS5, with words folded as the index folds them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from random import Random

from benchmarks.site.corpus import SEED, Story
from plugins.search.folding import words


class Reference:
    """What a full-text index of another make finds in ``articles``."""

    def __init__(self, articles: Iterable[Story]) -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.execute(
            "CREATE VIRTUAL TABLE articles USING fts5(url UNINDEXED, title, summary, body)"
        )
        self._db.executemany(
            "INSERT INTO articles VALUES (?, ?, ?, ?)",
            (
                (one.address, _plain(one.title), _plain(one.standfirst), _plain(*one.paragraphs))
                for one in articles
            ),
        )

    def phrase(self, text: str) -> set[str]:
        """Return the addresses of the articles that have a phrase."""
        query = "SELECT url FROM articles WHERE articles MATCH ?"
        return {url for (url,) in self._db.execute(query, (f'"{_plain(text)}"',))}


def phrases(articles: list[Story], count: int) -> list[str]:
    """Return phrases of two and three syllables, by turns, from anywhere in the articles."""
    draw = Random(f"{SEED} phrases")
    found: list[str] = []
    while len(found) < count:
        paragraph = draw.choice(draw.choice(articles).paragraphs)
        row = [text for text in paragraph.split() if any(map(str.isalnum, text))]
        length = 2 + len(found) % 2
        if len(row) > length:
            start = draw.randrange(len(row) - length)
            found.append(" ".join(row[start : start + length]))
    return found


def _plain(*texts: str) -> str:
    return " ".join(word.plain for text in texts for word in words(text))
