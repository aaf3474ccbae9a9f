"""Two standfirsts: one in the head ("Summary"), and once more at the beginning of the body.

Papers set their standfirst bold or in italics, so a first paragraph that is so throughout is one;
so is a first paragraph with the words of "Summary". Readers would read them one below the other. A
short bold line is a heading or a dateline, and a standfirst that the text takes up in other words
is right.

Wrong::

    Title: Chợ phiên cuối năm
    Date: 11/01/2024
    Summary: Phiên chợ cuối cùng của năm đông gấp ba ngày thường, đào và lợn bản bán hết sớm.

    **Phiên chợ cuối cùng của năm đông gấp ba ngày thường, đào và lợn bản bán hết sớm.**

    Từ năm giờ sáng, các ngả đường đã đầy người.

Right::

    Title: Chợ phiên cuối năm
    Date: 11/01/2024
    Summary: Phiên chợ cuối cùng của năm đông gấp ba ngày thường, đào và lợn bản bán hết sớm.

    Từ năm giờ sáng, các ngả đường đã đầy người.

In the guide::

    Sapo chỉ ghi một chỗ: ở dòng “Summary”. Đoạn đầu in đậm hay nghiêng cả đoạn thì máy coi là sapo.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.figures.source.bare import is_media_line
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof

_EMPHASISED = expression(
    r"(?:(?P<mark>\*{1,3}|_{1,3})(?=\S)[^*\n]+(?<=\S)(?P=mark)"
    # Words in italics within what is bold.
    r"|\*\*(?=[^\s*])(?:[^*\n]|(?<!\*)\*(?!\*))+(?<=[^\s*])\*\*)[.\s]*"
)
_TAGGED = expression(
    r"(?:<p\b[^<>]*>)?<(?P<tag>b|strong|em|i)>[^<>\n]+</(?P=tag)>[.\s]*(?:</p>\s*)?"
)
_FEWEST = 12
"""Words of a standfirst; shorter bold lines are headings or say where and when."""
_PIECE, _PIECES = 10, 8
_AS_LONG = 0.8  # with marks of emphasis round one of them
_SAME = 0.9
"""The part of the words that two standfirsts share."""


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield a first paragraph that is a second standfirst."""
    summary = proof.document.fields.get("Summary")
    if summary is None or not isinstance(summary.value, str) or not summary.value.strip():
        return
    start, first = _first_paragraph(proof)
    if len(first.split()) < _FEWEST:
        return
    if _is_the_same(first, summary.value):
        message = "đoạn đầu bài nhắc lại sapo ở “Summary”"
        fix = "Xóa đoạn này, hoặc xóa dòng “Summary”: bạn đọc thấy hai lần một đoạn."
    elif _EMPHASISED.fullmatch(first) or _TAGGED.fullmatch(first):
        message = (
            "bài có hai sapo: một ở “Summary”, một là đoạn đầu bài in đậm hoặc nghiêng cả đoạn"
        )
        fix = "Giữ một: xóa dòng “Summary”, hoặc xóa đoạn này; là đoạn văn thường thì bỏ dấu sao."
    else:
        return
    yield Finding(checks.STANDFIRST_TWICE, start, start + len(first), message, fix)


def _first_paragraph(proof: Proof) -> tuple[int, str]:
    """Return where the body's first line of text begins, and that line: captions are none."""
    document, start = proof.document, proof.body_start
    below_photo = False
    for line in document.lines[document.body_line - 1 :]:
        # No line that names photos is as long as a standfirst.
        is_long = len(line.split(maxsplit=_FEWEST)) >= _FEWEST
        if not line.strip():
            below_photo = False
        elif not below_photo:
            if is_long or not is_media_line(line, document):
                return start, line
            below_photo = True
        start += len(line) + 1
    return start, ""


def _is_the_same(first: str, summary: str) -> bool:
    """Whether two texts have nearly all their words in common."""
    if min(len(first), len(summary)) < _AS_LONG * max(len(first), len(summary)):
        return False
    first, summary = first.casefold(), summary.casefold()
    # Texts with so many words in common share a piece of some words.
    pieces = (summary[at : at + _PIECE] for at in range(0, len(summary), len(summary) // _PIECES))
    if not any(piece in first for piece in pieces):
        return False
    words, others = (Counter(text.strip("*_ ").split()) for text in (first, summary))
    return (words & others).total() >= _SAME * max(words.total(), others.total())
