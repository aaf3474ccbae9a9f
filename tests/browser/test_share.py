"""How an article is passed on."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

SIZE = "button => [button.offsetLeft, button.offsetWidth, button.offsetHeight]"


def test_what_needs_no_script_is_a_link(open_page: OpenPage) -> None:
    page = open_page("original article", java_script_enabled=False)
    expect(page.locator(".share a")).to_have_text(["Facebook", "Zalo", "Thư điện tử"])
    expect(page.locator(".share button:visible")).to_have_count(0)


def test_the_address_is_copied_and_the_button_says_so(open_page: OpenPage) -> None:
    page = open_page("original article", permissions=["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Chép liên kết")
    before = button.evaluate(SIZE)
    button.click()
    copied = page.get_by_role("button", name="Đã chép")
    expect(copied).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert copied.evaluate(SIZE) == before


def _without_clipboard(page: Page) -> None:
    page.add_init_script(
        "for (const name of ['clipboard', 'share'])"
        " Object.defineProperty(Navigator.prototype, name, {value: undefined})"
    )


def test_what_the_browser_cannot_do_is_not_offered(open_page: OpenPage) -> None:
    page = open_page("original article", prepare=_without_clipboard)
    expect(page.locator(".share button:visible")).to_have_text(["In bài"])
