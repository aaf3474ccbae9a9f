"""What one line of a text's beginning says: a date, who wrote it, or what a label calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Literal, NamedTuple

from plugins.attribution.claims.signature import read_signature
from plugins.attribution.lines.decoration import undress
from plugins.core.dates.date import parse_date
from plugins.core.errors import DateError
from plugins.core.text.slugs import slugify
from plugins.desk.text.blocks import Block, Photos, Text
from plugins.desk.text.spans import Span, trimmed
from plugins.names.outlets import KnownOutlets
from plugins.names.people import split_people

_DIGIT = re.compile(r"\d")
# Lào Cai, ngày 12 tháng 01 năm 2024 | Lào Cai, 12/01/2024
_PLACE = re.compile(r"(?!(?:thứ|chủ)\s)[^\W\d][^\d,:]{1,40},\s*(?=ngày\b|\d)", re.IGNORECASE)
_COLON = re.compile("[:：]")
_LONGEST_LABEL = 20
_Role = Literal["", "title", "summary", "category"]
_LABELS: dict[str, _Role] = {
    **dict.fromkeys(
        (
            *("tit", "tit-bai", "tit-chinh", "tieu-de", "tieu-de-bai", "ten-bai", "ten-bai-viet"),
            *("ten-tac-pham", "dau-de", "tua-de", "title"),
        ),
        "title",
    ),
    **dict.fromkeys(
        ("sapo", "sa-po", "sa-po-bai", "chapeau", "tom-tat", "loi-dan", "de-dan"), "summary"
    ),
    **dict.fromkeys(("chuyen-muc", "danh-muc", "muc"), "category"),
}
_CAPTION_LABELS = frozenset(("chu-thich", "chu-thich-anh"))


class Labelled(NamedTuple):
    """A line's text, what its label calls it (``""``: it has none), and the label."""

    text: str
    role: _Role = ""
    label: str = ""


def labelled(said: str) -> Labelled:
    """Take a line's label off: ``Tít: …``, ``Sapo: …``, ``Chuyên mục: …``, whatever the case and
    the marks."""
    colon = _COLON.search(said)
    if colon is None:
        return Labelled(said)
    text, label = said[colon.end() :].strip(), said[: colon.start()]
    role = _LABELS.get(_key(label)) if text else None
    return Labelled(text, role, label.strip()) if role else Labelled(said)


def with_labels(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks in which a label that is a line of its own begins the paragraph below it."""
    found: list[Block] = []
    label = ""
    for block in blocks:
        if label and isinstance(block, Text):
            found[-1] = replace(block, spans=[Span(f"{label}: "), *block.spans])
            label = ""
            continue
        found.append(block)
        said = block.plain.rstrip(" :：") if isinstance(block, Text) else ""
        label = said if _key(said) in _LABELS else ""
    return found


def without_labels(blocks: Iterable[Block]) -> tuple[list[Block], list[str]]:
    """Return blocks whose captions have no label (``Chú thích ảnh: …``), and the labels."""
    labels: list[str] = []

    def bare(text: Text) -> Text:
        label = ""
        for at, span in enumerate(text.spans):
            before, colon, rest = span.text.replace("：", ":").partition(":")
            label += before
            if colon:
                spans = trimmed([span._replace(text=rest), *text.spans[at + 1 :]])
                if _key(label) not in _CAPTION_LABELS or not spans:
                    break
                labels.append(label.strip())
                return replace(text, spans=spans)
        return text

    kept = [
        replace(block, captions=list(map(bare, block.captions)))
        if isinstance(block, Photos)
        else block
        for block in blocks
    ]
    return kept, labels


def _key(label: str) -> str:
    """Return the words before a colon as a slug; "Chú thích. Ảnh:" is more than a label."""
    is_short = len(label) <= _LONGEST_LABEL
    return slugify(label) if is_short and all(x.isalpha() or x in " -" for x in label) else ""


def place_of(said: str) -> str:
    """Return the place that stands before a date."""
    place = _PLACE.match(said)
    return place[0].rstrip(" ,") if place else ""


def date_of(said: str) -> datetime | None:
    """Return the moment that a line is, if it is nothing else but the place before it."""
    if not _DIGIT.search(said):
        return None
    place = _PLACE.match(said)
    try:
        return parse_date(said[place.end() :] if place else said)
    except DateError:
        return None


def byline_of(said: str, known: KnownOutlets) -> str:
    """Return who a line says wrote the text, if that is all it says."""
    line = undress(said, {})
    found = line and read_signature(line, known)
    if not found or not found.certain or found.claim or found.rest or not found.people:
        return ""
    return ", ".join(split_people(found.people, known))
