from __future__ import annotations

import pytest

from plugins.core import checks
from plugins.core.problems import Problem
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.rules.form import leftovers
from tests.proofreading.conftest import Find, Marked


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Xem Error! Bookmark not defined. ở trên.", "Error! Bookmark not defined."),
        ("Xem Lỗi! Thẻ đánh dấu không được xác định.", None),
        ("Trang { PAGE } đây.", "{ PAGE }"),
        ("Trang { PAGE \\* MERGEFORMAT } đây.", "{ PAGE \\* MERGEFORMAT }"),
        ("Bảng 1 \\* MERGEFORMAT", "\\* MERGEFORMAT"),
        ('Vào HYPERLINK "http://a.vn/x" đây.', 'HYPERLINK "http://a.vn/x"'),
        ("Chữ mso-fareast-font-family: Arial; thường.", "mso-fareast-font-family: Arial;"),
        (
            "Normal 0 false false false EN-US X-NONE X-NONE MicrosoftInternetExplorer4 Bà con.",
            "Normal 0 false false false EN-US X-NONE X-NONE MicrosoftInternetExplorer4",
        ),
        ("Chữ /* Style Definitions */ đây.", "/* Style Definitions */"),
        ("Chữ table.MsoNormalTable đây.", "table.MsoNormalTable"),
        ("[if !supportLists]1. Mục", "[if !supportLists]"),
        ("Tên: Click or tap here to enter text.", "Click or tap here to enter text."),
        ("Tên: Bấm vào đây để nhập văn bản.", "Bấm vào đây để nhập văn bản."),
        ("Tên: [Type text]", "[Type text]"),
        ("Chữ h\ufffdỏng ở giữa.", "\ufffd"),
        ("Giữa dòng \uf0b7 dấu tròn.", "\uf0b7"),
        ("Xem thêm: Chợ phiên cuối năm", "Xem thêm: Chợ phiên cuối năm"),
        (">> Xem thêm tại đây.", "Xem thêm tại đây."),
    ],
)
def test_what_was_left_behind_is_found(find: Find, line: str, words: str | None) -> None:
    (found,) = find(leftovers, f"Một đoạn.\n\n{line}\n\n{'Đoạn cuối của bài. ' * 6}\n")
    begin = line.index(words) if words else line.index("Lỗi!")
    assert (found.code, found.line, found.column) == ("SOAT11", 3, begin + 1)
    assert found.words == (words or "Lỗi! Thẻ đánh dấu không được xác định.")


@pytest.mark.parametrize(
    "text",
    [
        "Lỗi! Cả sân vận động thở dài. Error là lỗi.",
        "\uf0b7 Mục một\n\uf0b7 Mục hai",
        "□ Có □ Không",
        "Xem thêm: [Chợ phiên](https://a.vn/x)",
        "Xem thêm:\n\n- [Chợ phiên](https://a.vn/x)",
        "Bạn đọc xem thêm ở trang sau.",
        "Anh chia sẻ với bà con.\n\nMọi người bình luận sôi nổi về chuyện ấy suốt cả buổi chiều.",
        "Dùng bút {đỏ} và [xanh].",
    ],
)
def test_what_was_meant_is_right(find: Find, text: str) -> None:
    assert find(leftovers, f"Một đoạn.\n\n{text}\n\n{'Đoạn cuối của bài. ' * 6}\n") == []


def test_buttons_behind_the_last_paragraph_are_found(find: Find) -> None:
    text = f"{'Một đoạn dài của bài. ' * 8}\n\nChia sẻ\n\n*Bình luận (12)*\n\nNguồn: Báo Lào Cai\n"
    assert [(one.line, one.words) for one in find(leftovers, text)] == [
        (5, "*Bình luận (12)*"),
        (3, "Chia sẻ"),
    ]
    above = f"Chia sẻ\n\n{'Một đoạn dài của bài. ' * 8}\n"
    assert find(leftovers, above) == []


def test_what_the_reader_has_dropped_is_not_told_again(proof: Marked) -> None:
    made = proof("Một đoạn.\n\nHôm nay: 12\n\nChia sẻ\n")
    assert list(leftovers.find(made, ProofreadingSettings()))
    dropped = Problem(checks.PORTAL_LINES_DROPPED, "a.md", 3, "", "")
    made.document.problems.append(dropped)
    assert not list(leftovers.find(made, ProofreadingSettings()))
