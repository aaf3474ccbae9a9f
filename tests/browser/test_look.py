"""Letters and colours as the reader chooses them at the head of a page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import find_violations
from tests.browser.conftest import OpenPage, wait_until

SIZE = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
PAPER = "getComputedStyle(document.body).backgroundColor"
# What a page looked like when it was painted first.
FIRST_PAINT = """requestAnimationFrame(() => {
    window.painted = [document.documentElement.style.fontSize, document.documentElement.className];
})"""


def _press(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()


def test_letters_become_larger_and_smaller_within_bounds(open_page: OpenPage) -> None:
    page = open_page("reprint", width=360)
    _press(page, "Chữ to hơn")
    assert page.evaluate(SIZE) == pytest.approx(17.6)
    _press(page, *["Chữ to hơn"] * 9)
    assert page.evaluate(SIZE) == 24
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    _press(page, *["Chữ nhỏ hơn"] * 9)
    assert page.evaluate(SIZE) == pytest.approx(14.4)
    _press(page, "Cỡ chữ bình thường")
    assert page.evaluate(SIZE) == 16


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_strong_contrast_is_black_on_white_or_white_on_black(
    open_page: OpenPage, scheme: str
) -> None:
    page = open_page("reprint", color_scheme=scheme)
    usual = page.evaluate(PAPER)
    _press(page, "Tương phản")
    wanted = "rgb(255, 255, 255)" if scheme == "light" else "rgb(0, 0, 0)"
    assert page.evaluate(PAPER) == wanted
    assert find_violations(page, scripted=True) == []
    _press(page, "Tương phản")
    assert page.evaluate(PAPER) == usual


def test_the_choice_is_kept_on_the_device_and_there_before_the_first_paint(
    open_page: OpenPage,
) -> None:
    page = open_page("home")
    _press(page, "Chữ to hơn", "Tương phản")
    assert page.context.cookies() == []
    page.add_init_script(FIRST_PAINT)
    page.reload()
    wait_until(page, "'painted' in window")  # a small page may be there before its first frame
    assert page.evaluate("painted") == ["110%", "contrast"]


def test_a_browser_that_keeps_nothing_shows_the_page_as_it_is(open_page: OpenPage) -> None:
    def prepare(page: Page) -> None:
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
        )

    page = open_page("reprint", prepare=prepare)
    assert page.evaluate(SIZE) == 16
    expect(page.locator(".masthead__day")).not_to_be_empty()


def test_without_scripts_there_are_no_buttons(open_page: OpenPage) -> None:
    page = open_page("reprint", java_script_enabled=False)
    expect(page.locator(".look")).to_be_hidden()
