"""The browser, the served site, and pages opened in it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    BrowserType,
    Page,
    expect,
    sync_playwright,
)

from tests.browser.desk import Served
from tests.browser.find import find_browser
from tests.browser.page_types import find_page
from tests.browser.web import serve
from tests.desk.web.office import make_office

ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# The block of the latest news without its list, where the page has one to be fetched.
UNFILLED = "[data-src] > :not(ol):last-child"
PATIENCE = 30
"""Seconds until what a page should come to is taken for what it never will."""
OpenPage = Callable[..., Page]


def start(chromium: BrowserType, *arguments: str) -> Browser:
    """Start a Chromium with the arguments of its command line that all tests need, and these."""
    # Chromium refuses to run its sandbox as root, which containers usually are.
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return chromium.launch(
        executable_path=find_browser(),
        args=[*ARGUMENTS, *["--no-sandbox"] * root, *arguments],
    )


def wait_until(page: Page, expression: str) -> None:
    """Wait until a page says that an expression is true.

    Playwright's ``wait_for_function`` has the page itself make code of it, which the policy of
    ours refuses.
    """
    ends = time.monotonic() + PATIENCE
    while not page.evaluate(expression):
        assert time.monotonic() < ends, expression
        page.wait_for_timeout(20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, started once."""
    with sync_playwright() as playwright:
        started = start(playwright.chromium)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address of the served sample bulletin, without a slash at its end."""
    with serve(built_site) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, built_site: Path, site_url: str) -> Iterator[OpenPage]:
    """Open a page of the sample bulletin: ``open_page(kind, width=…, **options)``.

    ``kind`` is a name of page_types; ``prepare(page)`` is called before the page loads;
    other options are those of Playwright's ``new_context``.
    """
    contexts = []

    def _open(
        kind: str,
        *,
        width: int = 1280,
        height: int = 800,
        prepare: Callable[[Page], object] = lambda page: None,
        **options: Any,
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        prepare(page)
        page.goto(f"{site_url}/{find_page(built_site, kind)}")
        if options.get("java_script_enabled", True):
            expect(page.locator(UNFILLED)).to_have_count(0)
        return page

    yield _open
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk of its own for the tests of one file."""
    office = make_office(tmp_path_factory.mktemp("toa-soan"))
    office.desk.close()
    made = Served(office)
    yield made
    made.end()


@pytest.fixture
def windows(browser: Browser) -> Iterator[list[BrowserContext]]:
    """Browsers of editors, which are shut after the test."""
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()
