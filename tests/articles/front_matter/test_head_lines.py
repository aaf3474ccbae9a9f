from __future__ import annotations

import pytest

from plugins.articles.front_matter.head_lines import BODY_ONLY, HeadPosition, key_in_body, known_key


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Status: draft", "Status"),
        ("- **Status:** draft", "Status"),
        ("lead-photo: a.jpg", None),
        ("Draft: true", None),
        ("Ông Lử: Tôi sẽ trở lại.", None),
    ],
)
def test_a_key_is_known_however_decorated(line: str, key: str | None) -> None:
    assert known_key(line) == key


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("**Source:** Báo X", "Source: …"),
        ("draft: true", "Status: draft"),
        ("Published: no", "Status: draft"),
        ("published: true", None),
        ("Hội nghị: khai mạc", None),
    ],
)
def test_a_key_in_the_body_is_told_as_it_is_to_be_written(line: str, written: str | None) -> None:
    assert key_in_body(line) == written


@pytest.mark.parametrize(
    ("above", "line", "is_key"),
    [
        ("Câu còn dở", "Trong đó: ba xã.", False),
        ("Câu còn dở", "nhất: tạm dừng.", False),
        ("Câu đã hết.", "Trong đó: ba xã.", True),
        ("Câu còn dở", "Tác giả: Trần Tuấn", True),
        ("Câu còn dở", "Subtitle: x", True),
        ("Câu còn dở", "Status: draft", True),
    ],
)
def test_a_colon_in_an_unfinished_sentence_makes_no_key(
    above: str, line: str, is_key: bool
) -> None:
    assert (HeadPosition("Summary", above).begins_key(line) is not None) == is_key


@pytest.mark.parametrize(
    ("line", "is_body"),
    [
        ("## Tít phụ", True),
        ("![](a.jpg)", True),
        ("| a | b |", True),
        ("> Trích", True),
        ("Ảnh chợ.JPG", True),
        ("ke-hoach.pdf", True),
        ("so-lieu.csv", True),
        ("Xem thêm ở laocai.gov.vn", False),
        ("Câu thứ hai.", False),
    ],
)
def test_markup_and_names_of_files_belong_to_the_body(line: str, is_body: bool) -> None:
    assert (BODY_ONLY.fullmatch(line) is not None) == is_body
