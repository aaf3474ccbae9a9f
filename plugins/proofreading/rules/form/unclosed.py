"""A quotation mark, a bracket or ``**`` that has no partner: "ông nói: “Được mùa".

Partners are looked for in a paragraph. A quotation of several paragraphs opens each anew and closes
the last; one that is closed a few paragraphs later counts as closed, too. Single quotation marks
are left alone (they are apostrophes: H’Mông, Ea H'leo), so are inches (5"), ``a)`` and ``1)``
before an item, ``(**)``, and words that asterisks hide. A mark that is of the wrong kind ("“Được
mùa"", "”Được mùa”") is told with the right one, where the other side is plain.

Wrong::

    Ông Páo nói: “Năm nay được mùa.

    Xã có 12 thôn (trong đó 3 thôn giáp biên giới.

    Đây là chữ **đậm.

Right::

    Bà Mẩy kể: “Ngày xưa nhà nào cũng có khung cửi.

    “Bây giờ chỉ còn vài nhà.”

    Hồ sơ gồm: a) đơn; b) bản sao (nếu có); màn hình 5" của người H'Mông.

In the guide::

    Lời nói dài nhiều đoạn thì mỗi đoạn mở “ một lần, đoạn cuối mới đóng ”.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import MASK, Proof

_SIGN_OR_END = expression(r"[“”\"()\[\]*\n]")
# A class alone is looked for in a fifth of the time that a choice takes.
_SIGN = expression(r"[“”\"()\[\]*](?:(?<=\*)\*+)?")
_OPENERS = {"”": "“", ")": "(", "]": "["}
_CLOSERS = {opener: closer for closer, opener in _OPENERS.items()}
_MASKED = expression(f"{MASK}+")
# "a)", "1)", "iv)" before an item, and what smiles.
_ITEM = expression(r"(?<!\w)(?:\d{1,3}|[a-zđêôơư]{1,2}|[ivx]{1,5}|[:;=]-?)$", re.IGNORECASE)
_INCHES = expression(r"(?<!\d)\d{1,3}$")
_LOOKED_BACK = 8
_QUOTES = '“”"'
_BLANK = expression(r"\n[ \t>]*\n")
_MARKUP = " \t\u00a0>*_-–—•#"
_SOON = 8
"""Lines within which a quotation that they do not open anew must end."""
_SHOWN = 40
_LOOKED_AT = 20 * _SHOWN
"""Letters of which a message shows some: an address among them is not shown."""
_MOST_MARKS = 500
"""Marks of a line: one with more is no prose."""
_MOST_WAITING = 100
"""Marks of earlier lines whose partner may still come: beyond, the oldest have none."""


class _Mark(NamedTuple):
    sign: str
    at: int


class _Line(NamedTuple):
    """A line with marks: where it begins, its number from 0, and the marks."""

    start: int
    number: int
    marks: list[_Mark]


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield marks without a partner."""
    text = proof.text
    if _is_balanced("".join(_SIGN_OR_END.findall(text))):
        return
    waiting: dict[_Mark, int] = {}
    for line in _lines(text):
        begins = text[line.start : line.marks[0].at].strip(_MARKUP) == "" and line.marks[0].sign
        for one, number in list(waiting.items()):
            if _is_late(text, one, line, number):
                yield _finding(text, one)
            elif one.sign != begins:
                continue
            del waiting[one]
        if len(line.marks) > _MOST_MARKS or _is_balanced("".join(one.sign for one in line.marks)):
            continue
        opened, stray = _unpaired(proof, line)
        quotes = sorted((one for one in (*opened, *stray) if one.sign in _QUOTES), key=_place)
        if len(quotes) == 2 and (found := _wrong_pair(text, *quotes)):
            yield found
            opened, stray = ([one for one in some if one not in quotes] for some in (opened, stray))
        for one in [*stray, *(one for one in opened if one.sign == '"')]:
            earlier = next((other for other in waiting if _may_close(other.sign, one.sign)), None)
            if earlier:
                del waiting[earlier]
                opened = [other for other in opened if other != one]
                if found := _wrong_pair(text, earlier, one):
                    yield found
            elif one in stray:
                yield _finding(text, one)
        waiting |= dict.fromkeys(opened, line.number)
        for one in list(waiting)[:-_MOST_WAITING]:
            yield _finding(text, one)
            del waiting[one]
    yield from (_finding(text, one) for one in waiting)


def _place(mark: _Mark) -> int:
    return mark.at


