"""Find the Chromium that the tests drive: ``python -m tests.browser.find`` prints its path."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

COMMANDS = (
    # Chromium's engine without the program around it. It is what Playwright would start by itself,
    # and opening a dozen pages takes it 11 seconds of processor time where Chromium takes 28.
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
    "microsoft-edge-stable",
)
APPLICATIONS = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
MISSING = """LỖI: không tìm thấy trình duyệt Chromium, Chrome hay Edge để kiểm thử.
    Cách sửa:
      Debian:   sudo apt install chromium-headless-shell
      Ubuntu:   sudo snap install chromium
      Fedora:   sudo dnf install chromium
      macOS:    brew install --cask chromium
    hoặc chỉ ra chỗ của nó: CHROME=/đường/dẫn/tới/chrome make test"""


class BrowserMissingError(Exception):
    """No browser is installed, or ``CHROME`` names none; says in Vietnamese what to do."""


def find_browser(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the browser's executable: the one ``CHROME`` or ``CHROMIUM`` names, or the first
    of the usual places. Raises :class:`BrowserMissingError` when there is none.
    """
    for variable in ("CHROME", "CHROMIUM"):
        if named := environment.get(variable):
            path = shutil.which(named, path=environment.get("PATH"))
            if path is None:
                raise BrowserMissingError(
                    f"LỖI: {variable}={named} không phải là một chương trình."
                )
            return Path(path)
    for candidate in _candidates(environment):
        if candidate.is_file():
            return candidate
    raise BrowserMissingError(MISSING)


def _candidates(environment: Mapping[str, str]) -> Iterator[Path]:
    for command in COMMANDS:
        if path := shutil.which(command, path=environment.get("PATH", "")):
            yield Path(path)
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            for name in APPLICATIONS:
                yield folder / f"{name}.app" / "Contents" / "MacOS" / name
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder_name := environment.get(variable):
            yield from (Path(folder_name) / name for name in WINDOWS)


if __name__ == "__main__":
    try:
        print(find_browser())  # noqa: T201 - what the command is for
    except BrowserMissingError as error:
        sys.exit(str(error))
