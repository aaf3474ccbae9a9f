"""How words are compared: without diacritics, or with them however they were typed.

A *word* is a run of letters and digits; in Vietnamese that is a syllable. Its *key* says how it is
spelt: the letters in lower case, and behind them the tone in a capital, as Telex types it, for
people put the tone on either vowel ("hòa", "hoà"), and some on a wrong one. Without any diacritic
a word is *plain*, which is how most readers type.

The search page's script does the same (``theme/static/js/pages/search.js``): the tables here are
handed to it in the page, and both are held to the same examples.
"""

from __future__ import annotations

import unicodedata
import zlib
from typing import NamedTuple

from plugins.core.text.expressions import expression
from plugins.search.memo import Memo

TONES = {"\u0300": "F", "\u0301": "S", "\u0309": "R", "\u0303": "X", "\u0323": "J"}
"""The marks of the five tones, and the capitals that stand for them in a key."""

LETTERS = {
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ø": "o",
    "ħ": "h",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "þ": "th",
    "²": "2",
    "³": "3",
}
"""Letters that Unicode does not take apart, and what people type who do not have them."""

_WORD = expression(r"[^\W_]+")


class Word(NamedTuple):
    """A word to look for: how it is spelt, what it is without diacritics, and the CRC-32 of that
    (as in gzip), which says in which file it is."""

    key: str
    plain: str
    digest: int


def words(text: str) -> list[Word]:
    """Return the words of a text, in their order. What stands between them is not looked at:
    "42/2022/NĐ-CP" has four."""
    known = _WORDS
    return [known[each] for each in _WORD.findall(unicodedata.normalize("NFC", text))]


def placed_words(text: str) -> list[tuple[Word, slice]]:
    """Return the words of a text in NFC, each with where it stands."""
    return [(_WORDS[found[0]], slice(*found.span())) for found in _WORD.finditer(text)]


def plain_key(key: str) -> str:
    """Return the plain word of a word's key."""
    return _WORDS[key.rstrip("".join(TONES.values()))].plain


def digest(plain: str) -> int:
    """Return the CRC-32 of a text."""
    return zlib.crc32(plain.encode())


def _word(text: str) -> Word:
    if text.isascii():
        plain = text.lower()
        return Word(plain, plain, digest(plain))
    letters, tone = [], ""
    for mark in unicodedata.normalize("NFD", text):
        if mark in TONES:
            tone = TONES[mark]
        else:
            letters.append(mark)
    spelt = "".join(letters).lower()
    bare = (letter for letter in spelt if not unicodedata.category(letter).startswith("M"))
    plain = "".join(LETTERS.get(letter, letter) for letter in bare)
    return Word(unicodedata.normalize("NFC", spelt) + tone, plain, digest(plain))


# By how they were written: a text repeats most of its words; ten thousand articles have 30,000.
_WORDS = Memo(_word, 200_000)
