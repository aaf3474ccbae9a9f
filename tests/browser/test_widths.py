"""Whatever the width of the window, everything stands where it belongs."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import OpenPage
from tests.browser.page_types import PAGE_TYPES
from tests.browser.web import serve
from tests.site.newsroom import Newsroom


@pytest.mark.parametrize("scripted", [True, False])
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_no_page_scrolls_sideways(open_page: OpenPage, kind: str, scripted: bool) -> None:
    page = open_page(kind, java_script_enabled=scripted)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


# What stands further out than the box it belongs to, text included.
STICKING_OUT = """() =>
    [...document.querySelectorAll("main :is(.teaser, p, li, figcaption)")]
    .filter((box) => !box.closest(".gallery__photos--strip, .visually-hidden"))
    .flatMap((box) => {
        const {left, right} = box.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(box);
        const out = [...range.getClientRects()]
            .some((text) => text.left < left - 1 || text.right > right + 1);
        return out ? [box.textContent.trim().slice(0, 60)] : [];
    })"""


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_nothing_sticks_out_of_its_box(open_page: OpenPage, kind: str) -> None:
    page = open_page(kind)
    for width in (320, 360, 600, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(STICKING_OUT) == []


# How far the photos of a list stand from the edge that they belong to.
OFF_THE_EDGE = """() =>
    [...document.querySelectorAll(".teaser:has(> picture)")].map((teaser) => {
        const box = teaser.getBoundingClientRect();
        const photo = teaser.querySelector("img").getBoundingClientRect();
        return Math.min(Math.abs(photo.left - box.left), Math.abs(photo.right - box.right));
    })"""


@pytest.mark.parametrize("kind", ["home", "category", "original article"])
def test_the_photos_of_a_list_stand_at_its_edge(open_page: OpenPage, kind: str) -> None:
    page = open_page(kind)
    for width in (360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        distances = page.evaluate(OFF_THE_EDGE)
        assert distances
        assert max(distances) < 1


# The lines of a text as they are seen: where each begins.
LINES = """pre => pre.innerText.trim().split("\\n").map((line) => line.split(":")[0])"""


def test_an_example_of_a_head_shows_a_field_a_line(browser: Browser, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    summary = " ".join(["Chợ phiên đông người về từ các bản xa."] * 5)
    head = {"Title": "Chợ phiên", "Date": "10/01/2024", "Summary": summary}
    example = "".join(f"{key}: {value}\n" for key, value in head.items())
    newsroom.write("articles/mau.md", f"Phần đầu của một bài:\n\n```\n{example}```")
    assert newsroom.build().status == 0
    with serve(newsroom.output) as address:
        page = browser.new_page(viewport={"width": 360, "height": 800})
        page.goto(f"{address}/2024/01/mau/")
        fields = page.locator("pre").evaluate(LINES)
        height = page.locator("pre code").evaluate("code => code.getClientRects().length")
        width = page.evaluate("document.documentElement.scrollWidth")
        page.close()
    assert fields == list(head)
    assert height > len(fields)  # the long one goes on below
    assert width == 360
