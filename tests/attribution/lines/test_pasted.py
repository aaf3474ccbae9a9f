from __future__ import annotations

import re
import unicodedata
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.attribution.lines.pasted import drop_portal_lines, drop_title

TITLE = "Lào Cai: 28 điển hình “tiên tiến” - năm 2023"


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        f"# {TITLE}",
        f"## {TITLE} ##",
        f"**{TITLE}**",
        f"__{TITLE}__",
        f"<h1>{TITLE}</h1>",
        f"  {TITLE.upper()}.\u00a0",
        TITLE.replace("“", '"').replace("”", '"').replace("-", "–"),
        TITLE.replace(" ", "\u00a0 "),
        unicodedata.normalize("NFD", TITLE),
    ],
)
def test_a_first_line_that_repeats_the_title_is_dropped(line: str) -> None:
    kept, dropped = drop_title(["", "\u00a0", line, "Đoạn một."], TITLE)
    assert kept == ["", "\u00a0", "", "Đoạn một."]
    assert dropped is not None
    assert (dropped.start, dropped.lines) == (2, (line,))


def test_the_underline_of_a_heading_goes_too() -> None:
    kept, dropped = drop_title([TITLE, "=====", "Đoạn."], TITLE)
    assert kept == ["", "", "Đoạn."]
    assert dropped is not None
    assert dropped.lines == (TITLE, "=====")


@pytest.mark.parametrize("line", [f"{TITLE} và hơn thế", "Đoạn một.", "lao cai"])
def test_another_first_line_stays(line: str) -> None:
    assert drop_title([line, TITLE], TITLE) == ([line, TITLE], None)


def test_without_a_title_or_a_body_nothing_is_dropped() -> None:
    assert drop_title(["***", ""], "") == (["***", ""], None)
    assert drop_title(["", " "], TITLE) == (["", " "], None)


PATTERNS = ("Thống kê truy cập", "Đang online", "Đăng nhập")


@pytest.mark.parametrize(
    "tail",
    [
        ["Đăng nhập"],
        ["Thống kê truy cập", "  • Đang online: 1", "Đăng nhập"],
        ["THỐNG KÊ  TRUY CẬP:", "", "- Đang online : 1.234", "**Đăng nhập**", ""],
        ["Đang online 12 người", "\u00a0Đăng\u00a0nhập\u00a0"],
        [unicodedata.normalize("NFD", "Đăng nhập")],
    ],
)
def test_a_portals_lines_at_the_end_are_cut_off(tail: list[str]) -> None:
    kept, dropped = drop_portal_lines(["Đoạn.", "", *tail], PATTERNS)
    assert kept == ["Đoạn.", ""]
    assert dropped is not None
    assert dropped.start == 2
    assert "".join(dropped.lines) == "".join(tail)


def test_such_a_line_in_the_middle_stays() -> None:
    lines = ["Đăng nhập", "Đoạn."]
    assert drop_portal_lines(lines, PATTERNS) == (lines, None)
    assert drop_portal_lines(["Đăng nhập để đọc"], PATTERNS)[1] is None
    assert drop_portal_lines([""], PATTERNS) == ([""], None)


def test_what_was_dropped_is_shown_in_one_line() -> None:
    _, dropped = drop_portal_lines(["Đang online:  1", "", "Đăng nhập"], PATTERNS)
    assert dropped is not None
    assert dropped.text == "Đang online: 1 / Đăng nhập"


@given(st.text(st.sampled_from("aĐ <>*_#“”–'")), st.text(st.sampled_from("aĐ <>*_#“”–'")))
def test_a_line_without_a_mark_needs_no_search_for_markup(line: str, title: str) -> None:
    guarded = drop_title([line], title)
    with patch("plugins.attribution.lines.pasted._MARK", re.compile("")):
        assert drop_title([line], title) == guarded
