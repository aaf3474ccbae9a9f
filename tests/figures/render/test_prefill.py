"""What a photo's file says of itself stands in for what the editor left out, and is reported."""

from __future__ import annotations

import unicodedata

import pytest
from PIL import Image

from plugins.photos.inspect.metadata import EmbeddedMetadata, embedding
from tests.figures.conftest import Newsroom, Result

BAC_HA = EmbeddedMetadata("Chợ phiên Bắc Hà.", "Ngọc Bằng", "", "© Bản tin")


def photo(room: Newsroom, name: str, embedded: EmbeddedMetadata = BAC_HA) -> None:
    path = room.root / "bai" / name
    Image.new("RGB", (40, 30), "#456").save(path, "JPEG", **embedding(embedded, "jpeg"))


def figure(result: Result) -> tuple[str, str | None]:
    (found,) = result.figures
    return found.caption, found.credit


def taken(what: str, text: str, name: str = "a.jpg", line: int = 1) -> tuple[str, int, str]:
    message = f"ảnh “{name}” không có {what}, đã lấy {what} ghi sẵn trong tệp ảnh: “{text}”"
    return "warning", line, message


def test_both_are_taken_where_the_editor_said_nothing_and_reported_on_the_photos_line(
    newsroom: Newsroom,
) -> None:
    photo(newsroom, "a.jpg")
    result = newsroom.read("Thân bài.\n\na.jpg", first_line=4)
    assert figure(result) == ("Chợ phiên Bắc Hà.", "Ngọc Bằng")
    assert result.problems == [
        taken("chú thích", "Chợ phiên Bắc Hà.", line=6),
        taken("tên người chụp", "Ngọc Bằng", line=6),
    ]
    assert "chép xuống dòng dưới ảnh" in result.document.problems[0].fix
    figcaption = result.soup.figcaption
    assert figcaption is not None
    assert figcaption.get_text() == "Chợ phiên Bắc Hà. Ảnh: Ngọc Bằng"
    assert result.photos[0].alt == "Chợ phiên Bắc Hà."


def test_only_the_missing_half_is_taken(newsroom: Newsroom) -> None:
    photo(newsroom, "a.jpg")
    without_credit = newsroom.read("a.jpg\nSáng sớm ở chợ.")
    assert figure(without_credit) == ("Sáng sớm ở chợ.", "Ngọc Bằng")
    assert without_credit.problems == [taken("tên người chụp", "Ngọc Bằng")]
    without_caption = newsroom.read("a.jpg\nẢnh: Trần Tuấn")
    assert figure(without_caption) == ("Chợ phiên Bắc Hà.", "Trần Tuấn")
    assert without_caption.problems == [taken("chú thích", "Chợ phiên Bắc Hà.")]


def test_the_editors_own_words_win(newsroom: Newsroom) -> None:
    photo(newsroom, "a.jpg")
    result = newsroom.read("![Mô tả](a.jpg)\nSáng sớm. Ảnh: Trần Tuấn")
    assert figure(result) == ("Sáng sớm.", "Trần Tuấn")
    assert result.photos[0].alt == "Mô tả"
    assert result.problems == []


@pytest.mark.parametrize(
    "caption",
    [
        "Nhà báo Ngọc Bằng chụp ở chợ.",
        "Chợ, NGỌC BẰNG chụp.",
        unicodedata.normalize("NFD", "Chợ (Ngọc Bằng)."),
    ],
)
def test_a_name_that_stands_in_the_caption_is_not_said_again(
    newsroom: Newsroom, caption: str
) -> None:
    photo(newsroom, "a.jpg")
    result = newsroom.read(f"a.jpg\n{caption}")
    assert figure(result)[1] is None
    assert result.problems == []


def test_a_name_of_one_syllable_is_not_a_word_of_the_caption(newsroom: Newsroom) -> None:
    photo(newsroom, "a.jpg", EmbeddedMetadata("", "An"))
    assert figure(newsroom.read("a.jpg\nBình an trên bản Lan Anh."))[1] == "An"
    assert figure(newsroom.read("a.jpg\nTấm ảnh của An."))[1] is None


