"""A date as somebody wrote it, taken apart: day, time, zone and weekday, in whatever order.

Read are the forms of which each can mean one day only: ``11/1/2024``, ``11-01-24``, ``11.1.2024``,
``2024/01/11``, ``11 tháng 1 năm 2024``, ``11 Jan 2024``, with a time (``15:30``, ``15h30``,
``3 giờ chiều``) before or behind, a weekday (``Thứ Năm``, ``T5``, ``CN``), and words such as
``lúc`` and ``ngày``. Diacritics, letter case and the kind of dash do not matter. Of three
numbers the first is the day and the second the month, unless the year comes first.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from plugins.core import checks
from plugins.core.errors import DateError
from plugins.core.text.expressions import expression

LAST_SHORT_YEAR = 68
"""Two digits up to these stand for a year from 2000 on, as in POSIX (``strptime``, ``%y``). Above,
they rather mean a year before 2000, and whoever wrote them has to say."""

_MONTHS = {
    "muoi mot": 11, "muoi hai": 12, "muoi": 10, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4,
    "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_ENGLISH_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_DAYS = {"hai": 0, "ba": 1, "tu": 2, "bon": 2, "nam": 3, "sau": 4, "bay": 5}
_ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _hours(as_said: range, later: range = range(0)) -> dict[int, int]:
    return {hour: hour for hour in as_said} | {hour: hour + 12 for hour in later}


# What an hour means in a part of the day; what is missing nobody says, or may mean two hours:
# "12 giờ đêm" is the midnight before the day or behind it.
_PARTS_OF_DAY = {
    "": _hours(range(24)),
    "sang": _hours(range(12)),
    "trua": _hours(range(10, 15), range(1, 3)),
    "chieu": _hours(range(12, 20), range(1, 8)),
    "toi": _hours(range(17, 24), range(5, 12)),
    "dem": _hours(range(20, 24), range(8, 12)),
    "am": {**_hours(range(12)), 12: 0},
    "pm": _hours(range(12, 24), range(1, 12)),
}
_PARTS_OF_DAY |= {"sa": _PARTS_OF_DAY["am"], "ch": _PARTS_OF_DAY["pm"]}  # Windows in Vietnamese

# All patterns are for a text that _fold has folded.
_SEPARATOR = r"\s?[-/.]\s?"
_ENGLISH_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = rf"""
    (?: thu \s (?P<weekday_word> {"|".join(_DAYS)})
      | (?: thu | th | t) \.? \s? (?P<weekday_number> [2-7])
      | (?P<sunday> chu \s? nhat | chua \s nhat | c\.?n)
      | (?P<weekday_english> mon | tue | wed | thu (?= [,.] | r) | fri | sat | sun)
        (?: s | rs | nes | ur)? (?: day)?
    ) (?! \w) \.?
