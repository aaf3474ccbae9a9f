from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.find import BrowserMissingError, find_browser


def _program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_a_browser_named_in_the_environment_comes_first(tmp_path: Path) -> None:
    _program(tmp_path / "bin" / "chromium")
    mine = _program(tmp_path / "my chrome")
    environment = {"CHROME": str(mine), "PATH": str(tmp_path / "bin")}
    assert find_browser(environment) == mine


def test_a_name_that_is_no_program_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BrowserMissingError, match="CHROME="):
        find_browser({"CHROME": str(tmp_path / "nothing"), "PATH": ""})


def test_chromium_is_found_on_the_path(tmp_path: Path) -> None:
    program = _program(tmp_path / "chromium-browser")
    assert find_browser({"PATH": str(tmp_path)}) == program


def test_a_chromium_without_windows_is_preferred_to_one_with_them(tmp_path: Path) -> None:
    _program(tmp_path / "chromium")
    program = _program(tmp_path / "chromium-headless-shell")
    assert find_browser({"PATH": str(tmp_path)}) == program


def test_edge_is_found_where_windows_keeps_it(tmp_path: Path) -> None:
    program = _program(tmp_path / "Microsoft" / "Edge" / "Application" / "msedge.exe")
    assert find_browser({"PATH": "", "PROGRAMFILES(X86)": str(tmp_path)}) == program


def test_a_missing_browser_is_said_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(BrowserMissingError, match="sudo apt install chromium"):
        find_browser({"PATH": str(tmp_path)})
