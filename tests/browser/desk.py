"""A desk that is served, and what its editors do first in a browser."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

from playwright.sync_api import Browser, BrowserContext, Page

from tests.desk.web.office import PASSWORDS, Office

SAVED = "#saved:has-text('Đã lưu')"


class Served:
    """A desk that is served by a process of its own, which can be killed."""

    def __init__(self, office: Office) -> None:
        self.office = office
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/toa-soan"
        self.start()

    def start(self) -> None:
        """Start the process and wait until it answers."""
        command = [sys.executable, "-m", "plugins.desk", "-s", self.office.settings, "serve"]
        self._process = subprocess.Popen(
            [*command, "-p", str(self.port)], stdout=subprocess.DEVNULL
        )
        ends = time.monotonic() + 60
        while time.monotonic() < ends:
            try:
                urllib.request.urlopen(f"{self.address}/dang-nhap").close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError("the desk does not answer")

    def kill(self) -> None:
        """End the process as a power cut does."""
        self._process.kill()
        self._process.wait()

    def end(self) -> None:
        """End the process as Ctrl+C does."""
        self._process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        self._process.wait(60)


def enter(
    browser: Browser, windows: list[BrowserContext], served: Served, name: str, width: int = 1280
) -> Page:
    """Sign somebody in in a browser of his own; return the list of articles."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    windows.append(context)
    page = context.new_page()
    page.goto(f"{served.address}/")
    page.fill("[name=name]", name)
    page.fill("[name=password]", PASSWORDS[name])
    page.click("button.main")
    page.wait_for_selector("h1:has-text('Bài viết')")
    return page


def write(page: Page, title: str, text: str) -> str:
    """Write a new article; return its address once it is saved."""
    page.click("text=Viết bài mới")
    page.fill("[name=Title]", title)
    page.locator("#text textarea").first.fill(text)
    page.select_option("[name=Category]", "Văn hóa")
    page.wait_for_selector(SAVED)
    return page.url


def reach(page: Page, address: str) -> None:
    """Open an article in a window, until it may be written in."""
    page.goto(address)
    page.wait_for_selector("#acts button")


def saved(page: Page) -> None:
    """Wait until the server has all that is on the screen."""
    page.wait_for_timeout(500)
    page.wait_for_selector(SAVED)
