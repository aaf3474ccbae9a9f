from __future__ import annotations

import re
from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from plugins.articles.errors import FieldValueError
from plugins.articles.front_matter.values import read_value

INSIDE = st.text(st.sampled_from("aộĐ1 :#,-'\"\\[]{}&*!|>%@`\t\u00a0\u0085\u2028😀"))


def read(key: str, text: str) -> Any:
    try:
        return read_value(key, text, [], yaml_head=True)
    except FieldValueError as error:
        return error.line


@given(
    st.sampled_from(["Title", "Tags", "Date"]), INSIDE | st.text(), st.sampled_from(["", " ", "x"])
)
def test_a_value_in_quotes_is_what_yaml_makes_of_it(key: str, inside: str, after: str) -> None:
    text = f'"{inside}"{after}'.strip()
    known = read(key, text)
    with patch("plugins.articles.front_matter.values._QUOTED", re.compile("(?!)")):
        assert read(key, text) == known
