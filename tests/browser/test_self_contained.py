from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import OpenPage
from tests.browser.page_types import PAGE_TYPES, find_page, without_complaint
from tests.browser.test_stability import TO_THE_END
from tests.browser.web import serve


class Record:
    """What a page asked for and complained about while it was open."""

    def __init__(self, page: Page) -> None:
        self.addresses: list[str] = []
        self.failures: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.addresses.append(request.url))
        page.on(
            "response",
            lambda reply: self.failures.append(reply.url) if reply.status >= 400 else None,
        )
        page.on("requestfailed", lambda request: self.failures.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))


@pytest.fixture
def records() -> list[Record]:
    return []


@pytest.mark.parametrize("kind", without_complaint(PAGE_TYPES))
def test_a_page_asks_its_own_host_only_and_complains_of_nothing(
    open_page: OpenPage, site_url: str, records: list[Record], kind: str
) -> None:
    page = open_page(kind, prepare=lambda page: records.append(Record(page)))
    page.evaluate(TO_THE_END)
    page.wait_for_load_state("networkidle")
    (record,) = records
    assert record.addresses
    assert {urlsplit(address).netloc for address in record.addresses} == {urlsplit(site_url).netloc}
    assert record.failures == []
    assert record.complaints == []


def test_the_photo_viewer_asks_its_own_host_only(
    open_page: OpenPage, site_url: str, records: list[Record]
) -> None:
    page = open_page("strip gallery", prepare=lambda page: records.append(Record(page)))
    page.locator("a.figure__link").first.click()
    page.locator("dialog[open]").wait_for()
    page.wait_for_load_state("networkidle")
    (record,) = records
    assert {urlsplit(address).netloc for address in record.addresses} == {urlsplit(site_url).netloc}
    assert record.failures == []
    assert record.complaints == []


@pytest.fixture(scope="session")
def relative_url(relative_site: Path) -> Iterator[str]:
    """The address of a bulletin with relative links, in a folder of its server."""
    with serve(relative_site.parent) as address:
        yield f"{address}/{relative_site.name}"


@pytest.mark.parametrize("kind", without_complaint(sorted(PAGE_TYPES.keys() - {"404"})))
def test_a_bulletin_with_relative_links_works_in_any_folder(
    browser: Browser, relative_site: Path, relative_url: str, kind: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    record = Record(page)
    page.goto(f"{relative_url}/{find_page(relative_site, kind)}", wait_until="networkidle")
    links: list[str] = page.eval_on_selector_all("a[href]", "links => links.map((a) => a.href)")
    context.close()
    assert record.failures == []
    assert record.complaints == []
    own = [link for link in links if link.startswith(relative_url.removesuffix("/output"))]
    assert [link for link in own if not link.startswith(relative_url)] == []
