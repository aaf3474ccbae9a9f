from __future__ import annotations

import pytest

from plugins.figures.source.images import Image
from plugins.figures.source.raw_html import (
    is_empty,
    read_figure,
    read_paragraph,
    read_photos,
    text_of_wrapper,
)
from plugins.figures.tree.html_tree import parse_fragment, plain_text

IMG = '<img src="a.jpg">'


def figure(html: str) -> tuple[list[Image], list[str]] | None:
    """Return the images and the caption's parts of a hand-written figure."""
    pending = read_figure(parse_fragment(html)[0])
    return (
        None if pending is None else (pending.images, [plain_text(part) for part in pending.parts])
    )


@pytest.mark.parametrize(
    ("html", "caption"),
    [
        (f"<p>{IMG}</p>", None),
        (f"<p>{IMG}<br>Chú.</p>", "Chú."),
        (f"<p>{IMG}<br/><b>Chú</b><br>hai.</p>", "Chú hai."),
        (f"<div><center>{IMG}<br>Chú.</center></div>", "Chú."),
    ],
)
def test_a_block_of_images_may_hold_its_caption_under_a_line_break(
    html: str, caption: str | None
) -> None:
    found = read_photos(parse_fragment(html))
    assert found is not None
    assert found.images == [Image("a.jpg")]
    text = None if found.caption is None else plain_text(found.caption)
    assert text == caption


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{IMG} Chữ.</p>",
        f"<p>Chữ.<br>{IMG}</p>",
        f"<p>{IMG}<br>Chú.<br>{IMG}</p>",
        f"<div><p>{IMG}</p><p>Thân.</p></div>",
        f"<ul><li>{IMG}</li></ul>",
        "<p>Chữ.</p>",
        "<p>&nbsp;</p>",
    ],
)
def test_any_other_block_is_no_photo_line(html: str) -> None:
    assert read_photos(parse_fragment(html)) is None


def test_a_paragraph_of_text_is_known() -> None:
    paragraph = read_paragraph(parse_fragment("<div><p><em>Chú</em> thích.<o:p></o:p></p></div>"))
    assert paragraph is not None
    assert plain_text(paragraph) == "Chú thích."
    for html in ("<p></p>", f"<p>{IMG}</p>", "<ul><li>x</li></ul>", "<p>a</p><p>b</p>", "chữ"):
        assert read_paragraph(parse_fragment(html)) is None


def test_a_block_that_shows_and_marks_nothing_is_empty() -> None:
    assert is_empty(parse_fragment("<p>&nbsp;<br></p><!-- x -->"))
    assert not is_empty(parse_fragment('<p id="muc"></p>'))
    assert not is_empty(parse_fragment("<hr>"))


def test_a_wrapper_of_nothing_but_text_is_opened() -> None:
    assert text_of_wrapper(parse_fragment("<center>\n![](a.jpg)\n</center>")) == "\n![](a.jpg)\n"
    assert text_of_wrapper(parse_fragment("<center><b>x</b></center>")) is None
    assert text_of_wrapper(parse_fragment("<pre>a.jpg</pre>")) is None


def test_a_figure_may_hold_several_images_links_and_captions() -> None:
    html = f"""<figure><div><a href="https://x.example/">{IMG}</a></div><img src="b.jpg" alt="B">
    <figcaption><p>Một <b>hai</b></p></figcaption></figure>"""
    assert figure(html) == (
        [Image("a.jpg", link="https://x.example/"), Image("b.jpg", "B")],
        ["Một hai"],
    )


def test_nothing_in_a_figure_is_lost() -> None:
    nested = f"<figure><figure>{IMG}<figcaption>Một</figcaption></figure>Hai<p>ba</p></figure>"
    assert figure(nested) == ([Image("a.jpg")], ["Hai ba", "Một"])
    titled = '<figure><img src="a.jpg" title="Chú thích"></figure>'
    assert figure(titled) == ([Image("a.jpg", title="Chú thích")], ["Chú thích"])


def test_words_behind_an_open_bracket_are_caption() -> None:
    found = figure(f"<figure></_ bếp lửa {IMG} hồ sơ</figure>")
    assert found == ([Image("a.jpg")], ["</_ bếp lửa hồ sơ"])


@pytest.mark.parametrize(
    "inner",
    ["<pre>x</pre>", f"<table><tr><td>{IMG}</td></tr></table>", f"<video></video>{IMG}", "x"],
)
def test_a_figure_of_something_else_is_none(inner: str) -> None:
    assert figure(f"<figure>{inner}</figure>") is None
