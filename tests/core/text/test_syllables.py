from __future__ import annotations

import pytest

from plugins.core.text.syllables import Spelling, compose, is_syllable, spell
from plugins.names import syllables as names
from plugins.names import word_lists

SYLLABLES = (
    "nghiêng huýt khuỷu quyết quốc quá giữa gì giếng giết gìn hòa hoà thúy thuý toán hoài xoong "
    "đường rượu mía múa mưa khuya tuyến ngoằn oẳn uống ương ỷ ở ấp xẻng bổm yên yếu ghế nghỉ kỹ kĩ "
    "lý cuốn của quơ quýnh ngoèo ngoáy khuếch nguệch uỵch quíu boong loẻng chuếnh thuở ý à"
)


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_what_is_spelt_by_the_rules_is_a_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    [
        "nghành",  # ngh before a
        "ngiêm",  # ng before i
        "ghánh",
        "gế",
        "kà",
        "cế",
        "kyên",
        "thuơng",  # uơ before an end
        "khuyếch",
        "khôg",
        "tuyêt",  # a stop without its tone
        "đươc",
        "tảp",
        "đựợc",  # two tones
        "haò",  # the mark on a vowel that does not bear it
        "đựơc",
        "tòan",
        "gía",
        "qủa",
        "đắk",
        "kông",
        "café",
        "",
    ],
)
def test_what_breaks_a_rule_is_none(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("đựơc", "được"),
        ("tòan", "toàn"),
        ("hòan", "hoàn"),
        ("gía", "giá"),
        ("qủa", "quả"),
        ("qúy", "quý"),
        ("nhịêm", "nhiệm"),
        ("chóang", "choáng"),
        ("mơí", "mới"),
        ("thủơ", "thuở"),
    ],
)
def test_a_mark_on_a_wrong_vowel_is_put_on_the_right_one(word: str, meant: str) -> None:
    assert spell(word) == Spelling(meant, meant)


def test_at_the_end_of_a_syllable_there_are_two_ways() -> None:
    assert spell("hoà") == spell("hòa") == Spelling("hòa", "hoà")
    assert spell("khoẻ") == Spelling("khỏe", "khoẻ")
    assert spell("thuý") == Spelling("thúy", "thuý")
    assert spell("quý") == Spelling("quý", "quý")


def test_a_syllable_is_composed_of_its_letters_and_a_tone() -> None:
    assert compose("nguyên", "\u0303") == Spelling("nguyễn", "nguyễn")
    assert compose("hoc", "") is None


def test_all_that_names_and_offices_are_made_of_are_syllables() -> None:
    groups = (
        names.NAME_SYLLABLES,
        names.NOT_NAMES,
        names.NOT_FIRST,
        names.TITLES,
        word_lists.PLACES,
        word_lists.FAMILY_NAMES,
        word_lists.OUTLET_WORDS,
        word_lists.NOT_OUTLETS,
        word_lists.VERBS,
    )
    syllables = {part for group in groups for name in group for part in name.split()}
    marked = {each for each in syllables if not each.isascii() and each.isalpha()}
    abbreviated = {"hđnd", "nsưt", "ttđt"}
    highlands = {"kạn", "đắk", "lắk", "kông"}
    assert {each for each in marked if not is_syllable(each)} == abbreviated | highlands
