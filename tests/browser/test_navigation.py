"""The menu of the sections, on every screen and with every size of letters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import OpenPage, start

# Items of the menu to which one has to scroll sideways, or lower than a finger needs.
UNREACHED = """() => [...document.querySelectorAll(".category-nav a")].filter((item) => {
    const {left, right, height} = item.getBoundingClientRect();
    return left < 0 || right > innerWidth || height < 44;
}).map((item) => item.textContent)"""


@pytest.fixture(scope="module", params=[16, 24, 32])
def browser(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A Chromium whose reader has chosen a size of letters, in pixels."""
    started = start(browser.browser_type, f"--blink-settings=defaultFontSize={request.param}")
    yield started
    started.close()


@pytest.mark.parametrize("kind", ["home", "category", "original article"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_all_sections_are_in_sight_and_large_enough_for_a_finger(
    open_page: OpenPage, kind: str, width: int
) -> None:
    page = open_page(kind, width=width)
    assert page.locator(".category-nav a").count() > 5
    assert page.evaluate(UNREACHED) == []


def test_the_menu_of_a_phone_leaves_room_for_the_news(
    open_page: OpenPage, request: pytest.FixtureRequest
) -> None:
    # Larger letters take more lines, and each is higher.
    most = 150 * (request.node.callspec.params["browser"] / 16) ** 2
    page = open_page("home", width=360)
    height = page.locator(".category-nav").evaluate("e => e.getBoundingClientRect().height")
    assert height < most


@pytest.mark.parametrize("kind", ["home", "category", "original article"])
@pytest.mark.parametrize("forced", ["active", "none"])
def test_the_readers_section_is_marked_by_a_line(
    open_page: OpenPage, kind: str, forced: str
) -> None:
    page = open_page(kind, width=360, forced_colors=forced)
    assert _lined(page, ".category-nav [aria-current]") == [True]
    assert not any(_lined(page, ".category-nav a:not([aria-current])"))


def _lined(page: Page, items: str) -> list[bool]:
    """Say of each item whether a line is under it."""
    found: list[bool] = page.locator(items).evaluate_all(
        "items => items.map((e) => getComputedStyle(e).textDecorationLine === 'underline')"
    )
    return found
