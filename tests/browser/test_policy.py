"""Pages under the policy that they state themselves, and under the headers that hosts send."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.engine.project.project import read_project
from plugins.engine.publish.nginx import write_include
from tests.browser.conftest import UNFILLED, wait_until
from tests.browser.page_types import PAGE_TYPES, find_page
from tests.browser.test_self_contained import Record
from tests.browser.test_stability import TO_THE_END
from tests.browser.web import Told, serve
from tests.metadata.headers.reading import read_nginx, told_by_hosts, told_by_nginx

WAYS = ("the tag alone", "_headers", "nginx")
# Every page that is looked at notes what its policy refused, from its first byte on.
LISTEN = """window.refused = [];
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  window.refused.push(`${effectiveDirective} ${blockedURI}`));"""
OTHER = "https://ke.example"
Open = Callable[[str, str], tuple[Page, Record]]


@pytest.fixture(scope="session")
def addresses(
    built_site: Path, short_lists: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, str]]:
    """Where the sample bulletin is served, by who says its headers."""
    folder = tmp_path_factory.mktemp("nginx")
    write_include(read_project(str(short_lists)), folder / "include.conf")
    nginx = told_by_nginx(read_nginx(folder / "include.conf", folder), tls=False)
    hosts = told_by_hosts((built_site / "_headers").read_text(encoding="utf-8"))
    told: dict[str, Told] = {"the tag alone": lambda path: (), "_headers": hosts, "nginx": nginx}
    with (
        serve(built_site, told["the tag alone"]) as tag,
        serve(built_site, told["_headers"]) as by_hosts,
        serve(built_site, told["nginx"]) as by_nginx,
    ):
        yield dict(zip(WAYS, (tag, by_hosts, by_nginx), strict=True))


@pytest.fixture
def opened(browser: Browser, built_site: Path, addresses: dict[str, str]) -> Iterator[Open]:
    """Open a page (its kind) as it is served in one of the ways."""
    contexts = []

    def _open(way: str, kind: str) -> tuple[Page, Record]:
        context = browser.new_context()
        contexts.append(context)
        page = context.new_page()
        record = Record(page)
        page.add_init_script(LISTEN)
        page.goto(f"{addresses[way]}/{find_page(built_site, kind)}")
        expect(page.locator(UNFILLED)).to_have_count(0)
        return page, record

    yield _open
    for context in contexts:
        context.close()


def refused(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.refused")
    return found


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_a_page_does_nothing_that_its_policy_refuses(opened: Open, way: str, kind: str) -> None:
    page, record = opened(way, kind)
    page.evaluate(TO_THE_END)
    page.wait_for_load_state("networkidle")
    assert refused(page) == []
    assert record.complaints == []
    assert record.failures == []
    assert len({urlsplit(address).netloc for address in record.addresses}) == 1
    if kind != "latest-news fragment":
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
        expect(page.locator("[data-count=total]")).to_have_text("1.000.041.023")


@pytest.mark.parametrize("way", WAYS)
def test_what_scripts_do_is_allowed(opened: Open, way: str) -> None:
    page, record = opened(way, "strip gallery")
    assert page.locator('script[type="application/ld+json"]').count() >= 1
    page.locator("a.figure__link").first.click()
    expect(page.locator("dialog[open] .viewer__caption")).not_to_be_empty()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.evaluate("window.print = () => { window.printed = true }")
    page.locator(".share button").first.click()
    assert page.evaluate("window.printed") is True
    assert page.locator(".latest__list a").count() > 0
    assert (refused(page), record.complaints) == ([], [])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("what", "directive"),
    [
        (
            "e => e.append(Object.assign(document.createElement('style'), {textContent: 'a{}'}))",
            "style-src-elem inline",
        ),
        ("e => e.setAttribute('style', 'color: red')", "style-src-attr inline"),
        (
            "e => { try { e.setAttribute('onclick', 'x()'); } catch {} }",
            "require-trusted-types-for trusted-types-sink",
        ),
        (
            f"e => e.append(Object.assign(new Image(), {{src: '{OTHER}/a.png'}}))",
            f"img-src {OTHER}",
        ),
        (
            f"e => e.append(Object.assign(document.createElement('iframe'), {{src: '{OTHER}/'}}))",
            f"frame-src {OTHER}",
        ),
        (f"() => fetch('{OTHER}/').catch(() => {{}})", f"connect-src {OTHER}"),
        (
            f"() => {{ try {{ document.createElement('script').src = '{OTHER}/'; }} catch {{}} }}",
            "require-trusted-types-for trusted-types-sink",
        ),
        (
            "e => { try { e.innerHTML = '<img onerror=x()>'; } catch {} }",
            "require-trusted-types-for trusted-types-sink",
        ),
        (
            "() => { try { trustedTypes.createPolicy('x', {}); } catch {} }",
            "trusted-types trusted-types-policy",
        ),
    ],
)
def test_what_pages_never_do_is_refused(opened: Open, way: str, what: str, directive: str) -> None:
    page, _ = opened(way, "home")
    page.evaluate(f"({what})(document.querySelector('main'))")
    wait_until(page, "window.refused.length")
    assert [one for one in refused(page) if not one.startswith(directive)] == []


@pytest.mark.parametrize("way", WAYS)
def test_a_frame_of_an_allowed_host_is_loaded(opened: Open, way: str) -> None:
    page, record = opened(way, "home")
    host = "https://www.youtube-nocookie.com"
    page.route(f"{host}/**", lambda route: route.fulfill(body="<!doctype html><p>phim"))
    page.evaluate(
        "src => document.body.append(Object.assign(document.createElement('iframe'), {src}))",
        f"{host}/embed/x",
    )
    expect(page.frame_locator("iframe").locator("p")).to_have_text("phim")
    assert (refused(page), record.complaints) == ([], [])


@pytest.mark.parametrize("way", ["_headers", "nginx"])
def test_no_other_site_shows_a_page_in_a_frame(
    opened: Open, addresses: dict[str, str], way: str
) -> None:
    page, record = opened(way, "home")
    outside = page.context.new_page()
    elsewhere = addresses["the tag alone"].replace("127.0.0.1", "localhost")
    outside.route(
        f"{elsewhere}/khung",
        lambda route: route.fulfill(
            body=f"<iframe src='{addresses[way]}/'></iframe>", content_type="text/html"
        ),
    )
    outside.goto(f"{elsewhere}/khung", wait_until="networkidle")
    assert outside.frames[1].url.startswith("chrome-error:")
    assert record.complaints == []
