"""What tests of the visitor counter's block share."""

from __future__ import annotations

from playwright.sync_api import Page, Route

AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36"
TOTAL = "[data-count=total]"
SHIFTS = """
window.shift = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value }))
    .observe({type: "layout-shift", buffered: true});
"""


def shown(page: Page) -> list[str]:
    """Return the numbers of the block, and the day where it has one."""
    return page.locator(".visitor-counter dd").all_text_contents()


def answer(route: Route, body: str, status: int = 200) -> None:
    """Answer in the service's place."""
    headers = {"access-control-allow-origin": "*"}
    route.fulfill(status=status, body=body, headers=headers)
