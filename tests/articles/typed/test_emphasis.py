from __future__ import annotations

import pytest

from tests.articles.typed.conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        "Chị Mai (*) và anh Nam (*) cho biết.",
        "Chị Mai* và anh Nam* cho biết.",
        "Nhà 4* và 5*, 3 * 4 * 5, 100*200*300.",
        "Mật khẩu a_b_c*d*e, tệp ten_tep_moi.",
        "* Ghi chú, ** ghi chú",
        "Họ tên: ________, tuổi: ____",
        "(_) Có (_) Không",
        "*Mở mà không đóng.",
        "Đóng mà không mở*.",
        "Chị H`Hen ở xã Cư M`gar.",
        "~20 độ, ~~gạch~~, ^mũ^",
    ],
)  # fmt: skip
def test_marks_that_stand_round_no_words_are_what_was_typed(read: Read, text: str) -> None:
    assert read(text).html == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*nghiêng*", "<em>nghiêng</em>"),
        ("**đậm**", "<strong>đậm</strong>"),
        ("***cả hai***", "<strong><em>cả hai</em></strong>"),
        ("_nghiêng_ và __đậm__", "<em>nghiêng</em> và <strong>đậm</strong>"),
        ("**Lưu ý:** xong", "<strong>Lưu ý:</strong> xong"),
        ("“*trích*”, (*chú*)", "“<em>trích</em>”, (<em>chú</em>)"),
        ("**đậm**chữ", "<strong>đậm</strong>chữ"),
        ("**một *hai* ba**", "<strong>một <em>hai</em> ba</strong>"),
        ("(*) và *nghiêng*", "(*) và <em>nghiêng</em>"),
        ("5* và **đậm**", "5* và <strong>đậm</strong>"),
        ("`a*b*` *c*", "<code>a*b*</code> <em>c</em>"),
        ("[*x*](https://x.vn/a_b_c)", '<a href="https://x.vn/a_b_c"><em>x</em></a>'),
    ],
)
def test_marks_round_words_are_emphasis(read: Read, text: str, html: str) -> None:
    assert read(text).html == f"<p>{html}</p>"
