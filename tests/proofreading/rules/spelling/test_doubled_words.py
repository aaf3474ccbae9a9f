from __future__ import annotations

import pytest

from plugins.proofreading.rules.spelling import doubled_words
from tests.proofreading.conftest import Find, Found


@pytest.mark.parametrize(
    ("text", "words", "once"),
    [
        ("Nhà của của ta.", "của của", "của"),
        ("Những những nhà.", "Những những", "Những"),
        ("Họ cho rằng cho rằng đúng.", "cho rằng cho rằng", "cho rằng"),
        ("Chờ của của của ta.", "của của", "của"),
        ("Theo ông ông Páo, đẹp.", "ông ông", "ông"),
        ("Bà con xã xã Bản Phố.", "xã xã", "xã"),
        ("Đường nên nên đi dễ.", "nên nên", "nên"),
    ],
)
def test_what_nobody_doubles_is_found(find: Find, text: str, words: str, once: str) -> None:
    column = text.index(words) + 1
    assert find(doubled_words, text) == [Found("SOAT01", 1, column, words, once)]


def test_a_lines_end_is_no_hindrance_and_a_paragraphs_is(find: Find) -> None:
    found = find(doubled_words, "Bà con ở trong\ntrong bản và họ cho\nrằng cho rằng vui.")
    assert sorted((one.line, one.column, one.replacement) for one in found) == [
        (1, 10, "trong"),
        (2, 17, "cho\nrằng"),
    ]
    assert not find(doubled_words, "Bà con ở trong\n\ntrong bản.")


@pytest.mark.parametrize(
    "text",
    [
        "Họ luôn luôn, từ từ, mãi mãi, ngày ngày, song song đi.",
        "Cơ quan quan trọng báo cáo cáo buộc về trụ sở Sở Y tế.",
        "Làm triệt để để khỏi lo, bàn là là đồ, thiết bị bị hỏng, dường như như vậy.",
        "Trang bị bị bỏ lại, tồn tại tại trạm, nhân sự sự kiện, bên phải phải sửa, diều bay là là.",
        "Cơ quan Cảnh sát điều tra điều tra mở rộng vụ án, cuối cùng cùng về.",
        "Họ đi đi lại lại, lên lên xuống xuống, đi đi về về.",
        "Đi từng bước từng bước, rất nhiều rất nhiều, ha hả ha hả.",
        "Bắt quả tang Nguyễn Hữu Đang đang lái xe.",
        "Của, của anh.",
        "Hợp tác xã xã Bản Phố, xã xã hội hóa, tự do do ai, người đàn ông ông gặp, việc làm làm.",
        "Sông Sông Hồng, Ding Ding, năm năm qua, sau sau.",
    ],
)
def test_what_is_doubled_on_purpose_is_let_be(find: Find, text: str) -> None:
    assert not find(doubled_words, text)
