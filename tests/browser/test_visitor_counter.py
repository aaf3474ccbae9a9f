"""The visitor counter's script in a real browser, with a real service or none."""

from __future__ import annotations

import socket
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import rjsmin
from playwright.sync_api import Browser, Page, Request, Route, expect

from plugins.counter.widget import ROWS, pixel
from tests.browser.conftest import OpenPage
from tests.browser.web import SLOW, serve
from tests.conftest import ROOT
from tools.fuzz_counter.service import Service

SCRIPT = ROOT / "theme" / "static" / "js" / "visitor_counter.js"
AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36"
TOTAL = "[data-count=total]"
BAKED = ["12", "345", "6.789", "1.234.567"]
PAGE = """<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Thống kê truy cập</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self' {service}">
<link rel="stylesheet" href="counter.css"><script src="counter.js" defer></script>
<dl class="visitor-counter" data-counter="{endpoint}" aria-live="off">{rows}</dl>
<p>Số liệu ngày <span>23/11/2026</span></p>{pixel}"""
STYLE = """.visitor-counter div { display: flex; justify-content: space-between; }
.visitor-counter dd { inline-size: 13ch; text-align: end; font-variant-numeric: tabular-nums; }"""
SHIFTS = """
window.shift = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value }))
    .observe({type: "layout-shift", buffered: true});
"""
OpenCounter = Callable[..., Page]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder = tmp_path_factory.mktemp("site")
    script = rjsmin.jsmin(SCRIPT.read_text(encoding="utf-8"))
    (folder / "counter.js").write_text(script, encoding="utf-8")
    (folder / "counter.css").write_text(STYLE, encoding="utf-8")
    with serve(folder) as address:
        yield folder, address


@pytest.fixture(scope="module")
def service(site: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    books = tmp_path_factory.mktemp("books") / "counter.sqlite3"
    started = Service("--database", str(books), "--origin", site[1])
    yield started
    started.kill()


@pytest.fixture
def open_counter(browser: Browser, site: tuple[Path, str]) -> Iterator[OpenCounter]:
    """Open a page with the block, asking ``service`` (``http://host:port``)."""
    contexts = []

    def _open(
        service: str, prepare: Callable[[Page], object] = lambda page: None, **options: Any
    ) -> Page:
        folder, address = site
        rows = "".join(
            f'<div><dt>{name}</dt><dd data-count="{name}">{number}</dd></div>'
            for name, number in zip(ROWS, BAKED, strict=True)
        )
        endpoint = f"{service}/tk/v1/" if service else ""
        (folder / "index.html").write_text(
            PAGE.format(service=service, endpoint=endpoint, rows=rows, pixel=pixel(endpoint)),
            encoding="utf-8",
        )
        context = browser.new_context(user_agent=AGENT, **options)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(SHIFTS) if options.get("java_script_enabled", True) else None
        prepare(page)
        page.goto(f"{address}/index.html")
        return page

    yield _open
    for context in contexts:
        context.close()


def _shown(page: Page) -> list[str]:
    return page.locator(".visitor-counter dd").all_text_contents()


def _free_address() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def test_the_numbers_take_the_place_of_the_baked_ones_and_nothing_moves(
    open_counter: OpenCounter, service: Service
) -> None:
    page = open_counter(service.url)
    expect(page.locator(TOTAL)).to_have_text("1")
    assert _shown(page) == ["1", "1", "1", "1"]
    assert page.evaluate("window.shift") == 0


def test_nothing_is_stored_on_the_device(open_counter: OpenCounter, service: Service) -> None:
    page = open_counter(service.url)
    expect(page.locator(TOTAL)).not_to_have_text(BAKED[-1])
    assert page.context.cookies() == []
    stored = "[localStorage.length, sessionStorage.length, document.cookie.length]"
    assert page.evaluate(stored) == [0, 0, 0]
    assert page.evaluate("indexedDB.databases()") == []


def test_a_page_says_no_more_than_that_it_is_seen(
    open_counter: OpenCounter, service: Service
) -> None:
    asked: list[Request] = []

    def listen(page: Page) -> None:
        page.on("request", lambda request: asked.append(request) if "/tk/" in request.url else None)

    page = open_counter(service.url, prepare=listen)
    page.wait_for_load_state("networkidle")
    assert [(request.method, request.post_data) for request in asked] == [("POST", None)]
    assert asked[0].url == f"{service.url}/tk/v1/visit"


@pytest.mark.parametrize(
    "signal",
    [
        "Object.defineProperty(navigator, 'doNotTrack', {get: () => '1'})",
        "Object.defineProperty(navigator, 'globalPrivacyControl', {get: () => true})",
    ],
)
def test_who_does_not_want_to_be_tracked_only_reads(
    open_counter: OpenCounter, service: Service, signal: str
) -> None:
    asked: list[str] = []

    def prepare(page: Page) -> None:
        page.add_init_script(signal)
        page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))

    page = open_counter(service.url, prepare=prepare)
    expect(page.locator(TOTAL)).not_to_have_text(BAKED[-1])
    assert f"GET {service.url}/tk/v1/stats" in asked
    assert not any(line.startswith("POST") for line in asked)


