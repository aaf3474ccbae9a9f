"""Which image a browser fetches at once, on every page there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.photos.samples import corners, save
from tests.site.newsroom import Newsroom


def faults(page: BeautifulSoup) -> list[str]:
    """Return the images of a page that are loaded otherwise than they should be."""
    at_once, late = ("high", None, "async"), (None, "lazy", "async")
    # The visitor counter's pixel is for browsers without scripts, and no picture.
    images = page.select("img:not(noscript img, .front-banner img)")
    expected: list[tuple[Tag, tuple[str | None, ...]]] = [
        (image, late if number else at_once) for number, image in enumerate(images)
    ]
    # A banner is in sight, and must not come before the photo below it.
    expected += [(image, (None, None, "async")) for image in page.select(".front-banner img")]
    return [
        str(image)
        for image, wanted in expected
        if (image.get("fetchpriority"), image.get("loading"), image.get("decoding")) != wanted
    ]


def pages(output: Path) -> dict[str, BeautifulSoup]:
    return {
        path.relative_to(output).as_posix(): BeautifulSoup(path.read_bytes(), "html.parser")
        for path in sorted(output.rglob("*.html"))
    }


def test_the_first_image_of_every_page_is_fetched_at_once_and_the_others_late(
    built_site: Path,
) -> None:
    found = pages(built_site)
    assert sum(bool(page.picture) for page in found.values()) > 50
    assert {name: wrong for name, page in found.items() if (wrong := faults(page))} == {}


def test_every_photo_in_a_figure_or_a_list_is_a_picture_with_its_size(built_site: Path) -> None:
    for name, page in pages(built_site).items():
        for image in page.select("figure img, .teaser img"):
            assert image.parent is not None
            assert image.parent.name == "picture", name
            modern = [source["type"] for source in image.parent.select("source:not([media])")]
            assert modern == ["image/avif"], name
            for each in image.parent.select("source, img[srcset]"):
                assert each["srcset"], name
                assert each["sizes"], name
            assert int(str(image["width"])) > 0, name
            assert int(str(image["height"])) > 0, name


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of articles with and without photos, in all orders in which they can stand."""
    newsroom = Newsroom(tmp_path_factory.mktemp("first"))
    (newsroom.content / "images").mkdir()
    for number, name in enumerate("abc"):
        save(newsroom.content / f"images/{name}.jpg", corners(300 + number, 200))
    said = "\nChú thích. Ảnh: Hà\n\n"
    bodies = {
        "khong-anh": "Chữ.",
        "anh-trong-cau": f"Chữ ![x](a.jpg) chữ.\n\nb.jpg{said}",
        "bo-anh": f"a.jpg\nb.jpg\nc.jpg{said}c.jpg{said}",
        "html": f'<div><p><img src="b.jpg" loading="lazy"></p></div>\n\na.jpg{said}',
    }
    for day, (name, body) in enumerate(bodies.items(), 1):
        newsroom.write(f"articles/{name}.md", body, Date=f"0{day}/01/2024", Tags="chung")
        newsroom.write(
            f"articles/{name}-dai-dien.md",
            body,
            Date=f"1{day}/01/2024",
            Tags="chung",
            Category="Khác",
            Lead_photo="c.jpg",
        )
    for day in range(20, 28):
        newsroom.write(f"articles/tin-{day}.md", Date=f"{day}/01/2024", Category="Tin vắn")
    newsroom.write("pages/trang.md", bodies["anh-trong-cau"], Date="", Lead_photo="a.jpg")
    built = newsroom.build("--fatal=errors")
    assert built.status == 0, built.said
    return newsroom.output


def test_so_it_is_wherever_the_first_photo_stands(output: Path) -> None:
    found = pages(output)
    with_images = {name for name, page in found.items() if page.img}
    # The news on the front page have no photo, the sections below have; the articles without
    # a photo of their own have related ones below.
    assert {"index.html", "2024/01/khong-anh/index.html", "trang/index.html"} <= with_images
    assert {name: wrong for name, page in found.items() if (wrong := faults(page))} == {}


def test_a_lead_photo_above_the_text_is_the_first_and_the_texts_photos_come_late(
    output: Path,
) -> None:
    page = BeautifulSoup((output / "2024/01/html-dai-dien/index.html").read_bytes(), "html.parser")
    first, *others = page.select("article.article img")
    assert first["width"] == "302"
    assert first["fetchpriority"] == "high"
    assert len(others) == 2
    assert {image.get("loading") for image in others} == {"lazy"}
