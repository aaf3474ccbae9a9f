"""Which paragraphs are a text's headline: an office, a slogan or a name may stand above it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from plugins.core.text.slugs import slugify
from plugins.desk.text.blocks import Block, Text
from plugins.desk.text.lines import byline_of, date_of, labelled
from plugins.names.outlets import KnownOutlets, is_outlet, is_plain_name

_SEARCHED = 6
MOST_BLOCKS = 12
"""Where a headline is looked for: in so many at the beginning."""
_MOST_WORDS = 45
_MOST_WORDS_OF_LINE = 20  # of a second line
_LEAST_SUMMARY, _LEAST_SENTENCE = 30, 15  # words of a standfirst in bold letters; with a stop
_STOPS = (".", ";", ",")
_NUMBERED = re.compile(r"(?:\d+|[IVX]+|[A-ZĐ])[.)/:]\s")
# What a headline does not begin with, and its second line does.
_SECOND = frozenset(("và", "của", "cho", "tại", "trong", "năm", "về", "với", "theo", "giai"))
# The heads of official papers, as slugs.
_FORMULA = re.compile(r"(?:cong-hoa-xa-hoi-chu-nghia-viet-nam)?-?(?:doc-lap-tu-do-hanh-phuc)?")
_ABOVE = re.compile(
    r"dang-cong-san-viet-nam|thong-cao-bao-chi|(?:du-thao-)?bao-cao|thong-bao|to-trinh|ke-hoach"
    r"|cong-van|giay-moi|tin-bai|bai-viet|tin-tuc|(?:bai-)?du-thi"
    r"|(?:kinh-gui|(?:nhiet-liet-)?chao-mung|so-\d+)\b.*"
)
_Line = tuple[int, Text]


class Headline(NamedTuple):
    """The places of its paragraphs, and a line below that may be it as well, or ``""``;
    ``is_doubtful``: it says a name or a paper's kind, and nothing else may be it."""

    places: range
    rival: str = ""
    is_doubtful: bool = False


def find_headline(blocks: list[Block], known: KnownOutlets) -> Headline | None:
    """Return the headline of a text, ``None`` if it has none."""
    lines = [
        (at, block)
        for at, block in enumerate(blocks[:MOST_BLOCKS])
        if isinstance(block, Text)
        and (slug := slugify(block.plain))
        and not _FORMULA.fullmatch(slug)
        and labelled(block.plain).role != "category"
    ][:_SEARCHED]
    for at, text in lines:
        if labelled(text.plain).role == "title":
            return Headline(range(at, at + 1))
    for wanted in ("title", "heading"):
        for at, text in lines:
            if text.role == wanted and (wanted == "title" or text.level == 1):
                return Headline(_with_second_lines(blocks, at, known))
    written = [
        (at, text)
        for at, text in lines
        if text.role in ("text", "heading") and not _is_summary(text) and not date_of(text.plain)
    ]
    opening = list(takewhile(_may_be_headline, written))
    if not opening:
        return None
    # What follows a standfirst is no headline.
    end = next((at for at, text in lines if at > opening[0][0] and _is_summary(text)), MOST_BLOCKS)
    opening[1:] = takewhile(lambda each: each[0] < end and _is_sure(each[1]), opening[1:])
    able = [
        each
        for number, each in enumerate(opening)
        if not _stands_above(each[1], [text for _, text in written[number + 1 :]], known)
    ]
    sure = [each for each in able if _is_sure(each[1])]
    at, text = opening[0] if opening[0] in able else (sure or opening)[0]
    if text.role == "text" and not _stands_out(text) and (not text.is_bold or _is_loud(text)):
        at, text = next(
            (each for each in sure if each[0] > at and _stands_out(each[1])), (at, text)
        )
    places = _with_second_lines(blocks, at, known)
    rivals = (each.plain for at, each in sure if at == places.stop and _stands_out(each))
    rival = next(rivals, "") if _stands_out(text) else ""
    return Headline(places, rival, _names_no_subject(text.plain, known))


def _may_be_headline(line: _Line) -> bool:
    text = line[1]
    is_set_off = text.is_bold or text.alignment == "center"
    is_ended = text.plain.endswith(_STOPS)
    return len(text.plain.split()) <= _MOST_WORDS and (is_set_off or not is_ended)


def _is_summary(text: Text) -> bool:
    return text.role == "summary" or labelled(text.plain).role == "summary"


def _is_sure(text: Text) -> bool:
    """Whether a line that may be a headline is no standfirst in bold letters."""
    count = len(text.plain.split())
    return count < (_LEAST_SENTENCE if text.plain.endswith(_STOPS) else _LEAST_SUMMARY)


def _stands_out(text: Text) -> bool:
    return text.is_bold and text.alignment == "center"


def _is_loud(text: Text) -> bool:
    return text.plain.isupper()


def _stands_above(text: Text, below: list[Text], known: KnownOutlets) -> bool:
    """Whether a line has a headline below it, if anything there may be one."""
    said = text.plain
    if not below or _begins_second(below[0]):
        return False
    return bool(
        (len(said.split()) < 4 and said.isupper())
        or (is_outlet(said, known) and is_plain_name(said, known))
        or _names_no_subject(said, known)
    )


def _names_no_subject(said: str, known: KnownOutlets) -> bool:
    return bool(_ABOVE.fullmatch(slugify(said)) or byline_of(said, known))


def _begins_second(text: Text) -> bool:
    return text.plain.casefold().partition(" ")[0] in _SECOND


def _with_second_lines(blocks: list[Block], at: int, known: KnownOutlets) -> range:
    """Return the places of a headline's lines, which may be paragraphs of their own."""
    end = at + 1
    words = 0
    while end < len(blocks):
        first, second = blocks[end - 1], blocks[end]
        if not isinstance(first, Text) or not isinstance(second, Text):
            break
        words += len(first.plain.split())
        is_short = words + len(second.plain.split()) <= _MOST_WORDS
        if not is_short or not _are_one(first, second, known):
            break
        end += 1
    return range(at, end)


def _are_one(first: Text, second: Text, known: KnownOutlets) -> bool:
    """Whether the second goes on with the headline that the first is."""
    said = second.plain
    if labelled(said).role or date_of(said) or byline_of(said, known):
        return False
    if first.role == second.role == "title":
        return True
    looks = [
        (each.role, each.level, each.alignment, each.is_bold, _is_loud(each))
        for each in (first, second)
    ]
    if looks[0] != looks[1] or first.role not in ("text", "heading"):
        return False
    if first.plain.endswith((".", ";", ":", "!", "?", "…")) or said.endswith((".", ";", ":")):
        return False
    if _NUMBERED.match(said) or len(said.split()) > _MOST_WORDS_OF_LINE:
        return False
    return _is_loud(first) or _stands_out(first)
