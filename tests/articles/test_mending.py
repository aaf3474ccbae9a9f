from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

import pytest

from plugins.articles.mending import Mended, mend
from plugins.core.errors import EncodingError
from plugins.photos import PhotoLibrary
from plugins.proofreading.config import ProofreadingSettings

HEAD = "Title: Một bài\nDate: 11/01/2024\n\n"


def mended(tmp_path: Path, content: bytes | str, *only: str, silent: str = "") -> Mended:
    data = content.encode() if isinstance(content, str) else content
    settings = ProofreadingSettings(silent=(silent,) if silent else ())
    return mend(data, tmp_path / "bài.md", PhotoLibrary(tmp_path), settings, only)


def test_what_a_rule_would_put_there_is_put_there_and_nothing_else_changes(
    tmp_path: Path,
) -> None:
    text = f"{HEAD}Bà con  trong bản của của ta.\t\n\n* a*b , 5*3\nNhững những nhà.  \n"
    made = mended(tmp_path, text, "SOAT01")
    expected = text.replace("của của", "của").replace("Những những", "Những")
    assert made == (expected.encode(), ("SOAT01", "SOAT01"), 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_encoding_stay_as_they_are(tmp_path: Path, encoding: str) -> None:
    text = "Title: Bài của của ta\r\nDate: 11/01/2024\n\r\nDòng.\rNhà của của ta."
    made = mended(tmp_path, text.encode(encoding), "SOAT01")
    assert made.content == text.replace("của của", "của").encode(encoding)


def test_letters_in_pieces_are_put_together(tmp_path: Path) -> None:
    text = f"{HEAD}Bản Phố, Bắc Hà.\n"
    made = mended(tmp_path, unicodedata.normalize("NFD", text))
    assert made == (text.encode(), (), 2)


def test_the_order_of_bytes_stays_as_it_is(tmp_path: Path) -> None:
    text = "Title: Bài\r\nDate: 11/01/2024\r\n\r\nNhà của của ta."
    before, after = (
        codecs.BOM_UTF16_BE + one.encode("utf-16-be")
        for one in (text, text.replace("của của", "của"))
    )
    assert mended(tmp_path, before) == (after, ("SOAT01",), 0)


def test_what_breaks_a_line_becomes_a_line_end_as_others_are(tmp_path: Path) -> None:
    text = "Title: Bài\r\nDate: 11/01/2024\r\n\r\nMột.{}Nhà của của ta."
    made = mended(tmp_path, text.format("\u2028"))
    assert made.content == text.format("\r\n").replace("của của", "của").encode()


def test_soft_hyphens_that_are_letters_stay(tmp_path: Path) -> None:
    text = f"{HEAD}Tr\u00adêng häc ë x· cña c¸c b¶n.\n\nT\u00ad  hai.\n"
    assert mended(tmp_path, text) == (text.encode(), (), 0)


def test_nothing_but_what_is_asked_for_changes_a_file(tmp_path: Path) -> None:
    pieces = unicodedata.normalize("NFD", f"{HEAD}Bà con  đi ch\u200bợ.\n").encode()
    assert mended(tmp_path, pieces, "SOAT01") == (pieces, (), 0)
    assert mended(tmp_path, pieces, "SOAT12").content == f"{HEAD}Bà con  đi chợ.\n".encode()


def test_what_is_silenced_is_left(tmp_path: Path) -> None:
    text = f"{HEAD}Nhà của của ta. <!-- bỏ qua SOAT01 -->\n"
    assert mended(tmp_path, text).content == text.encode()
    text = f"{HEAD}Nhà của của ta.\n"
    assert mended(tmp_path, text, silent="SOAT01").content == text.encode()
    assert mended(tmp_path, text, "SOAT99").content == text.encode()


def test_behind_a_mark_places_are_right(tmp_path: Path) -> None:
    text = f"{HEAD}Một. <!-- bỏ qua SOAT01 -->\n\nNhà của của ta. <!-- bỏ qua DAU19 -->\n"
    assert mended(tmp_path, text, "SOAT01").content == text.replace("của của", "của").encode()


def test_what_is_no_prose_is_left(tmp_path: Path) -> None:
    text = f"{HEAD}`của của` [a](https://a.vn/của của)\n\n```\ncủa của\n```\n"
    text += '\nXem [a](tệp  của của.pdf), [b](b  c.md "của của"), <code>a  của của</code>.\n'
    assert mended(tmp_path, text).content == text.encode()


def test_a_file_that_is_no_unicode_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncodingError):
        mended(tmp_path, b"Title: \xff")
