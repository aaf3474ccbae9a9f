"""A tone's mark on a vowel that does not bear it: "đựơc", "tòan", "gía".

Both ways to mark "hòa" and "hoà" are right (whether one article has both asks :mod:`~plugins
.proofreading.rules.spelling.mixed_placement`).

Wrong::

    Gía gạo năm nay đựơc hòan toàn thả nổi.

Right::

    Giá gạo, quả quý, giếng khơi, hòa hoà, thúy thuý.

In the guide::

    Chỉ báo dấu thanh đặt sai chữ (“tòan” thay vì “toàn”). “Hòa” hay “hoà” đều đúng.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from plugins.core import checks
from plugins.core.text.syllables import spell, without_tones
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof
from plugins.proofreading.words import allowed, in_case_of, pieces


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield syllables that are right but for the place of the mark."""
    for word in proof.lexicon.odd:
        for at, piece, right in _misplaced(word):
            if piece.lower() in allowed(settings.words):
                continue
            for start in proof.places[word]:
                yield Finding(
                    checks.TONE_MISPLACED,
                    start + at,
                    start + at + len(piece),
                    f"dấu thanh đặt sai chữ: “{piece}”",
                    f"Sửa thành “{right}”.",
                    right,
                )


@lru_cache(maxsize=1 << 12)
def _misplaced(word: str) -> list[tuple[int, str, str]]:
    """Return the syllables of a word that are meant otherwise, where they begin, and how."""
    found = []
    for at, piece in pieces(word):
        lower = piece.lower()
        spelling = None if piece.isascii() else spell(lower)
        right = spelling and in_case_of(piece, spelling.new)
        # "rơ móoc" is as usual as "rơ moóc".
        if spelling and right and lower not in spelling and "oo" not in without_tones(lower)[0]:
            found.append((at, piece, right))
    return found
