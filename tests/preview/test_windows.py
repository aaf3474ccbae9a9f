"""The preview where there is nothing of what only POSIX systems have, as on Windows.

No Windows is at hand: the programs run here, but in a Python that lacks those parts.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from plugins.engine.publish import output
from plugins.photos.encode import pool
from plugins.preview.http.server import Server
from tests.preview.served import Served
from tests.site.newsroom import Newsroom, environment, run

WITHOUT_POSIX = """
import builtins, multiprocessing, os

for name in ("fork", "forkpty", "sched_getaffinity", "killpg", "setsid", "getuid", "geteuid"):
    if hasattr(os, name):
        delattr(os, name)
multiprocessing.get_all_start_methods = lambda: ["spawn"]
multiprocessing.set_start_method("spawn", force=True)

MISSING = {"fcntl", "grp", "pwd", "resource", "termios", "tty", "uvloop"}
import_ = builtins.__import__

def import_what_windows_has(name, globals=None, *rest, **more):
    asking = (globals or {}).get("__name__", "")
    # Of two ways to lock a file, the one of Windows cannot be had here.
    locks = asking == "plugins.engine.publish.lock"
    if asking.startswith("plugins.") and not locks and name in MISSING:
        raise ImportError(name)
    return import_(name, globals, *rest, **more)

builtins.__import__ = import_what_windows_has
"""


@pytest.fixture
def without_posix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "windows"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(WITHOUT_POSIX)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")  # as a pipe has it there


@pytest.mark.usefixtures("without_posix")
def test_the_preview_builds_photos_and_follows_a_save(tmp_path: Path) -> None:
    served = Served(tmp_path / "tòa soạn")
    for number in range(3):
        served.newsroom.photo(f"articles/{number}.jpg", (80 * number, 90, 60))
    body = "\n\n".join(f"{number}.jpg\nChú thích. Ảnh: Hà" for number in range(3))
    served.newsroom.write("articles/mot.md", body, Title="Một")
    with served.running():
        assert served.get("/2024/01/mot/").text.count("<figure") == 3
        served.newsroom.write("articles/mot.md", "Câu vừa thêm.", Title="Một", Date="31/02/2024")
        with served.listening("/2024/01/mot/") as page:
            (problem,) = page.problems()
            assert problem["place"] == "articles/mot.md:2"
        served.newsroom.write("articles/mot.md", "Câu vừa thêm.", Title="Một")
        served.wait_until("/2024/01/mot/", "Câu vừa thêm.")
    assert "Lưu bài là trang tự đổi" in served.said
    assert "articles/mot.md:2: LỖI:" in served.said
    assert "Traceback" not in served.said


@pytest.mark.usefixtures("without_posix")
def test_the_plain_command_builds(newsroom_of_many: Newsroom) -> None:
    built = run(newsroom_of_many.command(), newsroom_of_many.content.parent, environment())
    assert built.status == 0, built.said
    assert "bài đổi →" in built.said


@pytest.fixture
def newsroom_of_many(tmp_path: Path) -> Newsroom:
    newsroom = Newsroom(tmp_path / "tòa soạn")
    for number in range(40):  # enough for copies of the process elsewhere
        newsroom.write(f"articles/{number}.md")
    return newsroom


def test_two_servers_never_share_an_address() -> None:
    assert Server.allow_reuse_address == (os.name == "posix")


def test_there_are_no_more_processes_than_windows_can_wait_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 128)
    assert pool.process_count() == 61


def test_a_file_that_somebody_is_reading_is_moved_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staged, site = tmp_path / "mới", tmp_path / "ra"
    for folder in (staged, site):
        folder.mkdir()
        (folder / "a.html").write_text(folder.name, encoding="utf-8")
    refusals = iter([1, 2])
    replace = Path.replace

    def refused_twice(source: Path, target: Path) -> Path:
        if next(refusals, None):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refused_twice)
    monkeypatch.setattr(output, "_PAUSES", (0.0, 0.0, 0.0))
    output.move(["a.html"], staged, site)
    assert (site / "a.html").read_text(encoding="utf-8") == "mới"
