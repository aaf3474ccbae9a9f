"""The starter for a double click, read as cmd.exe reads it: no Windows is at hand."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STARTER = ROOT / "xem-thu.cmd"
SHOWN = sorted((ROOT / "tools/windows").glob("*.txt"))
TEXT = STARTER.read_bytes().decode("ascii")
LINES = TEXT.splitlines()


@pytest.mark.parametrize("file", [STARTER, *SHOWN], ids=lambda file: file.name)
def test_lines_end_as_windows_has_them_in_every_clone(file: Path) -> None:
    data = file.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r") > 0
    assert data.endswith(b"\r\n")
    assert not data.startswith(b"\xef\xbb\xbf")  # cmd.exe would take it for a command
    done = subprocess.run(
        ["git", "check-attr", "text", "eol", "--", str(file.relative_to(ROOT))],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert re.findall(r": (\w+)$", done.stdout, re.MULTILINE) == ["set", "crlf"]


def test_every_goto_has_its_label_and_every_label_its_goto() -> None:
    targets = re.findall(r"\bgoto (\w+)", TEXT)
    labels = re.findall(r"^:(\w+)\s*$", TEXT, re.MULTILINE)
    assert sorted(targets) == sorted(labels)
    assert len(set(labels)) == len(labels)


def test_the_starter_runs_from_its_own_folder_and_names_no_other() -> None:
    assert 'pushd "%~dp0"' in LINES
    assert not re.search(r"(?<![%~\w])[A-Za-z]:\\|%userprofile%|%cd%", TEXT, re.IGNORECASE)
    assert LINES[0] == "@echo off"


def test_files_that_it_names_are_there() -> None:
    named = [*re.findall(r"^type (\S+)", TEXT, re.MULTILINE), "plugins\\preview\\window.py"]
    assert sorted(named[:-1]) == [f"tools\\windows\\{file.name}" for file in SHOWN]
    for name in named:
        assert (ROOT / name.replace("\\", "/")).is_file()
    assert "-m plugins.preview.window %*" in TEXT


def test_what_is_said_to_people_is_shown_in_their_letters() -> None:
    assert LINES.index("chcp 65001 >nul") < LINES.index("type tools\\windows\\no-python.txt")
    said = "".join(file.read_text(encoding="utf-8") for file in SHOWN)
    assert "máy này chưa có Python 3.11 trở lên" in said
    assert "https://www.python.org/downloads/windows/" in said
    assert "Nhấn một phím bất kỳ" in said


def test_the_window_stays_open_where_something_went_wrong() -> None:
    assert "if errorlevel 1 goto wait" in LINES
    last = LINES[LINES.index(":wait") :]
    assert "pause >nul" in last
    assert last[-1] == "exit /b 1"


def test_parentheses_and_quotes_are_in_pairs() -> None:
    for line in LINES:
        assert line.count('"') % 2 == 0, line
        assert line.count("(") == line.count(")"), line
