from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

FOR_SCREENS = ("nav", ".skip-link", ".latest", ".share", ".counter", ".login", "button")


def _prepare(page: Page) -> None:
    page.emulate_media(media="print")


@pytest.mark.parametrize("kind", ["original article", "reprint", "strip gallery", "static page"])
def test_a_printed_page_has_its_text_and_no_navigation(open_page: OpenPage, kind: str) -> None:
    page = open_page(kind, prepare=_prepare)
    for selector in FOR_SCREENS:
        for found in page.locator(selector).all():
            expect(found).to_be_hidden()
    expect(page.locator("main h1")).to_be_visible()
    for photo in page.locator("main figure img").all():
        expect(photo).to_be_visible()


def test_a_printed_reprint_says_where_it_is_from(open_page: OpenPage) -> None:
    page = open_page("reprint", prepare=_prepare)
    expect(page.locator("footer.source")).to_be_visible()


def test_a_dark_screen_prints_dark_on_white(open_page: OpenPage) -> None:
    page = open_page("original article", prepare=_prepare, color_scheme="dark")
    shades = page.evaluate(
        """() => ["color", "backgroundColor"].map((name) => {
            const numbers = getComputedStyle(document.body)[name].match(/[\\d.]+/g).map(Number);
            return numbers[3] === 0 ? 255 : Math.max(...numbers.slice(0, 3));
        })"""
    )
    text, paper = shades
    assert text < 80
    assert paper > 240
