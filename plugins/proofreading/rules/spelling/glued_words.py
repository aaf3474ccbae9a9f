"""Two words with no space between them: "trời.Mưa", "nói:Đây", "củacác", "HÒANhững", "20người".

Behind a full stop only a capital begins a word; before it "TP.", "Q.", "Th.S" are abbreviations.
Dots of hesitation before a small letter ("ừ…thì") are let be. Of two words that ran into each other
both have to be among the most usual syllables, and the whole none and no loanword ("môtô"). Two
capitals may be one too many ("GIám"), and consonants before a vowel are one name ("HMông", "Kon
PLông", "KRông Nô"). A number stands apart from a word with a Vietnamese mark behind it, as no unit
has one, and from the few before it that are never part of a name; "Nhà nước1" has the number of a
note.

Wrong::

    Chiều nay trời mưa.Bà con củacác bản,ai cũng nói:Đây là mưa vàng.

Right::

    TP.HCM, v.v., A.Páo, lúc 7:30, 1.500 đồng, môtô, nilông, Q.Bình Thạnh.

In the guide::

    Sau dấu câu phải có dấu cách. Viết tắt (“TP.HCM”, “A.Páo”), số, địa chỉ web, từ mượn thì không
    báo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.core.text.syllables import is_syllable
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.meant import divided, is_usual
from plugins.proofreading.proof import Proof
from plugins.proofreading.words import allowed, bare, pieces

_LETTER = r"[^\W\d_]"
_AT_SIGN = expression(
    rf"(?P<left>{_LETTER}+)(?P<sign>\.{{3}}|[.,;:?!…]|[)”»])(?=(?P<right>{_LETTER}+))"
)
_AT_OPENER = expression(rf"(?P<left>{_LETTER}{{2,}})(?P<sign>[(“«])(?=(?P<right>{_LETTER}{{2,}}))")
_OPENER, _DIGIT = expression("[(“«]"), expression(r"\d")
# What may begin one syllable, of Vietnamese or of the highlands, though part of it is in capitals.
_ONE_BEGINNING = expression("[BCDĐGHKLMNPQRSTVX]{1,3}")
_VOWEL = expression(r"[aăâeêioôơuưy\u00e0-\u00fd\u1ea0-\u1ef9]", re.IGNORECASE)
_NUMBERED = expression(
    rf"(\d(?:[\d.,]*\d)?)(?P<unit>{_LETTER}{{2,}})"
    r"|(?P<noun>[Nn]gày|[Tt]háng|[Nn]ăm|[Ll]úc|[Kk]hoảng|[Tt]hứ|hơn|gần|đến|với)(\d[\d.,/:-]*)"
)
# Loanwords of two usual syllables.
_LOANWORDS = """
ôtô môtô balô bêtông đôla nilông canô panô patê căngtin căntin cáttông cáctông bancông bulông
tigôn sơmi sirô phôtô lôgô lôgic môđun ximăng ôxy ôliu rađa balê hécta côngtơ kilô gilê galăng
virút vôlăng vắcxin càphê xàphòng phômai lôcốt xúcxích giămbông
"""
_LOANS = frozenset(_LOANWORDS.split())


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield words that stand together by mistake."""
    for word in proof.lexicon.odd:
        for start, end, right in _joints(word):
            joined = word[start:end]
            if joined.lower() in allowed(settings.words):
                continue
            for at in proof.places[word]:
                yield Finding(
                    checks.WORDS_GLUED,
                    at + start,
                    at + end,
                    f"thiếu dấu cách: “{joined}”",
                    f"Sửa thành “{right}”.",
                    right,
                )


class _Joint(NamedTuple):
    """From where to where two words are joined, and what is to stand there."""

    start: int
    end: int
    right: str


@lru_cache(maxsize=1 << 12)
def _joints(word: str) -> list[_Joint]:
    found = [*_at_signs(word), *_run_together(word)]
    # Most words have neither, and to look for one letter takes a fifth of the time.
    if _OPENER.search(word, 1):
        found += _at_openers(word)
    if _DIGIT.search(word):
        found += _at_numbers(word)
    return found


def _at_signs(word: str) -> Iterator[_Joint]:
    for found in _AT_SIGN.finditer(word):
        left, sign, right = found["left"], found["sign"], found["right"]
        end = found.end() + len(right)
        beside = word[max(found.start() - 1, 0) : found.start()] + word[end : end + 1]
        if _divides(left, sign, right, beside):
            yield _Joint(found.start(), end, f"{left}{sign} {right}")


def _at_openers(word: str) -> Iterator[_Joint]:
    """Yield a bracket or a quotation mark that opens, with no space before it."""
    for found in _AT_OPENER.finditer(word):
        left, sign, right = found.groups()
        ours = all(is_syllable(each.lower()) for each in (left, right))
        if ours and not (left.isascii() and right.isascii()):
            yield _Joint(found.start(), found.end() + len(right), f"{left} {sign}{right}")


def _divides(left: str, sign: str, right: str, beside: str) -> bool:
    """Whether a sign stands between two words and not in an abbreviation or a name."""
    if len(left) < 2 or len(right) < 2 or re.search(r"[\d\ufffc@/'’-]", beside):
        return False
    ours = [is_syllable(each.lower()) for each in (left, right)]
    if sign in (".", "?", "!", "…", "..."):
        return all(ours) and right.istitle() and (left.islower() or is_usual(right.lower()))
    marked = [
        is_ours and not each.isascii() for is_ours, each in zip(ours, (left, right), strict=True)
    ]
    return all(ours) or any(marked)


def _run_together(word: str) -> Iterator[_Joint]:
    """Yield where two words have nothing between them."""
    for at, piece in pieces(word):
        if piece.isascii() or piece in _LOANS:
            continue
        if right := divided(piece) if piece.islower() else _uncapitalised(piece):
            yield _Joint(at, at + len(piece), right)


def _at_numbers(word: str) -> Iterator[_Joint]:
    """Yield a number that has nothing between it and the word behind or before it."""
    core = bare(word)
    found = _NUMBERED.fullmatch(core)
    if found is None or (found["unit"] and found["unit"].isascii()):
        return
    if is_usual(found["unit"] or found["noun"].lower()):
        start = word.index(core)
        right = " ".join(filter(None, found.groups()))
        yield _Joint(start, start + len(core), right)


def _uncapitalised(piece: str) -> str | None:
    """Divide "HÒANhững" before the N and "BBCdẫn" behind the C; "GIám" and "HMông" are one."""
    capitals = next((at for at, letter in enumerate(piece) if letter.islower()), 0)
    if capitals < 2 or not piece[capitals:].islower() or is_syllable(piece.lower()):
        return None
    if capitals > 2 and is_usual(piece[capitals - 1 :].lower()):
        capitals -= 1
    elif not is_usual(piece[capitals:]):
        return None
    left, right = piece[:capitals], piece[capitals:]
    return None if _ONE_BEGINNING.fullmatch(left) and _VOWEL.match(right) else f"{left} {right}"
