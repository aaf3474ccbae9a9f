"""Whoever names the wrong folder loses nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.engine.command import attempt
from plugins.engine.errors import BuildFailed
from plugins.engine.publish.guard import ADOPT, guard_output
from plugins.engine.publish.output import RECORD
from tests.engine.small_site import SmallSite, nothing_more


def test_a_folder_with_others_files_is_refused_before_anything_is_written(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.write("articles/a.md")
    key = site.output / "khóa" / "id"
    key.parent.mkdir(parents=True)
    key.write_text("bí mật")
    with pytest.raises(BuildFailed, match=r"khóa/id.*--adopt"):
        attempt(site.project, extra=nothing_more)
    assert [path for path in site.output.rglob("*") if path.is_file()] == [key]
    monkeypatch.setenv(ADOPT, "1")
    attempt(site.project, extra=nothing_more)
    assert (site.output / RECORD).exists()
    monkeypatch.delenv(ADOPT)
    attempt(site.project, extra=nothing_more)


def test_an_empty_folder_and_one_that_is_kept_are_no_ones(site: SmallSite) -> None:
    (site.output / ".git").mkdir(parents=True)
    (site.output / ".git" / "HEAD").write_text("x")
    guard_output(replace(site.project, keep=(".git",)))


def test_a_site_whose_record_was_left_behind_is_known_by_the_state(site: SmallSite) -> None:
    site.write("articles/a.md")
    site.build()
    (site.output / RECORD).unlink()
    guard_output(site.project)
    (site.output / "khác.txt").write_text("x")
    with pytest.raises(BuildFailed, match=r"khác\.txt"):
        guard_output(site.project)


@pytest.mark.parametrize("below", ["", "articles", "articles/ra"])
def test_the_content_folder_becomes_no_site(site: SmallSite, below: str) -> None:
    with pytest.raises(BuildFailed, match="nằm trong thư mục nội dung"):
        guard_output(replace(site.project, output=site.content / below))


def test_what_a_killed_first_build_left_is_no_ones(site: SmallSite) -> None:
    left = site.output / ".build-abc" / "index.html"
    left.parent.mkdir(parents=True)
    left.write_text("x")
    guard_output(site.project)
