"""What a misspelt word was meant to be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from plugins.core.text.expressions import expression
from plugins.core.text.syllables import LETTERS, TONES, compose, spell, without_tones
from plugins.proofreading.usual import usual

_SOFT = "eêiy"
_HARD = "aăâoôơuư"
# Of two spellings of one sound only one stands before a vowel; "uơ" stands at a syllable's end.
_SLIPS = (
    (expression(rf"ng(?=[{_SOFT}])"), "ngh"),
    (expression(rf"ngh(?=[{_HARD}])"), "ng"),
    (expression(rf"g(?=[{_SOFT}])"), "gh"),
    (expression(rf"gh(?=[{_HARD}])"), "g"),
    (expression(rf"c(?=[{_SOFT}])"), "k"),
    (expression(rf"k(?=[{_HARD}])"), "c"),
    (expression(r"(?<!q)uơ(?=[cimnptu])"), "ươ"),
    (expression(r"ưo(?=[cimnptu])"), "ươ"),
    (expression(r"uyê(?=ch|nh)"), "uê"),
)
_ALIKE = ("aăâ", "eê", "oôơ", "uư", "dđ")
_OTHERS = {letter: group.replace(letter, "") for group in _ALIKE for letter in group}
_VOWELS = "aăâeêioôơuưy"
_STOPS = ("c", "ch", "p", "t")


@lru_cache(maxsize=1 << 10)
def respelt(lower: str) -> str | None:
    """Return what a syllable is that breaks one rule of spelling ("nghành", "nguời", "khuyếch").

    ``None`` if it breaks none, or if what comes of it is no syllable.
    """
    base, tones = without_tones(lower)
    for slip, right in _SLIPS if len(tones) < 2 else ():
        mended, count = slip.subn(right, base, count=1)
        if count and (spelling := compose(mended, tones[0] if tones else "")):
            return spelling.new
    return None


@lru_cache(maxsize=1 << 10)
def nearest(lower: str) -> str | None:
    """Return the usual syllable that one slip of the fingers makes ``lower``.

    Of several it is the one of the likelier slip, then the more frequent one; ``None`` if there
    is none.
    """
    base, tones = without_tones(lower)
    for attempt in (_retoned, _rearranged, _lengthened, _exchanged):
        found = {
            spelling.new
            for letters, tone in attempt(base, tones)
            if (spelling := compose(letters, tone)) and spelling.new in usual()
        }
        if found:
            return min(found, key=usual().__getitem__)
    return None


def _retoned(base: str, tones: list[str]) -> Iterator[tuple[str, str]]:
    """The tone is missing, doubled or one that a stop forbids."""
    for tone in tones if len(tones) > 1 else TONES[1:]:
        yield base, tone


def _rearranged(base: str, tones: list[str]) -> Iterator[tuple[str, str]]:
    """There is a letter too many, two are in the wrong order, one has not its mark."""
    tone = tones[0] if tones else ""
    for at, letter in enumerate(base):
        yield base[:at] + base[at + 1 :], tone
        yield base[:at] + base[at + 1 : at + 2] + letter + base[at + 2 :], tone
        for other in _OTHERS.get(letter, ""):
            yield base[:at] + other + base[at + 1 :], tone


def _lengthened(base: str, tones: list[str]) -> Iterator[tuple[str, str]]:
    """A letter is missing."""
    for at in range(len(base) + 1):
        for letter in LETTERS:
            yield base[:at] + letter + base[at:], tones[0] if tones else ""


def _exchanged(base: str, tones: list[str]) -> Iterator[tuple[str, str]]:
    """Another consonant stands in a consonant's place, as vowels are seldom mistaken."""
    for at, letter in enumerate(base):
        for other in LETTERS if letter not in _VOWELS else ():
            if other not in _VOWELS:
                yield base[:at] + other + base[at + 1 :], tones[0] if tones else ""


@lru_cache(maxsize=1 << 10)
def divided(lower: str) -> str | None:
    """Return the two usual syllables, with a space between, that ran together in a word.

    ``None`` if the word is no such pair, can be divided in several ways, or may be one syllable:
    "khoông" is "không" with a letter too many.
    """
    found = [
        f"{lower[:at]} {lower[at:]}"
        for at in range(1, len(lower))
        if is_usual(lower[:at]) and is_usual(lower[at:])
    ]
    return found[0] if len(found) == 1 and not _may_be_one(lower) else None


def _may_be_one(lower: str) -> bool:
    base, tones = without_tones(lower)
    return spell(lower) is not None or (
        len(tones) < 2
        and any(
            (spelling := compose(letters, tone)) and spelling.new in usual()
            for letters, tone in _rearranged(base, tones)
        )
    )


def is_usual(lower: str) -> bool:
    """Whether a word is one of the usual syllables, its tone marked in either way."""
    spelling = spell(lower)
    return spelling is not None and lower in spelling and spelling.new in usual()
