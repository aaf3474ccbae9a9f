"""The front matter's ``Correction`` ("Đính chính"), of which there may be several, and its
``Withdrawn`` ("Gỡ bài"): dated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from plugins.attribution.model import Correction
from plugins.core import checks
from plugins.core.dates.date import parse_date
from plugins.core.document import Document, Field
from plugins.core.errors import DateError
from plugins.core.text.expressions import expression
from plugins.core.text.spaces import squeeze

_BEHIND_DATE = expression(r"(?:\s*[:：.,–—-]\s*|\s+)(?P<text>\S.*)", re.DOTALL)
_DATE_ALONE = expression(r"(?:ngày\s+)?\d[\d/.:T\s-]*[:–—-]?", re.IGNORECASE)
_FIX = (
    "Viết ngày rồi dấu hai chấm rồi nội dung, ví dụ “Correction: 12/01/2024 09:00: Sửa số liệu …”."
)


def parse_corrections(field: Field, document: Document) -> tuple[Correction, ...]:
    """Return the corrections of a ``Correction`` value, the newest last.

    ``field.value`` is a text ``12/01/2024 15:30: …``, a list of such texts, or of mappings
    ``{date, text}``. Each one without a date that exists, or without a text, is reported.
    """
    found: list[Correction] = []
    for when, text in _entries(field.value):
        line = _line_of(when or text, field, document)
        if not when or not text:
            what = "ngày" if not when else "nội dung"
            shown = f": “{when or text}”" if when or text else ""
            message = f"đính chính không có {what}{shown}"
            document.report(checks.CORRECTION_INCOMPLETE, line, message, _FIX)
            continue
        try:
            found.append(Correction(parse_date(when), text))
        except DateError as error:
            document.report(error.check, line, f"ngày đính chính: {error.message}", error.fix)
    return tuple(sorted(found, key=lambda correction: correction.date))


def read_withdrawal(document: Document, status: str) -> Correction | None:
    """Return when and why an article was taken from readers (``Withdrawn``, which is written as a
    correction is), if its ``status`` says so. An article whose status does without is reported."""
    field = document.fields.get("Withdrawn")
    if status != "withdrawn":
        if field is not None:
            check = checks.WITHDRAWAL_WITHOUT_STATUS
            document.report(check, field.line, check.title, check.mend)
        return None
    found = parse_corrections(field, document) if field else ()
    if not found:
        check = checks.WITHDRAWAL_INCOMPLETE
        line = field.line if field else document.fields["Status"].line
        document.report(check, line, check.title, check.mend)
        return None
    return found[-1]


def _entries(value: Any) -> Iterator[tuple[str, str]]:
    """Yield (date, text) for every correction; either may be ``""``."""
    if isinstance(value, list):
        for item in value:
            yield from _entries(item)
    elif isinstance(value, Mapping):
        named = {squeeze(_as_text(key)).casefold(): item for key, item in value.items()}
        if named.keys() & {"date", "text"}:
            yield squeeze(_as_text(named.get("date"))), squeeze(_as_text(named.get("text")))
        else:
            # YAML reads "- 12/01/2024: Sửa tên" as a mapping from the date to the text.
            for key, item in value.items():
                yield from _split(f"{_as_text(key)}: {_as_text(item)}")
    else:
        yield from _split(_as_text(value))


def _split(text: str) -> Iterator[tuple[str, str]]:
    """Split a text at its lines that begin with a date; other lines go on with the text."""
    items: list[str] = []
    for line in filter(None, map(squeeze, text.splitlines())):
        if items and _dated(line) is None:
            items[-1] += f" {line}"
        else:
            items.append(line)
    for item in items or [""]:
        if dated := _dated(item):
            yield dated
        elif _DATE_ALONE.fullmatch(item):
            yield item, ""
        else:
            yield "", item


def _dated(line: str) -> tuple[str, str] | None:
    """Split a line that begins with a date into that and what is said."""
    from plugins.core.dates.moments import split_leading  # slow to make, and seldom needed

    when, rest = split_leading(line)
    said = _BEHIND_DATE.fullmatch(rest)
    return (when, said["text"]) if when and said else None


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat(" ") if isinstance(value, datetime) else str(value)


def _line_of(needle: str, field: Field, document: Document) -> int:
    """Return the front matter's line that holds ``needle``, from the key on."""
    head = document.lines[field.line - 1 : document.body_line - 1]
    lines = (at for at, line in enumerate(head, field.line) if needle and needle in squeeze(line))
    return next(lines, field.line)
