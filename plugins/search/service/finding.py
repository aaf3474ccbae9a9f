"""Which articles a query finds, in which order: by the rules of the page's script
(``theme/static/js/pages/search.js``), of a database (:mod:`plugins.search.full_text`).

First those that have all as it was typed, then such as have what was typed with diacritics so, then
without; of these, where words stand prominently and together, and then the newer. Phrases are
exact.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from plugins.search.folding import Word
from plugins.search.full_text import TIERS, read_only, spelt_key
from plugins.search.layout import layout_for
from plugins.search.service.nearest import nearest
from plugins.search.service.query import YEAR, Query, Run

PER_PAGE = 10
_MOST_TIME = 2.0  # seconds that a query may take
_STEPS = 10_000  # of SQLite's machine between two looks at the clock
_WEIGHTS = (9, 4, 1)  # of a title, a standfirst and a text
_LEVELS = 3

Ranks = dict[int, int]
"""Articles, each with how well it is spelt (2: as typed, 1: where something was typed on a letter
as typed, 0: without diacritics), times three, and how prominently (2: in a title)."""


class Found(NamedTuple):
    """An article among results: what is shown of it, a list as in the index of files, and its
    text."""

    shown: list[str]
    text: str


class Results(NamedTuple):
    """How many articles there are, those of one page, whether there are more pages, whether there
    may be more articles if words may stand far apart, and where there are none, what the reader may
    have meant."""

    total: int
    articles: list[Found]
    more: bool
    may_be_wide: bool
    nearest: Sequence[str] = ()


def find(file: Path, query: Query) -> Results:
    """Return what a query finds. Raises :class:`sqlite3.Error` where the file cannot be asked, or
    if it takes too long."""
    with closing(read_only(file)) as database:
        until = time.monotonic() + _MOST_TIME
        database.set_progress_handler(lambda: int(time.monotonic() > until), _STEPS)
        database.execute("BEGIN")  # one moment for all that is asked
        return _Search(database, lambda: time.monotonic() > until).results(query)


class _Search:
    def __init__(self, database: sqlite3.Connection, is_late: Callable[[], bool]) -> None:
        self._db, self._is_late = database, is_late

    def results(self, query: Query) -> Results:
        runs = query.runs()
        can_be_wide = any(len(run.words) > 1 and not run.is_phrase for run in runs)
        found = self._ordered(query, runs, wide=False)
        is_wide = can_be_wide and (query.wide or not found)
        if is_wide:
            near = set(found)
            found += [each for each in self._ordered(query, runs, wide=True) if each not in near]
        start = (query.page - 1) * PER_PAGE
        some = [self._article(number) for number in found[start : start + PER_PAGE]]
        more = len(found) > start + PER_PAGE
        meant = () if found else self._nearest(runs)
        return Results(len(found), some, more, can_be_wide and not is_wide, meant)

    def _nearest(self, runs: Sequence[Run]) -> Sequence[str]:
        self._db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, words, col)")
        columns = ", ".join("?" * len(TIERS))
        query = f"SELECT DISTINCT term FROM terms WHERE doc >= ? AND col IN ({columns})"
        (articles,) = self._db.execute("SELECT count(*) FROM articles").fetchone()
        several = layout_for(articles).several
        found = (term for (term,) in self._db.execute(query, (several, *TIERS)))
        common = {term for term in found if term.isalpha()}

        def is_found(text: str, wide: bool) -> bool:
            tried = Query(text)
            return bool(self._ordered(tried, tried.runs(), wide=wide))

        return nearest(
            [word for run in runs for word in run.words], common, is_found, self._is_late
        )

    def _article(self, number: int) -> Found:
        query = "SELECT shown, texts FROM articles WHERE id=?"
        shown, texts = self._db.execute(query, (number,)).fetchone()
        body = json.loads(texts)[2]
        return Found(json.loads(shown), body[0] if body else "")

    def _ordered(self, query: Query, runs: Sequence[Run], *, wide: bool) -> list[int]:
        if not runs:
            return []
        is_marked = any(word.key != word.plain for run in runs for word in run.words)
        all_found = [self._run(run, is_marked, wide=wide) for run in runs]
        numbers = set.intersection(*(set(found) for found in all_found))
        newest = self._newest(query)
        weighed = []
        for number in numbers & newest.keys():
            each = [found[number] for found in all_found]
            level, score = min(level for level, _ in each), sum(score for _, score in each)
            weighed.append((-level, -score, newest[number], number))
        return [number for *_, number in sorted(weighed)]

    def _newest(self, query: Query) -> dict[int, int]:
        """Return the articles that filters let pass, each with its number from the newest on."""
        values = [f"\n{name}\n" for name in query.filters()]
        conditions = ["instr(char(10) || filters || char(10), ?)"] * len(values)
        if year := query.chosen.get(YEAR):
            conditions.append("substr(dated, 1, 4) = ?")
            values.append(year)
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        rows = self._db.execute(
            f"SELECT id FROM articles {where} ORDER BY dated DESC, url DESC", values
        )
        return {number: at for at, (number,) in enumerate(rows)}

    def _run(self, run: Run, is_marked: bool, *, wide: bool) -> dict[int, tuple[int, int]]:
        """Return the articles that have all of a run, each with the level of its worst word, and
        the weight of what was found."""
        count = len(run.words)
        if count == 1 or run.is_phrase:
            weight = count * max(count - 1, 1) if count > 1 else 1
            ranks = self._words(run.words, is_marked)
            return {each: (rank // _LEVELS, weight * _weight(rank)) for each, rank in ranks.items()}
        pairs = [self._words(run.words[at : at + 2], is_marked) for at in range(count - 1)]
        alone = [self._words([word], is_marked) for word in run.words] if wide else []
        result = {}
        for number in set().union(*pairs, *alone):
            best = [
                max(
                    pairs[at - 1].get(number, -1) if at else -1,
                    pairs[at].get(number, -1) if at < count - 1 else -1,
                    alone[at].get(number, -1) if wide else -1,
                )
                for at in range(count)
            ]
            if min(best) >= 0:
                score = sum(count * _weight(pair[number]) for pair in pairs if number in pair)
                score += sum(_weight(word[number]) for word in alone if number in word)
                result[number] = (min(best) // _LEVELS, score)
        return result

    def _words(self, row: Sequence[Word], is_marked: bool) -> Ranks:
        """Return the articles in which words follow one another."""
        found: Ranks = {}
        for tier, column in enumerate(TIERS):
            for level, match in _matches(row, column, is_marked):
                rank = level * _LEVELS + len(TIERS) - 1 - tier
                query = "SELECT rowid FROM words WHERE words MATCH ?"
                numbers = [number for (number,) in self._db.execute(query, (match,))]
                if not numbers:
                    break  # what is nowhere without diacritics is nowhere with them
                for number in numbers:
                    if found.get(number, -1) < rank:
                        found[number] = rank
        return found


def _matches(row: Sequence[Word], column: str, is_marked: bool) -> Iterator[tuple[int, str]]:
    """Yield what FTS5 is asked of a column, each with how well it is spelt, from the worst on."""
    plain = f'{column} : "{" ".join(word.plain for word in row)}"'
    if not is_marked:
        yield _LEVELS - 1, plain
        return
    marked = [spelt_key(word.key) for word in row if word.key != word.plain]
    yield (0 if marked else 1), plain
    if marked and len(marked) < len(row):
        yield 1, " AND ".join((plain, *(f'{column}_spelt : "{key}"' for key in marked)))
    yield _LEVELS - 1, f'{column}_spelt : "{" ".join(spelt_key(word.key) for word in row)}"'


def _weight(rank: int) -> int:
    return _WEIGHTS[len(TIERS) - 1 - rank % _LEVELS]
