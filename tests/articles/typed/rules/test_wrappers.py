from __future__ import annotations

import pytest

from tests.articles.typed.conftest import Read


@pytest.mark.parametrize(
    ("start", "end"),
    [("<div>", "</div>"), ('<div class="khung">', ""), ("<center>", "</center>"), ("<p>", ""),
     ("<section><div>", "</div></section>"), ("", "</div>")],
)  # fmt: skip
def test_a_wrapper_closed_or_not_does_not_stop_markdown(read: Read, start: str, end: str) -> None:
    html = read(f"{start}\n\n**Đậm** chữ\n\n- Dọn đường\n- Phát cỏ\n\n{end}\n\nĐoạn sau.").html
    assert html == (
        "<p><strong>Đậm</strong> chữ</p>\n<ul>\n<li>Dọn đường</li>\n<li>Phát cỏ</li>\n</ul>\n"
        "<p>Đoạn sau.</p>"
    )


def test_a_wrapper_closed_on_its_line_stays_as_it_is(read: Read) -> None:
    assert read("<div>Một dòng</div>").html == "<div>Một dòng</div>"
    assert read("<div>Giá 5*3*2</div>").html == "<div>Giá 5*3*2</div>"


@pytest.mark.parametrize(
    ("line", "html"),
    [
        ("<center>**Thông báo**</center>", "<p><strong>Thông báo</strong></p>"),
        ('<p align="justify">Một *dòng*.</p>', "<p>Một <em>dòng</em>.</p>"),
        ("<div>[Bài](https://x.vn)</div>", '<p><a href="https://x.vn">Bài</a></p>'),
    ],
)
def test_a_wrapper_that_is_a_whole_line_of_markdown_is_read(
    read: Read, line: str, html: str
) -> None:
    assert read(line).html == html


def test_the_place_of_a_wrapper_that_a_link_leads_to_is_kept(read: Read) -> None:
    html = read('Xem [dưới](#phu-luc).\n\n<div id="phu-luc">\n\nPhụ lục\n\n</div>').html
    assert '<a id="phu-luc"></a>' in html


def test_an_element_that_never_closes_ends_with_its_last_tag_and_is_told(read: Read) -> None:
    result = read("Đoạn.\n\n<table>\n<tr><td>Ô</td></tr>\nĐoạn **đậm**.")
    assert "<tr><td>Ô</td></tr></table>" in result.html
    assert result.html.endswith("<p>Đoạn <strong>đậm</strong>.</p>")
    assert result.said == [(3, "thẻ <table> mở ra mà không đóng, đã đóng ở cuối dòng 4")]


def test_code_keeps_its_tags(read: Read) -> None:
    assert "&lt;div&gt;" in read("```\n<div>\n```").html


def test_a_script_that_never_ends_takes_nothing_with_it(read: Read) -> None:
    html = read("Đoạn.\n\n<script>\nĐoạn hai.\n\nĐoạn **ba**.").html
    assert "&lt;script>" in html or "&lt;script&gt;" in html
    assert html.endswith("<p>Đoạn <strong>ba</strong>.</p>")


def test_a_wrapper_amid_a_line_keeps_its_words_apart(read: Read) -> None:
    assert read("trước<div>sau").html == "<p>trước sau</p>"


def test_a_table_that_begins_within_a_line_and_never_ends_is_text(read: Read) -> None:
    assert read("Bảng<table>\n\n3. Một\n4. Hai").html == (
        '<p>Bảng&lt;table&gt;</p>\n<ol start="3">\n<li>Một</li>\n<li>Hai</li>\n</ol>'
    )


def test_a_wrapper_within_the_name_of_a_tag_makes_no_tag_of_it(read: Read) -> None:
    assert "&lt;u" in read("Chữ <u<div>> sau").html
