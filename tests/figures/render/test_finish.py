"""Images outside figures, alternative texts, and what becomes of them as data."""

from __future__ import annotations

import pytest

from plugins.photos import PhotoLibrary
from plugins.photos.plan.layout import sizes
from tests.figures.conftest import Newsroom, Read


@pytest.mark.parametrize(
    "body",
    [
        "Chữ ![Mô tả](a.jpg) bên cạnh.",
        'Chữ <img src="a.jpg" alt="Mô tả"> bên cạnh.',
        "- ![Mô tả](a.jpg)",
        "> ![Mô tả](a.jpg)",
        "| a | b |\n|---|---|\n| ![Mô tả](a.jpg) | x |",
        "# ![Mô tả](a.jpg)",
        '<table><tr><td><img alt="Mô tả" src="a.jpg"></td></tr></table>',
        '<div><h4>Đề</h4><p>Chữ <img\nalt="Mô tả"\nsrc="a.jpg"/></p></div>',
        "Từ\n: ![Mô tả](a.jpg)",
        "Chữ[^1]\n\n[^1]: ![Mô tả](a.jpg)",
        '<div markdown="1">\n\nChữ ![Mô tả](a.jpg)\n\n</div>',
        "Chữ ![Mô tả][r]\n\n[r]: a.jpg",
    ],
)
def test_an_image_anywhere_gets_what_every_image_needs(read: Read, body: str) -> None:
    result = read(body, "a.jpg")
    (image,) = result.soup.find_all("img")
    (photo,) = result.photos
    (shown,) = (each.url for each in photo.made if each.purpose == "inline" and "jpg" in each.url)
    assert image.attrs == {
        "src": f"\ufdd0/{shown}",
        "srcset": f"\ufdd0/{shown} 40w",
        "sizes": sizes("in_text", 4 / 3),
        "alt": "Mô tả",
        "width": "40",
        "height": "30",
        "fetchpriority": "\ufdd1",
        "decoding": "async",
    }
    assert result.figures == ()


def test_an_inline_image_without_a_text_is_decoration(read: Read) -> None:
    for body in ("Chữ ![](a.jpg)", "Chữ <img src=a.jpg>", "Chữ ![a.jpg](a.jpg)"):
        image = read(body, "a.jpg").soup.img
        assert image is not None
        assert image["alt"] == ""


def test_the_rest_of_raw_html_is_left_as_it_is(read: Read) -> None:
    body = '<div CLASS=x>\n<!-- <img src="b.jpg"> -->\n<p>R&D &copy; <img src="a.jpg"></p></div>'
    html = read(body, "a.jpg").html
    before, _, after = html.partition("<img alt")
    assert before == '<div CLASS=x>\n<!-- <img src="b.jpg"> -->\n<p>R&D &copy; '
    assert after.endswith("></p></div>")


def test_an_editors_addresses_of_other_sizes_go(read: Read) -> None:
    body = 'Chữ <img src="a.jpg" srcset="https://x.example/b.jpg 2x" sizes="10vw" class="icon">'
    image = read(body, "a.jpg").soup.img
    assert image is not None
    assert "x.example" not in str(image)
    assert image["sizes"] == sizes("in_text", 4 / 3)
    assert image["class"] == ["icon"]


def test_a_figure_deep_in_raw_html_has_the_same_markup(read: Read) -> None:
    body = (
        '<div class="box">\n<h4>Đề</h4>\n<figure><img src="a.jpg">'
        "<figcaption>Chú. Ảnh: Hà</figcaption></figure></div>"
    )
    result = read(body, "a.jpg")
    figure = result.soup.select_one("div.box > figure.figure")
    assert figure is not None
    assert figure.get_text(" ", strip=True) == "Chú. Ảnh: Hà"
    assert result.figures[0].credit == "Hà"


