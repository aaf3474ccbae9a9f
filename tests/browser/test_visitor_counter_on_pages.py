"""The visitor counter on pages of the bulletin, as a server has it: one address for both."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from plugins.engine.render.assets import first_script
from plugins.metadata.headers.policy import digest
from tests.browser.conftest import OpenPage
from tests.browser.counter_block import AGENT, SHIFTS, TOTAL, answer, shown
from tests.browser.web import SLOW
from tests.conftest import ROOT
from tests.fuzz.counter.service import Service

SCRIPT = digest(first_script(ROOT / "theme" / "static"))
STRICT = f"default-src 'self' {SCRIPT}; style-src 'unsafe-inline'"
KNOWN = ["12", "345", "6.789", "1.234.567", "15/01/2024"]


@pytest.fixture(scope="module")
def site_service(site_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    books = tmp_path_factory.mktemp("site-books") / "counter.sqlite3"
    started = Service("--database", str(books), "--origin", site_url)
    yield started
    started.kill()


def _under_one_address(page: Page, service: Service) -> None:
    """Put the service under the site's address, and a strict policy on pages."""

    def pass_on(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/tk/"):
            asked = urllib.request.Request(
                service.url + path, headers=route.request.headers, method=route.request.method
            )
            with urllib.request.urlopen(asked, timeout=10) as answered:
                route.fulfill(body=answered.read(), content_type=answered.headers["content-type"])
        elif route.request.resource_type == "document":
            reply = route.fetch()
            policy = {"content-security-policy": STRICT}
            route.fulfill(response=reply, headers={**reply.headers, **policy})
        else:
            route.continue_()

    page.route("**/*", pass_on)


def test_a_page_of_the_bulletin_shows_the_numbers_and_nothing_moves_or_is_stored(
    open_page: OpenPage, site_service: Service
) -> None:
    said: list[str] = []

    def prepare(page: Page) -> None:
        page.add_init_script(SHIFTS)
        page.on("console", lambda message: said.append(message.text))
        _under_one_address(page, site_service)

    page = open_page("home", prepare=prepare, user_agent=AGENT)
    page.locator(".visitor-counter").scroll_into_view_if_needed()
    expect(page.locator(TOTAL)).to_have_text("1")
    assert shown(page)[:4] == ["1", "1", "1", "1"]
    assert shown(page)[4] not in ("", KNOWN[4]), "the day is that of the numbers"
    assert page.evaluate("window.shift") == 0
    stored = "[localStorage.length, sessionStorage.length, document.cookie.length]"
    assert page.evaluate(stored) == [0, 0, 0]
    assert page.context.cookies() == []
    assert said == [], "the policy is kept"


def test_the_widest_numbers_arriving_late_move_nothing(open_page: OpenPage) -> None:
    for width in (320, 1280):
        page = open_page(
            "home",
            width=width,
            prepare=lambda page: page.add_init_script(SHIFTS),
            extra_http_headers={SLOW: "yes"},
        )
        page.locator(".visitor-counter").scroll_into_view_if_needed()
        expect(page.locator(TOTAL)).to_have_text("1.000.041.023")
        assert page.evaluate("window.shift") == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_reader_abroad_sees_the_day_and_the_numbers_as_viet_nam_writes_them(
    open_page: OpenPage,
) -> None:
    body = (
        '{"v":1,"online":1,"today":999,"week":1000,"total":1234567,'
        '"as_of":"2026-01-05T06:00:00+07:00"}'
    )
    page = open_page(
        "home",
        prepare=lambda page: page.route("**/tk/**", lambda route: answer(route, body)),
        locale="en-US",
        timezone_id="America/Los_Angeles",
    )
    expect(page.locator(TOTAL)).to_have_text("1.234.567")
    assert shown(page) == ["1", "999", "1.000", "1.234.567", "05/01/2026"]


def test_a_page_of_the_bulletin_without_a_service_shows_the_numbers_of_the_build(
    open_page: OpenPage,
) -> None:
    page = open_page(
        "home", prepare=lambda page: page.route("**/tk/**", lambda route: route.abort())
    )
    page.wait_for_load_state("networkidle")
    assert shown(page) == KNOWN


def test_a_page_of_the_bulletin_counts_and_shows_the_same_without_scripts(
    open_page: OpenPage, site_service: Service
) -> None:
    before = site_service.stats()["total"]
    page = open_page(
        "home",
        prepare=lambda page: _under_one_address(page, site_service),
        java_script_enabled=False,
        user_agent=f"{AGENT} another",
    )
    page.wait_for_load_state("networkidle")
    assert shown(page) == KNOWN
    assert site_service.stats()["total"] == before + 1
