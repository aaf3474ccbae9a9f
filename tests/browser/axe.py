"""Run axe-core (the accessibility checker of the PyPI package) in a page."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# Where scripts are off, a page's timers never fire, though its promises do: axe's steps, which
# it spreads out with setTimeout, are put one after another.
TIMERS = "() => { window.setTimeout = (step) => { Promise.resolve().then(step); }; }"
# `preload` fetches style sheets (ours are inlined) and waits for media (there are none), with
# a timer of its own; only two rules look at what it brings, and they run where scripts do.
RUN = """async (preload) => {
    const {violations} = await axe.run(document, {resultTypes: ["violations"], preload});
    return violations.flatMap(({id, help, nodes}) => nodes.map(
        ({target, failureSummary}) => `${id} (${help}): ${target}: ${failureSummary}`));
}"""


def find_violations(page: Page, *, scripted: bool = True) -> list[str]:
    """Return what axe finds in a loaded page, all its default rules on; [] is what we want.

    ``scripted`` says whether the page's context runs scripts.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        if not scripted:
            page.evaluate(TIMERS)
    found: list[str] = page.evaluate(RUN, scripted)
    return found
