from __future__ import annotations

import pytest

from plugins.figures.source.grammar import (
    begins_block,
    in_code,
    is_attributes,
    is_dash_caption,
    is_unclosed,
)


@pytest.mark.parametrize(
    "line",
    [
        "# Đề",
        "##Đề",
        "---",
        "* * *",
        "> lời",
        "- mục",
        "+ mục",
        "* mục",
        "12. mục",
        "[x]: a.jpg",
        "[^1]: ghi chú",
        "*[UBND]: Ủy ban",
        "\x02wzxhzdk:3\x03",
        "```",
    ],
)
def test_lines_that_begin_another_block(line: str) -> None:
    assert begins_block([line], 0)


@pytest.mark.parametrize(
    "line",
    [
        "Chú thích.",
        "*nghiêng*",
        "**đậm**",
        "-không cách",
        "2024 là năm",
        "a | b",
        "    thụt",
        "- Ảnh: Ngọc Bằng",
        "[x](y)",
        "– gạch dài",
    ],
)
def test_lines_of_text(line: str) -> None:
    assert not begins_block([line], 0)


def test_a_table_and_an_underlined_heading_take_two_lines() -> None:
    assert begins_block(["| a | b |", "|---|:-:|"], 0)
    assert begins_block(["Đề", "==="], 0)
    assert not begins_block(["a | b", "chữ"], 0)
    assert not begins_block(["Chú thích", "---"], 0)


def test_inline_code_may_span_lines() -> None:
    assert in_code(["`mã", "a.jpg", "mã`"], 1)
    assert in_code(["```", "a.jpg", "```"], 1)
    assert not in_code(["`mã`", "a.jpg"], 1)
    assert not in_code(["` lẻ", "a.jpg"], 1)
    assert not in_code(["\\`mã", "a.jpg", "mã`"], 1)


def test_attributes_of_a_paragraph_are_known() -> None:
    assert is_attributes("{: .wide }")
    assert is_attributes("{#id}")
    assert not is_attributes("{: hai, ba}")
    assert not is_attributes("{static}/a.jpg")


@pytest.mark.parametrize("text", ["![mô tả", "![a](", "<img", "<a href='x'>", "![a]"])
def test_markup_that_goes_on_is_unclosed(text: str) -> None:
    assert is_unclosed(text)


@pytest.mark.parametrize("text", ["![a](b)", "<img src=x>", "<a href='x'></a>", "chữ"])
def test_markup_that_ends_is_not(text: str) -> None:
    assert not is_unclosed(text)


@pytest.mark.parametrize(
    "lines", [["- nơi họp chợ"], ["– nơi họp chợ"], ["- nơi họp chợ", "từ sáng sớm"]]
)
def test_one_line_behind_a_dash_is_a_caption(lines: list[str]) -> None:
    assert is_dash_caption(lines)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["nơi họp chợ"],
        ["- một", "- hai"],
        ["- một", "+ hai"],
        ["- một", "    - hai"],
        ["-không cách"],
        ["+ mục"],
        ["- - -"],
    ],
)
def test_a_list_a_rule_or_a_text_is_not(lines: list[str]) -> None:
    assert not is_dash_caption(lines)
