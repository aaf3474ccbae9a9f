"""A weekday that its date did not have, and a date that no calendar has: "thứ Ba, 15/1/2024".

A date without a year is near the article's: only if neither the one before nor the one behind it
was that weekday, nor any year that its paragraph names, it is told. "Lần thứ hai" and "kỳ họp thứ
5" are no weekdays: a small "thứ hai" counts only behind what weekdays stand behind (a part of the
day, "hôm", "vào", a sign), and "ngày thứ hai" may be the second. The lunar calendar has a thirtieth
of the second month.

Wrong::

    Lễ hội mở cửa từ thứ Ba, ngày 15/1/2024.

    Chợ phiên họp đến hết ngày 31/4.

Right::

    Lễ hội mở cửa từ thứ Hai, ngày 15/1/2024, lần thứ ba ngày 16/1/2024.

    Chợ phiên họp đến hết ngày 30/4, cúng bản ngày 30/2 âm lịch.

In the guide::

    Ngày không ghi năm thì máy so với ngày đăng bài. Ngày âm lịch thì viết thêm “âm lịch”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from plugins.core import checks
from plugins.core.dates.date import TIME_ZONE, parse_date
from plugins.core.errors import DateError
from plugins.core.text.expressions import expression
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof

_BEGINNING = expression("[0-9](?:[/.-][0-9]| tháng [0-9])")
_DATE = expression(
    r"(?P<day>\d\d?)"
    r"(?:(?P<sign>[/.-])(?P<month>\d\d?)(?:(?P=sign)(?P<year>(?:19|20)\d\d))?"
    r"| tháng (?P<said>\d\d?)(?:(?:,? năm |[/-])(?P<when>(?:19|20)\d\d))?)(?!\w|[/.,-]\d)"
)
_PART_OF_NUMBER = frozenset("0123456789/.,-")
_ORDINALS = "[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|HAI|BA|TƯ|NĂM|SÁU|BẢY|[2-7]"
_WEEKDAY = rf"(?P<weekday>(?:[Tt]hứ|THỨ) (?:{_ORDINALS})|(?:[Cc]hủ|CHỦ) (?:[Nn]hật|NHẬT)|CN|T[2-7])"
_WHICH = r"(?: (?:tuần )?(?:này|tới|sau|trước|qua|rồi|vừa qua))?"
_BEFORE = expression(
    rf"(?P<lead>[\w-]*)(?P<space>\W*)(?<!\w){_WEEKDAY}{_WHICH}"
    r"[,(]?(?: ?tức| là)?(?: ?\(?(?:[Nn]gày|NGÀY)| ?\(| ) ?$"
)
_BEHIND = expression(
    rf" ?(?P<joint>\(| là | đúng | rơi (?:đúng )?vào |, ?){_WEEKDAY}(?!\w)(?P<close>[).,;]?)"
)
# "thứ Hai" and "chủ nhật" are nothing else; "thứ hai" may be the second, "CN" stands in numbers of
# documents.
_SURE = expression("(?:[Tt]hứ|THỨ) [A-ZĐ]|ch|Ch|CH")
_SIGNS = frozenset('.,;:(“"…–')
_MORE_DAYS = expression(r" ?(?:đến|tới|và|[,;–-]) ?(?:hết )?(?:ngày )?\d")
_BEFORE_WEEKDAYS = (
    "ngày sáng trưa chiều tối đêm khuya hôm vào từ đến tới hết cả lúc giờ và là nay qua mai"
)
_LEADS = frozenset(_BEFORE_WEEKDAYS.split())
_NAMED = ("ngày ", "Ngày ", "hôm ", "Hôm ")
_LUNAR_BEFORE = expression(
    r"(?:\b(?:nhằm|tức)(?: là)?(?: vào)?|âm lịch\W*)(?: ngày)? ?$", re.IGNORECASE
)
_LUNAR_BEHIND = expression(r".{0,20}?(?:âm lịch|\bÂL\b)", re.IGNORECASE)
_YEAR = expression(r"(?<![\d/.])(?:19|20)\d\d(?!\d)")
_NEAR = 48
"""Letters before and behind a date in which its weekday stands."""
_MARKUP = expression("[*_ \u00a0]+")
_EVERY_MONTH, _MONTHS = 28, 12
_NAMES_WEEKDAY = expression("[Hh]ứ[ \u00a0]|HỨ[ \u00a0]|[Nn]hật|NHẬT|CN|T[2-7]")
_LEAP = 2024
"""A year that has every day that any has."""


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield dates with a weekday that they did not have, and impossible ones."""
    text = proof.text
    for found in _dates(text):
        begin = max(found.start() - _NEAR, text.rfind("\n", 0, found.start()) + 1)
        before = text[begin : found.start()]
        behind = text[found.end() : found.end() + _NEAR].partition("\n")[0]
        near_weekday = _NAMES_WEEKDAY.search(before) or _NAMES_WEEKDAY.search(behind)
        weekday = None
        if near_weekday:
            weekday = _weekday(_MARKUP.sub(_plain, before), _MARKUP.sub(_plain, behind))
        if weekday is None and (_is_on_calendar(found) or not _is_surely_one(found, before)):
            continue
        error = _fault(found, weekday, proof)
        if error and not (_LUNAR_BEHIND.match(behind) or _LUNAR_BEFORE.search(before)):
            yield _finding(found, error)


