from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.document import Document
from plugins.figures.source.bare import bare_names, is_media_line, media_names, photo_names
from plugins.photos import PhotoLibrary

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


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """An article with some files beside it and among the images."""
    for name in (
        *("bai/a1.jpg", "bai/1-7617-1131.jpg", "bai/Quang cảnh hội nghị.png", "bai/hai.jpg"),
        *("bai/hai.png", "bai/ke-hoach 12 (bản ký).pdf", "bai/ban-tin.mp4"),
        *("images/hoi-nghi.jpg", "images/Sapa.jpg"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    path = tmp_path / "bai" / "index.md"
    return Document(path, PhotoLibrary(tmp_path), "bai/index.md", ["Thân bài."], 1)


@pytest.mark.parametrize(
    "line", ["1-7617-1131", "**1-7617-1131**", " a1 ", "A1", "quang cảnh hội nghị", "hoi-nghi"]
)
def test_a_line_that_is_a_photos_name_without_its_extension_is_that_photo(
    document: Document, line: str
) -> None:
    assert photo_names(line, document) == [line.strip(" *")]
    assert is_media_line(line, document)


def test_a_name_without_extension_that_several_photos_have_is_left_to_be_reported(
    document: Document,
) -> None:
    assert photo_names("hai", document) == ["hai"]


@pytest.mark.parametrize("line", ["a1.", "Sapa", "- a1", "ảnh a1", "# a1", "a3", "a1:", "12"])
def test_a_word_that_is_no_photos_name_beside_the_article_is_text(
    document: Document, line: str
) -> None:
    assert photo_names(line, document) is None
    assert not is_media_line(line, document)


def test_the_caption_of_a_photo_that_is_called_so_in_full_is_no_photo(document: Document) -> None:
    document.lines.append("Quang cảnh hội nghị.png")
    assert photo_names("Quang cảnh hội nghị", document) is None


def test_a_line_of_prose_asks_for_no_file(document: Document) -> None:
    for line in ("Sáng nay, trời rét đậm ở vùng cao.", "Kế hoạch gồm:", "Một câu, hai vế"):
        is_media_line(line, document)
    assert document.library.finder.lookups == {("bai", "/Một câu, hai vế")}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("ke-hoach 12 (bản ký).pdf", ["ke-hoach 12 (bản ký).pdf"]),
        ("**ban-tin.mp4**", ["ban-tin.mp4"]),
        ("BAN-TIN.MP4  ", ["BAN-TIN.MP4"]),
        ("ban-tin.mp4, khong-co.docx", ["ban-tin.mp4", "khong-co.docx"]),
        ("khong-co.xlsx", ["khong-co.xlsx"]),
        ("ke-hoach 13 (bản ký).pdf", ["ke-hoach 13 (bản ký).pdf"]),
        ("Xem kỹ bản kế hoạch mới.pdf", None),
        ("www.laocai.gov.vn/ke-hoach.pdf", None),
        ("https://laocai.gov.vn/ke-hoach.pdf", None),
        ("[Kế hoạch](ke-hoach.pdf)", None),
        ("Tệp ban-tin.mp4 đính kèm.", None),
    ],
)
def test_a_line_may_be_the_name_of_a_film_or_a_document(
    document: Document, line: str, names: list[str] | None
) -> None:
    assert media_names(line, document) == names
    assert is_media_line(line, document) == (names is not None)


@pytest.mark.parametrize(
    "line",
    [
        *("a1.jpg", "khong-co.jpg", "a1.jpg, khong-co.jpg", "![](a1.jpg)", "![Chữ](x.jpg) ![](y)"),
        *("[![](a1.jpg)](https://x.vn)", '<img src="a1.jpg">', '<p><img src="a1.jpg"></p>'),
        *("<figure><img src=a1.jpg></figure>", '<video src="ban-tin.mp4" controls></video>'),
        *("https://youtu.be/abc_def-123", "<https://vimeo.com/123>", "so-do.svg"),
    ],
)
def test_a_line_that_only_shows_something_is_told_from_text(document: Document, line: str) -> None:
    assert is_media_line(line, document)


@pytest.mark.parametrize(
    "line",
    [
        *("", "Chữ.", "Xem ![](a1.jpg) này", "![](a1.jpg) Chú thích", "<b>Chữ</b>", "<p>Chữ</p>"),
        *("https://laocai.gov.vn/tin", "Xem https://youtu.be/abc", "a < b", "- a1.jpg"),
    ],
)
def test_a_line_that_also_says_something_is_text(document: Document, line: str) -> None:
    assert not is_media_line(line, document)
