"""Ctrl+C: what a shell, make or a person is told of a build that was stopped."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from plugins.engine import __main__ as front
from plugins.engine.pelican import Bulletin
from tests.site.newsroom import Built
from tests.site.project_copy import OURS, PELICAN, ProjectCopy

STOPPED = "Đã dừng theo yêu cầu; trang nào cũng còn nguyên vẹn, lần dựng sau làm tiếp.\n"


@pytest.fixture
def project(tmp_path: Path) -> ProjectCopy:
    """A bulletin that is built, and whose theme has been changed so that a build never ends."""
    project = ProjectCopy(tmp_path / "dự án")
    project.write("articles/a.md")
    assert project.run().status == 0
    endless = "{% for one in range(10**12) %}{% endfor %}"
    project.change("theme/templates/404.html", "{% block main %}", "{% block main %}" + endless)
    return project


def stop(project: ProjectCopy, module: str, *options: str) -> Built:
    """Begin to build, and press Ctrl+C."""
    process = subprocess.Popen(
        project.arguments(*options, module=module),
        cwd=project.root,
        env=project.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    while process.poll() is None and not list(project.output.glob(".build-*/")):
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to everyone
    said, _ = process.communicate(timeout=60)
    return Built(process.returncode, said)


@pytest.mark.parametrize("module", [PELICAN, OURS])
def test_a_build_that_is_stopped_says_so_in_one_line_and_has_not_gone_well(
    project: ProjectCopy, module: str
) -> None:
    before = project.files()
    built = stop(project, module)
    assert built.status == 130
    assert built.said.endswith(STOPPED)
    assert "Traceback" not in built.said
    assert "Keyboard" not in built.said
    assert project.files() == before


def test_so_is_one_that_is_stopped_before_there_was_anything_to_say_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(gc, "set_threshold", lambda _: None)
    monkeypatch.setattr(front, "_pelican", lambda _: 0)  # as it does when it is interrupted
    monkeypatch.setattr(Bulletin, "last", None)
    assert front.main(["content", "-s", "pelicanconf.py"]) == 130
    assert capsys.readouterr().err == STOPPED


def test_the_watching_mode_is_ended_in_this_way_and_has_not_failed(project: ProjectCopy) -> None:
    assert stop(project, PELICAN, "-r").status == 0
