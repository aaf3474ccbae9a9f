from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.errors import EncodingError
from plugins.core.text.decoding import decode, decode_marked, normalise


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_encoding_that_notepad_calls_unicode_is_read(encoding: str) -> None:
    assert decode("Tiêu đề\r\nđã có".encode(encoding)) == "Tiêu đề\nđã có"


def test_text_comes_out_in_nfc() -> None:
    assert decode(unicodedata.normalize("NFD", "Nguyễn Thị Bưởi").encode()) == "Nguyễn Thị Bưởi"


def test_line_ends_of_every_system_become_one() -> None:
    assert decode(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_invisible_format_characters_go_and_visible_ones_stay() -> None:
    assert decode("a\u200bb\ufeffc\u00add\u00a0e".encode()) == "abcd\u00a0e"


def test_a_noncharacter_cannot_stand_in_for_the_sites_root() -> None:
    assert decode("x\ufdd0/y".encode()) == "x\ufffd/y"


INVISIBLE = "\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a\u202e\u2066\u2069"


@given(st.text(st.sampled_from(f"aộ\u0302\n{INVISIBLE}")))
def test_an_invisible_character_goes_wherever_it_stands(text: str) -> None:
    kept = [each for each in unicodedata.normalize("NFC", text) if each not in INVISIBLE]
    assert normalise(text) == unicodedata.normalize("NFC", "".join(kept))


@given(st.sampled_from("\0\x01\x02\x03\x1f\x7f\ufdd0\ufdd1\ufdef\ufffe\uffff"))
def test_no_control_character_or_noncharacter_is_let_through(character: str) -> None:
    assert normalise(f"a{character}b") == "a\ufffdb"


@pytest.mark.parametrize("character", ["\v", "\f", "\u2028", "\u2029"])
def test_other_programs_line_ends_end_lines(character: str) -> None:
    assert normalise(f"a{character}b").split() == ["a", "b"]


def test_another_encoding_is_an_error_with_its_line() -> None:
    with pytest.raises(EncodingError) as error:
        decode("dòng một\n".encode() + "cà phê".encode("cp1258"))
    assert error.value.line == 2


def test_the_soft_hyphens_of_legacy_text_are_kept_to_show_it_by() -> None:
    legacy = "n\u00ad\u00edc, ng\u00ad\u00eai, \u00ae\u00ad\u00eec mïa l\u00f3a t\u00d8nh Lµo Cai"
    assert decode(legacy.encode()) == legacy
    assert decode("tiếng\u00ad Việt 5 µm".encode()) == "tiếng Việt 5 µm"


def test_a_mark_joins_its_letter_when_what_stood_between_is_gone() -> None:
    text = "Bi\u200b\u0301, che\u00ad\u0302 đ\u200bô"
    assert decode(text.encode()) == normalise(text) == "Bí, chê đô"
    assert decode_marked(text.encode()).hidden == ((1, 3), (1, 8), (1, 10))
