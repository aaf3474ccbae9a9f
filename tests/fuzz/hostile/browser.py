"""Pages in a real browser without any policy: what an article brings along must not run by itself.

All that runs, asks for something or goes elsewhere is noted, while a page loads and while each of
its article's elements is hovered over, focused and clicked. Links to other sites are no fault: a
reader presses them; they are stopped on the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Dialog, Page

from tests.browser.web import serve
from tests.fuzz.hostile.elements import EMBEDS, Element

# In every page and frame, before anything of theirs.
_NOTING = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = (...given) => { ran.push(`${name} ${given}`); };
addEventListener("click", e => {
  const link = e.target.closest?.("a[href], area[href]");
  if (!link) return;
  if (/^(https?|mailto|tel|):$/.test(link.protocol)) e.preventDefault(); // ":" is of no address
  else ran.push(`a link to ${link.protocol} ${link.href}`);
}, true);
"""
# Pages are opened in frames, some at a time, so that one does not wait for what another loads.
_OPEN = """async paths => {
  document.body.replaceChildren();
  const frames = paths.map(path => Object.assign(document.createElement("iframe"), {
    src: "/" + path, style: "width: 800px; height: 600px" }));
  await Promise.all(frames.map(e => new Promise(done => {
    e.onload = done;
    document.body.append(e);
  })));
  const seen = frames.map(frame => {
    const d = frame.contentDocument, w = frame.contentWindow, found = new Set();
    if (!d) return [];
    // Elements as Chromium has them; of those that are alike, one.
    for (const e of d.querySelectorAll("*"))
      found.add(JSON.stringify([e.localName,
        [...e.attributes].map(({ name, value }) => [name.toLowerCase(), value]),
        /^(script|style)$/.test(e.localName) ? e.textContent : "",
        !!e.parentNode.closest?.("div.content"), !!e.closest("head")]));
    for (const e of d.querySelectorAll("main *")) {
      if (e.closest(".share, .viewer")) continue;
      for (const type of ["pointerover", "pointerenter", "mouseover", "mouseenter", "focus",
        "focusin", "keydown", "mousedown", "click", "auxclick", "blur", "toggle", "animationend"])
        e.dispatchEvent(new w.Event(type, { bubbles: true, cancelable: true }));
      e.focus?.();
      if (e.localName == "summary") e.click();
      if (e.localName == "video" || e.localName == "audio") e.play().catch(() => {});
    }
    return [...found].map(JSON.parse);
  });
  await new Promise(done => setTimeout(done, 50)); // what was pressed may load first
  return frames.map(({ contentWindow: w, contentDocument: d }, i) =>
    [seen[i], d ? [...w.ran, ...(w.__pwned ? ["__pwned"] : [])] : ["went elsewhere"]]);
}"""
_AT_A_TIME = 8


class Opened:
    """A site in a browser that reaches nothing else."""

    def __init__(self, page: Page, address: str) -> None:
        self._page = page
        self._address = address
        self._notes: list[str] = []
        page.add_init_script(_NOTING)
        page.on("dialog", self._dialog)
        page.on("popup", lambda popup: self._notes.append(f"a window {popup.url}"))
        page.on("request", lambda request: self._asked(request.url))
        page.goto(f"{address}/robots.txt")

    def _dialog(self, dialog: Dialog) -> None:
        self._notes.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _asked(self, url: str) -> None:
        # A film's frame of an allowed host is what an editor may bring in.
        if not url.startswith((f"{self._address}/", *EMBEDS)):
            self._notes.append(f"asked {url[:200]}")

    def look(self, paths: Sequence[str]) -> Iterator[tuple[list[str], list[Element], list[str]]]:
        """Open pages; yield some of them with their elements and what ran or was asked for."""
        for at in range(0, len(paths), _AT_A_TIME):
            some = list(paths[at : at + _AT_A_TIME])
            self._notes = []
            seen, ran = set[Element](), list[str]()
            for elements, notes in self._page.evaluate(_OPEN, some):
                ran += notes
                for name, given, *rest in elements:
                    seen.add(Element(name, tuple(map(tuple, given)), *rest))
            if self._page.url != f"{self._address}/robots.txt":
                ran.append(f"went to {self._page.url}")
                self._page.goto(f"{self._address}/robots.txt")
            yield some, sorted(seen), [*self._notes, *ran]


@contextmanager
def opened(browser: Browser, site: Path) -> Iterator[Opened]:
    """Serve a built site, and open its pages without their policy while the context lasts."""
    with serve(site) as address:
        context = browser.new_context(
            bypass_csp=True, proxy={"server": "http://127.0.0.1:9", "bypass": "127.0.0.1"}
        )
        try:
            yield Opened(context.new_page(), address)
        finally:
            context.close()
