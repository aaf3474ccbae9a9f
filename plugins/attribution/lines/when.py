"""The date at the end of a source line: "Báo Lào Cai, 15h30 ngày 11/01/2024"."""

from __future__ import annotations

from plugins.core.dates.date import parse_date
from plugins.core.errors import DateError
from plugins.core.text.expressions import expression

_ENDS_IN_YEAR = expression(r"\d\d(?!.{60})")
_PLAIN = r"\d\d?/\d\d?/\d{4}(?: \d\d?:\d\d)?"
_IS_PLAIN = expression(_PLAIN)
_BEHIND_NAME = expression(rf"(.*?(\w*[^\W\d_])[)”\"]*)[\s,;|(\[–—-]+({_PLAIN})[\s.)\]]*")
# What stands before a date and belongs to it.
_WORDS = frozenset(
    (
        "ngày", "lúc", "vào", "hồi", "ra", "đăng", "phát", "nhật", "hai", "ba", "tư", "năm", "sáu",
        "bảy", "cn", "giờ", "phút", "h", "g", "sáng", "trưa", "chiều", "tối", "đêm", "rưỡi", "am",
        "pm", "sa", "ch", "gmt", "utc", "z", "nam",
    )
)  # fmt: skip


def split_date(text: str) -> tuple[str, str | None]:
    """Return ``text`` without the date it ends in, and that date for ``parse_date``.

    The date may stand in brackets, with a time before or after it and words such as
    "ngày", "lúc" or a weekday round it. A date elsewhere stays in the text.
    """
    if not _ENDS_IN_YEAR.search(text):
        return text, None
    if (usual := _BEHIND_NAME.fullmatch(text)) and _is_of_a_name(usual[2]):
        return _paired(usual[1]), usual[3]
    from plugins.core.dates.moments import read_plainly, split_trailing  # slow to make

    rest, date = split_trailing(text)
    if not date:
        return text, None
    rest = _paired(rest)
    if _IS_PLAIN.fullmatch(date):
        return rest, date
    try:
        parse_date(date)
    except DateError:
        return rest, date  # as it stands, it says best what is wrong with it
    plain = read_plainly(date)
    return rest, plain.text if plain else date


def _is_of_a_name(word: str) -> bool:
    return word.casefold() not in _WORDS and word.isalpha()


def _paired(text: str) -> str:
    """Return text with the bracket closed that the date stood in."""
    return f"{text})" if text.count("(") > text.count(")") else text
