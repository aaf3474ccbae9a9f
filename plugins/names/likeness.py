"""How sure is it that a text of its own names who wrote an article?

The last line "Thu Hà" signs the article above it, "Kinh Doanh", "Bắc Hà" and "Ông Lù A Páo" do
not. Family names alone do not tell: most who sign leave theirs out. What tells is that every
syllable is one of those that names are made of (:mod:`plugins.names.syllables`), or that a
family name that is little else begins the text.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from plugins.core.text.expressions import expression
from plugins.core.text.spaces import fold, squeeze
from plugins.names.outlets import KnownOutlets, is_outlet
from plugins.names.people import parts_of
from plugins.names.syllables import (
    CLEAR_FAMILY_NAMES,
    GROUPS,
    NAME_SYLLABLES,
    NOT_FIRST,
    NOT_NAMES,
    TITLES,
    YEARS,
)
from plugins.names.word_lists import FAMILY_NAMES, PLACES, ROLES

_MOST_SYLLABLES = 5
_INITIAL = r"(?:[A-ZĐ]|Ch|Gi|Kh|Ng|Nh|Ph|Qu|Th|Tr)"
# T.H, Đ. V, H. Yến, Kh.Uyên, N.T.Lan
_INITIALS = expression(rf"(?:{_INITIAL}\.\s?)+(?:{_INITIAL}|[A-ZĐ]\w+)\.?")
_NOT_INITIALS = expression(r"(?:TP|T\.P|Q|P|P\.S|N\.B)\.?\s?(?:HCM|[A-Z]?\d*)")
_BARE_INITIALS = expression(r"[A-ZĐ]{2,3}")
_GROUP = expression(rf"(?:{'|'.join(re.escape(each) for each in GROUPS)})(?:\s+\S+){{0,4}}")
_TITLE = expression(rf"(?:{'|'.join(re.escape(title) for title in TITLES)})\b\.?")
_ROLE = expression(rf"(?:{'|'.join(map(re.escape, ROLES))})\b\.?\s*")
# Before the name of whoever writes for a paper.
_REPORTER = expression(
    r"(?:PV|CTV|BTV|P\.V|phóng viên|cộng tác viên|biên tập viên|nhà báo)\b\.?\s+(?=\w)",
    re.IGNORECASE,
)
_CAPITALISED = expression(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# One Vietnamese syllable, its marks taken off.
_SYLLABLE = expression(
    r"(?:[bcdhklmnprstvx]|ch|gh?|gi|kh|ngh?|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?"
)
_NEW_MARKS = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_NEW_MARK = expression(rf"(?<!q)(?:{'|'.join(_NEW_MARKS)})\b")


class Likeness(IntEnum):
    """Whether a text names a person (or a group that signs): not, perhaps, surely."""

    NONE = 0
    PERHAPS = 1
    SURELY = 2


def likeness_of_people(text: str, known: KnownOutlets) -> Likeness:
    """Say how sure it is that ``text`` names its author, or several and nobody else.

    One sure name makes the others sure that only may be names; names of one syllable make
    nothing sure.
    """
    whole = squeeze(text)
    if (alone := _likeness(whole, known)) is not Likeness.NONE:
        return alone
    parts = parts_of(whole)
    if len(parts) < 2:
        return Likeness.NONE
    each = [_likeness(part, known) for part in parts]
    if Likeness.SURELY in each:
        places = all(
            one is not Likeness.NONE or _plain(part) in PLACES
            for one, part in zip(each, parts, strict=True)
        )
        return Likeness.SURELY if places else Likeness.NONE
    return min(each)


def may_sign(text: str, known: KnownOutlets) -> bool:
    """Whether ``text`` can name authors where its surroundings say that it does.

    Behind "Bài:" and before "(Theo AFP)" a pen name may be any capitalised word (Moon), a
    place's name (Hải Dương) or a town's.
    """
    parts = parts_of(squeeze(text))
    return bool(parts) and all(_may_be_pen_name(part, known) for part in parts)


def _may_be_pen_name(text: str, known: KnownOutlets) -> bool:
    if _likeness(text, known) is not Likeness.NONE:
        return True
    words = _ROLE.sub("", text, count=1).split() or [text]
    return (
        len(words) <= _MOST_SYLLABLES
        and all(_CAPITALISED.fullmatch(word.rstrip(".")) for word in words)
        and all(word[0].isupper() for word in words)
        and not _TITLE.match(fold(text))
        and _plain(text) not in NOT_NAMES
        and not is_outlet(text, known)
    )


def _likeness(text: str, known: KnownOutlets) -> Likeness:
    # Most last lines are sentences.
    if len(text) > 60 or not text[:1].isalpha():
        return Likeness.NONE
    if fold(text) in GROUPS and text[0].isupper():
        return Likeness.SURELY
    return Likeness.NONE if is_outlet(text, known) else _likeness_by_form(text)


# The same few hundred people sign again and again.
@lru_cache(maxsize=4096)
def _likeness_by_form(text: str) -> Likeness:
    if text[0].isupper() and _GROUP.fullmatch(fold(text)):
        return Likeness.SURELY
    if reporter := _REPORTER.match(text):
        return _likeness_by_form(text[reporter.end() :])
    if (role := _ROLE.match(fold(text))) and role.end() < len(text):
        return min(_likeness_by_form(text[role.end() :]), Likeness.PERHAPS)
    if _INITIALS.fullmatch(text):
        return Likeness.NONE if _NOT_INITIALS.fullmatch(text) else Likeness.SURELY
    words = text.split()
    if len(words) > _MOST_SYLLABLES or not all(_is_capitalised(word) for word in words):
        return Likeness.NONE
    plain = _plain(text)
    syllables = plain.replace("-", " ").split()
    if _TITLE.match(plain) or plain in PLACES or _holds_word(syllables):
        return Likeness.NONE
    if len(syllables) == 1:
        one = syllables[0] in NAME_SYLLABLES or _BARE_INITIALS.fullmatch(text)
        return Likeness.PERHAPS if one else Likeness.NONE
    return _likeness_of_syllables(syllables)


def _likeness_of_syllables(syllables: list[str]) -> Likeness:
    first, count = syllables[0], len(syllables)
    strange = [each for each in syllables if each not in NAME_SYLLABLES | FAMILY_NAMES]
    if not all(_SYLLABLE.fullmatch(_bare(each)) for each in strange if "'" not in each):
        return Likeness.NONE
    if first == "anh" and count > 2 and syllables[1] in FAMILY_NAMES:
        return Likeness.NONE
    is_family = first in FAMILY_NAMES
    if first in CLEAR_FAMILY_NAMES and (count < 4 or _is_full_name(syllables)):
        return Likeness.SURELY
    if count > 3:
        sure = is_family and not strange and _is_full_name(syllables)
        return Likeness.SURELY if sure else Likeness.NONE
    if not strange:
        return Likeness.SURELY
    is_place = count > 2 and " ".join(syllables[-2:]) in PLACES
    return Likeness.PERHAPS if len(strange) == 1 and not is_place else Likeness.NONE


def _is_full_name(syllables: list[str]) -> bool:
    """Tell Nguyễn Thị Hà Giang from a team (Hoàng Anh Gia Lai)."""
    return syllables[1] in ("văn", "thị") or " ".join(syllables[-2:]) not in PLACES


def _is_capitalised(word: str) -> bool:
    if not _CAPITALISED.fullmatch(word):
        return False
    parts = word.split("-")
    return "'" in word or all(part.isupper() or part.istitle() for part in parts)


def _holds_word(syllables: list[str]) -> bool:
    if syllables[0] in NOT_FIRST or (len(syllables) > 2 and " ".join(syllables[-2:]) in YEARS):
        return True
    if syllables[0] in CLEAR_FAMILY_NAMES:
        return False
    return any(f"{a} {b}" in NOT_NAMES for a, b in pairwise(syllables))


def _plain(name: str) -> str:
    """Return a name folded, its tone mark where old spelling has it (Hoà → hòa)."""
    return _NEW_MARK.sub(lambda mark: _NEW_MARKS[mark[0]], fold(name).replace("’", "'"))


def _bare(syllable: str) -> str:
    """Return a folded syllable without marks."""
    decomposed = unicodedata.normalize("NFD", syllable.replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
