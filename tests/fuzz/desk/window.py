"""A window of an editor, and what a person does in it."""

from __future__ import annotations

import random
import re
from contextlib import suppress

from playwright.sync_api import BrowserContext, Error, Page

from tests.desk.web.office import PASSWORDS

WORD = re.compile(r"\b(?:lan|tuan)\d-\d+\b")
"""One that somebody has typed, and nobody else."""
_SHORT = 1500  # milliseconds
_SIGN_IN = "dialog[open]:has([name=password])"
_CHOICES = ("Giữ bản của bạn", "Lấy bản của", "Ghép cả hai")


class Window:
    """A window of an editor. ``typed`` are its words, by article; ``shown`` what it was shown
    before it went."""

    def __init__(self, context: BrowserContext, name: str, number: int, root: str) -> None:
        self._context, self.name, self._tab, self._root = context, name, f"{name}{number}", root
        self._on_disk: list[list[str]] = []
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
        self._page.fill("[name=name]", self.name)
        self._page.fill("[name=password]", PASSWORDS[self.name])
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
                page.fill(f"{_SIGN_IN} [name=password]", PASSWORDS[self.name], timeout=_SHORT)
                page.click(f"{_SIGN_IN} button.main", timeout=_SHORT)
                return
        with suppress(Error):
            if page.locator("dialog[open] .sides").count():
                self.told += 1
                self.shown.update(WORD.findall(page.locator("dialog[open] .sides").inner_text()))
                chosen = chance.choice(_CHOICES)
                self.log.append(chosen)
                page.click(f"dialog[open] button:has-text('{chosen}')", timeout=_SHORT)
            elif page.locator("dialog[open]").count():
                page.click("dialog[open] button:has-text('Thôi')", timeout=_SHORT)

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
                self._on_disk = page.evaluate("Object.entries(localStorage)") or self._on_disk
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

    def forget(self) -> None:
        """Have on the disk what was there when the last word was typed, and before it was sent."""
        page = self._context.new_page()
        try:
            page.goto(f"{self._root}/dang-nhap", timeout=_SHORT)
            page.evaluate(
                "(all) => all.forEach((one) => localStorage.setItem(...one))", self._on_disk
            )
        finally:
            page.close()

    def left(self) -> set[str]:
        """Return the articles of which this editor's browser holds text."""
        assert self._page
        keys = self._page.evaluate("Object.keys(localStorage)")
        return {key.split(":")[1] for key in keys if key.startswith("toa-soan:")}
