"""``python -m tests.fuzz.desk.in_browser``: the screen itself in Chromium, while everything goes
wrong: the desk is killed, its disk is full, sessions end, the network goes away before or behind
a question, answers come late, windows are shut and crash, articles are thrown away under
somebody's hands.

Two editors have two windows each; each types words that no other types, and nobody deletes one.
In the end each word has to be in its article's text or history; and from version to version of an
article no word may go that nobody was shown before it went. ``--events`` says how many things go
wrong, ``--seed`` where to begin. What is lost is printed; status 1.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import (
    APIResponse,
    Browser,
    BrowserContext,
    Error,
    Page,
    Route,
    sync_playwright,
)

from plugins.desk.web.desk import open_desk
from plugins.desk.web.store.drafts import Form
from tests.browser.conftest import start
from tests.desk.web.office import PASSWORDS
from tests.fuzz.desk.__main__ import Server

_ARTICLES = 4
_WORD = re.compile(r"\b(?:lan|tuan)\d-\d+\b")
_ENDS = 120.0  # seconds in which all that is typed reaches the server once nothing goes wrong
_SHORT = 1500  # milliseconds
_KINDS = {
    "kill": 6,
    "session": 10,
    "offline": 12,
    "answer": 14,
    "question": 8,
    "late": 14,
    "shut": 14,
    "crash": 10,
    "full": 10,
    "away": 3,
}
"""What goes wrong, and how often beside the others."""
_SIGN_IN = "dialog[open]:has([name=password])"
_CHOICES = ("Giữ bản của bạn", "Lấy bản của", "Ghép cả hai")


class Window:
    """A window of an editor. ``typed`` are its words, by article; ``shown`` what it was shown
    before it went."""

    def __init__(self, context: BrowserContext, name: str, number: int, root: str) -> None:
        self._context, self._name, self._tab, self._root = context, name, f"{name}{number}", root
        self._count = 0
        self._page: Page | None = None
        self.article = ""
        self.typed: dict[str, set[str]] = {}
        self.shown: set[str] = set()
        self.told = 0
        self.log: list[str] = []

    def open(self, article: str) -> bool:
        """Open an article; return whether the desk was there."""
        self.close()
        self.log.append(f"opens {article}")
        self.article, self._page = article, self._context.new_page()
        try:
            self._page.goto(f"{self._root}/bai/{article}", timeout=8000)
            if "/dang-nhap" in self._page.url:
                self._sign_in()
            self._page.wait_for_selector("#acts button", timeout=8000)
        except Error:
            self.close()
            return False
        return True

    def _sign_in(self) -> None:
        assert self._page
        self._page.fill("[name=name]", self._name)
        self._page.fill("[name=password]", PASSWORDS[self._name])
        self._page.click("button.main")

    def close(self, *, crash: bool = False) -> None:
        """Shut the window as it is."""
        if self._page is None:
            return
        if crash:
            with suppress(Error):  # that is how it ends
                self._page.goto("chrome://crash", timeout=_SHORT)
        self._page.close()
        self._page = None

    @property
    def is_open(self) -> bool:
        """Whether there is an article in it."""
        return self._page is not None

    def answer(self, chance: random.Random) -> None:
        """Answer what the screen asks, if it asks anything."""
        page = self._page
        if page is None or not self.is_asking:
            return
        # Two questions may be open: the one below cannot be answered until the other is.
        with suppress(Error):
            if page.locator(_SIGN_IN).count():
                page.fill(f"{_SIGN_IN} [name=password]", PASSWORDS[self._name], timeout=_SHORT)
                page.click(f"{_SIGN_IN} button.main", timeout=_SHORT)
                return
        with suppress(Error):
            if page.locator("#dialog[open] .sides").count():
                self.told += 1
                self.shown.update(_WORD.findall(page.locator("#dialog .sides").inner_text()))
                chosen = chance.choice(_CHOICES)
                self.log.append(chosen)
                page.click(f"#dialog button:has-text('{chosen}')", timeout=_SHORT)
            elif page.locator("#dialog[open]").count():
                page.click("#dialog button:has-text('Thôi')", timeout=_SHORT)

    def type(self) -> None:
        """Type a word that nobody has ever typed, unless a question is open."""
        page = self._page
        if page is None or self.is_asking:
            return
        self._count += 1
        word = f"{self._tab}-{self._count}"
        area = page.locator("#text textarea").last
        try:
            area.press("Control+End", timeout=_SHORT)
            page.keyboard.type(f"\n{word}" if area.input_value(timeout=_SHORT) else word)
            # Where a question opened amid it, the person has seen that it was not taken.
            if word in self.text():
                self.log.append(f"{word} ({page.locator('#saved').inner_text(timeout=_SHORT)})")
                self.typed.setdefault(self.article, set()).add(word)
        except Error:
            return

    def text(self) -> str:
        """Return the text on the screen."""
        assert self._page
        areas = self._page.locator("#text textarea")
        return "\n".join(areas.nth(at).input_value(timeout=_SHORT) for at in range(areas.count()))

    def throw_away(self) -> None:
        """Take the article off the list."""
        page = self._page
        if page is None or self.is_asking:
            return
        try:
            page.click("#acts button:has-text('Xóa bản nháp')", timeout=_SHORT)
            page.click("dialog[open] button:has-text('Bỏ')", timeout=_SHORT)
            page.wait_for_url("**/toa-soan/", timeout=_SHORT)
            self.close()
        except Error:
            return

    @property
    def is_asking(self) -> bool:
        """Whether the screen asks something."""
        return self._page is not None and bool(self._page.locator("dialog[open]").count())

    def rests(self) -> bool:
        """Whether the server has all that is on the screen."""
        if self._page is None or self.is_asking:
            return False
        said = "#saved:has-text('Đã lưu'), #saved:has-text('Chưa có')"
        return bool(self._page.locator(said).count())

    def state(self) -> str:
        """Return what is on the screen, for whoever has to find out why."""
        if self._page is None:
            return f"{self.article} cannot be opened"
        said = self._page.locator("#saved, #news, dialog[open]").all_inner_texts()
        return f"{self._page.url} {said} {self.left()}"

    def left(self) -> set[str]:
        """Return the articles of which this editor's browser holds text."""
        assert self._page
        keys = self._page.evaluate("Object.keys(localStorage)")
        return {key.split(":")[1] for key in keys if key.startswith("toa-soan:")}


