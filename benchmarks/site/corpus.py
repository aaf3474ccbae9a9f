"""A synthetic newspaper as data: the same stories from the same seed, on every machine.

Python promises that ``random.Random`` keeps giving the same ``random()`` from the same seed;
so everything here is drawn from that one method.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from itertools import product
from random import Random
from typing import TypeVar

from benchmarks.site.vocabulary import (
    CATEGORIES,
    FAMILY_NAMES,
    GIVEN_NAMES,
    OUTLETS,
    PLACES,
    WORDS,
)
from plugins.core.text.slugs import slugify

SEED = 2024
TAGS = 200
AUTHORS = 30
FIRST_DAY = datetime(2014, 1, 1)  # noqa: DTZ001 - local time, as an editor writes it
DAYS = 3652
_PARAGRAPHS = 8

T = TypeVar("T")


@dataclass(frozen=True)
class Shown:
    """A photo in a story: its file's name, what it shows, and its photographer."""

    file: str
    caption: str
    credit: str


@dataclass(frozen=True)
class Story:
    """One article. ``paragraphs`` are Markdown; the last is plain text, so that it can be
    looked for in a page. A reprint has a ``source`` (author, outlet) and no ``authors``; it was
    :attr:`first_published` at :attr:`original`.
    Photo *n* stands after paragraph *n* + 1."""

    title: str
    slug: str
    date: datetime
    category: str
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    source: tuple[str, str] | None
    standfirst: str
    paragraphs: tuple[str, ...]
    photos: tuple[Shown, ...] = ()

    @property
    def folder(self) -> str:
        """Where its file lies below ``articles``, and its page below the site's root."""
        return f"{self.date:%Y/%m}"

    @property
    def original(self) -> str:
        """Where its outlet has it, if it is a reprint."""
        return f"https://bao.example/{self.slug}.html"

    @property
    def first_published(self) -> datetime:
        """When its outlet had it, if it is a reprint."""
        return self.date - timedelta(hours=2)

    @property
    def address(self) -> str:
        """The page's address, relative to the site's root."""
        return f"{self.folder}/{self.slug}/"


def corpus(count: int, photos: Sequence[str] = ()) -> list[Story]:
    """Return ``count`` stories; each of the files ``photos`` stands in one of them, one to three
    together, until there are none left.

    Raises ``ValueError`` for more photos than stories.
    """
    if len(photos) > count:
        raise ValueError(f"{count} stories are too few for {len(photos)} photos")
    stories = [story(number, count) for number in range(count)]
    if not photos:
        return stories
    draw = _Draw(f"{SEED} photos")
    rest = sorted(photos, key=lambda _: draw.number(1 << 30))
    for number in sorted(range(count), key=lambda _: draw.number(1 << 30)):
        files = [rest.pop() for _ in range(min(1 + draw.number(3), len(rest)))]
        shown = tuple(_shown(draw, file) for file in files)
        stories[number] = replace(stories[number], photos=shown)
    return stories


def story(number: int, count: int) -> Story:
    """Return story ``number`` of a newspaper of ``count``, the later the newer.

    A number from ``count`` on is the newest story, not in :func:`corpus`.
    """
    draw = _Draw(f"{SEED} {number}")
    title = _sentence(draw, 3)
    minutes = DAYS * 24 * 60 * min(number, count) // count + max(number - count, 0)
    reprint = draw.number(3) == 0
    return Story(
        title=title,
        slug=f"{slugify(title)}-{number}",
        date=FIRST_DAY + timedelta(minutes=minutes),
        category=draw.one(CATEGORIES),
        tags=draw.some(tags(), 2 + draw.number(3)),
        authors=() if reprint else draw.some(authors(), 1 + draw.number(2)),
        source=(_name(draw), draw.one(OUTLETS)) if reprint else None,
        standfirst=" ".join(_sentence(draw, 8) + "." for _ in range(2)),
        paragraphs=_body(draw),
    )


@cache
def tags() -> tuple[str, ...]:
    """Return the newspaper's tags; no two of them differ in diacritics only."""
    nouns = [word for word in WORDS if word.count(" ") == 1]
    named = (f"{noun} {place}" for noun, place in product(nouns, PLACES))
    spread = sorted({slugify(name): name for name in named}.items())
    return tuple(name for _, name in spread[:: len(spread) // TAGS][:TAGS])


@cache
def authors() -> tuple[str, ...]:
    """Return the newspaper's own authors."""
    names = [" ".join(parts) for parts in product(FAMILY_NAMES, GIVEN_NAMES)]
    return tuple(names[:: len(names) // AUTHORS][:AUTHORS])


class _Draw:
    def __init__(self, seed: str) -> None:
        self._random = Random(seed)

    def number(self, below: int) -> int:
        return int(self._random.random() * below)

    def one(self, of: Sequence[T]) -> T:
        return of[self.number(len(of))]

    def some(self, of: Sequence[T], count: int) -> tuple[T, ...]:
        """Up to ``count`` of them: one that is drawn twice counts once."""
        return tuple(dict.fromkeys(self.one(of) for _ in range(count)))


def _sentence(draw: _Draw, words: int) -> str:
    """A sentence of that many words (six to ten syllables for three), without a full stop."""
    text = _words(draw, words)
    return text[0].upper() + text[1:]


def _words(draw: _Draw, count: int) -> str:
    """That many words, none of which the last one ended in, and none that begins with the syllable
    that it ended in: a proofreader would ask whether it was typed twice."""
    words = [draw.one(WORDS)]
    while len(words) < count:
        word = draw.one(WORDS)
        if not words[-1].endswith(word) and word.split()[0] != words[-1].split()[-1]:
            words.append(word)
    return " ".join(words)


def _paragraph(draw: _Draw) -> str:
    parts = (f"{_sentence(draw, 7)}, {_words(draw, 2)}." for _ in range(4))
    return " ".join(parts)


def _body(draw: _Draw) -> tuple[str, ...]:
    """About eight paragraphs, with what a newsroom uses of Markdown here and there."""
    paragraphs = [_paragraph(draw) for _ in range(_PARAGRAPHS - 1 + draw.number(3))]
    paragraphs[1] += f" **{_sentence(draw, 2)}** *{_sentence(draw, 2)}*."
    paragraphs[2] += f" [{_sentence(draw, 2)}](https://example.vn/{draw.number(9999)})."
    if draw.number(3) == 0:
        paragraphs.insert(3, f"## {_sentence(draw, 3)}")
    if draw.number(6) == 0:
        paragraphs.insert(4, "\n".join(f"- {_sentence(draw, 4)}." for _ in range(3)))
    if draw.number(6) == 0:
        paragraphs.insert(-1, f"> {_paragraph(draw)}")
    return tuple(paragraphs)


def _name(draw: _Draw) -> str:
    return f"{draw.one(FAMILY_NAMES)} {draw.one(GIVEN_NAMES)}"


def _shown(draw: _Draw, file: str) -> Shown:
    return Shown(file, f"{_sentence(draw, 5)}.", _name(draw))
