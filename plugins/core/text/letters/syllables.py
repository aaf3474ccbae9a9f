"""What a Vietnamese syllable looks like, so that letters read wrongly are told from right ones.

An initial, a main vowel with or without a glide before it, and a final that go together; at
most one tone mark, on the vowel that bears it ("hòa" and "hoà", but not "haò"); before a
final c, ch, p or t only the acute or the dot below. It is asked whether a word could be
one, not whether there is such a word: "bổm" could.
"""

from __future__ import annotations

import unicodedata

from plugins.core.text.expressions import expression

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SHORT_TONES = (["\u0301"], ["\u0323"])
_STOPS = ("c", "ch", "k", "p", "t")

# The apostrophe stands for a tone mark on the vowel before it.
_INITIAL = "(?:ngh?|nh?|gh|gi?|ch?|kh?|ph?|th?|tr|qu|[bdđhlmrsvx])?"
_RHYMES = (
    "o?a'?(?:ch|nh|ng|[iyoucmnpt])?",
    "o?ă'?(?:ng|[cmnptk])",
    "o?e'?(?:ng|[ocmnpt])?",
    "o'[ae]",
    "u?â'?(?:ng|[uycmnpt])",
    "u?ê'?(?:ch|nh|[umnpt])?",
    "u?ơ'?[imnpt]?",
    "u?y'?(?:ch|nh|[unpt])?",
    "u'y",
    "i'?(?:ch|nh|[umnpt])?",
    "oo?'?(?:ng|c)",
    "o'?[imnpt]?",
    "ô'?(?:ng|[icmnpt])?",
    "u'?(?:ng|[icmnpt])?",
    "ư'?(?:ng|[iucmt])?",
    "(?:[iy]ê|uô|ươ)'?(?:ng|[iucmnpt])",
    "uyê'?[nt]",
    "[iuư]'?a",
    "uya",
)
_SYLLABLE = expression(f"{_INITIAL}(?:{'|'.join(_RHYMES)})")


def is_syllable(word: str) -> bool:
    """Whether ``word`` could be written in Vietnamese; letter case does not matter."""
    tones = []
    letters = []
    for letter in unicodedata.normalize("NFC", word.lower()):
        marks = "" if letter.isascii() else unicodedata.normalize("NFD", letter)
        if tone := next((mark for mark in marks if mark in _TONES), ""):
            tones.append(tone)
            letter = unicodedata.normalize("NFC", marks.replace(tone, "")) + "'"
        letters.append(letter)
    spelt = "".join(letters)
    if len(tones) > 1 or not _SYLLABLE.fullmatch(spelt):
        return False
    # "tap" may be an abbreviation, a name, or a word of a caption in capitals without its marks.
    return word.isascii() or not spelt.endswith(_STOPS) or tones[:1] in _SHORT_TONES
