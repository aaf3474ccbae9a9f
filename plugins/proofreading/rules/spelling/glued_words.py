"""Two words with no space between them: "trời.Mưa", "nói:Đây", "củacác", "HÒANhững".

Behind a full stop only a capital begins a word; before it "TP.", "Q.", "Th.S" are abbreviations.
Dots of hesitation ("ừ…thì") are let be. Of two words that ran into each other both have to be among
the most usual syllables, and the whole none and no loanword ("môtô").

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
from plugins.proofreading.words import allowed, pieces

_LETTER = r"[^\W\d_]"
_AT_SIGN = expression(rf"(?P<left>{_LETTER}+)(?P<sign>[.,;:?!]|[)”»])(?=(?P<right>{_LETTER}+))")
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
    return [*_at_signs(word), *_run_together(word)]


def _at_signs(word: str) -> Iterator[_Joint]:
    for found in _AT_SIGN.finditer(word):
        left, sign, right = found["left"], found["sign"], found["right"]
        end = found.end() + len(right)
        beside = word[max(found.start() - 1, 0) : found.start()] + word[end : end + 1]
        if _divides(left, sign, right, beside):
            yield _Joint(found.start(), end, f"{left}{sign} {right}")


def _divides(left: str, sign: str, right: str, beside: str) -> bool:
    """Whether a sign stands between two words and not in an abbreviation or a name."""
    if len(left) < 2 or len(right) < 2 or re.search(r"[\d\ufffc@/'’-]", beside):
        return False
    ours = [is_syllable(each.lower()) for each in (left, right)]
    if sign in ".?!":
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


def _uncapitalised(piece: str) -> str | None:
    """Divide "HÒANhững" before the N and "BBCdẫn" behind the C."""
    capitals = next((at for at, letter in enumerate(piece) if letter.islower()), 0)
    if capitals < 2 or not piece[capitals:].islower():
        return None
    if capitals > 2 and is_usual(piece[capitals - 1 :].lower()):
        capitals -= 1
    elif not is_usual(piece[capitals:]):
        return None
    return f"{piece[:capitals]} {piece[capitals:]}"
