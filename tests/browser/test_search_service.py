"""The search answered by a server: it finds what the page's script finds, and needs no script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.search.folding import words
from plugins.search.service.finding import find
from plugins.search.service.query import Query
from tests.browser.axe import find_violations
from tests.browser.test_search import ask, page, titles  # noqa: F401 - the fixture, by its name
from tests.search.service.running import running

QUERIES = (
    "khen thuong",
    "khen thưởng",
    "Đảng bộ",
    "đường",
    "duong",
    "Dương",
    "nông thôn mới",
    "dang bộ",
    "mùa xuân vùng cao",
    "Bảo Thắng",
    "Báo Lào Cai",
    '"khen thưởng"',
    "2024",
    "họp “xã”",
)


@pytest.fixture(scope="module")
def database(built_site: Path) -> Path:
    return built_site.parent / "search.sqlite3"


@pytest.fixture(scope="module")
def answered(browser: Browser, built_site: Path, database: Path) -> Iterator[Page]:
    """A page without scripts, of a site whose search is answered by the service."""
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    with running(database, built_site) as port:
        opened.goto(f"http://127.0.0.1:{port}/tim-kiem/")
        yield opened
    context.close()


@pytest.mark.parametrize("query", QUERIES)
def test_the_service_finds_what_the_script_finds_in_its_order(
    page: Page,  # noqa: F811 - the fixture
    database: Path,
    query: str,
) -> None:
    told = ask(page, query)
    assert [one.shown[0] for one in find(database, Query(query)).articles] == told[:10]


@pytest.mark.parametrize(
    "query",
    [
        "nguoidan",
        "nguwowif dann",
        "fanxipan",
        "vungcao zzz",
        "xets giaps",  # far apart
        "lễ hộii",
        "sapa",
        "lao c ai",
        "1500 m",
        "ql99d",
        "khen thuo",
        "Lào Cai bản tin zzz",
        "oanh",
    ],
)
def test_the_service_offers_what_the_script_offers(
    page: Page,  # noqa: F811 - the fixture
    database: Path,
    query: str,
) -> None:
    expected = find(database, Query(query)).nearest
    ask(page, query)
    offered = page.locator(".search__nearest:not([hidden]) a")
    expect(offered).to_have_count(len(expected))
    plain = [" ".join(word.plain for word in words(text)) for text in offered.all_inner_texts()]
    assert plain == [" ".join(word.plain for word in words(text)) for text in expected]


def test_without_scripts_a_reader_asks_and_is_answered(answered: Page) -> None:
    expect(answered.locator(".search__results")).to_be_hidden()
    field = answered.get_by_role("searchbox", name="Tìm tin, bài")
    field.fill("khen thuong")
    field.press("Enter")
    expect(answered.get_by_role("status").first).to_have_text(re.compile(r"^Tìm thấy \d+ bài"))
    assert titles(answered)
    expect(field).to_have_value("khen thuong")
    expect(answered.locator("mark").first).to_be_visible()


def test_signs_alone_are_not_found(answered: Page) -> None:
    answered.goto(re.sub(r"\?.*", "", answered.url) + "?q=%21")
    expect(answered.get_by_role("status").first).to_have_text("Không tìm thấy bài nào có “!”.")


def test_more_results_and_words_far_apart_are_links(answered: Page) -> None:
    answered.goto(re.sub(r"\?.*", "", answered.url) + "?q=va")
    first = titles(answered)
    answered.get_by_role("link", name="Xem thêm", exact=True).click()
    assert titles(answered)
    assert set(titles(answered)).isdisjoint(first)


def test_a_filter_narrows_and_stays_chosen(answered: Page) -> None:
    answered.goto(re.sub(r"\?.*", "", answered.url) + "?q=va&anh=1&nam=2024")
    expect(answered.get_by_role("checkbox", name="Có ảnh")).to_be_checked()
    expect(answered.get_by_role("combobox", name="Năm")).to_have_value("2024")
    assert titles(answered)


def test_what_may_be_meant_is_offered(answered: Page) -> None:
    answered.goto(re.sub(r"\?.*", "", answered.url) + "?q=vungcao")
    answered.locator(".search__nearest a").first.click()
    assert titles(answered)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_is_answered(
    browser: Browser, built_site: Path, database: Path, scheme: Any
) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    opened = context.new_page()
    with running(database, built_site) as port:
        # The site's scripts are not served here, so that the page is as it was answered.
        opened.goto(f"http://127.0.0.1:{port}/tim-kiem/?q=khen+thuong")
        assert find_violations(opened) == []
    context.close()
