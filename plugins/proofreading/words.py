"""The words of a text, of which rules look only at those that may interest them.

An article has some 300 different words, nine in ten of them plain syllables of Vietnamese. So they
are sorted once, and a rule begins with the few of its kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from plugins.core.text.expressions import expression
from plugins.core.text.syllables import spell

_PUNCTUATION = "\"'“”‘’«»()[]{}<>.,;:!?…-–—*_~|/\\"
_PIECE = expression(r"[^\W\d_]+")
# Beside one of these a run of letters is part of a formula, a name, or of what is marked up:
# 12h30, K'Ho, **Đ**ược.
_JOINING = expression(r"[\w'’‘`*~\\\ufffc\u0300-\u036f]")
# With a capital these begin the names of offices, and of no person.
_OFFICES = frozenset(("ủy", "uỷ", "tòa", "toà"))
_LONGEST = len("nghiêng")


class Kind(IntEnum):
    """What a word is: of no interest, something to be looked at, or a syllable whose tone is marked
    in the new way ("hòa") or in the old one ("hoà")."""

    PLAIN = 0
    ODD = 1
    NEW = 2
    OLD = 3


class Lexicon(NamedTuple):
    """The different words of a text that are of interest, by kind, in the order of the alphabet; a
    word has the punctuation that stands at it."""

    odd: list[str]
    new: list[str]
    old: list[str]


_MOST_REMEMBERED = 1 << 16
# A newsroom's texts have the same some ten thousand words again and again: to leave out those that
# are known to be plain takes a fifth of the time that it takes to ask of each.
_plain: set[str] = set()


def sort_words(words: Iterable[str]) -> Lexicon:
    """Sort what stands between white space."""
    by_kind: tuple[list[str], ...] = ([], [], [], [])
    for word in sorted(dict.fromkeys(words).keys() - _plain):
        by_kind[kind_of(word)].append(word)
    if len(_plain) > _MOST_REMEMBERED:
        _plain.clear()
    _plain.update(by_kind[Kind.PLAIN])
    return Lexicon(*by_kind[Kind.ODD :])


@lru_cache(maxsize=_MOST_REMEMBERED)
def kind_of(word: str) -> Kind:
    """Say what a word is; punctuation at its ends does not matter."""
    core = bare(word)
    if not core.isalpha():
        is_odd = any(letter.isalpha() for letter in core)
        return Kind.ODD if is_odd else Kind.PLAIN
    lower = core.lower()
    spelling = None if len(core) > _LONGEST else spell(lower)
    if spelling is None or lower not in spelling:
        return Kind.PLAIN if core.isascii() else Kind.ODD
    if spelling.new != spelling.old and (core.islower() or lower in _OFFICES):
        return Kind.NEW if lower == spelling.new else Kind.OLD
    is_even = core.islower() or core.istitle() or core.isupper()
    return Kind.PLAIN if is_even else Kind.ODD


def bare(word: str) -> str:
    """Return a word without the punctuation at its ends."""
    return word.strip(_PUNCTUATION)


def pieces(word: str) -> Iterator[tuple[int, str]]:
    """Yield the runs of letters between a word's punctuation, and where in it they begin."""
    core = bare(word)
    shift = word.index(core)
    for found in _PIECE.finditer(core):
        start, end = found.span()
        around = core[max(start - 1, 0) : start] + core[end : end + 1]
        if not _JOINING.search(around):
            yield shift + start, found[0]


def places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands between white space."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if (not at or text[at - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield at
        at = text.find(word, end)


def in_case_of(word: str, lower: str) -> str | None:
    """Return ``lower`` with capitals as ``word`` has them; ``None`` if these are of no rule."""
    if word.islower():
        return lower
    if (word.istitle() and len(word) > 1) or len(word) == 1:
        return lower[:1].upper() + lower[1:]
    return lower.upper() if word.isupper() else None


def allowed(words: Sequence[str]) -> frozenset[str]:
    """Return the words, in lower case, of what the newsroom says is right."""
    return frozenset(part for phrase in words for part in phrase.lower().split())
