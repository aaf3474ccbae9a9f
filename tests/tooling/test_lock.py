from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {
    "build": ROOT / "requirements" / "build.lock",
    "dev": ROOT / "requirements" / "dev.lock",
    "bench": ROOT / "requirements" / "bench.lock",
    "audit": ROOT / "requirements" / "audit.lock",
}


def _entries(lock: Path) -> list[tuple[Requirement, list[str]]]:
    """The lock's requirements, each with its hashes."""
    text = re.sub(r"^\s*#.*\n", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = []
    for line in text.replace("\\\n", " ").splitlines():
        requirement, *hashes = line.split("--hash=")
        entries.append((Requirement(requirement), [found.strip() for found in hashes]))
    return entries


def _wanted(*groups: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"])
    for group in groups or project["dependency-groups"].keys() - {"bench", "audit"}:
        wanted += project["dependency-groups"][group] if group != "build" else []
    return [Requirement(requirement) for requirement in wanted]


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS.keys())
def test_every_package_is_pinned_with_its_hashes(lock: Path) -> None:
    entries = _entries(lock)
    assert entries
    for requirement, hashes in entries:
        assert re.fullmatch(r"==[^,*]+", str(requirement.specifier)), requirement
        assert hashes, requirement
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", found) for found in hashes), requirement


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("build", _wanted("build")),
        ("dev", _wanted()),
        *((name, _wanted(name)) for name in ("bench", "audit")),
    ],
    ids=["build", "dev", "bench", "audit"],
)
def test_the_lock_holds_what_the_project_asks_for(name: str, wanted: list[Requirement]) -> None:
    entries = [requirement for requirement, _ in _entries(LOCKS[name])]
    for requirement in wanted:
        pins = [
            str(entry.specifier).removeprefix("==")
            for entry in entries
            if canonicalize_name(entry.name) == canonicalize_name(requirement.name)
        ]
        assert pins, f"{requirement.name} is not in the lock; run `make lock`"
        assert all(Version(pin) in requirement.specifier for pin in pins), requirement


def test_both_locks_agree() -> None:
    build = {str(requirement) for requirement, _ in _entries(LOCKS["build"])}
    dev = {str(requirement) for requirement, _ in _entries(LOCKS["dev"])}
    assert build <= dev


@pytest.mark.parametrize("folder", ["tests/html", "benchmarks/quality"])
def test_what_comes_from_npm_is_pinned_with_its_hash(folder: str) -> None:
    lock = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))
    packages = [package for name, package in lock["packages"].items() if name]
    assert packages
    for package in packages:
        assert package["integrity"].startswith("sha512-")
        assert "resolved" not in package


def _tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_no_file_names_a_package_registry_or_a_folder_of_some_machine() -> None:
    # Put together here, so that this file is no hit of its own.
    words = ["pypi" + ".org", "npmjs" + ".", "pythonhosted" + ".", "--index" + "-url"]
    words += ["/ro" + "ot/", "/ho" + "me/", "/work" + "/main", "../sh" + "ared"]
    found = []
    for path in _tracked_files():
        if path.is_file() and path.name != "LICENSE":
            data = path.read_bytes()
            found += [
                f"{path.relative_to(ROOT)}: {word}" for word in words if word.encode() in data
            ]
    assert found == []
