from __future__ import annotations

import pytest

from plugins.search.folding import words
from plugins.search.service.nearest import distance, nearest, split, typed_by

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
    assert split("alu", {"a", "lu"}) == ("a", "lu")
    assert split("lua", {"a", "lu"}) == ()


def test_what_is_offered_finds_something() -> None:
    tried: list[str] = []

    def is_found(text: str, _: bool) -> bool:
        tried.append(text)
        return text == "khen truong"

    assert nearest(words("khem thuong"), COMMON, is_found) == ["khen truong"]
    assert tried[:2] == ["khem thuong", "khen thuong"]
    assert nearest(words("khen chuong"), COMMON, lambda *_: True)[1] == "khen thuong"


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("ddangr", "dang"),
        ("thuowngr", "thuong"),
        ("thwowrng", "thuong"),
        ("truwowngf", "truong"),
        ("nguyeexn", "nguyen"),
        ("xax", "xa"),
    ],
)
def test_what_telex_makes_of_keys_is_known(keys: str, meant: str) -> None:
    assert typed_by(keys) == meant


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("khen thuo", "khen thuong"),  # half a word
        ("khen thuowngr", "khen thuong"),
        ("ddangr booj", "dang bo"),
        ("covid19", "covid 19"),
        ("QL4D", "ql 4d"),
        ("25m2", "25 m2"),
        ("U-23", "u23"),
        ("1.500", "1500"),
        ("1500000", "1.500.000"),
        ("vung cao zzz", "vung cao"),
        ("Sa Pa", "sapa"),
    ],
)
def test_what_is_written_otherwise_is_offered(query: str, there: str) -> None:
    common = COMMON | {"dang", "bo", "sapa"}
    assert nearest(words(query), common, lambda text, _: text == there) == [there]


def test_words_far_apart_and_one_less_are_offered_only_where_nothing_else_is_found() -> None:
    told: list[tuple[str, bool]] = []

    def is_found(text: str, wide: bool) -> bool:
        told.append((text, wide))
        return wide

    assert nearest(words("khem thuong"), COMMON, is_found) == [
        "khen thuong",
        "thuong",
        "khem",
    ]
    assert [wide for _, wide in told] == sorted(wide for _, wide in told)


def test_once_it_is_late_nothing_more_is_looked_for() -> None:
    assert nearest(words("khem thuong"), COMMON, lambda *_: True, lambda: True) == []
