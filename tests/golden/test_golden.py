"""The whole output of a small site, compared with what was read and accepted in review.

``make golden`` writes the expected files anew; read their difference before committing it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
ROOT = HERE.parents[1]
# 15 January 2024, noon, in Vietnam: one article still waits for its time.
CLOCK = "1705294800"
# The theme changes more often than what the pages say; its own tests look at it.
_VOLATILE = [
    (re.compile(r"<style>.*?</style>", re.DOTALL), "<style>…</style>"),
    (re.compile(r"'sha256-[\w+/=]+'"), "'sha256-…'"),
    (re.compile(r"((?:theme|\./later)/[\w/-]+)\.[0-9a-f]{8}\.(\w+)"), r"\1.*.\2"),
]
TEXT = (".html", ".json", ".map", ".xml")
_RULES = ("_headers", "_redirects", "tim-kiem/")


def build(output: Path) -> None:
    subprocess.run(
        [
            Path(sys.executable).with_name("pelican"),
            HERE / "content",
            *("-s", ROOT / "pelicanconf.py", "-o", output, "--fatal=errors"),
            *("-e", 'BUILD={"articles_per_page": 2, "articles_per_month_page": 3}'),
            f'COUNTER={{"endpoint": "/tk/v1/", "known": "{HERE / "counter.json"}"}}',
        ],
        env={**os.environ, "SOURCE_DATE_EPOCH": CLOCK},
        check=True,
        capture_output=True,
        cwd=output.parent,
    )


def snapshot(output: Path) -> dict[str, str]:
    """Every file of a site by name: text as it is, of a photo its format and size in pixels,
    of anything else its size in bytes."""
    files = {}
    for path in sorted(output.rglob("*")):
        if not path.is_file() or path.name.startswith("."):
            continue
        name = path.relative_to(output).as_posix()
        content = f"{path.stat().st_size} bytes\n"
        if path.suffix in TEXT or name.startswith(_RULES):
            content = path.read_text(encoding="utf-8")
            for pattern, stand_in in _VOLATILE:
                content = pattern.sub(stand_in, content)
        elif name.startswith("theme/"):
            content = "theme\n"
        elif name.startswith("anh/"):
            with Image.open(path) as photo:
                content = f"{photo.format} {photo.width}x{photo.height}\n"
        for pattern, stand_in in _VOLATILE:
            name = pattern.sub(stand_in, name)
        files[name.replace("*", "~")] = content
    return files


def read_expected() -> dict[str, str]:
    return {
        path.relative_to(EXPECTED).as_posix().removesuffix(".expected"): path.read_text("utf-8")
        for path in sorted(EXPECTED.rglob("*.expected"))
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("golden") / "output"
    build(output)
    return output


@pytest.fixture(scope="module")
def shown(built: Path) -> dict[str, str]:
    return snapshot(built)


def test_the_small_site_has_exactly_the_expected_files(shown: dict[str, str]) -> None:
    assert list(shown) == list(read_expected())


@pytest.mark.parametrize("name", read_expected())
def test_every_file_is_as_expected(shown: dict[str, str], name: str) -> None:
    assert shown[name] == read_expected()[name]


def test_a_second_build_from_anywhere_is_byte_identical(built: Path, tmp_path: Path) -> None:
    again = tmp_path / "another folder" / "output"
    again.parent.mkdir()
    build(again)
    names = {path.relative_to(built) for path in built.rglob("*") if path.is_file()}
    assert names == {path.relative_to(again) for path in again.rglob("*") if path.is_file()}
    assert all((built / name).read_bytes() == (again / name).read_bytes() for name in names)


def rewrite(output: Path) -> None:
    """Make what is built now the expectation."""
    build(output)
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, content in snapshot(output).items():
        # Another suffix, so that no tool takes them for pages of ours.
        path = EXPECTED / f"{name}.expected"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        rewrite(Path(folder) / "output")
