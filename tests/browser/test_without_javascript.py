from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.page_types import PAGE_TYPES

# What can be seen of the page, without the one list that is fetched.
VISIBLE = """(selector) => [...document.querySelectorAll(selector)]
    .filter((e) => e.checkVisibility({visibilityProperty: true}))
    .filter((e) => !e.closest(".latest__list, .visitor-counter"))
    .map((e) => [e.tagName, e.innerText.trim(), e.href ?? ""].join(" ")).sort()"""


def _visible(page: Page, selector: str) -> list[str]:
    seen: list[str] = page.evaluate(VISIBLE, selector)
    return seen


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_every_heading_and_link_is_there_without_scripts(open_page: OpenPage, kind: str) -> None:
    selector = "h1, h2, h3, a[href], img, figcaption, dd, time"
    scripted = _visible(open_page(kind), selector)
    plain = _visible(open_page(kind, java_script_enabled=False), selector)
    assert plain
    assert [seen for seen in scripted if seen not in plain] == []


@pytest.mark.parametrize("kind", ["original article", "category", "static page"])
def test_the_latest_news_are_fetched_or_linked(open_page: OpenPage, kind: str) -> None:
    page = open_page(kind)
    expect(page.locator(".latest__list a")).not_to_have_count(0)
    page.locator(".latest__list a").first.click()
    expect(page.locator("article h1")).to_be_visible()

    page = open_page(kind, java_script_enabled=False)
    page.locator(".latest a").click()
    expect(page.locator("#tin-moi-nhat")).to_be_in_viewport()


def test_a_photo_is_a_plain_link_to_itself(open_page: OpenPage) -> None:
    page = open_page("strip gallery", java_script_enabled=False)
    link = page.locator("a.figure__link").first
    address = link.evaluate("a => a.href")
    link.click()
    page.wait_for_url(address)
    assert page.locator("img").evaluate("photo => photo.naturalWidth") > 0
