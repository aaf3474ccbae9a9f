"""A published bulletin works under whatever name it is asked for: www, an IP, a path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.page_types import PAGE_TYPES, find_page, without_complaint
from tests.browser.test_self_contained import Record
from tests.browser.test_stability import TO_THE_END
from tests.browser.web import serve
from tests.conftest import ROOT, built_once

# Of these the sample has only what fits a page: its lists are not continued.
KINDS = sorted(PAGE_TYPES.keys() - {"404", "older page of a list"})
BELOW_A_PATH = """
import sys
sys.path.insert(0, {root!r})
from publishconf import *
SITEURL = "https://nguoidung.example/ban-tin"
SITE = {{**SITE, "url": SITEURL}}
"""


@pytest.fixture(scope="session")
def site_below_a_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample bulletin as `make publish` builds it for a project's page at GitHub."""
    settings = tmp_path_factory.mktemp("settings") / "below_a_path.py"
    settings.write_text(BELOW_A_PATH.format(root=str(ROOT)), encoding="utf-8")
    return built_once(tmp_path_factory, "below-a-path", settings)


@pytest.fixture(scope="session")
def addresses(
    published_site: Path, site_below_a_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, tuple[str, Path]]]:
    """Where each bulletin is served, and its folder."""
    host = tmp_path_factory.mktemp("host")
    (host / "ban-tin").symlink_to(site_below_a_path)
    with serve(published_site) as root, serve(host) as below:
        yield {
            "an IP": (root, published_site),
            "another name": (root.replace("127.0.0.1", "localhost"), published_site),
            "a path": (f"{below}/ban-tin", site_below_a_path),
        }


@pytest.mark.parametrize("where", ["an IP", "another name", "a path"])
@pytest.mark.parametrize("kind", without_complaint(KINDS))
def test_a_published_page_works_under_any_name(
    browser: Browser, addresses: dict[str, tuple[str, Path]], where: str, kind: str
) -> None:
    address, site = addresses[where]
    context = browser.new_context()
    page = context.new_page()
    record = Record(page)
    # The counter's service stands beside the site, not in it.
    page.route("**/tk/**", lambda route: route.fulfill(status=204))
    page.goto(f"{address}/{find_page(site, kind)}")
    page.evaluate(TO_THE_END)
    page.wait_for_load_state("networkidle")
    links: list[str] = page.eval_on_selector_all("a[href]", "links => links.map((a) => a.href)")
    context.close()
    assert record.failures == []
    assert record.complaints == []
    hosts = {urlsplit(each).netloc for each in record.addresses}
    assert hosts == {urlsplit(address).netloc}
    own = [link for link in links if urlsplit(link).netloc in hosts]
    assert own
    assert [link for link in own if not link.startswith(f"{address}/")] == []
    targets = (
        site / unquote(urlsplit(link.removeprefix(address)).path.lstrip("/")) for link in own
    )
    assert [
        path for path in targets if not (path / "index.html" if path.is_dir() else path).is_file()
    ] == []
    assert "bantin.example.vn" not in {urlsplit(link).netloc for link in links}
