"""What a phone on a slow network goes through: bytes, first paint of the content, shifts, stalls.

The phone and the network are those of Lighthouse's mobile runs: 412 × 823 at 1.75 pixels a pixel, a
processor four times as slow as this machine's, 1.6 Mbit/s, and 150 ms to the server and back.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from typing import NamedTuple

from playwright.sync_api import Browser

from benchmarks.quality.report import Row, most
from tests.browser.test_stability import OBSERVE, TO_THE_END

RUNS = 5
_FIRST_LOAD = {"home": 170, "article with one photo": 100}  # kB
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
"""The network of Lighthouse's mobile runs, as Chromium is told it: bytes a second, ms."""
# Largest Contentful Paint, and of tasks behind the first paint of content what is over 50 ms (Total
# Blocking Time), as web.dev defines them.
_TIMES = """() => {
    window.paints = [];
    window.tasks = [];
    const note = (type, list) => new PerformanceObserver((entries) =>
        list.push(...entries.getEntries().map(({startTime, duration}) => ({startTime, duration})))
    ).observe({type, buffered: true});
    note("largest-contentful-paint", paints);
    note("longtask", tasks);
}"""

_BLOCKED = """() => {
    const [{startTime: first}] = performance.getEntriesByName("first-contentful-paint");
    return tasks.filter(({startTime}) => startTime >= first)
        .reduce((sum, {duration}) => sum + duration - 50, 0);
}"""


class Load(NamedTuple):
    """One load of a page: kB over the network, ms to the largest paint, ms that input had to wait,
    and the shifts while it was read to its end."""

    weight: float
    painted: float
    blocked: float
    shifts: list[str]


def rows(browser: Browser, root: str, pages: dict[str, str]) -> Iterator[Row]:
    """Yield what each page takes; medians of several loads, and of one its shifts."""
    loads = {
        name: [load(browser, f"{root}/{address}") for _ in range(RUNS)]
        for name, address in pages.items()
    }
    for name, limit in _FIRST_LOAD.items():
        weight = statistics.median(each.weight for each in loads[name])
        yield most(f"first load, all bytes over the network: {name}", limit, [weight], "kB")
    for name, found in loads.items():
        painted = statistics.median(each.painted for each in found) / 1000
        yield most(f"LCP: {name}", 1.5, [painted], "s", 2)
        blocked = statistics.median(each.blocked for each in found)
        yield most(f"TBT: {name}", 50, [blocked], "ms", 0)
    shifts = [f"{name}: {each}" for name, found in loads.items() for each in found[0].shifts]
    yield Row("CLS, while each is scrolled to its end", "0", str(len(shifts)), not shifts)


def load(browser: Browser, address: str) -> Load:
    """Load a page with nothing kept from before, and scroll it to its end."""
    context = browser.new_context(
        viewport={"width": 412, "height": 823}, device_scale_factor=1.75, is_mobile=True
    )
    page = context.new_page()
    page.add_init_script(f"({_TIMES})(); ({OBSERVE})()")
    session = context.new_cdp_session(page)
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(500)
    weight = sum(sizes) / 1000
    painted = page.evaluate("Math.max(...paints.map(({startTime}) => startTime))")
    blocked = page.evaluate(_BLOCKED)
    page.evaluate(TO_THE_END)
    page.wait_for_load_state("networkidle")
    shifts = page.evaluate("shifts")
    context.close()
    return Load(weight, painted, blocked, shifts)
