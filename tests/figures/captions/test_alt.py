from __future__ import annotations

import pytest

from plugins.figures.captions.alt import alt_text, is_automatic


def test_the_bracket_text_comes_first_then_the_caption_then_nothing() -> None:
    assert alt_text("Chợ phiên", "a.jpg", "Chú thích.") == "Chợ phiên"
    assert alt_text("", "a.jpg", "Chú thích.") == "Chú thích."
    assert alt_text("", "a.jpg", "") == ""


@pytest.mark.parametrize(
    "text",
    [
        "cho-phien.jpg",
        "cho-phien",
        "CHO-PHIEN.JPG",
        "anh/cho-phien.jpg",
        "khac.png",
        "image",
        "Ảnh",
        "IMG_1234",
        "IMG_20240109_083011",
        "DSC00012",
        "Screenshot 12",
        "hình ảnh",
        "z4989_abc",
    ],
)
def test_a_file_name_and_what_programs_write_are_no_description(text: str) -> None:
    assert is_automatic(text, "anh/cho-phien.jpg")
    assert alt_text(text, "anh/cho-phien.jpg", "Chú thích.") == "Chú thích."


@pytest.mark.parametrize("text", ["Chợ phiên Bắc Hà", "Ảnh cưới", "Image of the day", "P. Lào Cai"])
def test_words_of_a_person_are_one(text: str) -> None:
    assert not is_automatic(text, "cho-phien.jpg")
