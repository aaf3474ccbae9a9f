from __future__ import annotations

import pytest

from plugins.search.folding import words
from plugins.search.service.nearest import distance, nearest, split

COMMON = {"vung", "cao", "lao", "cai", "khen", "thuong", "truong"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("cao", "cao", 0),
        ("cao", "cac", 1),
        ("lan", "nan", 0.5),
        ("cao", "coa", 0.9),
        ("a", "ab", 1),
    ],
)
def test_letters_that_are_mixed_up_are_half_a_mistake(
    one: str, other: str, expected: float
) -> None:
    assert distance(one, other) == expected
    assert distance(other, one) == expected


def test_a_word_is_split_into_the_fewest_words() -> None:
    assert split("vungcao", COMMON) == ("vung", "cao")
    assert split("cao", COMMON) == ("cao",)
    assert split("xyz", COMMON) == ()


def test_what_is_offered_finds_something() -> None:
    tried: list[str] = []

    def is_found(text: str) -> bool:
        tried.append(text)
        return text == "khen truong"

    assert nearest(words("khem thuong"), COMMON, is_found) == ["khen truong"]
    assert tried[0] == "khen thuong"
    assert nearest(words("khen chuong"), COMMON, lambda _: True)[0] == "khen thuong"


def test_once_it_is_late_nothing_more_is_looked_for() -> None:
    assert nearest(words("khem thuong"), COMMON, lambda _: True, lambda: True) == []
