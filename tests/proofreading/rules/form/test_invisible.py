from __future__ import annotations

import pytest

from plugins.proofreading.rules.form import invisible
from tests.proofreading.conftest import Find, Mended

HEAD = "Title: Chợ phiên\nDate: 11/01/2024\n\n"


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\u200e", "\u202a", "\ufeff"])
def test_what_nobody_sees_in_a_word_is_found_where_the_word_is(find: Find, sign: str) -> None:
    text = f"{HEAD}Bà{sign} con{sign}.\n\nĐi ch{sign}ợ Bắc Hà.\n"
    assert find(invisible, text) == [("SOAT12", 6, 4, "chợ", "chợ")]


def test_one_warning_says_how_many_there_are(find: Find) -> None:
    text = f"{HEAD}Đi ch\u200bợ, c\u200bhợ, ch\u00adợ.\n"
    assert len(find(invisible, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Đi chợ\u200b Bắc\u00a0Hà.",
        "\ufeffĐi chợ.",
        "Vui quá 👨‍👩‍👧!",
        "ภาษา\u200bไทย",
    ],
)
def test_signs_at_the_ends_of_words_and_of_other_scripts_are_right(find: Find, text: str) -> None:
    assert find(invisible, f"{HEAD}{text}\n") == []


def test_a_byte_order_mark_at_the_files_beginning_is_right(find: Find) -> None:
    assert find(invisible, f"\ufeff{HEAD}Đi chợ.\n".encode()) == []


def test_a_joiner_is_taken_out_of_its_word(find: Find, mended: Mended) -> None:
    text = "Bà con đi ch\u200dợ Bắc Hà.\n"
    assert find(invisible, text) == [("SOAT12", 1, 11, "ch\u200dợ", "chợ")]
    assert mended(invisible, text) == "Bà con đi chợ Bắc Hà.\n"
