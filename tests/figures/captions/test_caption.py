from __future__ import annotations

from xml.etree.ElementTree import tostring

import pytest

from plugins.figures.captions.caption import LONGEST, is_all_italic, read_caption
from plugins.figures.tree.html_tree import parse_fragment


def caption(*parts: str) -> tuple[str, str | None]:
    """Return the caption's inline HTML and its credit."""
    read = read_caption([parse_fragment(part) for part in parts])
    html = tostring(read.content, encoding="unicode", method="html")
    return html.removeprefix("<span>").removesuffix("</span>"), read.credit


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<em>Chợ phiên.</em>", "Chợ phiên."),
        ("<strong><em>Chợ phiên.</em></strong>", "Chợ phiên."),
        ("<em>Chợ</em> <i>phiên.</i>", "Chợ phiên."),
        ("<em>Chợ</em> phiên.", "<em>Chợ</em> phiên."),
        ("<em>Chợ <b>phiên</b></em>.", "<em>Chợ <b>phiên</b></em>."),
        ("Chợ<br>phiên\n  Bắc Hà", "Chợ phiên Bắc Hà"),
        ("<p>Chợ</p><p>phiên</p>", "Chợ phiên"),
        ('<span style="x"><font>Chợ</font></span> phiên', "Chợ phiên"),
        ('<a href="x">Chợ</a> <code>&lt;</code>', '<a href="x">Chợ</a> <code>&lt;</code>'),
    ],
)
def test_a_caption_is_one_line_of_inline_html(html: str, expected: str) -> None:
    assert caption(html) == (expected, None)


def test_parts_are_joined_and_repeated_ones_taken_once() -> None:
    assert caption("Một.", "Hai.") == ("Một. Hai.", None)
    assert caption("Chợ phiên", "<em>chợ  phiên</em>", "Khác") == ("Chợ phiên Khác", None)


@pytest.mark.parametrize(
    "html",
    [
        "Chợ. Ảnh: Ngọc Bằng",
        "Chợ. <em>Ảnh: Ngọc Bằng</em>",
        "Chợ. <strong>Ảnh:</strong> Ngọc <em>Bằng</em>.",
        '<em>Chợ. (Ảnh: <a href="x">Ngọc Bằng</a>)</em>',
        "<em>Chợ.</em> <b>Ảnh</b>: Ngọc Bằng",
        "<p>Chợ.</p><p>Ảnh: Ngọc Bằng</p>",
        "Chợ.<br>Ảnh: Ngọc Bằng",
    ],
)
def test_the_credit_is_cut_off_through_whatever_markup(html: str) -> None:
    assert caption(html) == ("Chợ.", "Ngọc Bằng")


def test_a_picture_or_a_footnote_is_never_cut_off_with_the_credit() -> None:
    assert caption('Chợ. Ảnh: <img src="x"> Hà')[1] is None
    assert caption('Chợ. Ảnh: Hà<sup id="fnref:1">1</sup>')[1] is None


def test_plain_text_is_what_is_read() -> None:
    read = read_caption([parse_fragment("R&amp;D <code>&lt;x&gt;</code>. Ảnh: A&amp;B")])
    assert (read.text, read.credit) == ("R&D <x>.", "A&B")


@pytest.mark.parametrize(
    "html",
    ["<em>Chợ</em>", "<i>Chợ</i> <em>phiên</em>", "<b><i>Chợ</i></b>", "<em>Chợ.</em> Ảnh: Hà"],
)
def test_a_paragraph_all_in_italics_is_known(html: str) -> None:
    assert is_all_italic(parse_fragment(f"<p>{html}</p>"))


@pytest.mark.parametrize("html", ["Chợ", "<em>Chợ</em> phiên", "<b>Chợ</b>", "<em>Chợ</em>."])
def test_one_that_is_not_is_known_too(html: str) -> None:
    assert not is_all_italic(parse_fragment(f"<p>{html}</p>"))


def test_a_line_or_a_part_ends_the_credit_and_what_follows_stays_caption() -> None:
    assert caption("Chợ. Ảnh: Hà<br>Dòng hai") == ("Chợ. Dòng hai", "Hà")
    assert caption("Chợ. Ảnh: Hà", "Dòng <b>hai</b>") == ("Chợ. Dòng <b>hai</b>", "Hà")
    assert caption("<em>Chợ. Ảnh: Hà<br>Dòng hai</em>") == ("Chợ. Dòng hai", "Hà")
    assert caption("<p>Ảnh: Hà</p><p>Dòng hai</p>") == ("Dòng hai", "Hà")
    assert caption("Chợ. Ảnh: Ngọc\nBằng") == ("Chợ.", "Ngọc Bằng")


def test_scripts_and_style_sheets_are_no_words_of_the_caption() -> None:
    read = read_caption([parse_fragment("Chợ <script>x()</script> phiên <style>p{}</style>")])
    assert read.text == "Chợ phiên"
    assert read.code == ("<script>x()</script>", "<style>p{}</style>")


def test_a_caption_of_very_many_words_runs_on() -> None:
    assert not read_caption([parse_fragment("chữ " * LONGEST)]).runs_on
    assert read_caption([parse_fragment("chữ " * (LONGEST + 1))]).runs_on


@pytest.mark.parametrize("html", ["- nơi họp chợ.", "– nơi họp chợ.", "<em>— nơi họp chợ.</em>"])
def test_a_dash_before_the_caption_is_layout(html: str) -> None:
    assert caption(html) == ("nơi họp chợ.", None)


def test_a_dash_that_belongs_to_a_word_stays() -> None:
    assert caption("-5 độ C ở đỉnh núi") == ("-5 độ C ở đỉnh núi", None)


@pytest.mark.parametrize(
    ("part", "content", "linked"),
    [
        ('Chợ. Ảnh: <a href="x">Báo A</a>', "Chợ.", '<a href="x">Báo A</a>'),
        ('Chợ. (Ảnh: Hà/<b><a href="x">Báo <i>A</i></a></b>)', "Chợ.", 'Hà/<a href="x">Báo A</a>'),
        ('<em>Chợ <a href="y">phiên</a>. Ảnh: Hà</em>', 'Chợ <a href="y">phiên</a>.', None),
        ('<a href="x">Chợ. Ảnh: Hà</a>', '<a href="x">Chợ.</a>', '<a href="x">Hà</a>'),
    ],
)
def test_a_link_in_a_credit_stays_one(part: str, content: str, linked: str | None) -> None:
    read = read_caption([parse_fragment(part)])
    assert caption(part)[0] == content
    if linked is None:
        assert read.linked is None
    else:
        assert read.linked is not None
        inner = "".join(tostring(each, "unicode", method="html") for each in read.linked)
        assert f"{read.linked.text or ''}{inner}" == linked
