from __future__ import annotations

import pytest

from plugins.proofreading.rules.spelling import mixed_placement
from tests.proofreading.conftest import Find, Found


def test_the_rarer_way_is_found_and_turned_into_the_other(find: Find) -> None:
    text = "Sống hòa thuận, khỏe mạnh.\n\nVăn hoá và (tuỳ) nơi, xoá mù.\n"
    assert find(mixed_placement, text) == [
        Found("SOAT04", 1, 6, "hòa", "hoà"),
        Found("SOAT04", 1, 17, "khỏe", "khoẻ"),
    ]


def test_of_as_many_each_none_is_mended_by_machine(find: Find) -> None:
    assert find(mixed_placement, "Sống hòa thuận, văn hoá.") == [
        Found("SOAT04", 1, 21, "hoá", None)
    ]


def test_offices_count_with_their_capital(find: Find) -> None:
    text = "Ủy ban và Tòa án lo xóa mù, văn hoá."
    assert find(mixed_placement, text) == [Found("SOAT04", 1, 33, "hoá", "hóa")]


@pytest.mark.parametrize(
    "text",
    [
        "Sống hòa thuận, khỏe mạnh, thủy lợi, quý giá, thuở xưa.",
        "Sống hoà thuận, khoẻ mạnh, thuỷ lợi.",
        "Ông Hoà và bà Thuý ở Hòa Bình sống hòa thuận.",
    ],
)
def test_one_way_and_names_are_let_be(find: Find, text: str) -> None:
    assert not find(mixed_placement, text)


def test_a_word_of_the_newsroom_does_not_count(find: Find) -> None:
    assert not find(mixed_placement, "Sống hòa thuận, hoá ra.", "hoá")
