"""What tests of every folder share: the sample bulletin, built once a run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from plugins.names.outlets import KnownOutlets
from tests.compiled_templates import compiled_once
from tests.site_files import write_settings

# The same examples in every run: a test that fails only sometimes stops the wrong change.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


# Tests start hundreds of Python processes, and one that may keep nothing compiles all it imports.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# They make tens of thousands of folders, and a disk may take a millisecond to take one away again.
# Who sets TMPDIR has them made there.
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own there
_ROOM = 2 * 1024**3  # bytes, four times what a run needs
if (
    "TMPDIR" not in os.environ
    and _IN_MEMORY.is_dir()
    and shutil.disk_usage(_IN_MEMORY).free > _ROOM
):
    os.environ["TMPDIR"] = str(_IN_MEMORY)
    tempfile.tempdir = None  # what was known of it


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let browser tests come last: from the first of them on, Playwright's event loop runs in
    this thread, and no test after it could run one of its own."""
    items.sort(key=lambda item: "browser" in item.path.parts)


ROOT = Path(__file__).resolve().parent.parent
NOW = "1706745600"
"""1 February 2024, 07:00 in Viet Nam: when the sample bulletin is built. A build must not
depend on the day on which it is tested."""


KNOWN = ROOT / "tests" / "golden" / "counter.json"


def build(output: Path, settings: Path, *options: str) -> Path:
    """Build the project's own content with the public command, from a foreign folder."""
    output.mkdir(parents=True)
    command = [sys.executable, "-m", "pelican", str(ROOT / "content"), "-s", str(settings)]
    done = subprocess.run(
        [*command, "-o", str(output), "--fatal=errors", *options],
        cwd=output.parent,
        env=os.environ | {"SOURCE_DATE_EPOCH": NOW, "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"the build failed:\n{done.stdout}\n{done.stderr}"
    return output


def built_once(factory: pytest.TempPathFactory, name: str, settings: Path, *options: str) -> Path:
    """Build for all processes that share a run's tests: the first that asks builds, and the
    others wait. Tests only read what is returned."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    site = shared / name
    if not site.exists():
        # One after the other: what takes long is the photos, which the first makes for all.
        with FileLock(shared / "sites.lock"):
            if not site.exists():
                folder = factory.mktemp(name)
                _share_photos(folder, shared / "photos")
                build(folder / "output", settings, *options).parent.rename(site)
    return site / "output"


def _share_photos(folder: Path, photos: Path) -> None:
    """Have builds that are run in ``folder`` keep derivatives in ``photos``."""
    photos.mkdir(exist_ok=True)
    (folder / ".cache").mkdir()
    (folder / ".cache" / "photos").symlink_to(photos, target_is_directory=True)


@pytest.fixture(scope="session", autouse=True)
def _templates_compiled_once() -> Iterator[None]:
    with compiled_once():
        yield


@pytest.fixture(scope="session")
def short_lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Settings under which the lists of the sample bulletin are long enough to be continued, and
    visitors are known and counted."""
    return write_settings(
        tmp_path_factory.mktemp("settings") / "short_lists.py",
        {
            "BUILD": {
                "articles_per_page": 2,
                "articles_per_month_page": 20,
                "search_database": "search.sqlite3",  # beside the output folder
            }
        },
        f'COUNTER = {{"endpoint": "/tk/v1/", "known": {str(KNOWN)!r}}}',
    )


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, short_lists: Path) -> Path:
    """The sample bulletin as `make html` builds it, with every kind of page in it."""
    return built_once(tmp_path_factory, "html", short_lists)


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample bulletin as `make publish` builds it."""
    return built_once(tmp_path_factory, "publish", ROOT / "publishconf.py")


@pytest.fixture(scope="session")
def relative_site(tmp_path_factory: pytest.TempPathFactory, short_lists: Path) -> Path:
    """The sample bulletin as `make html RELATIVE=1` builds it, with every kind of page in it."""
    return built_once(tmp_path_factory, "relative", short_lists, "--relative-urls")


@pytest.fixture
def known() -> KnownOutlets:
    """Return the outlets of a newsroom in Lào Cai."""
    return KnownOutlets(
        ("Báo Lào Cai",), {"Báo Lào Cai điện tử": "https://baolaocai.example/", "Lam Sơn": ""}
    )
