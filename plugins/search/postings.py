"""Lists of articles as text: in which a word or a pair stands, and how prominently.

Each article is its place, three times, plus its tier; they stand in ascending order as the
differences between them, in a variable-length code of base 64, five bits a character, the lowest
first, the sixth bit set where more follow (as in source maps, ECMA-426, 8.1.1, without a sign).
Text, because every host compresses text; compressed it takes no more room than bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import sub

from plugins.search.memo import Memo

TITLE, SUMMARY, BODY = range(3)
"""Tiers: where an article has a word, at best."""
TIERS = 3

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_MORE = 32


def posting(place: int, tier: int) -> int:
    """Return what stands for an article in a list."""
    return place * TIERS + tier


def write_postings(postings: Sequence[int]) -> str:
    """Return a list, ascending, as text."""
    if len(postings) == 1:  # as of most pairs
        return _text_of(postings[0])
    return "".join(map(_text_of, map(sub, postings, (0, *postings[:-1]))))


def read_postings(text: str) -> list[int]:
    """Return the list that :func:`write_postings` was given."""
    return list(accumulate(_gaps(text)))


def are_several(text: str, least: int) -> bool:
    """Whether a list has so many articles at least."""
    return sum(map(text.count, DIGITS[:_MORE])) >= least


def _gaps(text: str) -> Iterator[int]:
    value = shift = 0
    for digit in map(_VALUES.__getitem__, text):
        value |= (digit & (_MORE - 1)) << shift
        shift += 5
        if digit < _MORE:
            yield value
            value = shift = 0


_VALUES = {digit: value for value, digit in enumerate(DIGITS)}


def _code(gap: int) -> str:
    digits = []
    while gap >= _MORE:
        digits.append(DIGITS[gap & (_MORE - 1) | _MORE])
        gap >>= 5
    digits.append(DIGITS[gap])
    return "".join(digits)


_text_of = Memo(_code, 1 << 17).__getitem__


def merged(text: str, without: Iterable[int], with_: Iterable[int]) -> str:
    """Return a list without some articles and with others."""
    return write_postings(sorted(set(read_postings(text)).difference(without).union(with_)))
