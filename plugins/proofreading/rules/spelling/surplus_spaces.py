"""A space too many between two words, before a sign or behind a bracket, and a sign typed twice.

Tables, columns of spaces (four and more), the space behind a list's mark and dots of any number but
two are let be.

Wrong::

    Hôm nay  trời mưa , bà con ( và cán bộ ) nghỉ..

Right::

    Hôm nay trời mưa, bà con (và cán bộ) nghỉ... Tỉ số là 2 : 1.

    -  Nghỉ cả ngày.

In the guide::

    Hai dấu cách liền nhau, dấu cách trước dấu câu hay sau “(”, dấu “..”, “,,”. Mỗi loại báo một lần
    cả bài, kèm số chỗ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof

_REMOVE = "Xóa dấu thừa."


class _Kind(NamedTuple):
    """What can be too much, what is said of it, and what has to stand there instead."""

    surplus: re.Pattern[str]
    message: str
    fix: str
    right: str | None


_SPACES = _Kind(
    expression("(?<!\\s)[ \u00a0]{2,3}(?!\\s)"),
    "hai dấu cách liền nhau",
    "Để một dấu cách.",
    " ",
)
_SIGNS = (
    _Kind(
        # "2 : 1" is a score.
        expression(
            r" (?<=[\w%)”\"] )(?:(?=[,.;?!)](?:[\s”\"]|$))|(?<!\d )(?=:(?:\s|$)))", re.MULTILINE
        ),
        "dấu cách trước dấu câu",
        _REMOVE,
        "",
    ),
    _Kind(expression(r"(?<=\() +(?=\w)"), "dấu cách sau dấu “(”", _REMOVE, ""),
    _Kind(expression(r"(?<!,),,(?!,)|(?<!;);;(?!;)"), "dấu câu gõ hai lần", _REMOVE, None),
    _Kind(
        expression(r"\.\.(?<=[^\W\d_]{2}\.\.)(?![.…\w/])"),
        "hai dấu chấm liền nhau",
        "Để một dấu “.” hoặc viết “…”.",
        None,
    ),
)
_MARK = expression(r"[ \t>\ufffc]*(?:[-+*•–—]|\(?\w{1,3}[.)])?[ \t]*")


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield what is surplus, each place on its own."""
    text = proof.text
    kinds = _SIGNS if proof.lexicon.signs else ()
    if "  " in text or "\u00a0" in text:
        kinds = (_SPACES, *kinds)
    for kind in kinds:
        for start, end in _outside_layout(text, kind.surplus):
            yield Finding(checks.SPACES_SURPLUS, start, end, kind.message, kind.fix, kind.right)


def _outside_layout(text: str, surplus: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield from where to where an expression matches, but for tables and what begins a line."""
    line_end, text_begin, is_table = -1, 0, False
    for found in surplus.finditer(text):
        start, end = found.span()
        if start > line_end:
            begin = text.rfind("\n", 0, start) + 1
            line_end = text.find("\n", end)
            line_end = len(text) if line_end < 0 else line_end
            is_table = any(text.find(sign, begin, line_end) >= 0 for sign in "|\t")
            mark = _MARK.match(text, begin, line_end)
            text_begin = mark.end() if mark else begin
        if not is_table and end > text_begin:
            yield start, end
