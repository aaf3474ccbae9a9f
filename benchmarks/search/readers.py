"""What a reader goes through: from a query to its titles, in Chromium.

The network is that of Lighthouse's mobile runs (1.6 Mbit/s, 150 ms to the server and back), over
HTTP/1.1, which has six requests at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from playwright.sync_api import Browser, CDPSession, Page

from benchmarks.quality.loading import SLOW_4G

_PLACES = """async ([script, queries]) => {
    const { search } = await import(script);
    const found = [];
    for (const query of queries) found.push(await search(query));
    return found;
}"""
_OURS = """query => new Promise(done => {
    const field = document.querySelector("#q"), began = performance.now(), shown = [];
    const items = document.querySelector(".search__results > div");
    field.value = query;
    new MutationObserver(records => {
        if (!records.some(({ addedNodes }) => addedNodes.length)) return;
        shown.push(performance.now() - began);
        clearTimeout(window.later);
        window.later = setTimeout(() => done([shown[0], shown.at(-1)]), 1000);
    }).observe(items, { childList: true });
    field.form.requestSubmit();
})"""
_PAGEFIND = """async query => {
    const pagefind = await import("/pagefind/pagefind.js");
    await pagefind.init(); // its program and list of pages; before the clock runs
    const began = performance.now(), { results } = await pagefind.search(query);
    await Promise.all(results.slice(0, 10).map(one => one.data()));
    const took = performance.now() - began;
    return [took, took];
}"""


class Query(NamedTuple):
    """A query: seconds to its first title and to the last of ten, and kB and number of the files
    of the index that were loaded for it. Programs are no part of it."""

    first: float
    last: float
    weight: float
    requests: float


def find_all(browser: Browser, root: str, queries: Sequence[str]) -> list[list[int]]:
    """Return the places that the search page's script finds for each query."""
    page = _opened(browser, f"{root}/tim-kiem/")
    script = page.locator("script[type=module]").get_attribute("src")
    found: list[list[int]] = page.evaluate(_PLACES, [script, list(queries)])
    page.context.close()
    return found


def in_pairs(browser: Browser, root: str, queries: Sequence[str]) -> list[tuple[Query, Query]]:
    """Return what each query takes as a reader's first, and the one after it as the second."""
    return _in_pairs(browser, f"{root}/tim-kiem/", _OURS, queries)


def pagefind_in_pairs(
    browser: Browser, root: str, queries: Sequence[str]
) -> list[tuple[Query, Query]]:
    """Do as :func:`in_pairs` does, of Pagefind. Its program and its list of pages are there before
    the clock runs."""
    return _in_pairs(browser, f"{root}/404.html", _PAGEFIND, queries)


def pagefind_counts(browser: Browser, root: str, queries: Iterable[str]) -> list[int]:
    """Return how many pages Pagefind finds for each query."""
    page = _opened(browser, f"{root}/404.html")
    found = page.evaluate(
        """async queries => {
            const pagefind = await import("/pagefind/pagefind.js"), found = [];
            for (const query of queries) found.push((await pagefind.search(query)).results.length);
            return found;
        }""",
        list(queries),
    )
    page.context.close()
    return [int(count) for count in found]


def _opened(browser: Browser, address: str) -> Page:
    # Pagefind needs WebAssembly, which the policy of the site's pages refuses.
    page = browser.new_context(bypass_csp=True).new_page()
    page.goto(address, wait_until="networkidle")
    return page


def _in_pairs(
    browser: Browser, address: str, script: str, queries: Sequence[str]
) -> list[tuple[Query, Query]]:
    found = []
    for one, other in zip(queries, (*queries[1:], *queries[:1]), strict=True):
        page = _opened(browser, address)
        session = page.context.new_cdp_session(page)
        loads = _Loads(session)
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        found.append((_asked(page, script, one, loads), _asked(page, script, other, loads)))
        page.context.close()
    return found


def _asked(page: Page, script: str, query: str, loads: _Loads) -> Query:
    loads.sizes.clear()
    first, last = page.evaluate(script, query)
    page.wait_for_timeout(300)
    return Query(first / 1000, last / 1000, sum(loads.sizes) / 1000, len(loads.sizes))


class _Loads:
    """The bytes of each file of an index that came over the network."""

    # Not the pages from which excerpts are taken once there are titles, and no programs.
    _INDEX = re.compile(r"/tim-kiem/.+\.txt|/pagefind/(?!.*(\.js|/wasm\.[^/]*)$)")

    def __init__(self, session: CDPSession) -> None:
        self.sizes: list[float] = []
        self._addresses: dict[str, str] = {}
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._loaded)
        session.send("Network.enable")

    def _asked(self, event: dict[str, Any]) -> None:
        self._addresses[event["requestId"]] = event["request"]["url"]

    def _loaded(self, event: dict[str, Any]) -> None:
        if self._INDEX.search(self._addresses.get(event["requestId"], "")):
            self.sizes.append(event["encodedDataLength"])