def test_a_page_that_nobody_sees_yet_waits(open_counter: OpenCounter, service: Service) -> None:
    hidden = "Object.defineProperty(document, 'hidden', {get: () => !window.seen})"
    page = open_counter(service.url, prepare=lambda page: page.add_init_script(hidden))
    page.wait_for_load_state("networkidle")
    assert _shown(page) == BAKED
    page.evaluate("window.seen = true; document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(TOTAL)).not_to_have_text(BAKED[-1])


def _answer(route: Route, body: str, status: int = 200) -> None:
    headers = {"access-control-allow-origin": "*"}
    route.fulfill(status=status, body=body, headers=headers)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (503, '{"error":"Service Unavailable"}'),
        (200, '{"v":2,"online":0,"today":0,"week":0,"total":0,"as_of":""}'),
        (200, "<html>a page of some captive portal</html>"),
        (404, ""),
    ],
)
def test_an_answer_without_numbers_leaves_the_baked_ones(
    open_counter: OpenCounter, service: Service, status: int, body: str
) -> None:
    page = open_counter(
        service.url,
        prepare=lambda page: page.route("**/tk/**", lambda route: _answer(route, body, status)),
    )
    page.wait_for_load_state("networkidle")
    assert _shown(page) == BAKED


def test_a_service_that_is_down_or_not_there_leaves_the_baked_numbers(
    open_counter: OpenCounter,
) -> None:
    for service in (_free_address(), ""):
        page = open_counter(service)
        page.wait_for_load_state("networkidle")
        assert _shown(page) == BAKED


def test_a_service_that_is_slow_is_given_up(open_counter: OpenCounter) -> None:
    failed: list[str | None] = []

    def prepare(page: Page) -> None:
        page.on("requestfailed", lambda request: failed.append(request.failure))

    with socket.create_server(("127.0.0.1", 0)) as mute:  # takes connections and says nothing
        began = time.monotonic()
        page = open_counter(f"http://127.0.0.1:{mute.getsockname()[1]}", prepare=prepare)
        page.wait_for_event("requestfailed", timeout=10_000)
        assert time.monotonic() - began > 3.9, "it waited for four seconds"
        assert failed == ["net::ERR_ABORTED"], "the page gave up, not the network"
    assert _shown(page) == BAKED


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])  # to a browser, another site
def test_without_javascript_the_image_counts_and_the_baked_numbers_show(
    open_counter: OpenCounter, service: Service, host: str
) -> None:
    answered: list[tuple[str, int]] = []
    address = service.url.replace("127.0.0.1", host)
    page = open_counter(
        address,
        prepare=lambda page: page.on(
            "response", lambda reply: answered.append((reply.url, reply.status))
        ),
        java_script_enabled=False,
    )
    page.wait_for_load_state("networkidle")
    assert _shown(page) == BAKED
    assert (f"{address}/tk/v1/p.gif", 200) in answered


# On a page of the bulletin, as a server has it: one address for site and service.

STRICT = "default-src 'self'; style-src 'unsafe-inline'"
KNOWN = ["12", "345", "6.789", "1.234.567", "15/01/2024"]


@pytest.fixture(scope="module")
def site_service(site_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    books = tmp_path_factory.mktemp("site-books") / "counter.sqlite3"
    started = Service("--database", str(books), "--origin", site_url)
    yield started
    started.kill()


def _under_one_address(page: Page, service: Service) -> None:
    """Put the service under the site's address, and a strict policy on pages."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/tk/"):
            asked = urllib.request.Request(  # noqa: S310 - of this machine
                service.url + path, headers=route.request.headers, method=route.request.method
            )
            with urllib.request.urlopen(asked, timeout=10) as answered:  # noqa: S310
                route.fulfill(body=answered.read(), content_type=answered.headers["content-type"])
        elif route.request.resource_type == "document":
            reply = route.fetch()
            policy = {"content-security-policy": STRICT}
            route.fulfill(response=reply, headers={**reply.headers, **policy})
        else:
            route.continue_()

    page.route("**/*", answer)


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
    assert _shown(page)[:4] == ["1", "1", "1", "1"]
    assert _shown(page)[4] not in ("", KNOWN[4]), "the day is that of the numbers"
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
        prepare=lambda page: page.route("**/tk/**", lambda route: _answer(route, body)),
        locale="en-US",
        timezone_id="America/Los_Angeles",
    )
    expect(page.locator(TOTAL)).to_have_text("1.234.567")
    assert _shown(page) == ["1", "999", "1.000", "1.234.567", "05/01/2026"]


def test_a_page_of_the_bulletin_without_a_service_shows_the_numbers_of_the_build(
    open_page: OpenPage,
) -> None:
    page = open_page(
        "home", prepare=lambda page: page.route("**/tk/**", lambda route: route.abort())
    )
    page.wait_for_load_state("networkidle")
    assert _shown(page) == KNOWN


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
    assert _shown(page) == KNOWN
    assert site_service.stats()["total"] == before + 1
