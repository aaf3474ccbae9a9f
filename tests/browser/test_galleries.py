"""How several photos under one caption are shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.web import serve
from tests.photos.samples import corners, save
from tests.site.newsroom import Newsroom

SAID = "\nChú thích.\n"
# Width and height of each photo of a gallery, as shown.
SHOWN = """photos => photos.map((photo) => photo.getBoundingClientRect())
    .map(({width, height}) => [Math.round(width), Math.round(height)])"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A served article with galleries: three photos, two tall ones, and a strip of five."""
    newsroom = Newsroom(tmp_path_factory.mktemp("galleries"))
    (newsroom.content / "images").mkdir()
    for name, size in {"ngang": (600, 400), "dung": (400, 600), "rong": (900, 300)}.items():
        for number in "12":
            save(newsroom.content / f"images/{name}{number}.jpg", corners(*size))
    galleries = (
        ("ngang1", "ngang2", "rong1"),
        ("dung1", "dung2"),
        ("ngang1", "dung1", "rong1", "dung2", "ngang2"),
    )
    body = "\n\n".join("\n".join(f"{name}.jpg" for name in names) + SAID for names in galleries)
    newsroom.write("articles/bo-anh.md", body, Date="01/01/2024")
    built = newsroom.build("--fatal=errors")
    assert built.status == 0, built.said
    with serve(newsroom.output) as address:
        yield f"{address}/2024/01/bo-anh/"


def _shown(browser: Browser, site: str, width: int, gallery: int) -> list[tuple[int, int]]:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(site)
    photos = page.locator("figure.gallery").nth(gallery).locator("img")
    found: list[list[int]] = photos.evaluate_all(SHOWN)
    page.close()
    return [(width, height) for width, height in found]


def test_of_three_photos_a_phone_shows_one_large_and_two_small(browser: Browser, site: str) -> None:
    large, *small = _shown(browser, site, 360, 0)
    assert large[0] / large[1] == pytest.approx(3 / 2, rel=0.02)
    assert small[0] == small[1]
    assert small[0][0] == small[0][1]
    assert large[0] == pytest.approx(2 * small[0][0] + 8, abs=2)
    assert len(set(_shown(browser, site, 1280, 0))) == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_tall_photos_side_by_side_are_shown_tall(browser: Browser, site: str, width: int) -> None:
    first, second = _shown(browser, site, width, 1)
    assert first == second
    assert first[0] / first[1] == pytest.approx(3 / 4, rel=0.02)


@pytest.mark.parametrize("width", [360, 1280])
def test_photos_of_a_strip_are_of_one_height_and_keep_their_shape(
    browser: Browser, site: str, width: int
) -> None:
    flat, tall, *_ = shown = _shown(browser, site, width, 2)
    assert len({height for _, height in shown}) == 1
    assert flat[0] / flat[1] == pytest.approx(3 / 2, rel=0.02)
    assert tall[0] / tall[1] == pytest.approx(2 / 3, rel=0.02)


def test_a_photo_of_a_strip_says_how_many_there_are(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    page.goto(site)
    links = page.locator(".gallery__photos--strip a")
    said = links.evaluate_all(
        "links => links.map((link) => getComputedStyle(link, '::after').content)"
    )
    assert [one.split('"')[1] for one in said] == ["1/5", "2/5", "3/5", "4/5", "5/5"]
    expect(page.locator("figure.gallery").first.locator("a").first).not_to_have_attribute(
        "data-of", "1/3"
    )
    page.close()
