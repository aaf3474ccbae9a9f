from __future__ import annotations

import pytest

from plugins.proofreading.rules.form import headings
from tests.proofreading.conftest import Find, Mended


def test_a_heading_in_capitals_is_found_from_its_first_letter(find: Find) -> None:
    text = "Một đoạn.\n\n## KẾT QUẢ SAU MỘT NĂM\n"
    assert find(headings, text) == [("SOAT09", 3, 4, "KẾT QUẢ SAU MỘT NĂM", None)]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("KẾT QUẢ SAU MỘT NĂM\n=====\n\nĐoạn.", 1),
        ("  KẾT QUẢ SAU MỘT NĂM\n---\n\nĐoạn.", 3),
        ('<h2 class="a">KẾT QUẢ SAU MỘT NĂM</h2>\n\nĐoạn.', 15),
    ],
)
def test_a_heading_is_found_in_whatever_way_it_is_made(find: Find, text: str, column: int) -> None:
    expected = ("SOAT09", 3, column, "KẾT QUẢ SAU MỘT NĂM", None)
    assert find(headings, f"Một đoạn.\n\n{text}\n") == [expected]


def test_of_a_paragraph_that_hyphens_make_a_heading_the_full_stop_stays(find: Find) -> None:
    assert find(headings, "Một đoạn văn.\n---\nĐoạn.\n") == [("SOAT09", 1, 13, ".", None)]


def test_a_title_is_one_too(find: Find) -> None:
    text = "Title: LỄ HỘI ĐỀN THƯỢNG XUÂN\n\nThân bài.\n"
    assert find(headings, text) == [("SOAT09", 1, 8, "LỄ HỘI ĐỀN THƯỢNG XUÂN", None)]


@pytest.mark.parametrize(
    "text",
    [
        "## Kết quả sau một năm",
        "## KẾT QUẢ NĂM",
        "## UBND TP HCM VÀ HĐND",
        "## Ngô, khoai, sắn v.v.",
        "## Chuyện ở TP.",
        "## Còn nữa...",
        "## Vì sao?",
        "#LaoCai đón khách.",
        "Một câu.\n\n---\n\nMỘT ĐOẠN VIẾT HOA.",
        "| CỘT MỘT LÀ ĐÂY |\n| --- |\n| Ô. |",
        "- MỤC NÀY VIẾT HOA ĐẤY.\n---",
        "ĐÂY LÀ CẢ MỘT ĐOẠN VĂN VIẾT HOA.",
        "```\n## MÃ VIẾT HOA TOÀN BỘ ĐÂY.\n```",
    ],
)
def test_other_headings_and_lines_are_right(find: Find, text: str) -> None:
    assert find(headings, f"Một đoạn.\n\n{text}\n") == []


def test_a_document_keeps_the_headings_of_its_issuer(find: Find, proof: object) -> None:
    made = proof("Một đoạn.\n\n## QUY ĐỊNH CHUNG VỀ ĐẤT\n")  # type: ignore[operator] # a fixture
    made.document.kind = "document"
    assert list(headings.find(made, None)) == []  # type: ignore[arg-type] # it asks for no setting


@pytest.mark.parametrize("line", ["## Bà con phấn khởi.", "##Bà con phấn khởi. ##"])
def test_a_full_stop_is_found_and_mended_alone(find: Find, mended: Mended, line: str) -> None:
    text = f"Một đoạn.\n\n{line}\n\nĐoạn nữa.\n"
    (found,) = find(headings, text)
    assert (found.words, found.replacement, found.line) == (".", "", 3)
    assert mended(headings, text) == text.replace("khởi.", "khởi")


def test_a_title_that_ends_in_a_full_stop_is_found(find: Find) -> None:
    text = "Title: Bà con phấn khởi.\n\nThân bài.\n"
    assert find(headings, text) == [("SOAT09", 1, 24, ".", "")]
