"""The words of a text, of which rules look only at those that may interest them.

An article has some 300 different words, nine in ten of them plain syllables of Vietnamese. So
each is sorted once, what came of it is remembered, and a rule begins with the few of its kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from plugins.core.text.expressions import expression
from plugins.core.text.syllables import spell, without_tones

_PUNCTUATION = "\"'“”‘’«»()[]{}<>.,;:!?…-–—*_~|/\\"
_PIECE = expression(r"[^\W\d_]+")
# Beside one of these a run of letters is part of a formula, a name, or of what is marked up:
# 12h30, K'Ho, **Đ**ược.
_JOINING = expression(r"[\w'’‘`*~\\\ufffc\u0300-\u036f]")
_OFFICES = frozenset(("ủy", "uỷ", "tòa", "toà"))


class Kind(IntEnum):
    """What a word is: of no interest, what is to be looked at, a syllable whose tone is marked
    in the new way ("hòa") or in the old ("hoà"), or one with a capital at its head."""

    PLAIN = 0
    ODD = 1
    NEW = 2
    OLD = 3
    CAPITALISED = 4


class Lexicon(NamedTuple):
    """The different words of a text by kind, each kind in the order of their first places. A word
    has the punctuation that stands at it."""

    plain: list[str]
    odd: list[str]
    new: list[str]
    old: list[str]
    capitalised: list[str]


def sort_words(words: Iterable[str]) -> Lexicon:
    """Sort what stands between white space."""
    lexicon = Lexicon([], [], [], [], [])
    different = list(dict.fromkeys(words))
    for word, kind in zip(different, map(kind_of, different), strict=True):
        if kind:
            lexicon[kind].append(word)
    return lexicon


# A newsroom's texts have the same some ten thousand words again and again.
@lru_cache(maxsize=1 << 16)
def kind_of(word: str) -> Kind:
    """Say what a word is; punctuation at its ends does not matter."""
    core = bare(word)
    if not core.isalpha():
        is_odd = any(letter.isalpha() for letter in core)
        return Kind.ODD if is_odd else Kind.PLAIN
    lower = core.lower()
    spelling = None if len(core) > 7 else spell(lower)
    if spelling is None or lower not in spelling:
        return Kind.PLAIN if core.isascii() else Kind.ODD
    if spelling.new != spelling.old and (core.islower() or lower in _OFFICES):
        return Kind.NEW if lower == spelling.new else Kind.OLD
    if core.istitle():
        return Kind.CAPITALISED
    return Kind.PLAIN if core.islower() or core.isupper() else Kind.ODD


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
    if word.istitle() and len(word) > 1 or len(word) == 1:
        return lower[:1].upper() + lower[1:]
    return lower.upper() if word.isupper() else None


def allowed(words: Sequence[str]) -> frozenset[str]:
    """Return the words, in lower case, of what the newsroom says is right."""
    return frozenset(part for phrase in words for part in phrase.lower().split())


@lru_cache(maxsize=1 << 12)
def skeleton(word: str) -> str:
    """Return a capitalised word's letters without any mark, in lower case; y counts as i."""
    base, _ = without_tones(bare(word).lower())
    return base.translate(_BASE)


_BASE = str.maketrans("ăâđêôơưy", "aadeooui")
