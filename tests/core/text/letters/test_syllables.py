from __future__ import annotations

import unicodedata

import pytest

from plugins.core.text.letters.syllables import is_syllable

WORDS = (
    "nghiêng huýt khuỷu quyết quốc quá giữa gì giếng hòa hoà thúy thuý toán hoài xoong đường rượu "
    "mía múa mưa khuya tuyến ngoằn oẳn uống ương ỷ ở Ấp ĐẮK LẮK xẻng bổm tap"
)


@pytest.mark.parametrize("word", WORDS.split())
def test_words_that_could_be_vietnamese(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word",
    [
        "haò",
        "miạ",
        "tảp",
        "ấpp",
        "bă",
        "bâ",
        "các`",
        "ngéi",
        "Müller",
        "Mỹller",
        "nươc",
        "ệc",
        "thuớong",
        "straße",
        "caù",
        "laø",
    ],
)
def test_words_that_could_not_be(word: str) -> None:
    assert not is_syllable(word)
