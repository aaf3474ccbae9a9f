from __future__ import annotations

import pytest

from plugins.core.text.collation import sort_key


@pytest.mark.parametrize(
    "names",
    [
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "i", "o", "ô", "ơ", "u", "ư", "v", "y"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ"],
        ["An", "Ăn", "Ân", "Ba", "Cam", "Dân", "Đá", "Em", "Ếch"],
        ["Bạc Hà", "Bảo Thắng", "Bảo Yên", "Bát Xát", "Bắc Hà"],
        ["Khóa 2", "Khóa 10"],
        ["Bản", "Bản Phố", "Bàng"],
    ],
)
def test_names_stand_in_vietnamese_alphabetical_order(names: list[str]) -> None:
    shuffled = names[::-1]
    assert sorted(shuffled, key=sort_key) == names


def test_tones_decide_only_between_words_of_the_same_letters() -> None:
    assert sorted(["mạn", "ma", "mán", "mạ"], key=sort_key) == ["ma", "mạ", "mán", "mạn"]


def test_letter_case_does_not_part_names() -> None:
    assert sorted(["Văn hóa", "an ninh", "Y tế", "Đời sống"], key=sort_key) == [
        "an ninh",
        "Đời sống",
        "Văn hóa",
        "Y tế",
    ]


def test_a_mark_that_no_letter_of_ours_has_decides_nothing() -> None:
    assert sorted(["y", "x\u0302b", "xa", "v"], key=sort_key) == ["v", "xa", "x\u0302b", "y"]
