"""The markup of figures, whole: what styles and scripts rely on."""

from __future__ import annotations

import pytest

from plugins.photos.plan.layout import Place, sizes
from tests.figures.conftest import Newsroom, Read

ROOT = "\ufdd0"


FIRST = "\ufdd1"


def addresses(html: str) -> str:
    """Return HTML with hashes, the site's root and the first image's mark made readable."""
    import re

    readable = html.replace(ROOT, "ROOT").replace(FIRST, "FIRST")
    return re.sub(r"-[0-9a-f]{10}-", "-HASH-", readable)


COLUMN, HALF = sizes("column", 4 / 3), sizes("half", 4 / 3)


def test_a_single_photo(newsroom: Newsroom) -> None:
    newsroom.photo("a.jpg", (1000, 750))
    html = newsroom.read("![Mô tả](a.jpg)\nMột *hai*. Ảnh: Ngọc Bằng").html
    phone = "ROOT/anh/a-HASH-480.{0} 480w, ROOT/anh/a-HASH-768.{0} 768w"
    whole = phone + ", ROOT/anh/a-HASH-1000.{0} 1000w"
    media = 'media="(max-width: 36em)" '
    assert addresses(html) == (
        '<figure class="figure">\n'
        '<a class="figure__link" href="ROOT/anh/a-HASH-lon.jpg"><picture>'
        f'<source {media}sizes="92vw" srcset="{phone.format("avif")}" type="image/avif">'
        f'<source {media}sizes="92vw" srcset="{phone.format("jpg")}" type="image/jpeg">'
        f'<source sizes="{COLUMN}" srcset="{whole.format("avif")}" type="image/avif">'
        '<img alt="Mô tả" decoding="async" fetchpriority="FIRST" height="750" '
        f'sizes="{COLUMN}" src="ROOT/anh/a-HASH-1000.jpg" '
        f'srcset="{whole.format("jpg")}" width="1000"></picture></a>\n'
        '<figcaption><span class="caption">Một <em>hai</em>.</span> '
        '<span class="credit">Ảnh: Ngọc Bằng</span></figcaption>\n'
        "</figure>"
    )


def test_a_gallery_side_by_side(read: Read) -> None:
    html = read("a.jpg\nb.jpg\nChú.", "a.jpg", "b.jpg").html
    assert addresses(html) == (
        '<figure class="figure gallery" data-count="2">\n'
        '<div class="gallery__photos">\n'
        '<a class="figure__link" href="ROOT/anh/a-HASH-lon.jpg"><picture>'
        f'<source sizes="{HALF}" srcset="ROOT/anh/a-HASH-40.avif 40w" type="image/avif">'
        '<img alt="Chú." decoding="async" fetchpriority="FIRST" height="30" '
        f'sizes="{HALF}" src="ROOT/anh/a-HASH-40.jpg" srcset="ROOT/anh/a-HASH-40.jpg 40w" '
        'width="40"></picture></a>\n'
        '<a class="figure__link" href="ROOT/anh/b-HASH-lon.jpg"><picture>'
        f'<source sizes="{HALF}" srcset="ROOT/anh/b-HASH-40.avif 40w" type="image/avif">'
        '<img alt="Chú." decoding="async" height="30" loading="lazy" '
        f'sizes="{HALF}" src="ROOT/anh/b-HASH-40.jpg" srcset="ROOT/anh/b-HASH-40.jpg 40w" '
        'width="40"></picture></a>\n'
        "</div>\n"
        '<figcaption><span class="caption">Chú.</span></figcaption>\n'
        "</figure>"
    )


def test_a_gallery_of_more_than_three_is_a_strip_for_the_keyboard(read: Read) -> None:
    names = ["a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg"]
    for count in range(2, 6):
        gallery = read("\n".join(names[:count]) + "\nChú.", *names).soup.select_one(
            ".gallery > div"
        )
        assert gallery is not None
        is_strip = count > 3
        assert ("gallery__photos--strip" in gallery["class"]) == is_strip
        assert gallery.get("tabindex") == ("0" if is_strip else None)
        assert gallery.get("role") == ("group" if is_strip else None)
        label = f"Bộ ảnh, {count} ảnh, cuộn ngang để xem"
        assert gallery.get("aria-label") == (label if is_strip else None)


def test_each_photo_of_a_strip_says_its_number(read: Read) -> None:
    names = ["a.jpg", "b.jpg", "c.jpg", "d.jpg"]
    numbered = read("\n".join(names), *names).soup.find_all("a")
    assert [link["data-of"] for link in numbered] == ["1/4", "2/4", "3/4", "4/4"]
    assert not read("\n".join(names[:3]), *names).soup.find_all("a", {"data-of": True})


