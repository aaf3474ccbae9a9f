from __future__ import annotations

import pytest

from plugins.figures.bare import bare_names

THERE = {
    "a.jpg",
    "Hội nghị (2).jpg",
    "_MG_7.jpg",
    "IMG_20240109_083011.JPG",
    "A&B.png",
    "x.webp",
    "images/z.jpg",
}


def names(line: str, likeness: float = 0) -> list[str] | None:
    return bare_names(line, THERE.__contains__, lambda _: likeness)


@pytest.mark.parametrize("name", sorted(THERE))
def test_a_file_name_that_exists_is_a_photo_line(name: str) -> None:
    for line in (
        name,
        f"\u00a0\t  {name} ",
        f"{name}\\",
        f"{name}  ",
        f"{name}<br>",
        f"**{name}**",
    ):
        assert names(line) == [name]


def test_escapes_and_entities_that_paste_brings_are_undone() -> None:
    assert names(r"IMG\_20240109\_083011.JPG") == ["IMG_20240109_083011.JPG"]
    assert names("A&amp;B.png") == ["A&B.png"]


def test_several_names_may_stand_on_one_line_if_one_exists() -> None:
    assert names("a.jpg, x.webp; Hội nghị (2).jpg _MG_7.jpg") == [
        "a.jpg",
        "x.webp",
        "Hội nghị (2).jpg",
        "_MG_7.jpg",
    ]
    assert names("a.jpg x.webp khác.jpg") == ["a.jpg", "x.webp", "khác.jpg"]
    assert names("khác.jpg, lạ.jpg") is None
    assert names("Ảnh a.jpg và tệp x.webp") is None
    assert names("a.jpg | x.webp") is None


def test_one_word_that_ends_like_a_photo_is_meant_as_one_even_if_it_is_missing() -> None:
    assert names("khong-co.jpg") == ["khong-co.jpg"]
    assert names("KHONG.HEIC") == ["KHONG.HEIC"]


def test_a_name_with_spaces_that_nearly_exists_is_a_slip() -> None:
    assert names("Hội nghị (3).jpg", likeness=0.94) == ["Hội nghị (3).jpg"]
    assert names("Xem tệp nào đó.jpg", likeness=0.6) is None
    assert names("Xem tệp a.jpg", likeness=0.9) is None


@pytest.mark.parametrize(
    "line",
    ["", "Chữ.", "a.jpg là tên tệp", "https://x.example/a.jpg", "![](a.jpg)", "`a.jpg`", "a.pdf"],
)
def test_anything_else_is_text(line: str) -> None:
    assert names(line) is None