def _may_close(opener: str, sign: str) -> bool:
    """Whether a mark without a partner is that of one of an earlier line, be it of a wrong kind."""
    return _OPENERS.get(sign, sign) == opener or (opener in _QUOTES and sign in _QUOTES)


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines that have marks: most have none, and are not looked at by themselves."""
    line = None
    for found in _SIGN.finditer(text):
        at = found.start()
        if found[0] == "*":
            continue
        if line is None or "\n" in text[line.marks[-1].at : at]:
            if line:
                yield line
            before = line.start if line else 0
            start = text.rfind("\n", 0, at) + 1
            number = (line.number if line else 0) + text.count("\n", before, start)
            line = _Line(start, number, [])
        line.marks.append(_Mark(found[0], at))
    if line:
        yield line


def _is_balanced(signs: str) -> bool:
    """Say at a glance of most lines, and of most texts, that each mark has its partner."""
    for pair in ("()", "“”", '""', "[]", "“”"):
        signs = signs.replace(pair, "")
    return not signs.strip("\n")


def _is_late(text: str, one: _Mark, line: _Line, number: int) -> bool:
    """Whether a mark can have no partner from a line on; bold ends with its paragraph."""
    if one.sign[0] == "*" and _BLANK.search(text, one.at, line.start):
        return True
    return line.number - number > _SOON


def _unpaired(proof: Proof, line: _Line) -> tuple[list[_Mark], list[_Mark]]:
    """Return the marks of a line that open and those that close without a partner in it."""
    text = proof.text
    opened: defaultdict[str, list[_Mark]] = defaultdict(list)  # by their signs
    stray: list[_Mark] = []
    for mark in line.marks:
        behind = mark.at + len(mark.sign)
        before = text[max(line.start, mark.at - _LOOKED_BACK) : mark.at]
        after = text[behind : behind + 1]
        if after == MASK and _is_taken_along(proof, mark):
            continue
        if (sign := _OPENERS.get(mark.sign)) is not None:
            if opened[sign]:
                opened[sign].pop()
            elif sign == "“" or not _ITEM.search(before):
                stray.append(mark)
        elif mark.sign[0] == "*":
            if opened[mark.sign] and before[-1:].strip():
                opened[mark.sign].pop()
            elif after.strip() and not before[-1:].isalnum() and after not in ")]":
                opened[mark.sign].append(mark)
            elif not _hides(before, after):
                stray.append(mark)
        elif mark.sign != '"':
            if mark.sign == "“" or before[-1:] not in (":", ";"):  # ":(" is no bracket
                opened[mark.sign].append(mark)
        elif not (opened['"'] or opened["“"]) and before[-1:].isdigit():
            continue  # inches
        elif opened['"'] and not _begins(text, mark.at):
            opened['"'].pop()
        elif not opened["“"] and _ends(text, mark.at):
            stray.append(mark)
        else:
            opened[mark.sign].append(mark)
    return sorted(chain.from_iterable(opened.values()), key=_place), stray


def _is_taken_along(proof: Proof, mark: _Mark) -> bool:
    """Whether an address behind a mark, which is masked, has taken the mark's partner along."""
    start = mark.at + len(mark.sign)
    masked = _MASKED.match(proof.text, start)
    closer = _CLOSERS.get(mark.sign, mark.sign)
    return masked is not None and closer in proof.source[start : masked.end()]


def _hides(before: str, after: str) -> bool:
    """Whether asterisks stand for letters ("đ**", "09***") or for a note ("(**)")."""
    if not before.strip("* \t") and not after.strip():
        return True  # a row of stars between paragraphs
    word = before.split()[-1] if before[-1:].strip() else ""
    return 0 < len(word) <= 2 or word[-1:].isdigit() or (word[-1:] == "(" and after == ")")


def _wrong_pair(text: str, first: _Mark, second: _Mark) -> Finding | None:
    """Return what is wrong with two marks that have each other alone, if they are quotation marks
    of different kinds.

    What the one must be the other says, if that looks the right way.
    """
    kinds = first.sign + second.sign
    # An opening one that looks like no other opens, and so on: these are no pair, but two alone.
    is_first_right = kinds in ('“"', "““") and not _begins(text, second.at)
    is_second_right = kinds in ('"”', "””") and not _ends(text, first.at)
    if not (is_first_right or is_second_right):
        return None
    wrong, right = (second, "”") if is_first_right else (first, "“")
    is_plain = _ends(text, second.at) and _begins(text, first.at)
    return Finding(
        checks.PAIR_UNCLOSED,
        wrong.at,
        wrong.at + 1,
        f"hai dấu ngoặc kép không thành một cặp: {_words(text, first.at, second.at + 1)}",
        f"Thay dấu {wrong.sign} bằng dấu {right}.",
        right if is_plain else None,
    )


def _begins(text: str, at: int) -> bool:
    """Whether a mark stands where a quotation begins: before a word and behind none."""
    return text[at + 1 : at + 2].isalnum() and not text[at - 1 : at].isalnum()


def _ends(text: str, at: int) -> bool:
    """Whether a mark stands where a quotation ends: behind something and before no word."""
    is_inch = text[at] == '"' and _INCHES.search(text, max(at - _LOOKED_BACK, 0), at)
    return not is_inch and text[at - 1 : at].strip() != "" and not text[at + 1 : at + 2].isalnum()


def _finding(text: str, mark: _Mark) -> Finding:
    sign = mark.sign
    if sign in _OPENERS:
        words = _words(text, text.rfind("\n", 0, mark.at) + 1, mark.at + 1, from_end=True)
        message = f"dấu {sign} không có dấu {_OPENERS[sign]} mở ở trước: {words}"
        fix = f"Thêm dấu {_OPENERS[sign]} ở chỗ bắt đầu, hoặc bỏ dấu {sign}."
    else:
        end = text.find("\n", mark.at)
        words = _words(text, mark.at, end if end >= 0 else len(text))
        closer = _CLOSERS.get(sign, sign)
        message = f"dấu {sign} không có dấu {closer} đi cùng: {words}"
        fix = f"Thêm dấu {closer} ở chỗ kết thúc, hoặc bỏ dấu {sign}."
        if sign[0] == "*":
            message = f"hai dấu sao in ra như đã gõ, không làm đậm chữ: {words}"
            fix = (
                "Đặt ** sát chữ đầu và sát chữ cuối của chỗ in đậm: **như thế này**; không thì xóa."
            )
    return Finding(checks.PAIR_UNCLOSED, mark.at, mark.at + len(sign), message, fix)


def _words(text: str, start: int, end: int, *, from_end: bool = False) -> str:
    """Return some words as a message shows them: the first of them, or the last."""
    if from_end:
        start = max(start, end - _LOOKED_AT)
    else:
        end = min(end, start + _LOOKED_AT)
    said = " ".join(text[start:end].replace(MASK, "").split())
    if len(said) > _SHOWN:
        said = f"…{said[-_SHOWN:]}" if from_end else f"{said[:_SHOWN]}…"
    return said if any(sign in said for sign in _QUOTES) else f"“{said}”"
