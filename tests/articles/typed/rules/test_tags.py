from __future__ import annotations

import re

import pytest

from tests.articles.typed.conftest import Read


@pytest.mark.parametrize("text", ["a<b và c>d", "x <p nhỏ> y", "<5% và >3%", "1 < 2 > 0", "AT&T"])
def test_signs_that_make_no_tag_are_what_was_typed(read: Read, text: str) -> None:
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert read(f"Nếu {text} thì dừng.").html == f"<p>Nếu {shown} thì dừng.</p>"


@pytest.mark.parametrize(
    "tag", ["<b>", "</b>", "<br>", '<a href="/x/">', "<video controls>", "<i class=x lang='vi'>"]
)
def test_tags_stay_tags(read: Read, tag: str) -> None:
    assert tag in read(f"Một {tag} hai").html


def test_a_tag_between_backticks_is_code(read: Read) -> None:
    html = read("Thẻ `<div>` mở khung.\n\n<p>Hết.</p>").html
    assert "<code>&lt;div&gt;</code>" in html


@pytest.mark.parametrize("raw", ["<!-- x -->", "<hr>", "<div>a</div>", '<div markdown="1">a</div>'])
def test_what_stands_behind_raw_html_on_its_line_stays_in_its_place(read: Read, raw: str) -> None:
    html = read(f"{raw}A&amp;B &eacute;m &#8211; một<br/>hai <!-- y -->ba\n\nCuối bài.").html
    shown = html.replace("<!-- y -->", "").replace("<br/>", "<br>").replace("<br />", "<br>")
    assert shown.endswith("<p>A&amp;B &eacute;m &#8211; một<br>hai ba</p>\n<p>Cuối bài.</p>")
    assert read(f"{raw}một<hr/>hai\n\nba").html.endswith("<p>một</p>\n<hr/>\n<p>hai</p>\n<p>ba</p>")
    assert read(f"{raw}<!-- y -->\n\nba").html.endswith("<!-- y -->\n<p>ba</p>")


def test_a_table_that_never_ends_behind_raw_html_is_text(read: Read) -> None:
    assert read("<!-- x -->một<table>").html.endswith("<p>một&lt;table&gt;</p>")


@pytest.mark.parametrize("sign", ["&#", "&# số;", "&#;", "&#x;", "&#</i>;"])
def test_a_sign_that_begins_no_number_moves_nothing_behind_it(read: Read, sign: str) -> None:
    html = read(f"Mã {sign} rồi\n\n<div>một</div>\n\n.hai <u>ba</u> bốn\n\n<p>năm").html
    shown = [word for word in re.findall(r"\w+", re.sub("<[^>]*>", " ", html)) if word != "amp"]
    behind = shown[shown.index("rồi") :]
    assert behind == ["rồi", "một", "hai", "ba", "bốn", "năm"]
    assert "<div>một</div>" in html
