"""That the database of a search on a server follows each build."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.engine.publish import full_text
from plugins.search.full_text import write_anew
from plugins.search.service.finding import find
from plugins.search.service.query import Query
from tests.engine.small_site import SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    site = SmallSite(tmp_path)
    site.settings["BUILD"]["search_database"] = str(tmp_path / "search.sqlite3")
    for number in range(1, 20):
        site.write(
            f"articles/b{number}.md", "Đảng bộ họp.", Title=f"Bài {number}", Slug=f"b{number}"
        )
    site.build()
    return site


def titles(site: SmallSite, text: str) -> set[str]:
    file = Path(site.settings["BUILD"]["search_database"])
    query, found = Query(text), set[str]()
    while True:
        results = find(file, query)
        found |= {one.shown[0] for one in results.articles}
        if not results.more:
            return found
        query = query._replace(page=query.page + 1)


def test_by_default_there_is_none(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.write("articles/b.md", "Họp.")
    site.build()
    assert not list(tmp_path.rglob("*.sqlite3"))


@pytest.mark.parametrize("anew", [False, True])
def test_an_edit_a_new_article_and_a_withdrawn_one_are_followed(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, anew: bool
) -> None:
    if not anew:
        monkeypatch.setattr(full_text, "_PART", 1)
        monkeypatch.setattr(full_text, "write_anew", None)
    else:
        monkeypatch.setattr(full_text, "_PART", 100)
    assert len(titles(site, "dang bo")) == 19
    site.write("articles/b1.md", "Nay khác.", Title="Bài 1", Slug="b1")
    site.write("articles/b20.md", "Nay khác.", Title="Bài 20", Slug="b20")
    site.write("articles/b2.md", "Đảng bộ họp.", Title="Bài 2", Slug="b2", Status="draft")
    site.build()
    assert titles(site, "nay khac") == {"Bài 1", "Bài 20"}
    assert titles(site, "dang bo") == {f"Bài {number}" for number in range(3, 20)}
    site.path("articles/b3.md").unlink()
    site.build()
    assert titles(site, '"Bài 3"') == set()


def test_a_build_without_a_change_writes_nothing(site: SmallSite) -> None:
    file = Path(site.settings["BUILD"]["search_database"])
    before = file.stat()
    site.build()
    assert file.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("damage", ["gone", "damaged", "another build's"])
def test_a_file_that_the_last_build_did_not_leave_is_written_anew(
    site: SmallSite, damage: str
) -> None:
    file = Path(site.settings["BUILD"]["search_database"])
    if damage == "gone":
        file.unlink()
    elif damage == "damaged":
        file.write_bytes(b"\0" * 5000)
    else:
        write_anew(file, [], "other")
    site.build()
    assert len(titles(site, "dang bo")) == 19


def test_pages_damaged_behind_a_good_beginning_are_written_anew(site: SmallSite) -> None:
    file = Path(site.settings["BUILD"]["search_database"])
    data = file.read_bytes()
    file.write_bytes(data[:8192] + b"\xff" * (len(data) - 8192))
    site.write("articles/b1.md", "Nay khác.", Title="Bài 1", Slug="b1")
    site.build()
    assert titles(site, "nay khac") == {"Bài 1"}


def test_a_preview_keeps_no_database(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.settings["BUILD"] |= {"search_database": str(tmp_path / "x.sqlite3"), "preview": True}
    site.write("articles/b.md", "Họp.")
    site.build()
    assert not (tmp_path / "x.sqlite3").exists()