def test_photos_side_by_side_keep_a_tall_shape_if_all_are_tall(newsroom: Newsroom) -> None:
    newsroom.photo("a.jpg", (30, 40))
    newsroom.photo("b.jpg", (30, 45))
    newsroom.photo("c.jpg", (40, 30))
    for text, tall in (("a.jpg\nb.jpg", True), ("a.jpg\nb.jpg\nc.jpg", False), ("a.jpg", False)):
        figure = newsroom.read(text).soup.figure
        assert figure is not None
        assert ("gallery--tall" in figure["class"]) == tall


def test_without_caption_and_credit_there_is_no_figcaption(read: Read) -> None:
    assert "figcaption" not in read("![Mô tả](a.jpg)", "a.jpg").html


def test_a_credit_alone_has_no_caption(read: Read) -> None:
    figcaption = read("a.jpg\nẢnh: Hà", "a.jpg").soup.figcaption
    assert str(figcaption) == '<figcaption><span class="credit">Ảnh: Hà</span></figcaption>'


@pytest.mark.parametrize(
    "body",
    [
        "Chữ ![](a.jpg)\n\n![](a.jpg) ![](b.jpg)\nMột.\n\n![](a.jpg)\nHai.",
        "![](a.jpg) ![](b.jpg)\nMột ![](b.jpg) hai.\n\nChữ ![](a.jpg)",
        "<div><p><img src=a.jpg loading=lazy></p></div>\n\n![](a.jpg)\nHai ![](b.jpg).",
        "- ![](a.jpg)\n- ![](b.jpg)\n\n<p><img src=a.jpg fetchpriority=high loading=eager> b</p>",
    ],
)
def test_only_the_first_image_of_an_article_is_fetched_at_once(read: Read, body: str) -> None:
    first, *others = read(body, "a.jpg", "b.jpg").soup.find_all("img")
    assert (first.get("fetchpriority"), first.get("loading")) == (FIRST, None)
    assert others
    for image in others:
        assert (image.get("fetchpriority"), image["loading"]) == (None, "lazy")
        assert image["decoding"] == "async"


def test_sizes_say_how_many_photos_stand_side_by_side(read: Read) -> None:
    names = ["a.jpg", "b.jpg", "c.jpg", "d.jpg"]
    places: list[Place] = ["column", "half", "third", "strip"]
    for count, place in enumerate(places, 1):
        images = read("\n".join(names[:count]) + "\nChú.", *names).soup.find_all("img")
        first: Place = "first_third" if place == "third" else place
        wanted = [sizes(first, 4 / 3), *[sizes(place, 4 / 3)] * (count - 1)]
        assert [image["sizes"] for image in images] == wanted


def test_an_editors_own_link_takes_the_place_of_the_photos(read: Read) -> None:
    link = read('[![Mô tả](a.jpg)](https://x.example/?a=1&b=2 "Xem")', "a.jpg").soup.a
    assert link is not None
    assert link.attrs == {"href": "https://x.example/?a=1&b=2", "title": "Xem"}


def test_a_link_to_a_larger_photo_opens_that(read: Read) -> None:
    result = read('<a href="lon.jpg"><img src="nho.jpg"></a>\nChú.', "lon.jpg", "nho.jpg")
    link = result.soup.a
    assert link is not None
    assert link["class"] == ["figure__link"]
    assert addresses(str(link["href"])) == "ROOT/anh/lon-HASH-lon.jpg"
    assert [photo.name for photo in result.photos] == ["nho.jpg", "lon.jpg"]
    assert [photo.name for photo in result.figures[0].photos] == ["nho.jpg"]


def test_a_link_to_the_photo_itself_is_the_figures_own(read: Read) -> None:
    result = read("[![](a.jpg)](a.jpg)\nChú.", "a.jpg")
    assert result.soup.a is not None
    assert result.soup.a["class"] == ["figure__link"]
    assert len(result.photos) == 1


def test_a_link_without_any_text_gets_a_name(read: Read) -> None:
    links = read("![](a.jpg)\n\nThân.\n\n[![](a.jpg)](https://x.example/)", "a.jpg").soup("a")
    assert [link["aria-label"] for link in links] == ["Xem ảnh lớn", "Xem thêm"]


def test_special_characters_are_escaped_once(read: Read) -> None:
    body = '![R&D "x" <y>](a.jpg)\nA &amp; B &lt;c> `<d>` R&D. Ảnh: X&Y'
    soup = read(body, "a.jpg").soup
    assert soup.img is not None
    assert str(soup.img["alt"]).startswith('R&D "x"')
    assert soup.figcaption is not None
    assert soup.figcaption.get_text() == "A & B <c> <d> R&D. Ảnh: X&Y"
