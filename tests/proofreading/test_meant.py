from __future__ import annotations

import pytest

from plugins.core.text.syllables import is_syllable, spell
from plugins.proofreading.meant import divided, is_usual, nearest, respelt
from plugins.proofreading.usual import usual


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("nghành", "ngành"),
        ("ngiêm", "nghiêm"),
        ("ghánh", "gánh"),
        ("nguời", "người"),
        ("huởng", "hưởng"),
        ("khuyếch", "khuếch"),
        ("kù", "cù"),
        ("khôg", None),
        ("gỉữ", None),
    ],
)
def test_what_breaks_one_rule_of_spelling_can_mean_one_thing(word: str, meant: str | None) -> None:
    assert respelt(word) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("đươc", "được"),
        ("môt", "một"),
        ("gỉữ", "giữ"),
        ("khônng", "không"),
        ("nhưgn", "nhưng"),
        ("xuát", "xuất"),
        ("chuển", "chuyển"),
        ("địng", "định"),
        ("thờihoàn", None),
    ],
)
def test_one_slip_of_the_fingers_is_undone(word: str, meant: str | None) -> None:
    assert nearest(word) == meant


@pytest.mark.parametrize(
    ("word", "two"),
    [
        ("củacác", "của các"),
        ("nhưngtrong", "nhưng trong"),
        ("gáiở", "gái ở"),
        ("khoông", None),  # a letter too many
        ("hoà", None),
        ("nghành", None),
    ],
)
def test_two_usual_words_that_ran_together_are_divided(word: str, two: str | None) -> None:
    assert divided(word) == two


def test_the_usual_syllables_are_right_and_in_the_new_way() -> None:
    for syllable in usual():
        spelling = spell(syllable)
        assert spelling is not None
        assert syllable == spelling.new
    assert is_usual("hoá")
    assert not is_usual("bổm")
    assert is_syllable("bổm")
