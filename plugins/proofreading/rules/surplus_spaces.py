"""A space too many between two words, before a sign or behind a bracket, and a sign typed twice.

Tables, columns of spaces (four and more), the space behind a list's mark and dots of any number but
two are let be.

Wrong::

    Hôm nay  trời mưa , bà con ( và cán bộ ) nghỉ..

Right::

    Hôm nay trời mưa, bà con (và cán bộ) nghỉ... Tỉ số là 2 : 1.

    -  Nghỉ cả ngày.

In the guide::

    Hai dấu cách liền nhau, dấu cách trước dấu câu hay sau “(”, dấu “..”, “,,”. Cả bài báo một lần mỗi
    loại, kèm số chỗ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof

_SPACE = "[ \u00a0]"
_SIGNS = ("  ", "\u00a0", *(f" {sign}" for sign in ",.;:?!)"), "( ", "..", ",,", ";;")
_REMOVE = "Xóa dấu thừa."
_KINDS = (
    (
        expression(rf"(?<=\S){_SPACE}{{2,3}}(?=\S)"),
        "hai dấu cách liền nhau",
        "Để một dấu cách.",
        " ",
    ),
    (
        # "2 : 1" is a score.
        expression(
            rf"(?<=[\w%)”\"]){_SPACE}+(?=(?:[,.;?!)]|(?<!\d ):)(?:[\s”\"]|$))", re.MULTILINE
        ),
        "dấu cách trước dấu câu",
        _REMOVE,
        "",
    ),
    (expression(rf"(?<=\(){_SPACE}+(?=\w)"), "dấu cách sau dấu “(”", _REMOVE, ""),
    (expression(r"(?<!,),,(?!,)|(?<!;);;(?!;)"), "dấu câu gõ hai lần", _REMOVE, None),
    (
        expression(r"(?<=[^\W\d_]{2})\.\.(?![.…\w/])"),
        "hai dấu chấm liền nhau",
        "Để một dấu “.” hoặc viết “…”.",
        None,
    ),
)
_MARK = expression(r"[ \t>\ufffc]*(?:[-+*•–—]|\(?\w{1,3}[.)])?[ \t]*")


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield what is surplus, each place on its own."""
    text = proof.text
    if not any(map(text.__contains__, _SIGNS)):
        return
    for surplus, message, fix, right in _KINDS:
        for found in surplus.finditer(text):
            if not _is_layout(text, *found.span()):
                yield Finding(checks.SPACES_SURPLUS, *found.span(), message, fix, right)


def _is_layout(text: str, start: int, end: int) -> bool:
    """Whether a place is in a table, or behind what begins a line."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    line = text[begin : stop if stop >= 0 else len(text)]
    mark = _MARK.match(line)
    return "|" in line or "\t" in line or bool(mark and begin + mark.end() >= end)
