"""The command, killed at any moment: readers keep whole pages, and the next build is right.

`tests/engine/test_oracle.py` kills builds at chosen moments, this at whatever moment comes.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.site.project_copy import OURS, ProjectCopy


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> ProjectCopy:
    """A bulletin of enough articles to take a while."""
    project = ProjectCopy(tmp_path_factory.mktemp("bị ngắt") / "dự án")
    for number in range(60):
        edit(project, number, 0)
    assert project.run().status == 0
    return project


def edit(project: ProjectCopy, number: int, version: int) -> None:
    tags = f"Thẻ {(number + version) % 9}"
    title = f"Bài số {number}" + (f" bản {version}" if number % 2 else "")
    project.write(f"articles/b{number}.md", f"Bản {version}.", Title=title, Tags=tags)


@pytest.mark.parametrize("round_", range(1, 6))
def test_a_killed_command_leaves_whole_pages_and_the_next_is_right(
    project: ProjectCopy, round_: int
) -> None:
    before = project.files()
    for number in range(0, 60, 1 + round_ % 2):
        edit(project, number, round_)
    wanted = project.clean_files()
    process = subprocess.Popen(
        project.arguments("--ignore-cache") if round_ == 1 else project.arguments(module=OURS),
        cwd=project.root,
        env=project.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    wait_until_it_writes(project.output, process, 0.02 * round_)
    with suppress(ProcessLookupError):  # it was quicker
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    left = {name: data for name, data in project.files().items() if "/.build-" not in f"/{name}"}
    assert before.keys() & wanted.keys() <= left.keys()
    for name, data in left.items():
        assert data in (before.get(name), wanted.get(name)), f"{name} is not whole"
    built = project.run()
    assert built.status == 0, built.said
    assert project.files() == wanted
    assert not list(project.output.rglob(".build-*/"))


def wait_until_it_writes(output: Path, process: subprocess.Popen[bytes], longer: float) -> None:
    """Wait for a build to begin, and some seconds ``longer``, but not beyond its end."""
    while process.poll() is None and not list(output.glob(".build-*/")):
        time.sleep(0.005)
    if process.poll() is None:
        time.sleep(longer)