class Trouble:
    """What goes wrong."""

    def __init__(self, server: Server, chance: random.Random) -> None:
        self._server, self._chance = server, chance
        self.count: Counter[str] = Counter()
        self._ends: list[tuple[float, str, BrowserContext | None]] = []
        self._lost: dict[BrowserContext, str] = {}
        self._late: list[tuple[float, Route, APIResponse]] = []

    def watch(self, context: BrowserContext) -> None:
        """Stand between a browser and the desk."""
        context.route("**/xem", lambda route: route.fulfill(json=_NOTHING))
        context.route("**/luu", lambda route: self._on_save(context, route))

    def _on_save(self, context: BrowserContext, route: Route) -> None:
        cut = self._lost.pop(context, "")
        try:
            answer = None
            if cut in ("answer", "late"):
                with suppress(Error):  # the desk is killed
                    answer = route.fetch()
            if cut == "late" and answer:
                ends = time.monotonic() + self._chance.uniform(0.1, 3)
                self._late.append((ends, route, answer))
            elif cut:
                route.abort()
            else:
                route.continue_()
        except Error:
            return  # the window is shut

    def make(self, window: Window, context: BrowserContext, articles: list[str]) -> None:
        """Have something go wrong."""
        chance, server = self._chance, self._server
        kind = chance.choices(list(_KINDS), list(_KINDS.values()))[0]
        self.count[kind] += 1
        window.log.append(kind)
        now = time.monotonic()
        if kind == "kill" and server.process.poll() is None:
            server.kill()
            self._ends.append((now + chance.uniform(0, 3), "kill", None))
        elif kind == "session" and server.process.poll() is None:
            server.end_sessions()
        elif kind == "offline":
            context.set_offline(True)
            self._ends.append((now + chance.uniform(0.1, 4), "offline", context))
        elif kind in ("answer", "question", "late"):
            self._lost[context] = kind
        elif kind in ("shut", "crash"):
            window.close(crash=kind == "crash")
            window.open(window.article if chance.random() < 0.7 else chance.choice(articles))
        elif kind == "full" and server.process.poll() is None:
            _limit(server.process.pid, 0)
            self._ends.append((now + chance.uniform(0.3, 4), "full", None))
        elif kind == "away":
            window.throw_away()

    def end(self, *, all_of_it: bool = False) -> None:
        """End what has gone wrong long enough."""
        if all_of_it:
            self._lost.clear()
        now = time.monotonic()
        for late in list(self._late):
            until, route, answer = late
            if all_of_it or until < now:
                self._late.remove(late)
                with suppress(Error):  # the window is shut
                    route.fulfill(response=answer)
        for one in list(self._ends):
            until, kind, context = one
            if not all_of_it and until > now:
                continue
            self._ends.remove(one)
            if context is not None:
                context.set_offline(False)
            elif kind == "kill" and self._server.process.poll() is not None:
                self._server.start()
            elif kind == "full" and self._server.process.poll() is None:
                _limit(self._server.process.pid, resource.RLIM_INFINITY)


