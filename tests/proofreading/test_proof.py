from __future__ import annotations

from pathlib import Path

import pytest

from plugins.proofreading.proof import MASK
from tests.proofreading.conftest import Marked


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Xem [trang kia](https://a.vn/cua-cua) nhé", "Xem [trang kia] nhé"),
        ("Xem https://a.vn/x hay a@b.vn nhé", "Xem  hay  nhé"),
        ("Tệp quyet-dinh.pdf ở trên", "Tệp  ở trên"),
        ("Nghe bai-hat.opus hay phim.ogv đã", "Nghe  hay  đã"),
        ('Chữ <b class="x">đậm</b> đây', "Chữ đậm đây"),
        ("Mã `x của của` thôi", "Mã  thôi"),
        ("Có chú thích[^1] nhé", "Có chú thích nhé"),
        ("[^1]: Lời chú thích", " Lời chú thích"),
        ("Chữ <!-- của của --> đây", "Chữ  đây"),
        ("5 < 6 và 7 > 3", "5 < 6 và 7 > 3"),
        ("Ông A.Páo nói", "Ông A.Páo nói"),
        ("anh.jpg", ""),
        ("![chữ của ta](anh của ta.jpg)", "chữ của ta"),
        ("![anh.jpg](anh.jpg) ![hai](hai.jpg)", "hai"),
        ("Xem [tệp](hai của của.pdf) này", "Xem [tệp] này"),
        ("Gõ <code>của của</code> nhé", "Gõ  nhé"),
        (
            '<figure><img src="anh.jpg"><figcaption>Chợ <b>Bắc Hà</b></figcaption></figure>',
            "Chợ Bắc Hà",
        ),
    ],
)
def test_what_is_no_prose_is_masked(proof: Marked, line: str, seen: str) -> None:
    text = proof(f"Một đoạn.\n\n{line}\n\nĐoạn nữa.\n").text.split("\n")[2]
    assert len(text) == len(line)
    assert text.replace(MASK, "") == seen


def test_fenced_code_is_masked(proof: Marked) -> None:
    assert "của" not in proof("Một.\n\n```\nmã của của\n```\n").text


def test_of_the_head_titles_standfirsts_and_corrections_are_prose(proof: Marked) -> None:
    made = proof(
        "Title: Tên bài\nDate: 11/01/2024\nSummary: Sapo dòng một\n  dòng hai\nTags: a b\n\nThân.\n"
    )
    seen = [line.replace(MASK, "") for line in made.text.split("\n")]
    assert seen == ["Tên bài", "", "Sapo dòng một", "  dòng hai", "", "", "Thân.", ""]


def test_a_place_is_that_of_the_file(proof: Marked) -> None:
    made = proof("Title: Tên bài\n\nThân bài ở đây.\n")
    assert made.place(made.text.index("ở đây")) == (3, 10)
    assert made.source[made.body_start :].lstrip().startswith("Thân bài")


def test_a_words_places_are_those_where_it_stands_alone(proof: Marked) -> None:
    made = proof("của củaa\ncủa xcủa của")
    assert made.places["của"] == [0, 9, 18]
    assert made.words == ["của", "củaa", "của", "xcủa", "của"]


def test_a_photos_line_is_masked_whatever_the_photo_is_called(
    proof: Marked, tmp_path: Path
) -> None:
    name = "TÊN  CÓ DẤU.JPG"
    (tmp_path / "bai").mkdir()
    (tmp_path / "bai" / name).touch()
    assert proof(f"Một đoạn.\n\n{name}\n\nĐoạn nữa.\n").text.split("\n")[2] == MASK * len(name)
