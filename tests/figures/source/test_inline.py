from __future__ import annotations

import pytest

from plugins.figures.source.images import Image
from plugins.figures.source.inline import InlineReader, restore_html
from plugins.figures.tree.html_tree import plain_text


@pytest.fixture
def inline() -> InlineReader:
    return InlineReader(list("\\`*_{}[]()>#+-.!|"))


@pytest.mark.parametrize(
    ("text", "image"),
    [
        ("![Mô tả](a.jpg)", Image("a.jpg", "Mô tả")),
        ("![](a (1).jpg \"Chú 'thích'\")", Image("a (1).jpg", title="Chú 'thích'")),
        ("![](<a b.jpg>)", Image("a b.jpg")),
        ("![*Mô* \\[tả\\]](a\\_b.jpg)", Image("a_b.jpg", "Mô [tả]")),
        ("![Mô\ntả](a.jpg)", Image("a.jpg", "Mô tả")),
        ("![A &amp; B](a&amp;b.jpg)", Image("a&b.jpg", "A & B")),
        ("![x](a.jpg){: .wide width=50% }", Image("a.jpg", "x")),
    ],
)
def test_an_image_means_what_python_markdown_makes_of_it(
    inline: InlineReader, text: str, image: Image
) -> None:
    assert inline.images(text) == [image]


@pytest.mark.parametrize(
    "text", ["chữ", "![x](a.jpg) chữ", "![x]", "`![x](a.jpg)`", "", "\x02x\x03"]
)
def test_anything_else_is_no_line_of_images(inline: InlineReader, text: str) -> None:
    assert inline.images(text) is None


def test_words_in_braces_between_images_are_words(inline: InlineReader) -> None:
    assert inline.images("![](a.jpg){chữ} ![](b.jpg)") is None


def test_references_are_those_of_the_document(inline: InlineReader) -> None:
    assert inline.images("![x][R]") is None
    inline.begin({"r": ("a.jpg", "Chú")})
    assert inline.images("![x][R]") == [Image("a.jpg", "x", "Chú")]
    inline.begin({})
    assert inline.images("![x][R]") is None


def test_plain_text_is_without_markup(inline: InlineReader) -> None:
    assert inline.plain("*Một*  **hai** [ba](x) `<b>` &lt; R&D") == "Một hai ba <b> < R&D"


def test_a_tree_holds_plain_text(inline: InlineReader) -> None:
    tree = inline.tree("a <b>&amp;</b> `<c>` \\*")
    assert plain_text(tree) == "a & <c> *"
    assert tree.find(".//b") is not None


def test_raw_tags_come_back_even_from_within_each_other() -> None:
    text = "<p>\x02wzxhzdk:1\x03 \x02wzxhzdk:9\x03</p>"
    assert restore_html(text, ["<b>", "x\x02wzxhzdk:0\x03"]) == "<p>x<b> </p>"
