from __future__ import annotations

import pytest

from tests.articles.typed.conftest import Read


@pytest.mark.parametrize(
    "text",
    [">>Xem thêm: Chợ phiên", ">> Xem video", ">>> Nghe", ">5% số hộ", "> 30 tuổi", ">= 18 tuổi"],
)
def test_signs_at_a_lines_start_that_open_no_quotation_are_shown(read: Read, text: str) -> None:
    shown = text.replace(">", "&gt;")
    assert read(f"Đoạn.\n\n{text}\n\nĐoạn.").html == f"<p>Đoạn.</p>\n<p>{shown}</p>\n<p>Đoạn.</p>"


def test_a_quotation_needs_no_blank_line_and_ends_with_its_mark(read: Read) -> None:
    html = read("Ông Lử nói:\n> Mận năm nay được giá.\nBà con rất vui.").html
    assert html == (
        "<p>Ông Lử nói:</p>\n<blockquote>\n<p>Mận năm nay được giá.</p>\n</blockquote>\n"
        "<p>Bà con rất vui.</p>"
    )


def test_the_lines_of_a_quotation_are_read_as_the_bodys_are(read: Read) -> None:
    html = read("> Gồm:\n> - Dọn đường\n> - Phát cỏ\n>\n> > Trong nữa").html
    assert "<p>Gồm:</p>\n<ul>\n<li>Dọn đường</li>\n<li>Phát cỏ</li>\n</ul>" in html
    assert html.count("<blockquote>") == 2
