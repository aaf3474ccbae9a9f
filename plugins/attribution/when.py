"""The date at the end of a source line: "Báo Lào Cai, 15h30 ngày 11/01/2024"."""

from __future__ import annotations

import re

from plugins.articles.dates import DateError, parse_date

_ENDS_IN_YEAR = re.compile(r"\d\d(?!.{60})")


def split_date(text: str) -> tuple[str, str | None]:
    """Return ``text`` without the date it ends in, and that date for ``parse_date``.

    The date may stand in brackets, with a time before or after it and words such as
    "ngày", "lúc" or a weekday round it. A date elsewhere stays in the text.
    """
    if not _ENDS_IN_YEAR.search(text):
        return text, None
    from plugins.articles.moments import read_plainly, split_trailing  # slow to make

    rest, date = split_trailing(text)
    if not date:
        return text, None
    if rest.count("(") > rest.count(")"):
        rest += ")"
    try:
        plain = read_plainly(date)
        parse_date(date)
    except DateError:
        plain = None  # as it stands, it says best what is wrong with it
    return rest, plain.text if plain else date
