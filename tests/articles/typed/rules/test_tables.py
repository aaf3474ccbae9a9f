from __future__ import annotations

import re

import pytest

from tests.articles.typed.conftest import Read


def table(html: str) -> list[list[str]]:
    return [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        for row in re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    ]


def test_a_table_needs_no_blank_line_above_or_below(read: Read) -> None:
    html = read("Giá hôm nay:\n| Quả | Giá |\n| --- | --- |\n| Mận | 25 |\nGiá chưa kể cước.").html
    assert html.startswith("<p>Giá hôm nay:</p>\n<table>")
    assert html.endswith("</table>\n<p>Giá chưa kể cước.</p>")
    assert table(html) == [["Quả", "Giá"], ["Mận", "25"]]


def test_rows_between_bars_without_a_rule_are_a_table_without_a_head(read: Read) -> None:
    for body in ("| Lê | 20 |\n| Táo | 15 |", "|---|---|\n| Lê | 20 |\n| Táo | 15 |"):
        html = read(body).html
        assert "<thead>" not in html
        assert table(html) == [["Lê", "20"], ["Táo", "15"]]


def test_surplus_cells_get_a_column_and_the_editor_is_told_of_the_first(read: Read) -> None:
    result = read(
        "| Xã | Máy |\n|---|---|\n| Nậm Lúc | 2 | hỏng 1 |\n| Cốc Ly || **3** |\n| Bản Liền |"
    )
    assert table(result.html) == [
        ["Xã", "Máy", ""],
        ["Nậm Lúc", "2", "hỏng 1"],
        ["Cốc Ly", "", "<strong>3</strong>"],
        ["Bản Liền", "", ""],
    ]
    assert result.said == [(3, "hàng này có 3 ô, đầu bảng chỉ có 2; đã thêm cột không tên")]


def test_lines_with_tabs_are_a_table_as_excel_copies_it(read: Read) -> None:
    html = read("Kết quả:\nXã\tHộ\tTỷ lệ\nNậm Lúc\t120\t5|6\n\t15\t\nHết bảng.").html
    assert table(html) == [["Xã", "Hộ", "Tỷ lệ"], ["Nậm Lúc", "120", "5|6"], ["", "15", ""]]
    assert "<thead>" in html
    assert html.endswith("<p>Hết bảng.</p>")
    assert "<thead>" not in read("Mai\tBản Liền\nLử\tCốc Ly").html


@pytest.mark.parametrize(
    "body", ["\tThụt đầu dòng.\n\n\tThụt nữa.", "•\tMột\n•\tHai", "1.\tMột\n2.\tHai", "Một\tdòng"]
)
def test_a_tab_before_or_behind_a_mark_makes_no_table(read: Read, body: str) -> None:
    assert "<table" not in read(body).html


def test_a_bar_in_a_sentence_is_a_bar(read: Read) -> None:
    assert read("Ảnh | Video").html == "<p>Ảnh | Video</p>"


def test_alignment_is_kept(read: Read) -> None:
    html = read("| A | B |\n|:--|--:|\n| 1 | 2 |").html
    assert '<td class="align-right">2</td>' in html


def test_the_cells_of_a_head_say_that_they_head_columns(read: Read) -> None:
    html = read("| A | B |\n|:--|--:|\n| 1 | 2 | 3 |").html
    assert '<th class="align-right" scope="col">B</th>\n<td></td>' in html


def test_two_tables_right_below_each_other_are_two(read: Read) -> None:
    html = read("Mai\t2\nLử\t3\n| Lê | 20 |\n| Táo | 15 |").html
    assert html.count("<table>") == 2
    assert table(html) == [["Mai", "2"], ["Lử", "3"], ["Lê", "20"], ["Táo", "15"]]
