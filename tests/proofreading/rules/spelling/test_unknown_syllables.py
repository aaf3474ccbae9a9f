from __future__ import annotations

import pytest

from plugins.core.text.decoding import normalise
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.rules.spelling import unknown_syllables
from tests.proofreading.conftest import Find, Found, Marked


@pytest.mark.parametrize(
    ("text", "words", "replacement"),
    [
        ("Các nghành họp.", "nghành", "ngành"),
        ("Nghành giáo dục.", "Nghành", "Ngành"),
        ("Một nguời đến.", "nguời", "người"),
        ("Ông Đỗ Mạnh Cuờng hát.", "Cuờng", "Cường"),
        ("Nguồn nưóc sạch.", "nưóc", "nước"),
        ("Họ đựoc mời.", "đựoc", "được"),
        ("Bà Phưong hát.", "Phưong", "Phương"),
        ("Bà con khôg biết.", "khôg", None),
        ("Họ đươc mời.", "đươc", None),
        ("Môt người đến.", "Môt", None),
        ("Họ “đựợc”, rồi.", "đựợc", None),
        ("Ảnh: NGHUYỆT NHI", "NGHUYỆT", None),
    ],
)
def test_what_is_no_syllable_is_found(
    find: Find, text: str, words: str, replacement: str | None
) -> None:
    column = text.index(words) + 1
    assert find(unknown_syllables, text) == [Found("SOAT02", 1, column, words, replacement)]


def test_each_place_is_found(find: Find) -> None:
    found = find(unknown_syllables, "Các nghành.\n\nCác nghành\nvà nghành.")
    assert sorted((one.line, one.column) for one in found) == [(1, 5), (3, 5), (4, 4)]


@pytest.mark.parametrize(
    "text",
    [
        "Ở Đắk Lắk, Krông Pắc, Kbang, Y Tý, Sín Chéng, Bản Xèo, Lùng Phình, Bắc Kạn, Hồng Kông.",
        "Người Hmông, H'Mông, K’Ho, Ê Đê, Xtiêng, Cơ Tu ở nhà gươl.",
        "Ximăng, bêtông, ôtô, nilông, axít, týp 2, crôm, kiốt, muối iốt, ki-lô-mét, xúc xích.",
        "Đại hội ĐBQH, HĐND, NSƯT, UBKTTƯ, theo 42/2022/NĐ-CP.",
        "José Hernández, Müller, café, marketing, Facebook, Đà Lạt GreenFarm, Beyoncé.",
        "Hòa hoà, thúy thuý, kỹ kĩ, quý, giếng, gì, gìn, khuya, khuỷu, xoong.",
        "Giá 5.000đ, rộng 20m², lúc 12h30, **Đ**ược.",
        "Mã `nghành` và https://nghành.vn/nghành.",
    ],
)
def test_names_loanwords_and_abbreviations_are_let_be(find: Find, text: str) -> None:
    assert not find(unknown_syllables, text)


def test_a_word_of_the_newsroom_is_right(find: Find) -> None:
    assert not find(unknown_syllables, "Gói bánh khôg.", "bánh Khôg")


def test_a_letter_in_pieces_is_no_mistake(find: Find) -> None:
    assert normalise("đu\u031bo\u031b\u0323c") == "được"
    assert not find(unknown_syllables, "Họ đu\u031bo\u031b\u0323c mời.")


def test_the_fix_says_what_may_be_meant(proof: Marked) -> None:
    (finding,) = unknown_syllables.find(proof("Họ đươc mời."), ProofreadingSettings())
    assert finding.message == "tiếng Việt không có âm tiết “đươc”"
    assert finding.fix.startswith("Có phải “được”? Sửa lại")


def test_the_first_word_of_a_title_is_looked_at(find: Find) -> None:
    found = find(unknown_syllables, "Title: Nghành giáo dục họp\n\nThân bài.\n")
    assert found == [Found("SOAT02", 1, 8, "Nghành", "Ngành")]
