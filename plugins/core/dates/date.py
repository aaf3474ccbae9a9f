"""Dates as a Vietnamese newsroom writes and reads them, whatever the machine's locale."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from plugins.core import checks
from plugins.core.errors import DateError
from plugins.core.text.expressions import expression

TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

_FIRST_YEAR = 1900
_LONGEST_SHOWN = 100
_KEPT = 10_000  # moments: each article's stands on ten pages
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_HOUR_SIGN = r"\s?(?:h|g|giờ)"
_TIME = (
    r"(?P<hour>\d{1,2})"
    rf"(?:(?::|{_HOUR_SIGN}\s?)(?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:\.\d+)?)?|{_HOUR_SIGN})"
)
_ZONE = r"(?P<zone>Z|[+-]\d{2}:?\d{2})"
_ISO = expression(
    rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?:[T,\s]\s*{_TIME}\s*{_ZONE}?)?"
)
_VIETNAMESE = expression(
    rf"(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/(?P<year>\d{{4}})"
    rf"(?:[,\s]\s*{_TIME}\s*(?P<zone>Z|\+\d{{2}}:?\d{{2}})?)?"
)


def parse_date(text: str) -> datetime:
    """Return the moment that ``text`` names, in Vietnam's time zone.

    Takes ISO 8601 (``2024-01-11``, ``2024-01-11 15:30``, ``2024-01-11T15:30:00+07:00``), the
    Vietnamese ``11/01/2024 [15:30]``, whose first number is always the day, and every other
    form that can be read one way only (:mod:`plugins.core.dates.moments`). A date without a
    time is midnight. Raises :class:`DateError` for anything else, for a day that does not
    exist and for one that is not the weekday it is said to be; never guesses.
    """
    text = " ".join(text.split())
    match, weekday = _plain_form(text), None
    if match is None:
        from plugins.core.dates.moments import read_plainly  # slow to make, and seldom needed

        if plain := read_plainly(text):
            match, weekday = _plain_form(plain.text), plain.weekday
    if match is None:
        raise DateError(checks.DATE_UNREADABLE, f"không đọc được ngày “{_shown(text)}”")
    part = match.groupdict()
    try:
        said = datetime(
            int(part["year"]),
            int(part["month"]),
            int(part["day"]),
            int(part["hour"] or 0),
            int(part["minute"] or 0),
            int(part["second"] or 0),
            tzinfo=TIME_ZONE,
        )
        moment = said
        if part["zone"]:
            zone = datetime.strptime(part["zone"], "%z").tzinfo
            moment = said.replace(tzinfo=zone).astimezone(TIME_ZONE)
    except (ValueError, OverflowError):
        message = f"ngày giờ “{_shown(text)}” không có thật"
        raise DateError(checks.DATE_IMPOSSIBLE, message) from None
    if moment.year < _FIRST_YEAR:
        raise DateError(checks.DATE_YEAR_DOUBTFUL, f"năm trong “{_shown(text)}” quá xa")
    if weekday not in (None, said.weekday()):
        raise _wrong_weekday(said, weekday)
    return moment


def _plain_form(text: str) -> re.Match[str] | None:
    return _ISO.fullmatch(text) or _VIETNAMESE.fullmatch(text)


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _wrong_weekday(said: datetime, weekday: int) -> DateError:
    day, right, written = format_short(said), _WEEKDAYS[said.weekday()], _WEEKDAYS[weekday]
    ahead = timedelta((weekday - said.weekday()) % 7)
    near = [format_short(said + ahead - timedelta(back)) for back in (7, 0)]
    return DateError(
        checks.DATE_WEEKDAY_WRONG,
        f"ngày {day} là {right}, không phải {written}",
        f"Nếu đúng ngày thì viết “{right}, {day}”; nếu đúng {written} thì sửa ngày, ví dụ "
        f"{' hoặc '.join(near)}.",
    )


@lru_cache(maxsize=_KEPT)
def format_short(moment: datetime) -> str:
    """Return ``11/01/2024``."""
    moment = moment.astimezone(TIME_ZONE)
    return f"{moment.day:02}/{moment.month:02}/{moment.year}"


@lru_cache(maxsize=_KEPT)
def format_timed(moment: datetime) -> str:
    """Return ``15:30, 11/01/2024``, without the time where it is midnight."""
    moment = moment.astimezone(TIME_ZONE)
    day = format_short(moment)
    return f"{moment:%H:%M}, {day}" if (moment.hour, moment.minute) != (0, 0) else day


@lru_cache(maxsize=_KEPT)
def format_full(moment: datetime) -> str:
    """Return ``Thứ Năm, 11/01/2024, 15:30``, without the time where it is midnight.

    Midnight is what a date without a time is read as, and no newsroom publishes then.
    """
    moment = moment.astimezone(TIME_ZONE)
    day = f"{_WEEKDAYS[moment.weekday()]}, {format_short(moment)}"
    return f"{day}, {moment:%H:%M}" if (moment.hour, moment.minute) != (0, 0) else day


@lru_cache(maxsize=_KEPT)
def format_day(moment: datetime) -> str:
    """Return the day for ``<time datetime>``, where no more than that is shown: ``2024-01-11``."""
    return moment.astimezone(TIME_ZONE).date().isoformat()


def format_iso(moment: datetime) -> str:
    """Return the moment for ``<time datetime>`` (HTML 4.5.14): a date alone at midnight."""
    return _iso(moment, moment.fold)


@lru_cache(maxsize=_KEPT)
def _iso(moment: datetime, fold: int) -> str:  # equal moments may differ in it
    moment = moment.astimezone(TIME_ZONE)
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds")
