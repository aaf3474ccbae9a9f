from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, wait_until

FOCUSED = "document.activeElement"


@pytest.mark.parametrize("kind", ["home", "original article", "category", "404"])
@pytest.mark.parametrize("scripted", [True, False])
def test_the_first_tab_stop_leads_to_the_content(
    open_page: OpenPage, kind: str, scripted: bool
) -> None:
    page = open_page(kind, java_script_enabled=scripted)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_be_in_viewport()
    assert skip.get_attribute("href") == "#" + str(page.locator("main").get_attribute("id"))
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.querySelector('main').contains({FOCUSED})")


@pytest.mark.parametrize("kind", ["home", "reprint", "strip gallery", "category", "archive"])
def test_every_tab_stop_can_be_seen_and_tab_leaves_the_page_at_its_end(
    open_page: OpenPage, kind: str
) -> None:
    page = open_page(kind, width=360)
    stops = 0
    while True:
        page.keyboard.press("Tab")
        if page.evaluate(f"{FOCUSED} === document.body"):
            break
        stops += 1
        assert stops < 300, "Tab never leaves the page"
        stop = page.locator(":focus")
        expect(stop).to_be_in_viewport()
        style = stop.evaluate(
            "e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).boxShadow]"
        )
        assert style != ["none", "none"], stop.evaluate("e => e.outerHTML")
    assert stops > 5


def test_a_strip_of_photos_scrolls_with_the_arrow_keys(open_page: OpenPage) -> None:
    page = open_page("strip gallery", width=360)
    strip = page.locator(".gallery__photos--strip").first
    assert strip.evaluate("e => e.scrollWidth > e.clientWidth")
    strip.focus()
    page.keyboard.press("ArrowRight")
    wait_until(page, "document.querySelector('.gallery__photos--strip').scrollLeft > 0")
