"""What depends on the reader's clock: the day in the masthead, times of the latest news."""

from __future__ import annotations

from datetime import datetime

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage

LIST = """<main><ol class="latest__list" data-y="Hôm qua">
<li><a href="../a/">A</a> <time datetime="2026-11-29T00:30:00+07:00">00:30, 29/11/2026</time></li>
<li><a href="../b/">B</a> <time datetime="2026-11-29">29/11/2026</time></li>
<li><a href="../c/">C</a> <time datetime="2026-11-28T23:59:00+07:00">23:59, 28/11/2026</time></li>
<li><a href="../d/">D</a> <time datetime="2026-11-27T19:30:00+07:00">19:30, 27/11/2026</time></li>
<li><a href="../e/">E</a> <time datetime="2026-11-26">26/11/2026</time></li>
</ol></main>"""


def _at(moment: str, page: Page) -> None:
    page.clock.set_fixed_time(datetime.fromisoformat(moment))


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/Los_Angeles", "Asia/Tokyo"])
@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-28T23:59:00+07:00", "Thứ Bảy, 28/11/2026"),
        ("2026-11-29T00:01:00+07:00", "Chủ Nhật, 29/11/2026"),
    ],
)
def test_the_masthead_says_the_day_in_viet_nam(
    open_page: OpenPage, zone: str, moment: str, day: str
) -> None:
    page = open_page(
        "home", prepare=lambda page: _at(moment, page), timezone_id=zone, locale="en-US"
    )
    expect(page.locator(".masthead__day")).to_have_text(day)


def test_a_day_that_nobody_keeps_is_not_said_and_takes_no_room(open_page: OpenPage) -> None:
    page = open_page("home", java_script_enabled=False)
    expect(page.locator(".masthead__day")).to_be_hidden()


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/Los_Angeles"])
def test_of_today_the_time_is_said_and_else_the_day(open_page: OpenPage, zone: str) -> None:
    def prepare(page: Page) -> None:
        _at("2026-11-29T05:00:00+07:00", page)
        page.route("**/manh/*", lambda route: _fulfill(route))

    page = open_page("reprint", prepare=prepare, timezone_id=zone)
    expect(page.locator(".latest time")).to_have_text(
        ["00:30", "29/11/2026", "Hôm qua", "27/11/2026", "26/11/2026"]
    )


def _fulfill(route: Route) -> None:
    route.fulfill(body=LIST, content_type="text/html; charset=utf-8")


def test_without_scripts_time_and_day_are_said(open_page: OpenPage) -> None:
    page = open_page("home", java_script_enabled=False)
    said = page.locator(".latest time").all_text_contents()
    assert all(len(one.split("/")) == 3 for one in said)
    assert any(", " in one for one in said)
