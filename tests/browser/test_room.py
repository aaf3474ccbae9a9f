"""Room is kept for what comes late, and none for what never comes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import OpenPage

# By how many pixels an entry of the latest news is higher than what stands in it.
SPARE = """() => [...document.querySelectorAll(".latest__list li")].map((entry) => {
    const {paddingBlockStart, paddingBlockEnd} = getComputedStyle(entry);
    const {top} = entry.firstElementChild.getBoundingClientRect();
    const {bottom} = entry.lastElementChild.getBoundingClientRect();
    const {height} = entry.getBoundingClientRect();
    return height - (bottom - top) - parseFloat(paddingBlockStart) - parseFloat(paddingBlockEnd);
})"""
HEIGHT = "block => block.getBoundingClientRect().height"
# What lies between the last button that can be seen and the end of the block.
BELOW_THE_BUTTONS = """share => {
    const seen = [...share.querySelectorAll("a, button")].filter((each) => !each.hidden);
    const bottoms = seen.map((each) => each.getBoundingClientRect().bottom);
    return share.getBoundingClientRect().bottom - Math.max(...bottoms);
}"""
WITHOUT_SHARING = "Object.defineProperty(Navigator.prototype, 'share', {value: undefined})"
# A name of the counter's that needs a second line, or whose number stands on another.
BROKEN = """() => [...document.querySelectorAll(".visitor-counter > div")].filter((row) => {
    const [name, number] = row.children;
    const range = document.createRange();
    range.selectNodeContents(name);
    return range.getClientRects().length > 1
        || Math.abs(number.getBoundingClientRect().top - name.getBoundingClientRect().top) > 2;
}).map((row) => row.innerText)"""


@pytest.mark.parametrize("width", [320, 360, 414, 768, 1280])
def test_the_latest_news_fill_the_room_that_is_kept_for_them(
    open_page: OpenPage, width: int
) -> None:
    page = open_page("static page", width=width)
    spare = page.evaluate(SPARE)
    assert len(spare) == 8
    assert max(spare) < 26  # a line, where the neighbour in the other column has one more


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_long_headlines_are_shown_whole_and_as_many_as_there_is_room_for(
    open_page: OpenPage, width: int
) -> None:
    heights = []

    def answer(route: Route) -> None:
        heights.append(page_of(route).locator(".latest").evaluate(HEIGHT))
        reply = route.fetch()
        longer = re.sub(
            r"(<li><a[^>]*>)", r"\1" + "Một tít dài đến mấy dòng liền " * 6, reply.text()
        )
        route.fulfill(response=reply, body=longer)

    def page_of(route: Route) -> Page:
        return route.request.frame.page

    page = open_page(
        "static page",
        width=width,
        prepare=lambda page: page.route("**/manh/tin-moi.html", answer),
    )
    assert heights == [page.locator(".latest").evaluate(HEIGHT)]
    assert 0 < page.locator(".latest__list li").count() < 8
    assert "tít dài" in page.locator(".latest__list a").first.inner_text()


@pytest.mark.parametrize("width", [320, 360, 414, 768, 1280])
@pytest.mark.parametrize("can_share", [True, False])
def test_no_empty_line_is_below_the_share_buttons(
    open_page: OpenPage, width: int, can_share: bool
) -> None:
    said = "Navigator.prototype.share = async () => {}" if can_share else WITHOUT_SHARING
    page = open_page("reprint", width=width, prepare=lambda page: page.add_init_script(said))
    assert page.locator(".share button:visible").count() == 2 + can_share
    assert page.locator(".share").evaluate(BELOW_THE_BUTTONS) == 0


@pytest.mark.parametrize("width", [320, 360, 768, 1000, 1280, 1920])
def test_each_line_of_the_counter_is_one(open_page: OpenPage, width: int) -> None:
    page = open_page("home", width=width)
    assert page.locator(".visitor-counter > div").count() == 5
    assert page.evaluate(BROKEN) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_what_introduces_a_series_stands_apart_from_its_stories(
    open_page: OpenPage, width: int
) -> None:
    gap = open_page("series", width=width).evaluate(
        """() => {
            const box = (name) => document.querySelector(name).getBoundingClientRect();
            return box(".listing .teaser").top - box(".introduction").bottom;
        }"""
    )
    assert gap >= 24
