from __future__ import annotations

from xml.etree.ElementTree import Element

from plugins.figures.tree.rewrite import rewrite


def image(element: Element) -> str:
    return f"[{element.get('src')}]"


def test_images_are_replaced_and_nothing_else_is_touched() -> None:
    html = "<DIV x=1>R&D\n&copy; <!-- <img src=c> --><IMG\n SRC='a&amp;b'  /><b>x</b>\n<img src=d>"
    assert rewrite(html, image, lambda _: None) == (
        "<DIV x=1>R&D\n&copy; <!-- <img src=c> -->[a&b]<b>x</b>\n[d]"
    )


def test_outermost_figures_are_replaced_whole() -> None:
    html = "<p><figure>1<figure><img src=a></figure></figure ></p><figure><img src=b></figure>"
    assert rewrite(html, image, str.upper) == (
        "<p><FIGURE>1<FIGURE><IMG SRC=A></FIGURE></FIGURE ></p><FIGURE><IMG SRC=B></FIGURE>"
    )


def test_a_figure_that_is_refused_has_its_images_replaced() -> None:
    assert rewrite("<figure><img src=a></figure>", image, lambda _: None) == "<figure>[a]</figure>"


def test_an_unclosed_figure_is_none() -> None:
    assert rewrite("<figure><img src=a>", image, lambda _: "x") == "<figure>[a]"


def test_scripts_hold_no_images() -> None:
    html = "<script>'<img src=a>'</script>"
    assert rewrite(html, image, lambda _: None) == html


def test_an_image_behind_what_only_begins_like_a_tag_is_replaced() -> None:
    assert rewrite("<p>a <b x <img src=a></p>", image, lambda _: None) == "<p>a <b x [a]</p>"
    assert rewrite("<p></_ x <img src=a></p>", image, lambda _: None) == "<p></_ x [a]</p>"


def test_a_figure_without_content_ends_where_it_begins() -> None:
    html = "<figure/><figure><img src=a></figure>"
    assert rewrite(html, image, str.upper) == "<figure/><FIGURE><IMG SRC=A></FIGURE>"
