"""A syllable that Vietnamese does not have: "nghành", "khôg", "tuyêt".

Only what has a Vietnamese mark and one group of vowels is looked at: a word of plain letters may
be foreign, one with two groups a loanword ("ximăng"). So are beginnings that no syllable has
("crôm", "xtê"), ends of the highlands' names (k, l, r), and words with a capital, but for slips
that no foreign name has.

Wrong::

    Cả nghành khôg ai biêt.

Right::

    Lớp học ở Đắk Lắk có bếp, xoong, ximăng và bình gas.

In the guide::

    Máy so cách ghép âm đầu, vần và dấu thanh. Tên riêng, từ không dấu và từ mượn thì không báo.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.core.text.syllables import TONES, compose, spell, without_tones
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.meant import divided, is_usual, nearest, respelt
from plugins.proofreading.proof import Proof
from plugins.proofreading.words import allowed, in_case_of, pieces

_VOWELS = "aăâeêioôơuưy"
_LIKE_ONE = expression(
    rf"(?![bcfgkpsvx][lr]|x[cptk])[bcdđghklmnpqrstvx]*[{_VOWELS}]+[bcdđghmnpqstvx]*"
)
_SLIP = expression(r"^ngh|uơ|ưo|uyê")
# Loanwords and words of the highlands that have one group of vowels and a Vietnamese mark.
_LOANS = frozenset(
    ("kiốt", "kiôt", "iốt", "điốt", "điôt", "gích", "gioăng", "míc", "xíc", "layơn", "gềnh", "týp")
)


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield syllables that cannot be."""
    for word in proof.lexicon.odd:
        for at, piece in _unknown(word):
            lower = piece.lower()
            if lower in allowed(settings.words):
                continue
            sure = respelt(lower)
            meant = sure or nearest(lower)
            replacement = in_case_of(piece, sure) if sure and is_usual(sure) else None
            for start in proof.places[word]:
                yield Finding(
                    checks.SYLLABLE_UNKNOWN,
                    start + at,
                    start + at + len(piece),
                    f"tiếng Việt không có âm tiết “{piece}”",
                    _fix(meant and in_case_of(piece, meant)),
                    replacement,
                )


@lru_cache(maxsize=1 << 12)
def _unknown(word: str) -> list[tuple[int, str]]:
    """Return the pieces of a word that cannot be syllables, and where they begin."""
    return [(at, piece) for at, piece in pieces(word) if _is_wrong(piece, piece.lower(), word, at)]


def _fix(meant: str | None) -> str:
    said = f"Có phải “{meant}”? " if meant else ""
    return f"{said}Sửa lại; nếu đúng là thế thì thêm “<!-- bỏ qua SOAT02 -->” vào cuối dòng."


def _is_wrong(piece: str, lower: str, word: str, at: int) -> bool:
    if piece.isascii() or len(piece) < 2 or _is_hyphened(word, at, len(piece)) or spell(lower):
        return False
    base, tones = without_tones(lower)
    if not _LIKE_ONE.fullmatch(base) or lower in _LOANS:
        return False
    if piece.islower():
        return divided(lower) is None
    if piece.istitle():
        # Ká, Kần and Gềnh are names; no name begins with what is misspelt in these.
        return bool(_SLIP.search(base) and respelt(lower)) or _lacks_tone(base, tones)
    return piece.isupper() and bool(tones) and len(piece) > 3


def _is_hyphened(word: str, at: int, length: int) -> bool:
    """Whether a piece is one of several that hyphens join: "ki-lô-mét"."""
    return "-" in (word[at - 1 : at], word[at + length : at + length + 1])


def _lacks_tone(base: str, tones: list[str]) -> bool:
    """Whether a usual syllable that ends in a stop stands there without its tone: "Quôc"."""
    if tones or compose(base, ""):
        return False
    toned = (compose(base, tone) for tone in TONES[1:])
    return any(spelling is not None and is_usual(spelling.new) for spelling in toned)
