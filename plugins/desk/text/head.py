"""The beginning of a text: category, headline, date, byline and standfirst, taken off it."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from plugins.attribution.claims.signature import read_signature
from plugins.attribution.lines.decoration import undress
from plugins.core.dates.date import parse_date
from plugins.core.errors import DateError
from plugins.core.text.spaces import fold
from plugins.desk.text.blocks import Block, Text
from plugins.desk.text.spans import plain
from plugins.names.outlets import KnownOutlets
from plugins.names.people import split_people

_MOST_TITLE_WORDS = 45
_LEAST_SUMMARY_WORDS = 10
_SEARCHED = 6
_DATE = re.compile(r"\d")
# Lào Cai, ngày 12 tháng 01 năm 2024
_PLACE = re.compile(r"[^\W\d][^\d,]{1,40},\s*(?=ngày\b)", re.IGNORECASE)
_DIGITS = "0123456789"
_RAISED = {
    "sup": str.maketrans(_DIGITS, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "sub": str.maketrans(_DIGITS, "₀₁₂₃₄₅₆₇₈₉"),
}


class Head(NamedTuple):
    """What was taken off: empty where there is none. ``dropped`` are words of it that are in no
    other field."""

    title: str = ""
    category: str = ""
    date: datetime | None = None
    date_text: str = ""
    authors: str = ""
    summary: str = ""
    dropped: tuple[str, ...] = ()


def take_head(
    blocks: list[Block], categories: Collection[str], known: KnownOutlets
) -> tuple[Head, list[Block]]:
    """Return the head of a text, and the rest of it."""
    rest = list(blocks)
    head = Head()
    at = _title_at(rest)
    if at is not None:
        title = rest.pop(at)
        assert isinstance(title, Text)  # noqa: S101 - that is what was looked for
        head = head._replace(title=_line(title))
        by_name = {fold(name): name for name in categories}
        for place, block in enumerate(rest[:at]):
            if (text := _text(block)) and (category := by_name.get(fold(text.plain))):
                head = head._replace(category=category)
                del rest[place]
                at -= 1
                break
    else:
        at = 0
    return _below(head, rest, at, known)


def _title_at(blocks: list[Block]) -> int | None:
    """Return the place of the headline."""
    first = [(at, text) for at, block in enumerate(blocks[:_SEARCHED]) if (text := _text(block))]
    for wanted in ("title", "heading"):
        for at, text in first:
            if text.role == wanted and (wanted == "title" or text.level == 1):
                return at
    for at, text in first:
        said = text.plain
        if _date(said) or text.role not in ("text", "heading"):
            continue
        is_kicker = (
            len(said.split()) < 4 and len(first) > 1 and at < first[-1][0] and said.isupper()
        )
        if is_kicker:
            continue
        ends = said.endswith((".", ";", ","))
        short = len(said.split()) <= _MOST_TITLE_WORDS
        return at if short and (not ends or text.is_bold or text.alignment == "center") else None
    return None


def _below(head: Head, rest: list[Block], at: int, known: KnownOutlets) -> tuple[Head, list[Block]]:
    """Take what stands around the headline: date, byline, standfirst."""
    seen, most = 0, 3 + at
    place = 0
    while place < len(rest) and seen < most:
        text = _text(rest[place])
        if text is None or text.role not in ("text", "summary", "heading"):
            place += 1
            continue
        said = text.plain
        seen += 1
        if head.date is None and (date := _date(said)):
            place_name = _PLACE.match(said)
            dropped = (place_name[0].rstrip(" ,"),) if place_name else ()
            head = head._replace(date=date, date_text=said, dropped=dropped)
        elif not head.authors and head.title and (authors := _byline(text, known)):
            head = head._replace(authors=authors)
        elif (
            head.title and not head.summary and place >= at and _is_summary(text, rest[place + 1 :])
        ):
            head = head._replace(summary=_line(text))
        else:
            place += 1
            if place > at:
                break
            continue
        del rest[place]
        at -= place < at
    return head, rest


def _text(block: Block) -> Text | None:
    return block if isinstance(block, Text) else None


def _line(text: Text) -> str:
    """Return a paragraph as a head can hold it, where there is no markup."""
    raised = (s._replace(text=s.text.translate(_RAISED.get(s.raised, {}))) for s in text.spans)
    return plain(raised)


def _date(text: str) -> datetime | None:
    """Return the moment that a paragraph is, if it is nothing else."""
    if not _DATE.search(text):
        return None
    place = _PLACE.match(text)
    try:
        return parse_date(text[place.end() :] if place else text)
    except DateError:
        return None


def _byline(text: Text, known: KnownOutlets) -> str:
    said = undress(text.plain, {})
    found = said and read_signature(said, known)
    if not found or not found.certain or found.claim or found.rest or not found.people:
        return ""
    return ", ".join(split_people(found.people, known))


def _is_summary(text: Text, below: list[Block]) -> bool:
    has_text = any(isinstance(block, Text) for block in below)
    if text.role == "summary":
        return has_text
    return has_text and text.is_bold and len(text.plain.split()) >= _LEAST_SUMMARY_WORDS
