"""Articles of about 500 syllables, with words as frequent as in print.

``words.tsv`` has the 6,000 most frequent words of 30,000 articles drawn from VNDS (Vietnamese news
of 2016 to 2019, cut into words; published with "VNDS: A Vietnamese Dataset for Summarization",
2019), in lower case, with how often each stands there: 94 % of all words in them. No text is kept.
Words follow one another by chance, so there are more different pairs than in real news, which makes
an index larger, and what is looked for stands in fewer articles. ``real_articles`` takes texts
from a folder instead, such as those of VNDS; they are others' and not part of the project.
"""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import replace
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

from benchmarks.site.corpus import SEED, Story, story
from plugins.core.text.slugs import shortened, slugify

_TITLE, _STANDFIRST, _PARAGRAPH, _PARAGRAPHS = 7, 25, 47, 7  # words
_BEFORE, _BEHIND = re.compile(r"\s+([,.;:!?)…”])"), re.compile(r"([(“])\s+")
_MARKUP = re.compile(r"^\s*\d+[.)]\s|[\\`*_{}\[\]<>#|~$^=+&@:/-]+")


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


def real_articles(folder: Path, count: int) -> list[Story]:
    """Return so many articles of the texts in a folder, in the order of their names: title,
    standfirst and text, with an empty line between them, a paragraph a line. Syllables of a word
    may be joined by "_", and signs stand apart, as in texts that were cut into words. Signs that
    Markdown or an article's last lines have a meaning for are left out.

    Raises ``ValueError`` where there are fewer.
    """
    files = sorted(path for path in folder.rglob("*.txt*") if path.is_file())
    found: list[Story] = []
    for path in files:
        if len(found) == count:
            break
        parts = [_read(part) for part in path.read_text(encoding="utf-8").split("\n\n")]
        if len(parts) > 2 and all(parts[:3]):
            (title, *_), standfirst, paragraphs = parts[:3]
            number = len(found)
            found.append(
                replace(
                    story(number, count),
                    title=title,
                    slug=f"{shortened(slugify(title), 60)}-{number}",
                    standfirst=" ".join(standfirst),
                    paragraphs=tuple(paragraphs),
                )
            )
    if len(found) < count:
        raise ValueError(f"{folder} has {len(found)} texts, not {count}")
    return found


def _read(part: str) -> list[str]:
    lines = (_MARKUP.sub(" ", line.replace("_", " ")) for line in part.strip().split("\n"))
    joined = (_BEFORE.sub(r"\1", _BEHIND.sub(r"\1", " ".join(line.split()))) for line in lines)
    return [line for line in joined if any(map(str.isalpha, line))]


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
