from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.attribution.lines.decoration import is_whole, peel, undress


@pytest.mark.parametrize(
    "raw",
    [
        "Nguồn: Báo A",
        "\u00a0" * 90 + "Nguồn: Báo A\u00a0",
        "&nbsp;&emsp;Nguồn: Báo A",
        "**Nguồn:** Báo A",
        "**Nguồn: Báo A**",
        "***Nguồn***: *Báo A*",
        "__Nguồn:__ _Báo A_",
        "~~Nguồn: Báo A~~",
        "(Nguồn: Báo A)",
        "(Nguồn: Báo A).",
        "[Nguồn: Báo A]",
        "“Nguồn: Báo A”",
        "(Nguồn: Báo A",
        "Nguồn: Báo A./.",
        "Nguồn: Báo A\\",
        "- Nguồn: Báo A",
        "### Nguồn: Báo A",
        '<p align="right">Nguồn: Báo A</p>',
        '<div style="text-align: right"><em>Nguồn: Báo A</em></div>',
        "<right>Nguồn: Báo A</right>",
        "<p class=nguon>Nguồn: Báo A<br />",
        "Nguồn: Báo A {: .phai }",
        "Nguồn: Báo A <!-- đã xin phép -->",
        "<div\nclass='x'>\n\nNguồn: Báo A\n\n</div>",
    ],
)
def test_decoration_comes_off(raw: str) -> None:
    undressed = undress(raw, {})
    assert undressed is not None
    assert undressed.text == "Nguồn: Báo A"


@pytest.mark.parametrize(
    "raw",
    [
        "Nguồn: ![logo](a.png) Báo A",
        "Nguồn: <img src=a.png> Báo A",
        "Nguồn: Báo A</div>",
        "<div>Nguồn: Báo A",
        "<table><tr><td>Nguồn: Báo A</table>",
        "<Tên>Nguồn: Báo A",
    ],
)
def test_what_must_not_be_lost_or_torn_is_left_alone(raw: str) -> None:
    assert undress(raw, {}) is None


def test_an_open_paragraph_is_whole_and_an_open_element_is_not() -> None:
    assert is_whole("<p>chữ")
    assert is_whole("<b>chữ</b><br>")
    assert not is_whole("<b>chữ")
    assert not is_whole("chữ</b>")


@pytest.mark.parametrize("text", ['"A" và "B"', "(A) và (B)", "Báo A (B)", "VnExpress"])
def test_brackets_and_quotes_within_a_text_stay(text: str) -> None:
    assert peel(text) == text


@given(st.text(st.sampled_from("aộ1 .,-()*_~`\\")))
def test_a_text_without_a_mark_needs_no_search_for_emphasis(text: str) -> None:
    guarded = undress(text, {})
    with patch("plugins.attribution.lines.decoration._EMPHASIS_MARK", re.compile("")):
        assert undress(text, {}) == guarded


@pytest.mark.parametrize("name", ["Báo B*C", "a_b", "5*3", "A*"])
def test_a_mark_between_letters_belongs_to_the_name(name: str) -> None:
    undressed = undress(f"**Nguồn:** *{name}*", {})
    assert undressed is not None
    assert undressed.text == f"Nguồn: {name.rstrip('*')}"
