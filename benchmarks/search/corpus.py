"""Articles of about 500 syllables, with words as frequent as in print.

``words.tsv`` has the 6,000 most frequent words of 30,000 articles drawn from VNDS (Vietnamese news
of 2016 to 2019, cut into words; published with "VNDS: A Vietnamese Dataset for Summarization",
2019), in lower case, with how often each stands there: 94 % of all words in them. No text is kept.
Words follow one another by chance, so there are more different pairs than in real news, which makes
an index larger.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

from benchmarks.site.corpus import SEED, Story, story
from plugins.core.text.slugs import shortened, slugify

_TITLE, _STANDFIRST, _PARAGRAPH, _PARAGRAPHS = (
    7,
    25,
    47,
    7,
)  # words


def article(number: int, count: int) -> Story:
    """Return article ``number`` of ``count``, the later the newer."""
    words = _Words(f"{SEED} search {number}")
    title = words.sentence(_TITLE)
    paragraphs = [words.sentence(_PARAGRAPH) + "." for _ in range(_PARAGRAPHS)]
    if words.number(20) == 0:
        paragraphs[-1] += f" ({words.number(99) + 1}/{2010 + words.number(14)}/NĐ-CP)."
    return replace(
        story(number, count),
        title=title,
        slug=f"{shortened(slugify(title), 60)}-{number}",
        standfirst=words.sentence(_STANDFIRST) + ".",
        paragraphs=tuple(paragraphs),
    )


class _Words:
    def __init__(self, seed: str) -> None:
        self._random = Random(seed)

    def number(self, below: int) -> int:
        return int(self._random.random() * below)

    def sentence(self, length: int) -> str:
        words, totals = _table()
        found = (words[bisect(totals, self.number(totals[-1]))] for _ in range(length))
        text = " ".join(found)
        return text[0].upper() + text[1:]


@cache
def _table() -> tuple[list[str], list[int]]:
    """Return the words, and how many there are up to each."""
    file = Path(__file__).with_name("words.tsv")
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
    return [word for word, _ in rows], list(accumulate(int(count) for _, count in rows))
