"""``python -m tests.fuzz.desk.in_browser``: the screen itself in Chromium, while everything goes
wrong: the desk is killed, its disk is full, sessions end, the network goes away before or behind
a question, answers come late, questions come behind later ones, windows are shut and crash,
browsers are killed and have on their disks what was typed long ago, articles are thrown away under
somebody's hands.

Two editors have two windows each; each types words that no other types, and nobody deletes one.
In the end each word has to be in its article's text or history; and from version to version of an
article no word may go that nobody was shown before it went. ``--events`` says how many things go
wrong, ``--seed`` where to begin. What is lost is printed; status 1.
"""

from __future__ import annotations

import argparse
import random
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
    Request,
    Route,
    sync_playwright,
)

from plugins.desk.web.desk import open_desk
from plugins.desk.web.store.drafts import Form
from tests.browser.conftest import start
from tests.desk.web.office import PASSWORDS
from tests.fuzz.desk.__main__ import Server
from tests.fuzz.desk.window import WORD, Window

_ARTICLES = 4
_ENDS = 120.0  # seconds in which all that is typed reaches the server once nothing goes wrong
_KINDS = {
    "kill": 6,
    "session": 10,
    "offline": 12,
    "answer": 14,
    "question": 8,
    "late": 14,
    "behind": 10,
    "killed": 8,
    "shut": 14,
    "crash": 10,
    "full": 10,
    "away": 3,
}
"""What goes wrong, and how often beside the others."""


class Trouble:
    """What goes wrong."""

    def __init__(self, server: Server, chance: random.Random) -> None:
        self._server, self._chance = server, chance
        self.count: Counter[str] = Counter()
        self.windows: list[Window] = []
        self._ends: list[tuple[float, str, BrowserContext | None]] = []
        self._lost: dict[BrowserContext, str] = {}
        self._late: list[tuple[float, Route, APIResponse]] = []
        self._behind: list[tuple[float, BrowserContext, Request]] = []

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
                if cut == "behind":
                    ends = time.monotonic() + self._chance.uniform(0.5, 3)
                    self._behind.append((ends, context, route.request))
                route.abort()
            else:
                route.continue_()
        except Error:
            return  # the window is shut

    def _kill(self, name: str) -> None:
        """Have somebody's browser killed while the server has all that he typed: what is on its
        disk is older."""
        windows = [window for window in self.windows if window.name == name and window.is_open]
        with suppress(Error):
            if all(window.rests() and not window.left() for window in windows):
                for window in windows:
                    window.close(crash=True)
                windows[0].forget()

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
        elif kind in ("answer", "question", "late", "behind"):
            self._lost[context] = kind
        elif kind == "killed":
            self._kill(window.name)
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
        for behind in list(self._behind):
            until, asking, request = behind
            if all_of_it or until < now:
                self._behind.remove(behind)
                with suppress(Error):  # the desk is killed
                    asking.request.fetch(request)
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
    trouble.windows = [window for window, _ in windows]
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
        _settle(trouble, chance, articles)
        lost = list(_lost(server, trouble.windows))
    finally:
        if server.process.poll() is None:
            server.kill()
        for context in contexts.values():
            context.close()
    count = trouble.count
    count["told"] = sum(window.told for window in trouble.windows)
    count["words"] = sum(len(words) for one in trouble.windows for words in one.typed.values())
    return count, lost


def _begun(server: Server) -> list[str]:
    desk = open_desk(server.settings)
    numbers = [desk.drafts.begin(1, Form({"Title": f"Bài {n}"})).id for n in range(_ARTICLES)]
    desk.close()
    return numbers


def _settle(trouble: Trouble, chance: random.Random, articles: list[str]) -> None:
    """Have all that is in the editors' browsers reach the server: also of windows that were shut,
    whose articles are opened once more."""
    ends, windows = time.monotonic() + _ENDS, trouble.windows
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
                    around = _around(word, windows)
                    yield f"{word} went unseen with version {number} of {article}: {around}"
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
    return {word for block in blocks for word in WORD.findall(block["text"])}


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
