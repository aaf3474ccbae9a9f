"""Readers who have set their browser to large letters see everything, on every screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import OpenPage, start
from tests.browser.page_types import PAGE_TYPES

SIZES = (16, 24, 32)
WIDTHS = (320, 360, 768, 1280)

# Texts that stand beyond the window's edge, or beyond that of a box which hides what is outside.
# A strip of photos and a table scroll, with a part of the next photo or column in sight.
CUT_OFF = """() => {
    const cut = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const {data, parentElement: holder} = texts.currentNode;
        if (!data.trim() || !holder.checkVisibility()) continue;
        if (holder.closest("table, .gallery__photos--strip, .visually-hidden, .skip-link"))
            continue;
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        const text = range.getBoundingClientRect();
        if (text.left < -1 || text.right > document.documentElement.clientWidth + 1) cut.add(data);
        for (let box = holder; box !== document.body; box = box.parentElement) {
            const {left, right, top, bottom} = box.getBoundingClientRect();
            if (getComputedStyle(box).overflow === "visible") continue;
            if (text.left < left - 1 || text.right > right + 1) cut.add(data);
            // A summary is cut after some lines, with an ellipsis.
            if (box.matches(".teaser__summary")) continue;
            if (text.top < top - 1 || text.bottom > bottom + 1) cut.add(data);
        }
    }
    return [...cut];
}"""


@pytest.fixture(scope="module", params=SIZES)
def browser(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A Chromium whose reader has chosen a size of letters, in pixels."""
    started = start(browser.browser_type, f"--blink-settings=defaultFontSize={request.param}")
    yield started
    started.close()


def test_the_theme_follows_the_size_that_the_reader_chose(
    open_page: OpenPage, request: pytest.FixtureRequest
) -> None:
    page = open_page("original article", width=360)
    size = page.locator(".content").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size == 1.1875 * request.node.callspec.params["browser"]


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_nothing_is_cut_off_or_scrolls_sideways(open_page: OpenPage, kind: str) -> None:
    page = open_page(kind)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(CUT_OFF) == []
