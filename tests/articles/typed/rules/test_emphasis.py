from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from plugins.articles.typed.rules import emphasis
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


@pytest.mark.parametrize(
    "text",
    [
        'Theo <a href="#_ftn1" id="_ftnref1">[1]</a> của Sở.',
        'Xem <a href="https://x.vn/a_b*c">ở đây</a>, <em>mã a_b</em>.',
        '<span id="_a">Một</span> và <span id="b_">hai</span>.',
    ],
)
def test_marks_in_a_tag_stay_as_they_are(read: Read, text: str) -> None:
    assert read(text).html == f"<p>{text}</p>"


def test_marks_in_a_tag_are_no_partners_of_those_in_the_text(read: Read) -> None:
    html = read('Mã _x <a href="https://x.vn/a_">ở đây</a>, *<b id="c*">d</b>*.').html
    assert html == ('<p>Mã _x <a href="https://x.vn/a_">ở đây</a>, <em><b id="c*">d</b></em>.</p>')


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("``a` b", "``a` b"),
        ("``a`` `b`", "<code>a</code> <code>b</code>"),
        ("`` `a` ``", "<code>`a`</code>"),
        ("```a`` b", "```a`` b"),
    ],
)
def test_code_ends_at_as_many_backticks_as_it_began_with(read: Read, text: str, html: str) -> None:
    assert read(text).html == f"<p>{html}</p>"


class _Forgetful(emphasis._TypedMarks):
    def _is_next(self, _: str) -> bool:
        return False


MARKS = st.sampled_from(
    ("*", "**", "_", "a", " ", "<b>", "<b *>", "`", "(", ".", "\\", "<i c=*x*>")
)


@given(st.lists(MARKS, max_size=14).map("".join))
def test_what_is_remembered_of_a_paragraph_is_what_would_be_found_again(text: str) -> None:
    remembering, forgetful = Markdown(), Markdown()
    emphasis.extend(remembering)
    emphasis.extend(forgetful)
    forgetful.inlinePatterns.register(_Forgetful(forgetful), "typed-marks", 178)
    assert remembering.convert(text) == forgetful.convert(text)


def test_marks_next_to_each_other_are_marks_of_their_own(read: Read) -> None:
    assert read("*(c_* x").html == "<p><em>(c_</em> x</p>"