_NOTHING = {"version": 1, "problems": [], "page": None}


def _limit(process: int, size: int) -> None:
    _, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (size, hard))


def run(browser: Browser, events: int, seed: int, folder: Path) -> tuple[Counter[str], list[str]]:
    """Let so many things go wrong; return what happened how often, and what was lost."""
    chance = random.Random(seed)
    server = Server(folder)
    trouble = Trouble(server, chance)
    articles = _begun(server)
    root = f"http://127.0.0.1:{server.port}/toa-soan"
    contexts = {name: browser.new_context() for name in PASSWORDS}
    windows: list[tuple[Window, BrowserContext]] = []
    for name, context in contexts.items():
        trouble.watch(context)
        windows += [(Window(context, name, number, root), context) for number in (1, 2)]
    try:
        while trouble.count.total() < events:
            window, context = chance.choice(windows)
            trouble.end()
            window.answer(chance)
            if not window.is_open and not window.open(chance.choice(articles)):
                time.sleep(0.2)
                continue
            for _ in range(chance.randrange(4)):
                window.type()
            if chance.random() < 0.5:
                time.sleep(chance.uniform(0, 0.8))
            if chance.random() < 0.4:
                trouble.make(window, context, articles)
        _settle(trouble, [window for window, _ in windows], chance, articles)
        lost = list(_lost(server, [window for window, _ in windows]))
    finally:
        if server.process.poll() is None:
            server.kill()
        for context in contexts.values():
            context.close()
    count = trouble.count
    count["told"] = sum(window.told for window, _ in windows)
    count["words"] = sum(len(words) for window, _ in windows for words in window.typed.values())
    return count, lost


def _begun(server: Server) -> list[str]:
    desk = open_desk(server.settings)
    numbers = [desk.drafts.begin(1, Form({"Title": f"Bài {n}"})).id for n in range(_ARTICLES)]
    desk.close()
    return numbers


def _settle(
    trouble: Trouble, windows: list[Window], chance: random.Random, articles: list[str]
) -> None:
    """Have all that is in the editors' browsers reach the server: also of windows that were shut,
    whose articles are opened once more."""
    ends = time.monotonic() + _ENDS
    while time.monotonic() < ends:
        unsent: list[str] = []
        trouble.end(all_of_it=True)
        for window in windows:
            window.answer(chance)
            if not window.is_open:
                window.open(chance.choice(articles))
            elif not window.is_asking:
                left = window.left()
                unsent += left
                if left and window.article not in left:
                    window.open(min(left))
        if not unsent and all(window.rests() for window in windows):
            return
        time.sleep(0.3)
    raise AssertionError(f"no rest: {[window.state() for window in windows]}")


def _lost(server: Server, windows: list[Window]) -> Iterator[str]:
    """Yield what is in no text of an article, and what one version has and the next one lacks
    though nobody was shown it."""
    shown = set().union(*(window.shown for window in windows))
    desk = open_desk(server.settings)
    try:
        for article in {one for window in windows for one in window.typed}:
            typed = set().union(*(window.typed.get(article, set()) for window in windows))
            numbers = sorted(number for number, _, _ in desk.drafts.versions(article))
            versions = [_words(desk.drafts.form_of(article, number)) for number in numbers]
            asides = [_words(one.form) for one in desk.drafts.asides(article, settled=True)]
            for word in typed.difference(*versions, *asides):
                yield f"{word} is nowhere in {article}: {_around(word, windows)}"
            for number, before, after in zip(numbers[1:], versions, versions[1:], strict=False):
                for word in before - after - shown:
                    yield f"{word} went unseen with version {number} of {article}"
    finally:
        desk.close()


def _around(word: str, windows: list[Window]) -> str:
    """Return what went on in the window in which a word was typed."""
    for window in windows:
        for at, line in enumerate(window.log):
            if line.startswith(f"{word} "):
                return ", ".join(window.log[max(0, at - 4) : at + 6])
    return ""


def _words(form: Form | None) -> set[str]:
    blocks = form.blocks if form else []
    return {word for block in blocks for word in _WORD.findall(block["text"])}


def main() -> int:
    """Run; print what happened; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = start(playwright.chromium)
        count, lost = run(browser, options.events, options.seed, Path(folder))
        browser.close()
    print(", ".join(f"{name}: {number}" for name, number in count.items()))
    print(f"{len(lost)} lost", *lost[:20], sep="\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
