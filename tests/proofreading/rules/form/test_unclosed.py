from __future__ import annotations

import pytest

from plugins.proofreading.rules.form import unclosed
from tests.proofreading.conftest import Find, Mended


@pytest.mark.parametrize(
    ("line", "sign", "column"),
    [
        ("Ông nói: “Năm nay được mùa.", "“", 10),
        ("Ông nói: Năm nay được mùa”.", "”", 26),
        ('Ông nói: "Năm nay được mùa.', '"', 10),
        ("Xã có 12 thôn (3 thôn giáp biên giới.", "(", 15),
        ("Xã có 12 thôn, 3 thôn giáp biên giới).", ")", 37),
        ("Xem [quy định ở dưới.", "[", 5),
        ("Đây là chữ **đậm.", "**", 12),
        ("Đây là chữ ** đậm** thôi.", "**", 12),
        ('Ông nói: “Tivi 5" mới.', '"', 17),  # of inches, or the quotation's end
    ],
)
def test_a_mark_without_a_partner_is_found(find: Find, line: str, sign: str, column: int) -> None:
    found = find(unclosed, f"Một đoạn.\n\n{line}\n\nĐoạn cuối.\n")
    assert found[0] == ("SOAT10", 3, column, sign, None)


@pytest.mark.parametrize(
    "text",
    [
        "Bà kể: “Xưa nhà nào cũng dệt.\n\n“Nay chỉ vài nhà.\n\n“Thôi đành.”",
        "Bà kể: “Xưa nhà nào cũng dệt.\n\nNay chỉ vài nhà.”",
        "Bà kể: “Xưa nhà nào\ncũng dệt vải (cả\nbản) thế.”",
        'Màn hình 32" và 5", cửa 2,5".',
        "Người H'Mông, H’Mông, Ea H'leo, K'Ho, Y’Moan.",
        "Hồ sơ gồm: a) đơn; b) bản sao (nếu có); 1) ảnh; iv) giấy khác.",
        "a) Đơn.\n\n1) Ảnh.",
        "Vui quá :) hay buồn :( thôi.",
        "(**) Số liệu sơ bộ.\n\nGọi 09** và đ** nhé.",
        "***\n\nĐoạn **đậm** và ***cả hai***, “lồng “trong” nhau”, “(a)”.",
        "**Đậm\nhai dòng** đây.",
        "[Trang](https://a.vn/x_(y)) và [^1], [ ] ô.\n\n[^1]: Lời (chú).",
        "Xem ở trang nhà (https://a.vn/x) nhé, (<b>đậm</b>) và (`mã`).",
        'Xem "https://a.vn/x", “https://a.vn/y” và "<b>đậm</b>" nhé.',
        "**Xem tại https://a.vn/x.html**",
        "*(Nguồn: https://a.vn/x.html)*",
        "(Nguồn: https://a.vn/x_(y)) và [xem thêm: www.a.vn/x]",
        "Trang “tin ở https://a.vn/x” nhé.",
        "```\nmã ( “ **\n```",
        "- “Mục một”\n- (mục hai)",
    ],
)
def test_pairs_and_what_is_no_pair_are_right(find: Find, text: str) -> None:
    assert find(unclosed, f"Một đoạn.\n\n{text}\n\nĐoạn cuối.\n") == []


def test_bold_does_not_go_on_in_another_paragraph(find: Find) -> None:
    found = find(unclosed, "Chữ **đậm\n\nđoạn hai** thôi.\n")
    assert [(one.line, one.column) for one in found] == [(1, 5), (3, 9)]


def test_a_quotation_that_ends_too_late_is_found(find: Find) -> None:
    text = "Ông nói: “Được mùa.\n\n" + "Đoạn.\n\n" * 9 + "Hết.\n"
    assert [(one.line, one.words) for one in find(unclosed, text)] == [(1, "“")]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('Ông nói: “Được mùa", rồi đi.', "Ông nói: “Được mùa”, rồi đi."),
        ("Ông nói: “Được mùa“, rồi đi.", "Ông nói: “Được mùa”, rồi đi."),
        ('Ông nói: "Được mùa”, rồi đi.', "Ông nói: “Được mùa”, rồi đi."),
        ("Ông nói: ”Được mùa”, rồi đi.", "Ông nói: “Được mùa”, rồi đi."),
        ('Từ “năm 2015" đến nay.', "Từ “năm 2015” đến nay."),
    ],
)
def test_a_mark_of_the_wrong_kind_is_mended_by_its_partner(
    find: Find, mended: Mended, wrong: str, right: str
) -> None:
    text = f"Một đoạn (đúng).\n\n{wrong}\n\nĐoạn “cuối”.\n"
    assert len(find(unclosed, text)) == 1
    assert mended(unclosed, text) == text.replace(wrong, right)


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ('Từ "một" đến "hai và "ba" đây.', [14]),
        ('Từ một" đến "hai" đây.', [7]),
        ("Ông nói”, rồi “đi.", [8, 15]),
        ('Ông nói: “Được "mùa.', [10, 16]),
    ],
)
def test_marks_that_look_the_other_way_are_no_pair(
    find: Find, line: str, columns: list[int]
) -> None:
    assert sorted(one.column for one in find(unclosed, f"{line}\n")) == columns


@pytest.mark.parametrize("line", ['Ông nói: “Được mùa " rồi đi.', 'Ông nói: “ “a" b".'])
def test_what_may_be_meant_otherwise_is_not_mended(find: Find, line: str) -> None:
    assert [one.replacement for one in find(unclosed, f"{line}\n")][:1] == [None]
