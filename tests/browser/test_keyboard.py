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


@pytest.mark.parametrize("kind", ["strip gallery", "side-by-side gallery"])
def test_a_photo_opens_large_and_escape_gives_the_focus_back(
    open_page: OpenPage, kind: str
) -> None:
    page = open_page(kind)
    link = page.locator(".gallery a.figure__link").nth(1)
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    expect(dialog).to_have_count(1)
    assert page.evaluate(f"document.querySelector('dialog').contains({FOCUSED})")
    photo = dialog.locator(f"img[src$='{str(link.get_attribute('href')).split('/')[-1]}']")
    expect(photo).to_be_in_viewport()
    assert photo.get_attribute("alt") == link.locator("img").get_attribute("alt")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    expect(link).to_be_focused()


def test_the_buttons_of_the_photo_viewer_work(open_page: OpenPage) -> None:
    page = open_page("strip gallery", reduced_motion="reduce")
    page.locator(".gallery a.figure__link").first.click()
    dialog = page.locator("dialog[open]")
    photos, buttons = dialog.locator("img"), dialog.locator("button")
    expect(photos.nth(0)).to_be_in_viewport(ratio=0.9)
    buttons.nth(1).click()
    expect(photos.nth(1)).to_be_in_viewport(ratio=0.9)
    expect(photos.nth(0)).not_to_be_in_viewport()
    buttons.nth(0).click()
    expect(photos.nth(0)).to_be_in_viewport(ratio=0.9)
    buttons.last.click()
    expect(dialog).to_have_count(0)


def test_a_click_that_asks_for_a_new_tab_gets_one(open_page: OpenPage) -> None:
    page = open_page("strip gallery")
    with page.context.expect_page():
        page.locator("a.figure__link").first.click(modifiers=["ControlOrMeta"])
    expect(page.locator("dialog")).to_have_count(0)
