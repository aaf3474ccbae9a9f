"""What one line of a text's beginning says: a date, who wrote it, or what a label calls it."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal, NamedTuple

from plugins.attribution.claims.signature import read_signature
from plugins.attribution.lines.decoration import undress
from plugins.core.dates.date import parse_date
from plugins.core.errors import DateError
from plugins.core.text.slugs import slugify
from plugins.names.outlets import KnownOutlets
from plugins.names.people import split_people

_DIGIT = re.compile(r"\d")
# Lào Cai, ngày 12 tháng 01 năm 2024
_PLACE = re.compile(r"[^\W\d][^\d,]{1,40},\s*(?=ngày\b)", re.IGNORECASE)
_COLON = re.compile("[:：]")
_LONGEST_LABEL = 20
_LABELS: dict[str, Literal["title", "summary"]] = {
    **dict.fromkeys(
        ("tit", "tit-bai", "tieu-de", "tieu-de-bai", "ten-bai", "ten-bai-viet"), "title"
    ),
    **dict.fromkeys(("sapo", "sa-po"), "summary"),
}


class Labelled(NamedTuple):
    """A line's text, what its label calls it (``""``: it has none), and the label."""

    text: str
    role: Literal["", "title", "summary"] = ""
    label: str = ""


def labelled(said: str) -> Labelled:
    """Take a line's label off: ``Tít: …``, ``Sapo: …``, whatever the case and the marks."""
    colon = _COLON.search(said)
    if colon is None or colon.start() > _LONGEST_LABEL:
        return Labelled(said)
    text, label = said[colon.end() :].strip(), said[: colon.start()]
    role = _LABELS.get(slugify(label)) if text else None
    return Labelled(text, role, label.strip()) if role else Labelled(said)


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
