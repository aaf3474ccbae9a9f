"""The whole index at once, in a fraction of the time that each article's lines by themselves take.

Ten thousand articles have eight million entries, so an entry is a number of 64 bits, from the
highest: its part of the index, a word, the word behind it (or none, or a filter alone), its
article, its tier. Entries are sorted into parts on the disk, and from each part follow the files in
it, so no process holds more than one. What stands for a word or an article is the business of each
*run*: what one process does with articles before its numbers are used up.
"""

from __future__ import annotations

import os
import pickle
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from plugins.search.document import Document
from plugins.search.entries import Indexed, shown_line
from plugins.search.folding import digest, words
from plugins.search.layout import Layout
from plugins.search.lines import write_lines
from plugins.search.memo import Memo
from plugins.search.postings import BODY, posting, write_postings

_TIER, _ARTICLE, _WORD, _PART = 2, 16, 20, 6  # bits
_SECOND = _TIER + _ARTICLE
_FIRST = _SECOND + _WORD
_ABOVE = _FIRST + _WORD
_NONE = 0  # the number of no word
_MOST_ARTICLES = 1 << _ARTICLE
_MOST_WORDS = 1 << (_WORD - 1)  # one article, of 2 MB at most, cannot have as many
_MOST_KEPT = 200_000  # of what stands between spaces; ten thousand articles have 60,000
_TOGETHER = 500  # articles: some 3 MB of entries


class _Meaning(NamedTuple):
    """What the numbers of a run stand for: keys and digests of words and filters, places of
    articles."""

    keys: list[str]
    digests: list[int]
    places: list[int]


class _Run:
    """Entries of articles in ``folder``."""

    def __init__(self, layout: Layout, folder: Path, name: str) -> None:
        self._layout = layout
        self._folder = folder
        self._name = name
        self._meaning = _Meaning([""], [0], [])
        self._numbers: dict[str, int] = {}
        self._parts = [array("Q") for _ in range(_parts(layout))]
        self._read = Memo(self._words_in, _MOST_KEPT)

    @property
    def is_full(self) -> bool:
        """Whether there might be no number for what the next article has."""
        articles, known = len(self._meaning.places), len(self._meaning.keys)
        return articles == _MOST_ARTICLES or known > _MOST_WORDS

    def _words_in(self, text: str) -> tuple[int, ...]:
        """Return the words of what stands between two spaces, as numbers."""
        return tuple(self._number(word.key, word.digest) for word in words(text))

    def _number(self, key: str, of_plain: int) -> int:
        number = self._numbers.setdefault(key, len(self._meaning.keys))
        if number == len(self._meaning.keys):
            self._meaning.keys.append(key)
            self._meaning.digests.append(of_plain)
        return number

    def add(self, place: int, document: Document) -> None:
        """Take the entries of an article."""
        article = len(self._meaning.places) << _TIER
        self._meaning.places.append(place)
        parts, seen = self._parts, set[int]()
        for tier, texts in enumerate((document.titles, document.summaries, document.texts)):
            found = self._entries(texts, document.filters if tier == BODY else ())
            found -= seen
            if tier != BODY:  # the last, and by far the most
                seen |= found
            posted = article | tier
            for entry in found:
                parts[entry >> _ABOVE].append(entry | posted)

    def _entries(self, texts: Iterable[str], filters: Iterable[str]) -> set[int]:
        rows = [[self._number(name, digest(name))] for name in filters]
        for text in texts:
            between = unicodedata.normalize("NFC", text).split()
            rows.append([*chain.from_iterable(map(self._read.__getitem__, between))])
        found = set[int]()
        below = len(self._parts) - 1
        for row in rows:
            digests = [*map(self._meaning.digests.__getitem__, row)]
            files = self._layout.of_words(digests)
            alone = zip(files, row, strict=True)
            pairs = zip(self._layout.of_pairs(digests), pairwise(row), strict=True)
            found.update([(file & below) << _ABOVE | one << _FIRST for file, one in alone])
            found.update(
                [
                    (file & below) << _ABOVE | one << _FIRST | next_ << _SECOND
                    for file, (one, next_) in pairs
                ]
            )
        return found

    def write(self) -> None:
        """Append what was taken to the parts in the folder, and say what it means."""
        for part, entries in enumerate(self._parts):
            with (self._folder / f"{part}.{self._name}").open("ab") as file:
                entries.tofile(file)
            del entries[:]
        (self._folder / f"{self._name}.run").write_bytes(pickle.dumps(self._meaning))


def _parts(layout: Layout) -> int:
    """Return how many parts an index has: those of a file's number are its lowest bits, and of
    files of words and of pairs there are powers of two."""
    return min(1 << _PART, layout.words, layout.pairs)


def scatter(articles: Iterable[Indexed], layout: Layout, folder: Path) -> Iterator[Indexed]:
    """Write the entries of articles into ``folder``, beside those of other processes; yield each
    article."""
    runs = 0
    run = None
    for count, (place, document) in enumerate(articles, 1):
        if run is None or run.is_full:
            if run:
                run.write()
            runs += 1
            run = _Run(layout, folder, f"{os.getpid()}-{runs}")
        run.add(place, document)
        if not count % _TOGETHER:
            run.write()
        yield Indexed(place, document)
    if run:
        run.write()


def parts_in(layout: Layout) -> range:
    """Return the parts of an index, to be gathered each by itself."""
    return range(_parts(layout))


def gather(part: int, layout: Layout, folder: Path) -> Iterator[tuple[int, str]]:
    """Yield the files of a part that was written into ``folder``: number and content."""
    files: dict[int, dict[str, list[int]]] = defaultdict(dict)
    of_word, second = layout.of_word, (1 << _WORD) - 1
    for path in folder.glob(f"{part}.*"):
        keys, digests, all_postings = _meaning(folder / f"{path.name.partition('.')[2]}.run")
        for pair, postings in _lists(path, all_postings).items():
            one, next_ = pair >> _WORD & second, pair & second
            if next_ == _NONE:
                file, key = of_word(digests[one]), keys[one]
            else:
                file = layout.of_pair(digests[one], digests[next_])
                key = f"{keys[one]} {keys[next_]}"
            known = files[file].setdefault(key, postings)
            if known is not postings:
                known += postings
    for file, lists in files.items():
        yield file, write_lines((key, write_postings(sorted(each))) for key, each in lists.items())


@lru_cache(maxsize=8)
def _meaning(path: Path) -> tuple[list[str], list[int], list[int]]:
    """Return the keys and digests of a run, and what its lowest bits stand for."""
    meaning: _Meaning = pickle.loads(path.read_bytes())  # noqa: S301 - written by this build
    tiers = range(1 << _TIER)
    return (
        meaning.keys,
        meaning.digests,
        [posting(place, tier) for place in meaning.places for tier in tiers],
    )


def _lists(path: Path, postings: list[int]) -> dict[int, list[int]]:
    """Return the articles of each two words of a part of a run, as ``postings`` names them."""
    entries = array("Q")
    entries.frombytes(path.read_bytes())
    lists: dict[int, list[int]] = defaultdict(list)
    width, below = _SECOND, (1 << _SECOND) - 1
    for entry in entries:
        lists[entry >> width].append(postings[entry & below])
    return lists


def shown_value(article: Indexed, layout: Layout) -> tuple[int, tuple[str, str]]:
    """Return what results show of an article: in which file, and its key and value there."""
    file, _, key = shown_line(article.place, layout).partition("\t")
    return int(file), (key, article.document.shown)
