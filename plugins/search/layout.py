"""Which file of the index has what.

A pure function of the number of articles: powers of two, so that they stay as they are for years
and one file of each kind stays small. When one of them doubles, all files are written anew; its
number stands in the address, so that a page from before does not read the wrong file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from plugins.search.folding import LETTERS, TONES, digest
from plugins.search.places import PER_DAY
from plugins.search.postings import DIGITS, TIERS

FOLDER = "tim-kiem/"
"""Where the page stands, and below it the index."""
_FEWEST, _MOST = 8, 1 << 14
_SEVERAL, _AT_MOST = ((256, 1), (1024, 2)), 3  # up to so many files of pairs; else


class Layout(NamedTuple):
    """How many files of words, of pairs and of articles there are."""

    words: int
    pairs: int
    articles: int

    @property
    def folder(self) -> str:
        """The address below which the files are, relative to the site's root."""
        return f"{FOLDER}{self.pairs}-{self.articles}/"

    @property
    def common_url(self) -> str:
        """The address of the words that nearest spellings are looked for among."""
        return f"{self.folder}am.txt"

    @property
    def several(self) -> int:
        """How many articles have a word that nearest spellings are looked for among: a word that
        fewer have may be a mistake itself, but where there are few articles, most names are in
        one or two."""
        return next((least for pairs, least in _SEVERAL if self.pairs <= pairs), _AT_MOST)

    @property
    def total(self) -> int:
        """How many files there are; each has a number below it."""
        return self.words + self.pairs + self.articles

    def of_word(self, digest_: int) -> int:
        """Return the file of a word or a filter, by its digest."""
        return digest_ & (self.words - 1)

    def of_pair(self, first: int, second: int) -> int:
        """Return the file of two words that follow one another, by their digests."""
        return self.words + ((first * 3 + second) & (self.pairs - 1))

    def of_words(self, digests: Iterable[int]) -> list[int]:
        """Return the file of each word: :meth:`of_word` for millions."""
        mask = self.words - 1
        return [one & mask for one in digests]

    def of_pairs(self, digests: Iterable[int]) -> list[int]:
        """Return the file of each two words that follow one another: :meth:`of_pair` for
        millions."""
        first, mask = self.words, self.pairs - 1
        return [first + ((one * 3 + next_) & mask) for one, next_ in pairwise(digests)]

    def of_place(self, place: int) -> int:
        """Return the file that has an article's title."""
        return self.words + self.pairs + (digest(str(place)) & (self.articles - 1))

    def url(self, file: int) -> str:
        """Return the address of a file, relative to the site's root."""
        for kind, count in (("am", self.words), ("doi", self.pairs)):
            if file < count:
                return f"{self.folder}{kind}/{file}.txt"
            file -= count
        return f"{self.folder}bai/{file}.txt"


def told_to_script(layout: Layout) -> str:
    """Return what the page's script has to know, as JSON."""
    return json.dumps(
        {
            "folder": layout.folder,
            "files": tuple(layout),
            "day": PER_DAY,
            "tiers": TIERS,
            "tones": TONES,
            "letters": LETTERS,
            "digits": DIGITS,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def layout_for(articles: int) -> Layout:
    """Return the layout for so many articles: at ten thousand, some 200 pairs, 60 words and five
    articles a file. A query of four words loads three files of pairs, so these are the smallest."""
    pairs = _power(articles // 3, _MOST)
    return Layout(pairs // 8, pairs, _power(articles // 8, 4 * _MOST))


def _power(number: int, most: int) -> int:
    return min(max(1 << (number - 1).bit_length() if number > 1 else 1, _FEWEST), most)
