"""Does this text name a person?"""

from __future__ import annotations

import re

from plugins.core.text.expressions import expression
from plugins.core.text.spaces import fold, squeeze
from plugins.names.outlets import KnownOutlets, is_outlet
from plugins.names.word_lists import FAMILY_NAMES, PLACES, ROLES

_MOST_LETTERS = 32
_LETTERS = r"[^\W\d_]"
# Nguyễn, H'Hen, Hồng-Minh; initials: V., N.T.
_SYLLABLE = expression(
    rf"{_LETTERS}+(?:['’-]{_LETTERS}+)*|(?:{_LETTERS}\.)+{_LETTERS}*|{_LETTERS}{{1,3}}\."
)
_PEN_NAME = expression(rf"{_LETTERS}{{1,12}}|(?:{_LETTERS}\.)+{_LETTERS}?\.?")
_ROLE = expression(rf"^(?:{'|'.join(ROLES)})\.?\s+", re.IGNORECASE)
_BETWEEN_PERSONS = expression(r"\s*[,;&+/|–—]\s*|\s+-\s*|\s*-\s+|\s+và\s+", re.IGNORECASE)
# A hyphen without spaces joins syllables (Hồng-Minh), save between whole names.
_HYPHENED = expression(rf"({_LETTERS}+\s{_LETTERS}+)-({_LETTERS}+\s{_LETTERS}+)")


def is_person(text: str, known: KnownOutlets) -> bool:
    """Whether ``text`` has the form of one person's name, perhaps with a role before it."""
    name = _without_role(squeeze(text))
    syllables = name.split()
    return (
        2 <= len(syllables) <= 6
        and len(name) <= _MOST_LETTERS
        and all(_SYLLABLE.fullmatch(part) and part[0].isupper() for part in syllables)
        and fold(name) not in PLACES
        and not is_outlet(name, known)
    )


def has_family_name(text: str) -> bool:
    """Whether a name begins with a family name: what tells Trần Tuấn Ngọc from Bắc Hà."""
    return fold(_without_role(squeeze(text))).partition(" ")[0] in FAMILY_NAMES


def are_people(text: str, known: KnownOutlets) -> bool:
    """Whether ``text`` names one person or several, and nothing else.

    A pen name of one word (``PV``, ``Hà``, ``T.L.``) counts: an outlet is known to follow.
    """
    parts = [part for part in _BETWEEN_PERSONS.split(squeeze(text)) if part]
    return bool(parts) and all(
        is_person(part, known) or _is_pen_name(part, known) or fold(part) in ROLES for part in parts
    )


def split_people(text: str, known: KnownOutlets) -> list[str]:
    """Return the persons that ``text`` names, each as written, or the whole as one.

    It is divided only where each part is a name of its own: "Minh Anh - Thu Hà" are two, "Minh
    Anh - Báo Lào Cai", "Minh Anh - CTV" and "Tổ Thư ký và Biên tập" one. A part may be a
    place's name (Hải Dương) where another is none.
    """
    whole = squeeze(text)
    parts = parts_of(whole)
    if len(parts) < 2 or not all(_is_name(part, known) for part in parts):
        return [whole] if whole else []
    if all(fold(part) in PLACES for part in parts):
        return [whole]
    names: dict[str, str] = {}
    for part in parts:
        names.setdefault(fold(part), part)
    return list(names.values())


def parts_of(text: str) -> list[str]:
    """Divide a squeezed text where one person's name may end and the next begin."""
    return [part for part in _BETWEEN_PERSONS.split(_HYPHENED.sub(r"\1 - \2", text)) if part]


def _is_name(text: str, known: KnownOutlets) -> bool:
    if fold(text) in ROLES:
        return False
    return fold(text) in PLACES or is_person(text, known) or _is_pen_name(text, known)


def _is_pen_name(text: str, known: KnownOutlets) -> bool:
    return (
        _PEN_NAME.fullmatch(text) is not None and text[0].isupper() and not is_outlet(text, known)
    )


def _without_role(text: str) -> str:
    return _ROLE.sub("", text)
