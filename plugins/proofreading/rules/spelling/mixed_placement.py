"""Tones marked in two ways in one article: "hòa" here, "hoà" there.

Names keep their own way, so only words in lower case count, and those that begin names of offices
("Ủy ban", "Tòa án").

Wrong::

    Bà con sống hòa thuận, khỏe mạnh.

    Văn hoá của bà con rất hay.

Right::

    Ông Hoà và bà Thuý sống hòa thuận, khỏe mạnh.

In the guide::

    Kiểu mới (“hòa, khỏe, thủy”) hay kiểu cũ (“hoà, khoẻ, thuỷ”) đều được; một bài nên theo một
    kiểu. Tên người viết thế nào giữ thế ấy.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core import checks
from plugins.core.text.syllables import spell
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof
from plugins.proofreading.words import allowed, bare, in_case_of


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield the words of the rarer way, if there are both."""
    lexicon = proof.lexicon
    if not lexicon.new or not lexicon.old:
        return
    new, old = (_places(proof, words, settings) for words in (lexicon.new, lexicon.old))
    if not new or not old:
        return
    rare, usual = (new, old) if len(new) < len(old) else (old, new)
    for start, word in sorted(rare):
        spelling = spell(word.lower())
        right = None
        # Of as many each nobody can say which is meant.
        if spelling and len(rare) < len(usual):
            right = in_case_of(word, spelling.new if rare is old else spelling.old)
        yield Finding(
            checks.TONES_MIXED,
            start,
            start + len(word),
            f"bài đặt dấu thanh theo hai kiểu: {len(rare)} chỗ như “{rare[0][1]}”, "
            f"{len(usual)} chỗ như “{usual[0][1]}”",
            "Theo một kiểu trong cả bài.",
            right,
        )


def _places(
    proof: Proof, words: list[str], settings: ProofreadingSettings
) -> list[tuple[int, str]]:
    """Return where the words stand, and each without its punctuation."""
    found = []
    for word in words:
        core = bare(word)
        if core.lower() not in allowed(settings.words):
            shift = word.index(core)
            found += [(start + shift, core) for start in proof.places[word]]
    return found