def test_photographer_and_agency_are_both_credited_each_once(newsroom: Newsroom) -> None:
    photo(newsroom, "a.jpg", EmbeddedMetadata("", "Ngọc Bằng", "TTXVN"))
    assert figure(newsroom.read("a.jpg\nChợ."))[1] == "Ngọc Bằng/TTXVN"
    assert figure(newsroom.read("a.jpg\nChợ, theo TTXVN."))[1] == "Ngọc Bằng"
    assert figure(newsroom.read("a.jpg\nChợ qua ống kính Ngọc Bằng."))[1] is None


def test_a_gallery_takes_every_photos_words_once(newsroom: Newsroom) -> None:
    photo(newsroom, "a.jpg", EmbeddedMetadata("Người bán hàng", "Hà Linh"))
    photo(newsroom, "b.jpg", EmbeddedMetadata("Người mua hàng.", "Ngọc Bằng"))
    photo(newsroom, "c.jpg", EmbeddedMetadata("Người bán hàng", "Hà Linh"))
    photo(newsroom, "d.jpg", EmbeddedMetadata())
    result = newsroom.read("a.jpg\nb.jpg\nc.jpg\nd.jpg")
    assert figure(result) == ("Người bán hàng. Người mua hàng.", "Hà Linh, Ngọc Bằng")
    alts = [each.alt for each in result.figures[0].photos]
    assert alts == ["Người bán hàng", "Người mua hàng.", "Người bán hàng", alts[3]]
    assert alts[3] == "Người bán hàng. Người mua hàng."
    assert [(line, message.split("”")[0]) for _, line, message in result.problems] == [
        (1, "ảnh “a.jpg"),
        (1, "ảnh “a.jpg"),
        (2, "ảnh “b.jpg"),
        (2, "ảnh “b.jpg"),
        (3, "ảnh “c.jpg"),
        (3, "ảnh “c.jpg"),
    ]


def test_a_credit_at_the_end_of_a_files_caption_is_the_credit(newsroom: Newsroom) -> None:
    photo(newsroom, "a.jpg", EmbeddedMetadata("Chợ phiên. Ảnh: Hà Linh"))
    result = newsroom.read("a.jpg")
    assert figure(result) == ("Chợ phiên.", "Hà Linh")
    assert result.problems == [taken("chú thích", "Chợ phiên. Ảnh: Hà Linh")]


def test_lines_and_spaces_of_a_files_caption_become_one_line(newsroom: Newsroom) -> None:
    photo(newsroom, "a.jpg", EmbeddedMetadata("Dòng một,\r\n  dòng\thai.\n\nDòng ba."))
    assert figure(newsroom.read("a.jpg"))[0] == "Dòng một, dòng hai. Dòng ba."


def test_a_files_words_are_text_and_nothing_else(newsroom: Newsroom) -> None:
    words = "A <b>B</b> & *C* <script>x()</script> \x02wzxhzdk:0\x03 \ufdd0/x &lt; [D](e)"
    photo(newsroom, "a.jpg", EmbeddedMetadata(words))
    result = newsroom.read('a.jpg\n\n<p>Chữ <b id="x">đậm</b></p>')
    figcaption = result.soup.figcaption
    assert figcaption is not None
    assert figcaption.find(["b", "em", "script", "a", "p"]) is None
    text = figcaption.get_text()
    assert text.startswith("A <b>B</b> & *C* <script>x()</script> ")
    assert text.endswith("/x &lt; [D](e)")
    assert "\ufdd0" not in text
    assert result.soup.img is not None
    assert result.soup.img["alt"] == text


def test_a_photo_whose_file_says_nothing_is_still_asked_for(newsroom: Newsroom) -> None:
    photo(newsroom, "a.jpg", EmbeddedMetadata(copyright="© Bản tin"))
    result = newsroom.read("a.jpg")
    assert figure(result) == ("", None)
    assert [message for _, _, message in result.problems] == [
        "ảnh “a.jpg” không có chú thích và cũng không có mô tả"
    ]
