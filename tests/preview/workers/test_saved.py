from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from plugins.preview.workers.messages import Layout
from plugins.preview.workers.saved import ReadOnlyState
from plugins.preview.workers.worker import Worker
from tests.conftest import ROOT
from tests.engine.small_site import SmallSite
from tests.preview.served import PATIENCE, Served

PATH = "2024/01/mot/index.html"


class Desk:
    """A newsroom with a worker: what it renders at once, and what it builds."""

    def __init__(self, folder: Path) -> None:
        self.served = Served(folder)
        self.newsroom = self.served.newsroom
        self.worker = Worker(self.served.arguments)
        layout = self.worker.layout()
        assert isinstance(layout, Layout)
        self.site = layout.site

    def write(self, body: str, **head: str) -> Path:
        return self.newsroom.write("articles/mot.md", body, **{"Title": "Một"} | head)

    def update(self, *files: Path) -> None:
        assert self.worker.update(files or None).problems == ()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("bàn"))
    desk.newsroom.photo("articles/anh.jpg")
    desk.newsroom.write("articles/hai.md", Title="Hai", Tags="Bắc Hà")
    desk.newsroom.write("articles/ba.md", "![ảnh](anh.jpg)", Title="Ba")
    desk.write("Thân bài.", Tags="Bắc Hà")
    desk.update()
    yield desk
    desk.worker.end()


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("Chỉ thân bài đổi.", {}),
        ("Xem [bài hai](hai.md).\n\n![ảnh](anh.jpg)", {}),
        ("Tiêu đề đổi.", {"Title": "Một, sửa lại", "Slug": "mot"}),
        ("Thành bản nháp.", {"Status": "draft"}),
        ("Cập nhật.", {"Modified": "12/01/2024 15:30"}),
    ],
)
def test_a_saved_article_is_rendered_as_the_build_will_render_it(
    desk: Desk, body: str, head: dict[str, str]
) -> None:
    file = desk.write(body, Tags="Bắc Hà", **head)
    pages = desk.worker.render((file,))
    desk.update(file)
    assert pages == {PATH: (desk.site / PATH).read_bytes()}


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("Địa chỉ khác.", {"Slug": "khac"}),
        ("Từ khóa chưa có.", {"Tags": "Sa Pa"}),
        ("Ảnh chưa làm: ![ảnh](moi.jpg)", {}),
        ("Ngày sai.", {"Date": "31/02/2024"}),
    ],
)
def test_what_only_a_build_can_know_is_left_to_it(
    desk: Desk, body: str, head: dict[str, str]
) -> None:
    desk.newsroom.photo("articles/moi.jpg")
    assert desk.worker.render((desk.write(body, **head),)) == {}


def test_who_looks_at_the_state_during_a_build_does_not_spoil_it(site: SmallSite) -> None:
    site.write("articles/a.md")
    site.build()
    site.write("articles/a.md", "Thân khác.")
    with closing(ReadOnlyState(site.project.state)) as state:
        assert state.fact("fingerprints")
        site.build()
    assert site.build().anew == ""


def test_a_draft_without_a_date_moves_to_the_day_on_which_it_was_saved_last(
    site: SmallSite,
) -> None:
    site.settings["BUILD"]["preview"] = True
    site.write("articles/a.md")
    draft = site.write("articles/nhap.md", Date="", Status="draft")
    site.build()
    assert "2023/11/nhap/index.html" in site.files()
    os.utime(draft, (1_705_000_000, 1_705_000_000))
    site.build()
    assert "2024/01/nhap/index.html" in site.files()
    assert site.files() == site.clean_files()


def test_a_worker_ends_with_its_server(desk: Desk) -> None:
    command = [sys.executable, "-m", "plugins.preview.workers.worker", *desk.served.arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as process:
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(PATIENCE) == 0
