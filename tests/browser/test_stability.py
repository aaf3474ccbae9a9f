from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.page_types import PAGE_TYPES
from tests.browser.web import SLOW

# The Layout Instability API (WICG): every shift the reader did not cause, with what moved.
OBSERVE = """() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const {value, hadRecentInput, sources} of list.getEntries())
            if (!hadRecentInput) shifts.push(
                value + ": " + sources.map(({node}) => node?.outerHTML ?? node?.data).join(" | "));
    }).observe({type: "layout-shift", buffered: true});
}"""
TO_THE_END = """async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)));
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
        scrollTo({top: y, behavior: "instant"});
        await frame();
    }
}"""


def _observe(page: Page) -> None:
    page.add_init_script(f"({OBSERVE})()")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_nothing_moves_while_a_page_loads_and_is_scrolled(
    open_page: OpenPage, kind: str, width: int
) -> None:
    page = open_page(kind, width=width, prepare=_observe, extra_http_headers={SLOW: "yes"})
    page.evaluate(TO_THE_END)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("shifts") == []


def test_a_shift_would_be_seen(open_page: OpenPage) -> None:
    page = open_page("home", prepare=_observe, extra_http_headers={SLOW: "yes"})
    page.evaluate(
        "document.body.insertAdjacentHTML('afterbegin', '<p style=\"block-size: 300px\">x</p>')"
    )
    page.wait_for_function("shifts.length > 0")


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
