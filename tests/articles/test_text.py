from __future__ import annotations

import unicodedata

import pytest

from plugins.articles.text import EncodingError, decode


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


def test_another_encoding_is_an_error_with_its_line() -> None:
    with pytest.raises(EncodingError) as error:
        decode("dòng một\n".encode() + "cà phê".encode("cp1258"))
    assert error.value.line == 2
