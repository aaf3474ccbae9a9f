from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.engine.scan.sources import find_sources
from plugins.engine.scan.survey import Ground, survey


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    """A content folder with an article, a page, a photo and a static file."""
    names = ("articles/a.md", "articles/a.jpg", "pages/p.md", "images/x.jpg", "extra/robots.txt")
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    return Ground(tmp_path, ("articles",), ("pages",), ("pages",), ("extra",), trust_times=True)


def test_where_nothing_is_known_all_is_new(ground: Ground) -> None:
    found = survey(ground, {}, {})
    assert found.articles == ("articles/a.md", "pages/p.md")
    assert found.changed == find_sources(ground.content).files
    assert found.folders == find_sources(ground.content).folders
    assert list(found.static) == ["extra/robots.txt"]
    assert (found.gone, found.unread, found.unopened) == (frozenset(), (), ())


def test_where_all_is_known_nothing_is_new_but_static_files_are_told(ground: Ground) -> None:
    before = find_sources(ground.content)
    found = survey(ground, before.files, before.folders)
    assert (found.changed, found.articles, found.folders) == ({}, (), {})
    assert list(found.static) == ["extra/robots.txt"]


def test_what_changed_came_or_went_is_told_with_the_folders_of_other_names(ground: Ground) -> None:
    before = find_sources(ground.content)
    os.utime(ground.content / "articles/a.md", ns=(1, 1))
    (ground.content / "articles/b.md").touch()
    (ground.content / "images/x.jpg").unlink()
    (ground.content / "images").rmdir()
    found = survey(ground, before.files, before.folders)
    assert found.articles == ("articles/a.md", "articles/b.md")
    assert found.changed.keys() == {"articles/a.md", "articles/b.md"}
    assert found.changed["articles/a.md"] == (1, 1)
    assert found.gone == {"images/x.jpg"}
    assert found.folders == {
        "": ("articles/", "extra/", "pages/"),
        "articles": ("a.jpg", "a.md", "b.md"),
        "images": None,
    }


def test_where_times_are_not_trusted_every_file_may_be_another(ground: Ground) -> None:
    before = find_sources(ground.content)
    found = survey(ground._replace(trust_times=False), before.files, before.folders)
    assert found.articles == ("articles/a.md", "pages/p.md")
    assert found.changed == before.files
    assert found.folders == {}


def test_a_file_that_nobody_will_read_is_told_each_time(ground: Ground) -> None:
    (ground.content / "articles/b.docx").touch()
    before = find_sources(ground.content)
    assert survey(ground, before.files, before.folders).unread == ("articles/b.docx",)


def test_static_folders_are_looked_at_completely(ground: Ground) -> None:
    names = ("extra/.well-known/security.txt", "extra/.htaccess", "extra/a.txt~", ".nojekyll")
    for name in names:
        (ground.content / name).parent.mkdir(exist_ok=True)
        (ground.content / name).touch()
    static = ("extra", ".nojekyll")
    found = survey(ground._replace(static_folders=static), {}, {})
    assert found.static.keys() == {"extra/robots.txt", *names}


def test_so_are_those_below_a_hidden_folder_and_behind_a_second_link(
    ground: Ground, tmp_path: Path
) -> None:
    shared = tmp_path / "kho chung"
    (shared / ".ẩn").mkdir(parents=True)
    (shared / ".ẩn" / "a.bin").touch()
    for folder in ("articles", "extra"):
        (ground.content / folder / "k").symlink_to(shared)
    (ground.content / ".well-known" / "acme").mkdir(parents=True)
    (ground.content / ".well-known" / "acme" / "t").touch()
    found = survey(ground._replace(static_folders=("extra", ".well-known/acme")), {}, {})
    names = {"extra/robots.txt", "extra/k/.ẩn/a.bin", ".well-known/acme/t"}
    assert found.static.keys() == names


def test_a_static_file_is_not_missed_among_the_articles(ground: Ground) -> None:
    (ground.content / "articles/CNAME").touch()
    assert survey(ground, {}, {}).unread == ("articles/CNAME",)
    assert survey(ground._replace(static_folders=("articles/CNAME",)), {}, {}).unread == ()


def test_what_is_hidden_in_a_static_folder_is_no_article(ground: Ground) -> None:
    for name in ("articles/.b.md", "articles/~$c.md", "articles/.d/e.md", "articles/.d/f.txt"):
        (ground.content / name).parent.mkdir(exist_ok=True)
        (ground.content / name).touch()
    found = survey(ground._replace(static_folders=("articles",)), {}, {})
    assert found.articles == ("articles/a.md", "pages/p.md")
    assert found.unread == ()


def test_what_the_settings_ignore_or_exclude_is_no_article_and_not_missed(ground: Ground) -> None:
    for name in ("articles/_b.md", "articles/_c.txt", "articles/kho/d.md", "pages/kho/q.md"):
        (ground.content / name).parent.mkdir(exist_ok=True)
        (ground.content / name).write_bytes(b"x")
    ground = ground._replace(ignored=("_*", "articles/kho/*"), not_pages=("pages/kho",))
    found = survey(ground, {}, {})
    assert found.articles == ("articles/a.md", "pages/p.md")
    assert found.unread == ()
