from __future__ import annotations

import pytest

from plugins.figures.source.images import Image, leads_to_photo, only_images
from plugins.figures.tree.html_tree import parse_fragment


@pytest.mark.parametrize(
    "html",
    [
        '<img src="a.jpg">',
        ' \u00a0<p align="center"><img src="a.jpg"></p>\n',
        '<div><span><font><img src="a.jpg"></font></span><br></div>',
        '<em><strong><img src="a.jpg"></strong></em>',
        '<picture><source srcset="a.webp"><img src="a.jpg"></picture>',
        '<p class="MsoNormal"><img src="a.jpg"><o:p>&nbsp;</o:p></p>',
        '<img src="data:image/gif;base64,R0" data-src="a.jpg">',
    ],
)
def test_what_stands_round_an_image_says_nothing(html: str) -> None:
    assert only_images(parse_fragment(html)) == [Image("a.jpg")]


def test_what_the_editor_says_of_an_image_is_kept() -> None:
    html = (
        '<a href="https://x.example/" title="Xem"><img src=" a.jpg" alt="Mô  tả" title="Chú"></a>'
    )
    assert only_images(parse_fragment(html)) == [
        Image("a.jpg", "Mô tả", "Chú", "https://x.example/", "Xem")
    ]


@pytest.mark.parametrize(
    "html",
    [
        "chữ",
        '<img src="a.jpg"> chữ',
        '<h2><img src="a.jpg"></h2>',
        "<img>",
        "<video></video>",
        '<table><tr><td><img src="a.jpg"></td></tr></table>',
        '<a href="x">chữ</a>',
    ],
)
def test_anything_else_is_no_photo_line(html: str) -> None:
    assert only_images(parse_fragment(html)) is None


def test_nothing_at_all_is_an_empty_list() -> None:
    assert only_images(parse_fragment("<p>&nbsp;</p>")) == []


def test_a_link_may_lead_to_a_photo_of_this_site() -> None:
    assert leads_to_photo(Image("a.jpg", link="b.jpg"))
    assert not leads_to_photo(Image("a.jpg", link="https://x.example/b.jpg"))
    assert not leads_to_photo(Image("a.jpg", link="bai-khac.md"))
    assert not leads_to_photo(Image("a.jpg"))
