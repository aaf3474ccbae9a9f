from __future__ import annotations

import pytest

from plugins.proofreading.rules.spelling import surplus_spaces
from tests.proofreading.conftest import Find, Found


@pytest.mark.parametrize(
    ("text", "column", "words", "replacement"),
    [
        ("Hôm  nay.", 4, "  ", " "),
        ("Hôm\u00a0 nay.", 4, "\u00a0 ", " "),
        ("Hôm nay , mai.", 8, " ", ""),
        ("Năm 2017 , mai.", 9, " ", ""),
        ("Hôm nay .", 8, " ", ""),
        ("Thật à ?", 7, " ", ""),
        ("Nói : đi.", 4, " ", ""),
        ("Họ (ở bản ) vui.", 10, " ", ""),
        ("Họ ( ở bản) vui.", 5, " ", ""),
        ("Hôm nay,, mai.", 8, ",,", None),
        ("Hôm nay.. Mai.", 8, "..", None),
    ],
)
def test_what_is_surplus_is_found(
    find: Find, text: str, column: int, words: str, replacement: str | None
) -> None:
    assert find(surplus_spaces, text) == [Found("SOAT07", 1, column, words, replacement)]


@pytest.mark.parametrize(
    "text",
    [
        "Hôm nay... mai… rồi v.v. và vân vân.",
        "Tỉ số 2 : 1.",
        "-  Một.\n-  Hai.",
        "1.  Một.\n2.  Hai.",
        "Nơi nhận:        TM. UBND",
        "| a  | b , |\n| --- | --- |\n| c  | d |",
        "Câu thơ  \nxuống dòng.",
        "    thụt  đầu dòng".replace("  đ", " đ"),
        "Mã `a  b ,` và thư mục a/../b.",
        "Title:  Một bài\n\nThân.",
    ],
)
def test_layout_is_let_be(find: Find, text: str) -> None:
    assert not find(surplus_spaces, text)


def test_each_place_is_found(find: Find) -> None:
    found = find(surplus_spaces, "Một  hai  ba.\n\nBốn  năm.")
    assert [(one.line, one.column) for one in found] == [(1, 4), (1, 9), (3, 4)]
