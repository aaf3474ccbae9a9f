"""Lines typed for the fonts of TCVN3 or VNI, told by their words.

A word speaks for an encoding if it is no Vietnamese as it stands and is when read in it. One
word that no language writes ("tØnh", "Lµo", "ñöôïc") makes a line certain, of others it takes
two ("Loïc" is French); where right Vietnamese stands beside them, three in a row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from plugins.core.text.expressions import expression
from plugins.core.text.letters.encodings import from_1258, from_tcvn3, from_vni
from plugins.core.text.letters.syllables import is_syllable

_WORD = expression("(?:[^\\W_]|[\x80-\x9f\xa1-\xbf×÷\u0300-\u0323])+")
# What no language writes: signs behind a letter (ª, ¹ and º are marks of notes and numbers), a
# capital behind a small letter, the vowels of VNI but for "où", "coût", "Loïc", "João", "Noël".
_UNHEARD_OF = expression(
    "(?:[^\\W\\d_]{2}|[A-Z])[¡-©«¬®µ¶¸»¼½¾\x80-\x9f]|[a-z][À-ÖØ-Þ]|[aeuôö][ùøûõâå]|o[øõâå]|[AEUÔÖ][ÙØÛÕÂÅ]|O[ØÕÂÅ]"
)
_LETTER = expression(r"[^\W\d_µªº]")
_HITS_AMID_RIGHT = 3


class _Reading(NamedTuple):
    """An encoding and how to read a text of it; ``fold`` undoes a code page before."""

    encoding: str
    read: Callable[[str], str]
    fold: Callable[[str], str] = str


def read_as(encoding: Literal["TCVN3", "VNI"], text: str) -> str:
    """Return a text of which it is known what it is in, as it should read.

    Words in capitals are so whole ("THÞ" is "THỊ"); what stands beside them is as it was typed.
    """
    return _words_in_capitals(text, from_tcvn3 if encoding == "TCVN3" else from_vni)


_READINGS = (
    _Reading("TCVN3", from_tcvn3),
    _Reading("VNI", from_vni),
    _Reading("TCVN3", from_tcvn3, from_1258),
    _Reading("VNI", from_vni, from_1258),
)


class FontText(NamedTuple):
    """A line that has words of an encoding, and how the line should read.

    ``hits`` is the number of those words, ``doubts`` of those that are right as they stand
    or wrong in the encoding too.
    """

    encoding: str
    hits: int
    doubts: int
    is_certain: bool
    repaired: str


def find_font_text(line: str) -> FontText | None:
    """Return what a line is in, if any of its words speaks for an encoding."""
    readings = _READINGS if from_1258(line) != line else _READINGS[:2]
    found = [text for reading in readings if (text := _read(line, reading)).hits]
    return max(found, key=lambda text: (text.is_certain, text.hits - text.doubts), default=None)


_Kind = Literal["right", "hit", "miss", "plain", "foreign", "either"]


class _Word(NamedTuple):
    """A word and where it stands. It is

    ``right`` Vietnamese, and cannot be in the encoding; a ``hit``, no Vietnamese as it stands
    but in the encoding; a ``miss``, neither; ``plain`` without marks, or ``foreign`` without
    marks; or ``either``.
    """

    kind: _Kind
    text: str
    span: tuple[int, int]
    is_unheard_of: bool = False


def _read(line: str, reading: _Reading) -> FontText:
    words = list(_words(line, reading))
    kinds = [word.kind for word in words]
    doubts = kinds.count("miss") + (kinds.count("right") if reading.fold is str else 0)
    repaired, end, hits, certain = [], 0, 0, False
    for run in _runs(words, reading):
        start, stop = 0, len(line)
        if len(run) < len(words):
            spans = [word.span for word in run if word.kind == "hit"]
            start, stop = spans[0][0], spans[-1][1]
        repaired += [line[end:start], _capitals(reading.fold(line[start:stop]), reading.read)]
        end = stop
        found = {word.text for word in run if word.kind == "hit"}
        hits += len(found)
        foreign = sum(word.kind == "foreign" for word in run)
        certain |= len(found) > max(1, 2 * foreign) or any(word.is_unheard_of for word in run)
    repaired.append(line[end:])
    return FontText(reading.encoding, hits, doubts, certain, "".join(repaired))


def _runs(words: list[_Word], reading: _Reading) -> Iterator[list[_Word]]:
    """Yield the runs of words that are in an encoding; all of the words if they are."""
    found = {word.text for word in words if word.kind == "hit"}
    right = sum(word.kind == "right" for word in words)
    # What was read as Windows-1258 has words that happen to be right.
    allowed = len(found) // _HITS_AMID_RIGHT if reading.fold is from_1258 else 0
    if right <= allowed:
        if _is_read_so(words, len(found)):
            yield words
        return
    for is_right, group in groupby(words, key=lambda word: word.kind == "right"):
        run = list(group)
        found = {word.text for word in run if word.kind == "hit"}
        if not is_right and len(found) >= _HITS_AMID_RIGHT and _is_read_so(run, len(found)):
            yield run


def _is_read_so(run: list[_Word], hits: int) -> bool:
    """Whether most of the words of a run are Vietnamese when read in an encoding."""
    kinds = [word.kind for word in run]
    misses, foreign = kinds.count("miss"), kinds.count("foreign")
    return hits > 2 * misses and kinds.count("hit") + kinds.count("plain") >= foreign


def _words(line: str, reading: _Reading) -> Iterator[_Word]:
    for match in _WORD.finditer(line):
        text = match[0]
        if text.isascii():
            if text.isalpha():
                yield _Word("plain" if is_syllable(text) else "foreign", text, match.span())
            continue
        if is_syllable(text):
            kind: _Kind = "right" if max(text) > "\xff" else "either"
            yield _Word(kind, text, match.span())
            continue
        folded = reading.fold(text)
        meant = reading.read(folded)
        if not _LETTER.search(text):
            yield _Word("either", text, match.span())
        elif max(folded) <= "\xff" and is_syllable(meant) and _has_case(folded, meant):
            unheard_of = bool(_UNHEARD_OF.search(folded)) or _high(folded) > 1
            yield _Word("hit", text, match.span(), unheard_of)
        else:
            yield _Word("either" if meant.isupper() else "miss", text, match.span())


def _high(text: str) -> int:
    return sum(letter > "\x7f" for letter in text)


def _has_case(typed: str, meant: str) -> bool:
    """Whether a word is written small, in capitals or with one: "©AN" is not "âAN"."""
    behind = "".join(letter for letter in typed[1:] if letter.isascii())
    if not behind or behind.islower():
        return meant[1:].islower() or not meant[1:]
    return behind.isupper() and meant[0].isupper()


def _capitals(text: str, read: Callable[[str], str]) -> str:
    """Read a text; TCVN3 has no capitals with a tone, so "THÞ" was typed for "THỊ"."""
    small = [letter for letter in text if letter.isascii() and letter.islower()]
    if not small and sum(letter.isascii() and letter.isupper() for letter in text) > 2:
        return read(text).upper()
    return _words_in_capitals(text, read)


def _words_in_capitals(text: str, read: Callable[[str], str]) -> str:
    return re.sub(r"\S+", lambda match: _word_in_capitals(match[0], read(match[0])), text)


def _word_in_capitals(typed: str, meant: str) -> str:
    letters = [letter for letter in typed if letter.isascii() and letter.isalpha()]
    return meant.upper() if len(letters) > 1 and all(map(str.isupper, letters)) else meant
