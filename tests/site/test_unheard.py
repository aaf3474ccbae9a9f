"""A good build ends with status 0, whether or not anybody hears what it says."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.core.text.test_streams import ASCII, nobody_reading, posix
from tests.site.project_copy import OURS, PELICAN, ProjectCopy

PATIENCE = 60.0  # seconds


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> ProjectCopy:
    """A bulletin with something to be warned of."""
    project = ProjectCopy(tmp_path_factory.mktemp("không ai nghe") / "dự án")
    project.photo("articles/chợ.jpg")
    project.write("articles/chợ phiên.md", "chợ.jpg\n", Title="Chợ phiên")
    project.write("articles/nháp.md", Title="Bản nháp", Status="draft")
    return project


def say_again(project: ProjectCopy) -> None:
    """Have the next build read an article that it warns of."""
    path = project.path("articles/chợ phiên.md")
    path.write_text(path.read_text(encoding="utf-8") + "\nThêm.\n", encoding="utf-8")


@pytest.mark.parametrize("module", [OURS, PELICAN])
@pytest.mark.parametrize("environment", ASCII.values(), ids=ASCII.keys())
def test_a_build_says_its_words_in_utf_8(
    project: ProjectCopy, module: str, environment: dict[str, str]
) -> None:
    say_again(project)
    done = subprocess.run(
        project.arguments(module=module),
        cwd=project.root,
        env=project.environment() | environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Bản nháp: “Bản nháp”" in done.stdout.decode()
    assert "CẢNH BÁO" in done.stderr.decode()


@pytest.mark.parametrize("module", [OURS, PELICAN])
def test_a_build_to_which_nobody_listens_is_a_build(project: ProjectCopy, module: str) -> None:
    say_again(project)
    with nobody_reading() as pipe:
        command, environment = project.arguments(module=module), project.environment()
        status = subprocess.call(
            command, cwd=project.root, env=environment, stdout=pipe, stderr=pipe
        )
    assert status == 0
    assert "Thêm." in project.page("2024/01/cho-phien/")


@posix
@pytest.mark.parametrize("module", [OURS, PELICAN])
@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-", ">/dev/full 2>&1"])
def test_a_build_whose_streams_are_closed_is_a_build(
    project: ProjectCopy, module: str, closed: str
) -> None:
    say_again(project)
    command = ["sh", "-c", f'"$@" {closed}', "sh", *project.arguments(module=module)]
    assert subprocess.call(command, cwd=project.root, env=project.environment()) == 0


def test_a_build_that_fails_still_fails(project: ProjectCopy) -> None:
    wrong = project.write("articles/sai.md", Date="hôm qua")
    with nobody_reading() as pipe:
        command, environment = project.arguments(), project.environment()
        status = subprocess.call(
            command, cwd=project.root, env=environment, stdout=pipe, stderr=pipe
        )
    wrong.unlink()
    assert status == 1


@posix
def test_a_preview_to_which_nobody_listens_serves(project: ProjectCopy) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "plugins.preview", str(project.content), "-p", str(port)]
    command += ["-s", str(project.root / "pelicanconf.py")]
    environment = project.environment() | ASCII["a plain system"]
    with (
        nobody_reading() as pipe,
        subprocess.Popen(
            command, cwd=project.root, env=environment, stdout=pipe, stderr=pipe
        ) as preview,
    ):
        try:
            assert "Chợ phiên" in asked(f"http://127.0.0.1:{port}/2024/01/cho-phien/", preview)
        finally:
            preview.terminate()


def asked(url: str, server: subprocess.Popen[bytes]) -> str:
    """Return what a server answers, once it has it."""
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        try:
            with urlopen(url, timeout=5) as answer:
                return str(answer.read().decode())
        except (URLError, OSError):
            time.sleep(0.1)
    return ""
