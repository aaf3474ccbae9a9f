from __future__ import annotations

import re
from typing import Any
from unittest.mock import patch

import pytest
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


@pytest.mark.parametrize(
    ("value", "code"),
    [(r'"a\ud800b"', "D800"), (r'"a\u0007"', "0007"), (r'["x", "a\0"]', "0000"),
     (r'"\ufdd0/x"', "FDD0"), (r'{a: "\x1b"}', "001B")],
)  # fmt: skip
def test_what_no_page_can_hold_is_refused_however_it_is_written(value: str, code: str) -> None:
    with pytest.raises(FieldValueError, match=f"ký tự không hiện được .mã {code}"):
        read_value("Tags", value, [], yaml_head=True)


def test_a_value_says_nothing_again_by_a_name_and_stays_as_small_as_it_was_typed() -> None:
    bomb = "[&a [x, x], &b [*a, *a], &c [*b, *b]]"
    with pytest.raises(FieldValueError, match="có dấu & mở đầu"):
        read_value("Tags", bomb, [], yaml_head=True)
    assert read_value("Tags", '["R&D", "A & B"]', [], yaml_head=True) == ["R&D", "A & B"]
    assert read_value("Tags", "", ["- *Bắc Hà*"], yaml_head=True) == ["*Bắc Hà*"]


def test_brackets_without_end_are_text() -> None:
    deep = "[" * 3000 + "]" * 3000
    assert read_value("Title", deep, [], yaml_head=True) == deep
