"""What a reader asks for: the address's query, and the runs of words in what was typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from plugins.search.document import filter_name
from plugins.search.folding import Word, words

MOST_LETTERS = 200
"""Of a query; the page's field takes no more either."""
MOST_WORDS = 24
_MOST_FIELDS = 16
_QUOTATION = re.compile('["“”„«»]')

TEXT, CATEGORY, SOURCE, YEAR, PHOTO = "q", "chuyen-muc", "nguon", "nam", "anh"
WIDE, PAGE = "rong", "trang"
"""Of the links below results, which only this service makes."""


class Run(NamedTuple):
    """Words that stand together in a query; of a phrase, in quotation marks, all of them do in an
    article, too."""

    words: tuple[Word, ...]
    is_phrase: bool


class Query(NamedTuple):
    """A query: its text, filters by the names of the form's controls, whether words may stand far
    apart, and which page of results (from 1)."""

    text: str = ""
    chosen: Mapping[str, str] = {}
    wide: bool = False
    page: int = 1

    def runs(self) -> list[Run]:
        """Return the runs of the text, of not more than :data:`MOST_WORDS` words together."""
        found, left = [], MOST_WORDS
        for number, part in enumerate(_QUOTATION.split(self.text)):
            if row := tuple(islice(words(part), left)):
                found.append(Run(row, number % 2 > 0))
                left -= len(row)
        return found

    def filters(self) -> list[str]:
        """Return the names of the filters of articles (:func:`plugins.search.document.filter_name`)
        but the year."""
        names = []
        if category := self.chosen.get(CATEGORY):
            names.append(filter_name("category", category))
        if source := self.chosen.get(SOURCE):
            names.append(filter_name("source", source))
        if self.chosen.get(PHOTO):
            names.append(filter_name("photo"))
        return names

    def address(self, **others: str) -> str:
        """Return the query of this query's address, with others besides."""
        return urlencode({TEXT: self.text, **self.chosen, **others})


def read_query(query: bytes) -> Query:
    """Return what an address asks for; what is too much of it is not looked at."""
    try:
        pairs = parse_qsl(query.decode("latin-1"), max_num_fields=_MOST_FIELDS, errors="replace")
    except ValueError:
        return Query()
    given = {name: " ".join(value.split()) for name, value in reversed(pairs)}  # the first of each
    chosen = {
        name: given[name][:MOST_LETTERS]
        for name in (CATEGORY, SOURCE, YEAR, PHOTO)
        if given.get(name)
    }
    page = given.get(PAGE, "")
    return Query(
        given.get(TEXT, "")[:MOST_LETTERS],
        chosen,
        WIDE in given,
        int(page) if re.fullmatch("[1-9][0-9]{0,4}", page) else 1,
    )