"""
_TIME = r"""
    (?P<hour> [01]?\d | 2[0-3])
    (?: : (?P<minute> [0-5]\d) (?: : (?P<second> [0-5]\d) (?: [.,]\d+)?)?
      | \. (?P<minute_dot> [0-5]\d) (?! \.?\d)
      | \s? (?: h | g | gio)
        (?: \s? (?P<minute_h> [0-5]\d (?! \d | \s?[-/.]\s?\d | \s?th)
                | \d (?= \s?(?: ' | ph?\b | phut)))
            (?: : (?P<second_colon> [0-5]\d)
              | \s? (?: ' | m | ph? | phut) (?: \s? (?P<second_h> [0-5]?\d) \s? (?: '' | s | giay))?
            )?
          | \s (?P<half> ruoi))?
      | (?= \s? (?: [ap]\.?m | sa | ch) \b (?! \s (?! ngay) [a-z]))
    ) (?! (?! [ap]m | sa | ch) \w | :\d)
    (?: \s? (?: rang \s)? (?P<part> sang | trua | chieu | toi | dem | sa | ch | [ap]\.?m\.?)
        (?! \w))?
"""
_DATE = rf"""
    (?: (?P<year_first> \d{{4}}) {_SEPARATOR} (?P<month_second> \d\d?)
        {_SEPARATOR} (?P<day_last> \d\d?)
      | (?P<solid> \d{{8}})
      | (?P<day> \d\d?)
        (?: {_SEPARATOR} (?P<month> \d\d?)
            (?: {_SEPARATOR} (?P<year> \d{{4}})
              | {_SEPARATOR} (?P<year_short> \d\d) (?! [-/.:]\d)
              | (?: ,?\s (?: nam \s)? | ,) (?P<year_apart> \d{{4}}) (?! [-/.]\d))
          | \s (?P<month_bare> \d\d?) \s (?P<year_bare> \d{{4}}) (?! [-/.]\d)
          | \s? [-/.,]? \s? (?: thang | thg | th | t) \.? \s?
            (?P<month_said> \d\d? | {"|".join(_MONTHS).replace(" ", chr(92) + "s")})
            (?: {_SEPARATOR} | ,?\s (?: nam \s)? | ,)
            (?P<year_said> \d{{4}} | \d\d (?! : | \s?[hg]))
          | (?: st | nd | rd | th)? [\s-]? (?P<month_english> {_ENGLISH_MONTH}) [\s,-]{{1,2}}
            (?P<year_english> \d{{4}}))
      | (?P<month_leading> {_ENGLISH_MONTH}) \s? (?P<day_behind> \d\d?) (?: st | nd | rd | th)?
        ,? \s (?P<year_behind> \d{{4}})
    ) (?! \d)
"""
_ZONE = r"""
    ,? \s? [(\[]? (?: (?: gmt | utc) (?: \s? (?P<offset> [+-] \s? \d\d? (?: :?\d\d)?))?
      | (?P<local> ict | gio \s (?: viet \s nam | ha \s noi | vn))
      | z | (?P<numeric> [+-] \d\d :? \d\d)) (?! \w | :)
"""
_LEAD = r"""
    (?: [\s,;|([-] | t (?= \d\d?:) | (?: cap \s nhat | xuat \s ban | so \s ra | ra | dang | phat
        | ngay | luc | vao | hoi) (?! \w) :?)*
"""
_PIECE = expression(
    rf"(?P<is_zone> {_ZONE}) | {_LEAD} (?: (?P<is_weekday> {_WEEKDAY}) | (?P<is_date> {_DATE}) "
    rf"| (?P<is_time> {_TIME}))",
    re.VERBOSE | re.ASCII,
)
_KINDS = ("zone", "weekday", "date", "time")
_BEFORE = " ,;|([-–—"
_CLOSE = expression(r"[\s.,;)\]]*\Z")
_QUOTES = " \"'“”‘’«»`"
# With a capital, Thu, Đăng and Phát are names rather than the beginning of a date.
_BEGINNING = expression(
    r"(?<!\w)(?:\d|[Tt]hứ\b|[Cc]hủ\b|[Nn]gày\b|[Ll]úc\b|[Vv]ào\b|hồi\b|[Ss]ố\b|[Cc]ập\b|[Xx]uất\b"
    r"|ra\b|đăng\b|phát\b|(?:Đăng|Phát) (?:ngày|lúc|vào)|(?:[Tt][2-7]|CN)(?=,? (?:ngày )?\d))"
)
_LONGEST = 100
_APART = frozenset("-;|(")


class Plain(NamedTuple):
    """A date in the form that every reader takes (``11/1/2024 15:30``, ``2024-01-11 8:05+07:00``),
    and the weekday that was written with it, from 0 for Monday."""

    text: str
    weekday: int | None


class _Folding(dict[int, str]):
    """What each letter is folded to: its base letter in lower case, every dash a hyphen."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        bare = "".join(
            each
            for each in unicodedata.normalize("NFKD", letter)
            if not unicodedata.combining(each)
        ).lower()
        folded = bare if len(bare) == 1 else letter
        if folded.isspace():
            folded = " "
        elif unicodedata.category(folded) == "Pd":
            folded = "-"
        self[code] = folded
        return folded


_FOLDING = _Folding({ord("đ"): "d", ord("Đ"): "d", ord("−"): "-", ord("\\"): "/"})
_FOLDING |= dict.fromkeys(map(ord, "’′‘´"), "'")


def read_plainly(text: str) -> Plain | None:
    """Return the date that ``text`` is, or ``None`` if it is none or can mean several.

    Raises :class:`DateError` where it is plain what has to be said more clearly.
    """
    text = unicodedata.normalize("NFC", text[: _LONGEST + 1]).strip(_QUOTES)
    folded = " ".join(text.translate(_FOLDING).split())
    pieces, end = _pieces(folded, 0)
    if len(text) > _LONGEST or not _CLOSE.match(folded, end):
        return None
    return _plain(pieces)


def split_leading(text: str) -> tuple[str, str]:
    """Return the date that ``text`` begins with, empty if it does with none, and the rest.

    What follows the date must be its time: a weekday may begin what is said of that day.
    """
    pieces, end = _pieces(text.translate(_FOLDING), 0, only_time=True)
    return (text[:end].strip(_BEFORE), text[end:]) if "is_date" in pieces else ("", text)


def split_trailing(text: str) -> tuple[str, str]:
    """Return ``text`` without the date it ends in, and that date, empty if there is none."""
    folded = text.translate(_FOLDING)
    for beginning in _BEGINNING.finditer(text, max(0, len(text) - _LONGEST)):
        pieces, end = _pieces(folded, beginning.start())
        if "is_date" in pieces and _CLOSE.match(folded, end):
            return text[: beginning.start()].rstrip(_BEFORE), text[beginning.start() :]
    return text, ""


def _pieces(folded: str, at: int, *, only_time: bool = False) -> tuple[dict[str, str], int]:
    """Return what stands in a text from a place on, by the names of the patterns' groups, and
    where that ends. Each kind of piece stands there once."""
    found: dict[str, str] = {}
    while piece := _PIECE.match(folded, at):
        kind = next(kind for kind in _KINDS if piece[f"is_{kind}"] is not None)
        if f"is_{kind}" in found or (kind == "zone" and "is_time" not in found):
            break
        lead = folded[at : piece.start(f"is_{kind}")]
        if only_time and "is_date" in found and (kind == "weekday" or not _APART.isdisjoint(lead)):
            break
        found |= {name: said for name, said in piece.groupdict().items() if said is not None}
        at = piece.end()
    return found, at


def _plain(said: dict[str, str]) -> Plain | None:
    date, time, zone = _date(said), _time(said), _zone(said)
    if date is None or time is None or zone is None:
        return None
    return Plain(f"{date} {time}{zone}".strip(), _weekday(said))


def _date(said: dict[str, str]) -> str | None:
    if "year_first" in said:
        return f"{said['year_first']}-{said['month_second']}-{said['day_last']}"
    if solid := said.get("solid"):
        # Read the other way round, a year of this or the last century has no such month.
        is_year_first = solid[:2] in ("19", "20") and solid[4:6] <= "12"
        if is_year_first:
            return f"{solid[:4]}-{solid[4:6]}-{solid[6:]}"
        return f"{solid[:2]}/{solid[2:4]}/{solid[4:]}"
    day, month, year = (_one(said, name) for name in ("day", "month", "year"))
    if not year:
        return None
    if len(year) == 2:
        year = _full_year(year)
    number = _MONTHS.get(month)
    if number is None and month[:3] in _ENGLISH_MONTHS:
        number = _ENGLISH_MONTHS.index(month[:3]) + 1
    return f"{day}/{number or month}/{year}"


def _one(said: dict[str, str], what: str) -> str:
    """Return the one of the groups of a name that matched."""
    return next((text for name, text in said.items() if name.partition("_")[0] == what), "")


def _full_year(two_digits: str) -> str:
    if int(two_digits) <= LAST_SHORT_YEAR:
        return f"20{two_digits}"
    raise DateError(
        checks.DATE_YEAR_DOUBTFUL,
        f"năm “{two_digits}” có thể là 19{two_digits} hoặc 20{two_digits}",
        "Viết năm đủ bốn chữ số, ví dụ 11/01/2024.",
    )


def _time(said: dict[str, str]) -> str | None:
    """Return the time, empty if none is said, or ``None`` if it can mean several."""
    if "is_time" not in said:
        return ""
    hours = _PARTS_OF_DAY[said.get("part", "").replace(".", "")]
    hour = hours.get(int(said["hour"]))
    if hour is None:
        return None
    minute = "30" if "half" in said else _one(said, "minute") or "00"
    second = _one(said, "second")
    written = said["hour"] if hour == int(said["hour"]) else str(hour)
    return f"{written}:{minute:0>2}" + (f":{second:0>2}" if second else "")


def _zone(said: dict[str, str]) -> str | None:
    """Return the zone, empty for Vietnam's own, or ``None`` for what may be a time of its own."""
    if "is_zone" not in said or "local" in said:
        return ""
    if offset := said.get("offset"):
        digits = re.sub(r"\D", "", offset)
        hours, minutes = digits[:-2] or digits, digits[-2:] if len(digits) > 2 else "00"
        zone = f"{offset[0]}{hours:0>2}:{minutes}"
        return "" if zone == "+07:00" else zone
    numeric = said.get("numeric", "Z")
    # "8:00-10:00" is rather from eight to ten than ten hours behind Greenwich.
    return None if numeric[0] == "-" and "year_first" not in said else numeric


def _weekday(said: dict[str, str]) -> int | None:
    if "is_weekday" not in said:
        return None
    if word := said.get("weekday_word"):
        return _DAYS[word]
    if number := said.get("weekday_number"):
        return int(number) - 2
    return _ENGLISH_DAYS.index(said["weekday_english"]) if "weekday_english" in said else 6
