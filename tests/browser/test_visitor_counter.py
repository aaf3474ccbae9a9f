"""The visitor counter's script in a real browser, with a real service or none."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import rjsmin
from playwright.sync_api import Browser, Page, Request, expect

from plugins.counter.widget.block import ROWS, pixel
from tests.browser.counter_block import AGENT, SHIFTS, TOTAL, answer, shown
from tests.browser.web import serve
from tests.conftest import ROOT
from tests.fuzz.counter.service import Service

SCRIPT = ROOT / "theme" / "static" / "js" / "visitor_counter.js"
BAKED = ["12", "345", "6.789", "1.234.567"]
PAGE = """<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Thống kê truy cập</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self' {service}">
<link rel="stylesheet" href="counter.css"><script src="counter.js" defer></script>
<dl class="visitor-counter" data-counter="{endpoint}">{rows}</dl>
<p>Số liệu ngày <span>23/11/2026</span></p>{pixel}"""
STYLE = """.visitor-counter div { display: flex; justify-content: space-between; }
.visitor-counter dd { inline-size: 13ch; text-align: end; font-variant-numeric: tabular-nums; }"""
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


def _free_address() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def test_the_numbers_take_the_place_of_the_baked_ones_and_nothing_moves(
    open_counter: OpenCounter, service: Service
) -> None:
    page = open_counter(service.url)
    expect(page.locator(TOTAL)).to_have_text("1")
    assert shown(page) == ["1", "1", "1", "1"]
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
    assert shown(page) == BAKED
    page.evaluate("window.seen = true; document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(TOTAL)).not_to_have_text(BAKED[-1])


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
        prepare=lambda page: page.route("**/tk/**", lambda route: answer(route, body, status)),
    )
    page.wait_for_load_state("networkidle")
    assert shown(page) == BAKED


def test_a_service_that_is_down_or_not_there_leaves_the_baked_numbers(
    open_counter: OpenCounter,
) -> None:
    for service in (_free_address(), ""):
        page = open_counter(service)
        page.wait_for_load_state("networkidle")
        assert shown(page) == BAKED


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
    assert shown(page) == BAKED


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
    assert shown(page) == BAKED
    assert (f"{address}/tk/v1/p.gif", 200) in answered
