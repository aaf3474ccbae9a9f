"""Whatever is published, a web server may read: it is another user than who builds."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.engine.publish.modes import make_readable
from plugins.engine.publish.output import LOCK, RECORD
from tests.engine.small_site import SmallSite

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no such modes")


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        assert os.umask(before) == mask  # a build gives it back


def write(site: SmallSite) -> None:
    """Write one of everything that is published, each readable by its owner alone."""
    site.write("articles/a.md", "anh.jpg\n\nChú thích.\n\ntep.csv", Tags="x")
    site.write("pages/lien-he.md", Date="")
    private = [site.photo("articles/anh.jpg"), site.raw("articles/tep.csv", "1,2")]
    private.append(site.theme / "static" / "js" / "a.js")
    for path in private:
        path.chmod(0o600)


def add_files(folder: Path) -> None:
    """Add a static file as an editor may have left it."""
    (folder / "sâu").mkdir()
    (folder / "sâu" / "CNAME").write_text("x")
    (folder / "sâu" / "CNAME").chmod(0o600)


def modes(output: Path) -> set[tuple[str, int]]:
    """Return kind and mode of all that is there, the folder itself with it."""
    found = ((path.is_dir(), path.stat().st_mode) for path in (output, *output.rglob("*")))
    return {("folder" if folder else "file", stat.S_IMODE(mode)) for folder, mode in found}


ALL_MAY_READ = {("folder", 0o755), ("file", 0o644)}


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
@pytest.mark.parametrize("clean", [True, False])
def test_files_are_0644_and_folders_0755_whatever_the_umask(
    site: SmallSite, mask: int, clean: bool
) -> None:
    with umask(mask):
        write(site)
        site.build(extra=add_files, clean=clean)
        assert modes(site.output) == ALL_MAY_READ
        site.write("articles/b.md", "anh2.jpg\n\nChú thích.", Tags="y")
        site.photo("articles/anh2.jpg", "green").chmod(0o600)
        site.build(extra=add_files)
        assert modes(site.output) == ALL_MAY_READ


@pytest.mark.parametrize("how", ["anew", "production"])
def test_a_build_mends_what_an_older_one_left_to_its_owner_alone(site: SmallSite, how: str) -> None:
    write(site)
    site.settings["DELETE_OUTPUT_DIRECTORY"] = how == "production"
    site.build(extra=add_files)
    for path in (site.output, *site.output.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    site.build(extra=add_files, clean=how == "anew")
    assert modes(site.output) == ALL_MAY_READ


def test_rights_that_a_group_has_beside_are_left_to_it(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name in ("a/x.html", RECORD, LOCK):
        (tmp_path / name).touch()
    (tmp_path / "a").chmod(0o2770)
    (tmp_path / "a/x.html").chmod(0o660)
    make_readable(["a/x.html", "mất.html"], tmp_path)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o2775
    assert stat.S_IMODE((tmp_path / "a/x.html").stat().st_mode) == 0o664
