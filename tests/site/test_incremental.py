"""Builds of what changed, by the commands that people run, against clean ones."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from copy import copy
from pathlib import Path

import pytest

from tests.site.project_copy import OURS, PELICAN, ProjectCopy

NEXT_MONTH = "1709251200"  # 1 March 2024


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> ProjectCopy:
    """A small bulletin, built once, which is kept as it is."""
    project = ProjectCopy(tmp_path_factory.mktemp("incremental") / "dự án")
    project.photo("articles/cho.jpg")
    project.write("articles/cho.md", "Chợ họp.\n\ncho.jpg\nMột góc chợ.", Tags="Bắc Hà")
    project.write("articles/man.md", "Xem [bài kia](cho.md).", Tags="Bắc Hà", Date="10/01/2024")
    project.write("articles/hen.md", Date="20/02/2024")
    project.write("pages/lien-he.md", Date="")
    project.raw("extra/robots.txt", "User-agent: *\n")
    for path in project.content.rglob("*.*"):
        os.utime(path, (0, 0))  # what has just been written is looked at twice
    built = project.run()
    assert built.status == 0, built.said
    assert line(built.said).startswith("4 bài đổi → ")
    project.root.parent.rename(kept(project))
    return project


@pytest.fixture
def project(built: ProjectCopy) -> Iterator[ProjectCopy]:
    """That bulletin at the place where it was built, to be changed by one test."""
    folder = built.root.parent
    shutil.copytree(kept(built), folder, symlinks=True)  # with the times of all files
    yield copy(built)
    shutil.rmtree(folder)


def kept(project: ProjectCopy) -> Path:
    return project.root.parent.with_name("giữ")


def line(said: str) -> str:
    """Return the one line that says what was done."""
    (found,) = [line for line in said.splitlines() if " bài đổi → " in line]
    return found


@pytest.mark.parametrize("module", [PELICAN, OURS])
def test_a_build_without_a_change_writes_nothing_and_says_so(
    project: ProjectCopy, module: str
) -> None:
    before = {path: path.stat().st_mtime_ns for path in project.output.rglob("*.*")}
    built = project.run(module=module)
    assert line(built.said).startswith("0 bài đổi → 0 trang viết lại, ")
    assert {path: path.stat().st_mtime_ns for path in project.output.rglob("*.*")} == before


def test_an_edit_writes_its_own_page_and_says_why_when_asked(project: ProjectCopy) -> None:
    project.write("articles/man.md", "Mận chín rồi.", Tags="Bắc Hà", Date="10/01/2024")
    built = project.run("-v")
    assert line(built.said).startswith("1 bài đổi → ")
    assert "2024/01/man/index.html: " in built.said
    assert "lien-he/index.html: " not in built.said
    assert project.files() == project.clean_files()


def change_code(project: ProjectCopy) -> None:
    project.change(
        "plugins/engine/render/environment.py", '.replace(",", ".")', '.replace(",", " ")'
    )
    project.change("plugins/articles/excerpt.py", "def excerpt(", "def excerpt (")


def add_filter(project: ProjectCopy) -> None:
    project.change("pelicanconf.py", "JINJA_ENVIRONMENT", FILTER.format("A") + "JINJA_ENVIRONMENT")
    assert project.run().status == 0
    project.change("pelicanconf.py", FILTER.format("A"), FILTER.format("B"))


def change_template(project: ProjectCopy) -> None:
    project.change("theme/templates/404.html", "{% block main %}", "{% block main %}<p>Mới</p>")
    project.change("theme/strings.toml", "Thông tin mới nhất", "Tin mới nhất")


def change_static_file(project: ProjectCopy) -> None:
    (project.content / "extra" / "robots.txt").unlink()
    project.raw("extra/CNAME", "bantin.example.vn\n")


FILTER = "def shout(text):\n    return text + '{}'\n\n\nJINJA_FILTERS = {{'shout': shout}}\n"
CHANGES = [
    (change_code, "chương trình hoặc cấu hình đã đổi"),
    (add_filter, "chương trình hoặc cấu hình đã đổi"),
    (change_template, ""),
    (change_static_file, ""),
]


@pytest.mark.parametrize(("change", "anew"), CHANGES)
def test_a_change_around_the_articles_comes_to_what_a_clean_build_comes_to(
    project: ProjectCopy, change: Callable[[ProjectCopy], None], anew: str
) -> None:
    change(project)
    built = project.run()
    assert built.status == 0, built.said
    assert ("Dựng lại từ đầu: " in built.said) == bool(anew)
    assert anew in built.said
    assert project.files() == project.clean_files()


def test_an_article_whose_time_has_come_appears_by_itself(project: ProjectCopy) -> None:
    assert not (project.output / "2024/02/hen/index.html").exists()
    built = project.run(now=NEXT_MONTH)
    assert (project.output / "2024/02/hen/index.html").exists()
    assert built.status == 0
    assert project.files() == project.clean_files(now=NEXT_MONTH)


def test_a_build_that_is_to_ignore_what_is_known_reads_everything(project: ProjectCopy) -> None:
    built = project.run("--ignore-cache")
    assert line(built.said).startswith("4 bài đổi → 0 trang viết lại")


def test_two_builds_at_once_wait_for_each_other_and_both_are_right(project: ProjectCopy) -> None:
    project.write("articles/moi.md", Date="12/01/2024", Tags="Mới")
    (project.content / "articles" / "hen.md").unlink()
    both = [
        subprocess.Popen(
            project.arguments(module=module),
            cwd=project.root,
            env=project.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        for module in (OURS, PELICAN)
    ]
    said = [each.communicate(timeout=120)[0] for each in both]
    assert [each.returncode for each in both] == [0, 0], said
    assert sorted(line(each)[:9] for each in said) == ["0 bài đổi", "2 bài đổi"]
    assert project.files() == project.clean_files()


def test_nobody_has_to_listen(project: ProjectCopy) -> None:
    project.write("articles/man.md", "Mận chín rồi.", Tags="Bắc Hà", Date="10/01/2024")
    closed = ["sh", "-c", 'exec "$@" >&- 2>&-', "sh", *project.arguments()]
    done = subprocess.run(closed, cwd=project.root, env=project.environment(), check=False)
    assert done.returncode == 0
    assert project.files() == project.clean_files()
