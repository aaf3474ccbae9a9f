from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.text.spaces import fold, is_blank, squeeze

BLANKS = "\u00a0\u2007\u202f\u2003\u3000\u200b\ufeff\u2060\u202e\t"


@pytest.mark.parametrize("blank", BLANKS)
def test_every_space_an_editor_can_paste_is_blank(blank: str) -> None:
    assert is_blank(blank * 3)
    assert squeeze(f"{blank}Báo{blank} {blank}Lào Cai{blank}") == "Báo Lào Cai"


def test_a_line_with_a_letter_is_not_blank() -> None:
    assert is_blank("")
    assert not is_blank("\u00a0a")


def test_folding_ignores_case_and_unicode_form_but_not_diacritics() -> None:
    assert fold(unicodedata.normalize("NFD", "BẮC HÀ")) == fold("Bắc  Hà")
    assert fold("Bắc Hà") != fold("Bạc Hà")


@given(st.text(st.sampled_from(f"ab ê\u0302\n\x1c\x85{BLANKS}")))
def test_squeezing_makes_one_space_of_every_run(text: str) -> None:
    runs = re.split(rf"[\s{BLANKS}]+", unicodedata.normalize("NFC", text))
    assert squeeze(text) == " ".join(filter(None, runs))
