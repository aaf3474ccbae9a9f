"""How a Vietnamese syllable is spelt: an initial, a rhyme that it may stand before, and a tone.

The initials share their sounds by rule (*c* stands before a, o, u, *k* before e, i, *qu* before a
glide; *g* and *gh*, *ng* and *ngh* alike), a rhyme that a stop ends takes the acute or the dot
below and no other tone, and the mark stands on the rhyme's main vowel. Where that is the second
of *oa*, *oe*, *uy* at the end of a syllable there are two ways to write it, and both are right:
"hòa" is the newer, "hoà" the older.

It is asked whether a syllable could be, not whether there is one: "bổm" could.
:mod:`plugins.core.text.letters.syllables` is less strict, as it tells Vietnamese from other
encodings, not right from wrong.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from plugins.core.text.expressions import expression

TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
"""The tones as Unicode's combining marks: none, grave, acute, hook, tilde, dot below."""
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
"""The letters of the alphabet, without tones."""

_STOP_TONES = ("\u0301", "\u0323")
_STOPS = ("c", "ch", "p", "t")
_VOWELS = frozenset("aăâeêioôơuưy")
_MARKED = frozenset("ăâêôơư")
_INITIAL = expression("(?:ngh?|nh|gh|gi|ch?|kh?|ph?|th|tr|t|qu|n|g|[bdđhlmrsvx])?")

_A = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
_O = "o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
_U = """
u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt
ư ưc ưi ưm ưn ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu
"""
_E = "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu"
_I = "i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu y"
_GLIDE = """
oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeng oeo oet
uân uâng uât uây uê uêch uênh uêu uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu
"""
# Behind "qu", which has the glide.
_QU = """
a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê êch ên ênh
êt êu i ich in it iu ơ ơi ơn ơt ôc y ych yên yêt ynh yt
"""
_SOFT = frozenset(f"{_E} {_I}".split())
_HARD = frozenset(f"{_A} {_O} {_U}".split())
_ANY = _SOFT | _HARD | frozenset(_GLIDE.split())
_BARE = _ANY - frozenset(each for each in _SOFT if each[:2] == "iê")
_RHYMES = {
    "": _BARE | frozenset(("yêm", "yên", "yêng", "yêt", "yêu")),
    "c": _HARD,
    "k": _SOFT,
    "g": _HARD | {"oa", "oe", "uy"},
    "gh": _SOFT - {"y"},
    "ng": _ANY - _SOFT,
    "ngh": _SOFT - {"y"},
    "gi": _HARD | frozenset(("", "m", "n", "êc", "êng", "êt", *_E.split())),
    "qu": frozenset(_QU.split()),
}  # fmt: skip


class Spelling(NamedTuple):
    """How a syllable is to be spelt: ``new`` and ``old`` differ where there are two ways."""

    new: str
    old: str


def spell(word: str) -> Spelling | None:
    """Return how the syllable that ``word`` (in lower case, NFC) means is spelt.

    Its tone's mark may stand on another vowel; ``None`` if it is no syllable wherever that
    stands.
    """
    base, tones = without_tones(word)
    if len(tones) > 1:
        return None
    return compose(base, tones[0] if tones else "")


def is_syllable(word: str) -> bool:
    """Whether ``word`` (in lower case, NFC) is spelt as a syllable, in the new or the old way."""
    spelling = spell(word)
    return spelling is not None and word in spelling


def without_tones(word: str) -> tuple[str, list[str]]:
    """Return a word without the marks of tones, and these marks."""
    tones: list[str] = []
    letters = []
    for letter in word:
        bare, tone = _parted(letter)
        letters.append(bare)
        if tone:
            tones.append(tone)
    return "".join(letters), tones


@cache
def _parted(letter: str) -> tuple[str, str]:
    marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks[1:] if mark in TONES), "")
    return (unicodedata.normalize("NFC", marks.replace(tone, "")), tone) if tone else (letter, "")


def compose(base: str, tone: str) -> Spelling | None:
    """Return how a syllable without its tone and that tone are spelt; ``None`` if it is none."""
    for initial in _initials(base):
        rhyme = base[len(initial) :]
        if rhyme in _RHYMES.get(initial, _ANY):
            if rhyme.endswith(_STOPS) and tone not in _STOP_TONES:
                return None
            if not tone:
                return Spelling(base, base)
            new, old = _places(rhyme) if rhyme[:1] in _VOWELS else (-1, -1)
            start = len(initial)
            return Spelling(_marked(base, start + new, tone), _marked(base, start + old, tone))
    return None


def _initials(base: str) -> Iterator[str]:
    found = _INITIAL.match(base)
    initial = found[0] if found else ""
    yield initial
    if initial == "gi":
        yield "g"


def _places(rhyme: str) -> tuple[int, int]:
    """Return which vowel of a rhyme bears the tone, in the new way and in the old one."""
    marked = [at for at, letter in enumerate(rhyme) if letter in _MARKED]
    if marked:
        return marked[-1], marked[-1]
    vowels = sum(letter in _VOWELS for letter in rhyme)
    if rhyme in ("oa", "oe", "uy"):
        return 0, 1
    if vowels == 1 or (vowels == 2 and rhyme[-1] in _VOWELS):
        return 0, 0
    return 1, 1


def _marked(base: str, at: int, tone: str) -> str:
    return base[:at] + unicodedata.normalize("NFC", base[at] + tone) + base[at + 1 :]
