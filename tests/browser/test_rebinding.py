"""A page of the Internet whose name leads to this machine once it is open reads no draft."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import start
from tests.preview.served import Served

EVIL, TWO = "evil.test", "two.evil.test"
DRAFT, SECRET = "/2024/01/bai-nhap/", "Chuyện chưa ai được biết."
# What a page learns: of its own name, which leads elsewhere by now, and of ours, no secret.
STEAL = """async ([address, path]) => {
  const found = {};
  const read = async (name, url, options) => {
    try {
      const answer = await fetch(url, options);
      found[name] = [answer.status, await answer.text()];
    } catch (error) { found[name] = [0, error.name]; }
  };
  await read("own name", path);
  await read("own name, post", path, { method: "POST", body: "x" });
  await read("address", address + path);
  await read("opaque", address + path, { mode: "no-cors" });
  found["frame"] = await new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.onload = () => {
      try { done([0, frame.contentDocument.documentElement.textContent]); }
      catch (error) { done([0, error.name]); }
    };
    frame.src = path;
    document.body.append(frame);
  });
  found["events"] = await new Promise((done) => {
    const source = new EventSource("/__preview/events?page=/&version=x");
    source.onerror = () => { source.close(); done([0, "error"]); };
    for (const name of ["problems", "reload", "message"])
      source.addEventListener(name, (event) => { source.close(); done([200, event.data]); });
  });
  found["socket"] = await new Promise((done) => {
    const socket = new WebSocket(`ws://${location.host}${path}`);
    socket.onopen = () => done([101, "open"]);
    socket.onerror = () => done([0, "error"]);
  });
  return found;
}"""


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview of a bulletin with a draft."""
    served = Served(tmp_path_factory.mktemp("preview"))
    served.newsroom.write("articles/nhap.md", SECRET, Title="Bài nháp", Status="draft")
    with served.running():
        yield served


@pytest.fixture(scope="module")
def rebound(browser: Browser) -> Iterator[Browser]:
    """A browser for which two names of somebody else lead to this machine."""
    names = ", ".join(f"MAP {name} 127.0.0.1" for name in (EVIL, TWO))
    # Newest Chromiums keep pages of the Internet from this machine, other browsers do not.
    as_others = "--disable-features=LocalNetworkAccessChecks"
    started = start(browser.browser_type, f"--host-resolver-rules={names}", as_others)
    yield started
    started.close()


def _first(page: Page, host: str, port: int) -> None:
    """Open a page as it came while the name led to its own server."""

    def answer(route: Route) -> None:
        route.fulfill(content_type="text/html", body="<!doctype html><body>Chào</body>")

    address = f"http://{host}:{port}/first"
    page.route(address, answer)
    page.goto(address)


@pytest.mark.parametrize("host", [EVIL, TWO])
def test_a_page_reads_nothing_under_a_name_that_now_leads_here(
    rebound: Browser, newsroom: Served, host: str
) -> None:
    with rebound.new_page() as page:
        _first(page, host, newsroom.port)
        found = page.evaluate(STEAL, [f"http://127.0.0.1:{newsroom.port}", DRAFT])
        assert found["own name"][0] == found["own name, post"][0] == 421
        assert found["address"] == [0, "TypeError"]
        assert found["opaque"][1] in ("", "TypeError")
        assert "không mở dưới tên này" in found["frame"][1]
        assert found["events"] == found["socket"] == [0, "error"]
        assert SECRET not in str(found)


def test_a_name_that_now_leads_here_opens_no_page_either(
    rebound: Browser, newsroom: Served
) -> None:
    with rebound.new_page() as page:
        answer = page.goto(f"http://{EVIL}:{newsroom.port}{DRAFT}")
        assert answer is not None
        assert answer.status == 421
        assert SECRET not in page.content()


def test_the_same_page_under_our_own_name_reads_the_draft(
    rebound: Browser, newsroom: Served
) -> None:
    """So it is the name that keeps the others from it."""
    with rebound.new_page() as page:
        _first(page, "localhost", newsroom.port)
        found = page.evaluate(STEAL, [f"http://127.0.0.1:{newsroom.port}", DRAFT])
        assert found["own name"][0] == 200
        assert SECRET in found["own name"][1]
        assert SECRET in found["frame"][1]
        assert found["events"][0] == 200
        assert found["address"] == [0, "TypeError"]
