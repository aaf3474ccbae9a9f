from __future__ import annotations

import re
import unicodedata
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.figures.tree.text import block_of, is_blank, paragraphs, visible, without_break


@pytest.mark.parametrize(
    "line",
    [
        "",
        "  ",
        "\u00a0",
        " \u00a0 \u3000",
        "\u200b\ufeff",
        "\u202f\u2007",
        "&nbsp;",
        "<br>",
        "&#160; &#xA0;",
        "<BR />",
        "\t",
    ],
)
def test_a_line_that_shows_nothing_is_blank(line: str) -> None:
    assert is_blank(line)


@pytest.mark.parametrize("line", ["a", ".", "&amp;", "<b>", "\u00a0-"])
def test_a_line_that_shows_something_is_not(line: str) -> None:
    assert not is_blank(line)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("chữ  ", "chữ"),
        ("chữ\\", "chữ"),
        ("chữ \\ ", "chữ"),
        ("chữ<br>", "chữ"),
        ("chữ<br/>\u00a0", "chữ"),
        ("chữ\\\\", "chữ\\\\"),
        ("chữ\\\\\\", "chữ\\\\"),
        ("chữ", "chữ"),
        ("\\", ""),
    ],
)
def test_a_hard_line_break_is_layout(line: str, rest: str) -> None:
    assert without_break(line) == rest


def test_what_cannot_be_seen_is_taken_off_and_the_rest_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Lễ hội.jpg")
    assert visible(f"\ufeff\u00a0{decomposed}\u200b ") == "Lễ hội.jpg"


@given(st.text(st.sampled_from("aê\u0302 \u00a0\u200b\u200d\ufeff\u00ad\u061c\u180e\u2800")))
def test_a_line_without_unseen_characters_needs_none_taken_off(line: str) -> None:
    guarded = visible(line)
    with patch("plugins.figures.tree.text._UNSEEN", re.compile("")):
        assert visible(line) == guarded


def test_lines_are_divided_at_blank_ones() -> None:
    assert paragraphs(["\u00a0", "a", "b", "", "&nbsp;", "c"]) == [["a", "b"], ["c"]]
    assert paragraphs(["", "\u200b"]) == []


def test_a_line_amid_a_block_does_not_become_code() -> None:
    assert block_of(["      a", "    b"]) == "a\n    b"
