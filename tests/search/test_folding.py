from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from plugins.search.folding import plain_key, words

EXAMPLES = json.loads(Path(__file__).with_name("examples.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "expected"), EXAMPLES["words"])
def test_words_are_told_by_their_spelling_and_found_without_diacritics(
    text: str, expected: list[str]
) -> None:
    assert [f"{word.key}|{word.plain}" for word in words(text)] == expected
    assert words(unicodedata.normalize("NFD", text)) == words(text)


@pytest.mark.parametrize("text", ["khen thưởng", "Đảng bộ", "hoà bình", "café", "NĐ-CP", "straße"])
def test_the_plain_word_follows_from_its_key(text: str) -> None:
    assert [plain_key(word.key) for word in words(text)] == [word.plain for word in words(text)]


def test_one_of_two_tones_on_a_word_counts() -> None:
    assert [word.plain for word in words("hòá")] == ["hoa"]
