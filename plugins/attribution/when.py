"""The date at the end of a source line: "Báo Lào Cai, 15h30 ngày 11/01/2024"."""

from __future__ import annotations

import re

_TIME = (
    r"(?P<hour{n}>\d{{1,2}})(?::(?=\d{{2}})|\s?(?:h|g|giờ)\s?)"
    r"(?P<minute{n}>\d{{2}})?(?::\d{{2}})?(?:\s?phút)?"
)
_DATE = (
    r"(?:(?P<day>\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(?P<month>\d{1,2})"
    r"(?:\s?[/.-]\s?|,?\s+năm\s+)(?P<year>\d{4})"
    r"|(?P<iso>\d{4}-\d{1,2}-\d{1,2})T?)"
)
_WORDS = (
    r"(?:\b(?:ngày|lúc|số ra|ra|đăng|phát|vào|cập nhật|xuất bản|chủ nhật"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]))\b[\s,:]*)*"
)
_AT_END = re.compile(
    rf"[\s,;|(\[–—-]*{_WORDS}(?:{_TIME.format(n=1)}[\s,–—-]*{_WORDS})?(?<!\d){_DATE}"
    rf"(?:[\s,–—-]*{_WORDS}{_TIME.format(n=2)})?(?P<zone>[+-]\d{{2}}:?\d{{2}})?"
    r"(?:\s*\(?(?:GMT|UTC)\s?\+\s?0?7\)?)?[\s.)\]]*\Z",
    re.IGNORECASE,
)


def split_date(text: str) -> tuple[str, str | None]:
    """Return ``text`` without the date it ends in, and that date for ``parse_date``.

    The date may stand in brackets, with a time before or after it and words such as
    "ngày", "lúc" or a weekday round it. A date elsewhere stays in the text.
    """
    match = _AT_END.search(text)
    if match is None:
        return text, None
    rest = text[: match.start()]
    if rest.count("(") > rest.count(")"):
        rest += ")"
    date = match["iso"] or f"{match['day']}/{match['month']}/{match['year']}"
    hour = match["hour1"] or match["hour2"]
    if hour:
        date += f" {hour}:{match['minute1'] or match['minute2'] or '00'}{match['zone'] or ''}"
    return rest, date
