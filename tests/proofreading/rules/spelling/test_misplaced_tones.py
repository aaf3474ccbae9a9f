from __future__ import annotations

import pytest

from plugins.proofreading.rules.spelling import misplaced_tones
from tests.proofreading.conftest import Find, Found


@pytest.mark.parametrize(
    ("text", "words", "replacement"),
    [
        ("Họ đựơc mời.", "đựơc", "được"),
        ("Tòan dân.", "Tòan", "Toàn"),
        ("THẦN GÍAO DỤC", "GÍAO", "GIÁO"),
        ("Hiệu qủa, tốt.", "qủa", "quả"),
        ("Nhà cuả ta.", "cuả", "của"),
        ("Bà (gìau) lắm.", "gìau", "giàu"),
    ],
)
def test_a_mark_on_a_wrong_vowel_is_found_and_mended(
    find: Find, text: str, words: str, replacement: str
) -> None:
    column = text.index(words) + 1
    assert find(misplaced_tones, text) == [Found("SOAT03", 1, column, words, replacement)]


@pytest.mark.parametrize(
    "text",
    [
        "Hòa hoà, khỏe khoẻ, thủy thuỷ, quý, quá, già, giữa, của, mía, múa, khuỷu.",
        "Xe kéo rơ móoc, rơ moóc và con vọoc.",
        "José Río, café, Lâm Đồng, Ê Đê.",
    ],
)
def test_right_marks_are_let_be(find: Find, text: str) -> None:
    assert not find(misplaced_tones, text)


def test_a_word_of_the_newsroom_is_right(find: Find) -> None:
    assert not find(misplaced_tones, "Bánh tòan.", "tòan")