def test_a_figure_with_markdown_inside_has_the_same_markup(read: Read) -> None:
    body = (
        '<figure markdown="1">\n![Mô tả](a.jpg)\n'
        '<figcaption markdown="span">Chú *n*. Ảnh: Hà</figcaption>\n</figure>'
    )
    assert read(body, "a.jpg").outline == ["figure 1: Chú n. Ảnh: Hà"]
    without_attribute = "<figure>\n![Mô tả](a.jpg)\n<figcaption>Chú.</figcaption>\n</figure>"
    assert read(without_attribute, "a.jpg").outline == ["figure 1: Chú."]


def test_an_image_in_a_caption_is_kept_in_it(read: Read) -> None:
    result = read("a.jpg\nChú ![Biểu trưng](b.jpg) thích.", "a.jpg", "b.jpg")
    assert result.soup.select_one(".caption > img[alt='Biểu trưng'][width='40']") is not None
    assert [photo.name for photo in result.photos] == ["a.jpg", "b.jpg"]
    assert [photo.name for photo in result.figures[0].photos] == ["a.jpg"]


def test_figures_are_data_in_document_order(read: Read) -> None:
    body = (
        "a.jpg\nMột [hai](https://x.example/). (Ảnh: Hà)\n\nChữ ![](b.jpg)\n\n"
        "<figure><img src='c.jpg'><figcaption>Ba</figcaption></figure>\n\nb.jpg\na.jpg\nBốn"
    )
    result = read(body, "a.jpg", "b.jpg", "c.jpg")
    assert [(figure.caption, figure.credit) for figure in result.figures] == [
        ("Một hai.", "Hà"),
        ("Ba", None),
        ("Bốn", None),
    ]
    assert [photo.name for photo in result.photos] == ["a.jpg", "b.jpg", "c.jpg", "b.jpg", "a.jpg"]


def test_alt_is_the_bracket_text_then_the_caption_without_its_credit(read: Read) -> None:
    body = "![Chợ *phiên*](a.jpg)\n![](b.jpg)\n![c.jpg](c.jpg)\nChú **đậm**. Ảnh: Hà"
    photos = read(body, "a.jpg", "b.jpg", "c.jpg").figures[0].photos
    assert [photo.alt for photo in photos] == ["Chợ phiên", "Chú đậm.", "Chú đậm."]


def test_size_is_that_of_the_upright_picture(newsroom: Newsroom) -> None:
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 30)).save(newsroom.root / "bai" / "a.jpg", exif=exif)
    image = newsroom.read("a.jpg\nChú.").soup.img
    assert image is not None
    assert (image["width"], image["height"]) == ("30", "40")


def test_other_extensions_still_see_the_caption(read: Read) -> None:
    body = "a.jpg\nUBND tỉnh[^1]. Ảnh: Hà\n\n*[UBND]: Ủy ban nhân dân\n\n[^1]: Ghi chú."
    result = read(body, "a.jpg")
    assert result.soup.select_one(".caption > abbr") is not None
    assert result.soup.select_one(".caption > sup > a.footnote-ref") is not None
    assert (result.figures[0].caption, result.figures[0].credit) == ("UBND tỉnh.", "Hà")


def test_a_link_on_a_photo_is_resolved_like_any_other(newsroom: Newsroom) -> None:
    from markdown import Markdown

    from plugins.articles.links import LinkExtension
    from plugins.core.document import ARTICLE_LINK, Document
    from plugins.figures.extension import FiguresExtension

    newsroom.photo("a.jpg")
    (newsroom.root / "bai" / "khac.md").write_text("x", encoding="utf-8")
    markdown = Markdown(extensions=[LinkExtension(), FiguresExtension()])
    body = "[![](a.jpg)](khac.md)\nChú."
    path = newsroom.root / "bai" / "index.md"
    markdown.document = Document(path, PhotoLibrary(newsroom.root), "x", body.split("\n"), 1)  # type: ignore[attr-defined] # extensions look for it there
    assert f'href="{ARTICLE_LINK}bai/khac.md"' in markdown.convert(body)
