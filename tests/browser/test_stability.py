from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, wait_until
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
        "document.body.prepend(document.createElement('p')),"
        "document.body.firstElementChild.style.blockSize = '300px'"
    )
    wait_until(page, "shifts.length > 0")
