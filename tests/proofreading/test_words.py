from __future__ import annotations

import pytest

from plugins.proofreading.words import Kind, in_case_of, kind_of, pieces, sort_words


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("trời,", Kind.PLAIN),
        ("(trang", Kind.PLAIN),
        ("marketing", Kind.PLAIN),
        ("UBND", Kind.PLAIN),
        ("12/3/2017,", Kind.PLAIN),
        ("nghành", Kind.ODD),
        ("trời.Mưa", Kind.ODD),
        ("TP.HCM", Kind.ODD),
        ("hòa", Kind.NEW),
        ("hoà,", Kind.OLD),
        ("Uỷ", Kind.OLD),
        ("Hoà", Kind.CAPITALISED),
        ("Páo,", Kind.CAPITALISED),
        (",anh", Kind.SIGN),
        ("nghỉ..", Kind.SIGN),
        ("nghỉ...", Kind.PLAIN),
        ("(", Kind.SIGN),
    ],
)
def test_a_word_is_of_one_kind(word: str, kind: Kind) -> None:
    assert kind_of(word) is kind


def test_what_was_sorted_before_is_sorted_in_the_same_way() -> None:
    words = ["Ông", "Páo", "nghành", "hòa", "hoà,", "trời", ",", "đươc.."]
    first, second = sort_words(words), sort_words(words)
    assert first == second
    assert first.capitalised == {"Ông", "Páo"}
    assert first.odd == ["nghành", "đươc.."]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("“nghành”,", [(1, "nghành")]),
        ("và/hoặc", [(0, "và"), (3, "hoặc")]),
        ("12h", []),
        ("H'Mông", []),
        ("**Đ**ược", []),
        ("5tỷ", []),
    ],
)
def test_pieces_stand_between_punctuation(word: str, found: list[tuple[int, str]]) -> None:
    assert list(pieces(word)) == found


def test_capitals_stay() -> None:
    assert in_case_of("gía", "giá") == "giá"
    assert in_case_of("Gía", "giá") == "Giá"
    assert in_case_of("GÍA", "giá") == "GIÁ"
    assert in_case_of("gÍa", "giá") is None