def _plain(found: re.Match[str]) -> str:
    """Return what stands in the place of marks of emphasis, and of spaces: one space or nothing."""
    return " " if found[0].strip("*_") else ""


def _finding(found: re.Match[str], error: DateError) -> Finding:
    message, fix = error.message, error.fix
    if error.check is not checks.DATE_WEEKDAY_WRONG:
        message = f"không có ngày “{found[0]}” trên lịch"
        fix = "Sửa ngày theo bản gốc; ngày âm lịch thì viết thêm “âm lịch” ở sau."
    return Finding(checks.TEXT_DATE_WRONG, *found.span(), message, fix)


def _is_on_calendar(found: re.Match[str]) -> bool:
    """Whether there is such a day in every year, so that nobody need ask."""
    day, month = int(found["day"]), int(found["month"] or found["said"])
    return 0 < day <= _EVERY_MONTH and 0 < month <= _MONTHS


def _dates(text: str) -> Iterator[re.Match[str]]:
    """Yield what looks like a day and a month, and is no part of a longer number."""
    for beginning in _BEGINNING.finditer(text):
        start = beginning.start()
        start -= text[start - 1 : start].isdigit()
        if text[start - 1 : start] not in _PART_OF_NUMBER and (found := _DATE.match(text, start)):
            yield found


def _is_surely_one(found: re.Match[str], before: str) -> bool:
    """Whether what looks like a date is one: "ngày 25-26" are two days, "3/4" is a fraction."""
    if found["year"] or found["when"]:
        return True
    return before.endswith(_NAMED) and found["sign"] in ("/", None)


def _weekday(before: str, behind: str) -> str | None:
    """Return the weekday that stands with a date, if one surely does."""
    if _MORE_DAYS.match(behind):
        return None  # of several days it is any one's
    if (one := _BEFORE.search(before)) is not None:
        lead, sign = one["lead"].lower(), one["space"].strip()[-1:]
        is_led = sign in _SIGNS if sign else lead in _LEADS or not lead or lead[0].isdigit()
        if is_led or _SURE.match(one["weekday"]):
            return one["weekday"]
    one = _BEHIND.match(behind)
    if one and (one["joint"][:1] != "," or one["close"] or _SURE.match(one["weekday"])):
        return one["weekday"]
    return None


def _fault(found: re.Match[str], weekday: str | None, proof: Proof) -> DateError | None:
    """Return what is wrong with a date in every year in which it may be."""
    month = found["month"] or found["said"]
    year = found["year"] or found["when"]
    impossible = _read(None, found["day"], month, year or str(_LEAP))
    if impossible or weekday is None:
        return impossible
    years = [year] if year else _years(proof, int(found["day"]), int(month))
    if not years:
        return None
    faults = [_read(weekday, found["day"], month, each) for each in years]
    if not year and None in [
        _read(weekday, found["day"], month, each) for each in _named(proof.text, found.start())
    ]:
        return None
    return None if None in faults else faults[0]


def _read(weekday: str | None, day: str, month: str, year: str) -> DateError | None:
    said = f"{day}/{month}/{year}"
    try:
        parse_date(f"{weekday}, {said}" if weekday else said)
    except DateError as error:
        return error
    return None


def _years(proof: Proof, day: int, month: int) -> list[str]:
    """Return the years of the days of a date before and behind the article's, the nearer first."""
    date = proof.article.date if proof.article else None
    if date is None:
        return []
    days = []
    for year in (date.year - 1, date.year, date.year + 1):
        try:
            days.append(datetime(year, month, day, tzinfo=TIME_ZONE))
        except ValueError:
            continue  # the 29th of February
    near = sorted(days, key=lambda one: abs(one - date))
    return [str(one.year) for one in near if abs(one - date) < timedelta(366)][:2]


def _named(text: str, at: int) -> list[str]:
    """Return the years that the paragraph of a place names."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return _YEAR.findall(text, start, end if end >= 0 else len(text))
