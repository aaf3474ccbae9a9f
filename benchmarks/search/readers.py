"""What a reader goes through: from a query to its titles, in Chromium.

The network is that of Lighthouse's mobile runs (1.6 Mbit/s, 150 ms to the server and back), over
HTTP/1.1, which has six requests at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page

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
    new MutationObserver(() => {
        shown.push(performance.now() - began);
        clearTimeout(window.later);
        window.later = setTimeout(() => done([shown[0], shown.at(-1)]), 1500);
    }).observe(items, { childList: true });
    field.form.requestSubmit();
})"""
_PAGEFIND = """async query => {
    const pagefind = await import("/pagefind/pagefind.js");
    await pagefind.init();
    const began = performance.now(), { results } = await pagefind.search(query);
    await Promise.all(results.slice(0, 10).map(one => one.data()));
    const took = performance.now() - began;
    return [took, took];
}"""


class First(NamedTuple):
    """A first query: seconds to its first title and to the last of ten, and kB of the index (of
    Pagefind with its program) over the network."""

    first: float
    last: float
    weight: float


def find_all(browser: Browser, root: str, queries: Sequence[str]) -> list[list[int]]:
    """Return the places that the search page's script finds for each query."""
    page = _opened(browser, f"{root}/tim-kiem/")
    script = page.locator("script[type=module]").get_attribute("src")
    found: list[list[int]] = page.evaluate(_PLACES, [script, list(queries)])
    page.context.close()
    return found


def first_queries(browser: Browser, root: str, queries: Iterable[str]) -> list[First]:
    """Return what each query takes that is a reader's first."""
    return [_first(browser, f"{root}/tim-kiem/", _OURS, query) for query in queries]


def first_pagefind_queries(browser: Browser, root: str, queries: Iterable[str]) -> list[First]:
    """Do as :func:`first_queries` does, of Pagefind. Its program is there before the clock runs."""
    return [_first(browser, f"{root}/404.html", _PAGEFIND, query) for query in queries]


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


def _first(browser: Browser, address: str, script: str, query: str) -> First:
    page = _opened(browser, address)
    session = page.context.new_cdp_session(page)
    addresses: dict[str, str] = {}
    sizes: list[float] = []

    def asked(event: dict[str, Any]) -> None:
        addresses[event["requestId"]] = event["request"]["url"]

    def loaded(event: dict[str, Any]) -> None:
        # Not the pages from which excerpts are taken once there are titles.
        if re.search(r"/tim-kiem/.+\.txt|/pagefind/", addresses.get(event["requestId"], "")):
            sizes.append(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", loaded)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    first, last = page.evaluate(script, query)
    page.wait_for_timeout(300)
    page.context.close()
    return First(first / 1000, last / 1000, sum(sizes) / 1000)
