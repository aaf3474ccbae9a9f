"""The browser, the served site, and pages opened in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Page, sync_playwright

from tests.browser.find import find_browser
from tests.browser.page_types import find_page
from tests.browser.web import serve

ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# The block of the latest news holds its list, where the page has one to be fetched.
FILLED_IN = "!document.querySelector('[data-src] > :not(ol):last-child')"
OpenPage = Callable[..., Page]


def start(chromium: BrowserType, *arguments: str) -> Browser:
    """Start a Chromium with the arguments of its command line that all tests need, and these."""
    # Chromium refuses to run its sandbox as root, which containers usually are.
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return chromium.launch(
        executable_path=find_browser(),
        args=[*ARGUMENTS, *["--no-sandbox"] * root, *arguments],
    )


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
            page.wait_for_function(FILLED_IN)
        return page

    yield _open
    for context in contexts:
        context.close()
