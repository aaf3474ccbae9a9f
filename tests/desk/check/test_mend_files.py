from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from plugins.desk.check.mend_files import mend_files
from plugins.engine.project.project import Project
from tests.engine.small_site import SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def mend(project: Project, *chosen: Path, only: tuple[str, ...] = ()) -> list[str]:
    return list(mend_files(project, chosen, only))


def test_articles_are_mended_and_the_difference_is_shown(site: SmallSite) -> None:
    file = site.write("articles/a.md", "Nhà của của ta.\n\nCâu sau.")
    other = site.write("articles/b.md", "Nhà của ta.")
    before = other.stat().st_mtime_ns
    assert mend(site.project) == [
        "Đã sửa articles/a.md: SOAT01 (1 chỗ)",
        "    -Nhà của của ta.",
        "    +Nhà của ta.",
    ]
    assert file.read_text(encoding="utf-8").endswith("\nNhà của ta.\n\nCâu sau.\n")
    assert other.stat().st_mtime_ns == before
    assert mend(site.project) == []


def test_only_what_is_chosen_is_mended(site: SmallSite) -> None:
    a = site.write("articles/a/index.md", "Nhà của của ta.")
    b = site.write("articles/b/index.md", "Nhà của của ta.")
    assert len(mend(site.project, a.parent)) == 3
    assert "của của" in b.read_text(encoding="utf-8")
    assert mend(site.project, b, only=("DAU19",)) == []


def test_a_file_that_cannot_be_read_is_left_to_the_check(site: SmallSite) -> None:
    site.raw("articles/a.md", b"Title: \xff\n")
    assert mend(site.project) == []


def test_names_in_pieces_are_put_together(site: SmallSite) -> None:
    name = "Chợ Bắc Hà.jpg"
    site.photo(f"articles/{unicodedata.normalize('NFD', name)}")
    assert mend(site.project) == [f"Đã đổi tên tệp articles/{name}: dấu tiếng Việt ở dạng chuẩn"]
    assert [file.name for file in (site.content / "articles").iterdir()] == [name]


def test_a_name_that_is_taken_is_left(site: SmallSite) -> None:
    site.photo("articles/Hà.jpg")
    site.photo(f"articles/{unicodedata.normalize('NFD', 'Hà.jpg')}")
    assert mend(site.project) == []
    assert len(list((site.content / "articles").iterdir())) == 2
