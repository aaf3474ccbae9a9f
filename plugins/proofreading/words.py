"""The words of a text, of which rules look only at those that may interest them.

An article has some 300 different words, nine in ten of them plain syllables of Vietnamese. So they
are sorted once, and a rule begins with the few of its kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from itertools import filterfalse
from typing import NamedTuple

from plugins.core.text.expressions import expression
from plugins.core.text.syllables import spell

# With what masks the key before the first word of a title.
_PUNCTUATION = "\"'“”‘’«»()[]{}<>.,;:!?…-–—*_~|/\\\ufffc"
_PIECE = expression(r"[^\W\d_]+")
# Beside one of these a run of letters is part of a formula, a name, or of what is marked up:
# 12h30, K'Ho, **Đ**ược.
_JOINING = expression(r"[\w'’‘`*~\\\ufffc\u0300-\u036f]")
# With a capital these begin the names of offices, and of no person.
_OFFICES = frozenset(("ủy", "uỷ", "tòa", "toà"))
_LONGEST = len("nghiêng")
_MOST_LETTERS = 64  # what is longer is no word
# A space before it, one behind a bracket, or two of one.
_WRONG_SIGN = expression(r"^[,.;:?!)]|\($|(?<!\.)\.\.(?!\.)|,,|;;")


class Kind(IntEnum):
    """What a word is: of no interest, something to be looked at, a syllable whose tone is marked in
    the new way ("hòa") or in the old one ("hoà"), one with a capital at its head, or one with a
    sign that stands wrong there."""

    PLAIN = 0
    ODD = 1
    NEW = 2
    OLD = 3
    CAPITALISED = 4
    SIGN = 5


class Lexicon(NamedTuple):
    """The different words of a text that are of interest, by kind; a word has the punctuation that
    stands at it."""

    odd: list[str]
    new: list[str]
    old: list[str]
    capitalised: set[str]
    signs: list[str]


_MOST_REMEMBERED = 1 << 16
# A newsroom's texts have the same some ten thousand words again and again: to pass over what is
# known takes a third of the time that it takes to ask of each.
_plain: set[str] = set()
_capitalised: set[str] = set()


def sort_words(words: Iterable[str]) -> Lexicon:
    """Sort what stands between white space."""
    different = set(filterfalse(_plain.__contains__, words))
    capitalised = different & _capitalised
    by_kind: tuple[list[str], ...] = ([], [], [], [], [], [])
    for word in sorted(different - capitalised):
        by_kind[kind_of(word)].append(word)
    capitalised.update(by_kind[Kind.CAPITALISED])
    _plain.update(by_kind[Kind.PLAIN])
    _capitalised.update(capitalised)
    for known in (_plain, _capitalised):
        if len(known) > _MOST_REMEMBERED:
            known.clear()
    _, odd, new, old, _, signs = by_kind
    # "đươc.." is both.
    return Lexicon([*odd, *filter(bare, signs)], new, old, capitalised, signs)


@lru_cache(maxsize=1 << 14)
def kind_of(word: str) -> Kind:
    """Say what a word is; but for a sign that stands wrong, its punctuation does not matter."""
    if len(word) > _MOST_LETTERS:
        return Kind.PLAIN
    if _WRONG_SIGN.search(word):
        return Kind.SIGN
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
    if core.istitle():
        return Kind.CAPITALISED
    return Kind.PLAIN if core.islower() or core.isupper() else Kind.ODD


def bare(word: str) -> str:
    """Return a word without the punctuation, and what is masked, at its ends."""
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


def in_case_of(word: str, lower: str) -> str | None:
    """Return ``lower`` with capitals as ``word`` has them; ``None`` if these are of no rule."""
    if word.islower():
        return lower
    if (word.istitle() and len(word) > 1) or len(word) == 1:
        return lower[:1].upper() + lower[1:]
    return lower.upper() if word.isupper() else None


@lru_cache(maxsize=8)
def allowed(words: tuple[str, ...]) -> frozenset[str]:
    """Return the words, in lower case, of what the newsroom says is right."""
    return frozenset(part for phrase in words for part in phrase.lower().split())
