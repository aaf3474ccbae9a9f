"""What a release needs (CONTRIBUTING.md): one version, in one place, and the section about it."""

from __future__ import annotations

import re
import tomllib
from datetime import date

import pytest

from tests.conftest import ROOT

_SECTION = re.compile(r"^## \[(?P<name>[^]]+)\](?P<rest>.*)$", re.MULTILINE)
_SHOWN = ("plugins", "theme", "tools", "pelicanconf.py", "publishconf.py", "README.md", "Makefile")
_TEXT = {".py", ".html", ".toml", ".js", ".css", ".md", ".txt", ".svg", ""}


def sections(changelog: str) -> list[tuple[str, str]]:
    """Return the sections in their order, each with what stands behind its name."""
    return [(found["name"], found["rest"]) for found in _SECTION.finditer(changelog)]


def faults(changelog: str, version: str) -> list[str]:
    """Return what is wrong with a changelog, if the program has this version."""
    names = sections(changelog)
    found = []
    if not names or names[0] != ("Unreleased", ""):
        found.append("“## [Unreleased]” is not on top")
    released = names[1:]
    if released and released[0][0] != version:
        found.append(f"the newest section is {released[0][0]}, the version {version}")
    for name, rest in released:
        if not re.fullmatch(r"\d+\.\d+\.\d+", name) or not re.fullmatch(
            r" - \d{4}-\d\d-\d\d", rest
        ):
            found.append(f"“{name}{rest}” is no version and day")
    if not found:
        numbers = [tuple(map(int, name.split("."))) for name, _ in released]
        days = [date.fromisoformat(rest[3:]) for _, rest in released]
        if numbers != sorted(set(numbers), reverse=True) or days != sorted(days, reverse=True):
            found.append("the sections are not ordered from the newest")
    return found


def version() -> str:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(settings["project"]["version"])


def test_the_newest_section_of_the_changelog_is_the_version() -> None:
    assert faults((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version()) == []


@pytest.mark.parametrize(
    ("changelog", "fault"),
    [
        ("", "on top"),
        ("## [0.2.0] - 2026-01-01\n", "on top"),
        ("## [Unreleased]\n## [0.1.0] - 2026-01-01\n", "is 0.1.0, the version 0.2.0"),
        ("## [Unreleased]\n## [0.2.0]\n", "no version and day"),
        ("## [Unreleased]\n## [0.2.0] - 2026-02-01\n## [0.3.0] - 2026-01-01\n", "not ordered"),
        ("## [Unreleased]\n## [0.2.0] - 2026-01-01\n## [0.1.0] - 2026-02-01\n", "not ordered"),
        ("## [Unreleased]\n## [0.2.0] - 2026-02-01\n## [0.2.0] - 2026-01-01\n", "not ordered"),
    ],
)
def test_a_release_that_was_done_by_half_is_found(changelog: str, fault: str) -> None:
    (found,) = [one for one in faults(changelog, "0.2.0") if fault in one]
    assert found


def test_a_release_as_described_passes() -> None:
    done = "## [Unreleased]\n\n## [0.2.0] - 2026-02-01\n\n## [0.1.0] - 2026-01-01\n"
    assert faults(done, "0.2.0") == []
    assert faults("## [Unreleased]\n", "0.1.0") == []  # before the first


def test_the_version_stands_in_one_place() -> None:
    written = re.compile(rf"(?<![\d.]){re.escape(version())}(?![\d.])")
    places = [ROOT / name for name in _SHOWN]
    files = [
        file
        for place in places
        for file in (place.rglob("*") if place.is_dir() else [place])
        if file.is_file() and file.suffix in _TEXT
    ]
    assert len(files) > len(_SHOWN)
    found = [file for file in files if written.search(file.read_text(encoding="utf-8"))]
    assert found == []
