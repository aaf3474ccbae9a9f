from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.engine.scan.content_folder import walk_content
from plugins.engine.scan.scan import ContentLayout, scan


@pytest.fixture
def layout(tmp_path: Path) -> ContentLayout:
    """A content folder with an article, a page, a photo and a static file."""
    names = ("articles/a.md", "articles/a.jpg", "pages/p.md", "images/x.jpg", "extra/robots.txt")
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    return ContentLayout(
        tmp_path, ("articles",), ("pages",), ("pages",), ("extra",), trust_times=True
    )


def test_where_nothing_is_known_all_is_new(layout: ContentLayout) -> None:
    found = scan(layout, {}, {})
    assert found.articles == ("articles/a.md", "pages/p.md")
    assert found.changed == walk_content(layout.content).files
    assert found.folders == walk_content(layout.content).folders
    assert list(found.static) == ["extra/robots.txt"]
    assert (found.gone, found.unread, found.unopened) == (frozenset(), (), ())


def test_where_all_is_known_nothing_is_new_but_static_files_are_told(layout: ContentLayout) -> None:
    before = walk_content(layout.content)
    found = scan(layout, before.files, before.folders)
    assert (found.changed, found.articles, found.folders) == ({}, (), {})
    assert list(found.static) == ["extra/robots.txt"]


def test_what_changed_came_or_went_is_told_with_the_folders_of_other_names(
    layout: ContentLayout,
) -> None:
    before = walk_content(layout.content)
    os.utime(layout.content / "articles/a.md", ns=(1, 1))
    (layout.content / "articles/b.md").touch()
    (layout.content / "images/x.jpg").unlink()
    (layout.content / "images").rmdir()
    found = scan(layout, before.files, before.folders)
    assert found.articles == ("articles/a.md", "articles/b.md")
    assert found.changed.keys() == {"articles/a.md", "articles/b.md"}
    assert found.changed["articles/a.md"] == (1, 1)
    assert found.gone == {"images/x.jpg"}
    assert found.folders == {
        "": ("articles/", "extra/", "pages/"),
        "articles": ("a.jpg", "a.md", "b.md"),
        "images": None,
    }


def test_where_times_are_not_trusted_every_file_may_be_another(layout: ContentLayout) -> None:
    before = walk_content(layout.content)
    found = scan(layout._replace(trust_times=False), before.files, before.folders)
    assert found.articles == ("articles/a.md", "pages/p.md")
    assert found.changed == before.files
    assert found.folders == {}


def test_a_file_that_nobody_will_read_is_told_each_time(layout: ContentLayout) -> None:
    (layout.content / "articles/b.docx").touch()
    before = walk_content(layout.content)
    assert scan(layout, before.files, before.folders).unread == ("articles/b.docx",)


def test_static_folders_are_looked_at_completely(layout: ContentLayout) -> None:
    names = ("extra/.well-known/security.txt", "extra/.htaccess", "extra/a.txt~", ".nojekyll")
    for name in names:
        (layout.content / name).parent.mkdir(exist_ok=True)
        (layout.content / name).touch()
    static = ("extra", ".nojekyll")
    found = scan(layout._replace(static_folders=static), {}, {})
    assert found.static.keys() == {"extra/robots.txt", *names}


def test_so_are_those_below_a_hidden_folder_and_behind_a_second_link(
    layout: ContentLayout, tmp_path: Path
) -> None:
    shared = tmp_path / "kho chung"
    (shared / ".ẩn").mkdir(parents=True)
    (shared / ".ẩn" / "a.bin").touch()
    for folder in ("articles", "extra"):
        (layout.content / folder / "k").symlink_to(shared)
    (layout.content / ".well-known" / "acme").mkdir(parents=True)
    (layout.content / ".well-known" / "acme" / "t").touch()
    found = scan(layout._replace(static_folders=("extra", ".well-known/acme")), {}, {})
    names = {"extra/robots.txt", "extra/k/.ẩn/a.bin", ".well-known/acme/t"}
    assert found.static.keys() == names


def test_a_static_file_is_not_missed_among_the_articles(layout: ContentLayout) -> None:
    (layout.content / "articles/CNAME").touch()
    assert scan(layout, {}, {}).unread == ("articles/CNAME",)
    assert scan(layout._replace(static_folders=("articles/CNAME",)), {}, {}).unread == ()


def test_what_is_hidden_in_a_static_folder_is_no_article(layout: ContentLayout) -> None:
    for name in ("articles/.b.md", "articles/~$c.md", "articles/.d/e.md", "articles/.d/f.txt"):
        (layout.content / name).parent.mkdir(exist_ok=True)
        (layout.content / name).touch()
    found = scan(layout._replace(static_folders=("articles",)), {}, {})
    assert found.articles == ("articles/a.md", "pages/p.md")
    assert found.unread == ()


def test_what_the_settings_ignore_or_exclude_is_no_article_and_not_missed(
    layout: ContentLayout,
) -> None:
    for name in ("articles/_b.md", "articles/_c.txt", "articles/kho/d.md", "pages/kho/q.md"):
        (layout.content / name).parent.mkdir(exist_ok=True)
        (layout.content / name).write_bytes(b"x")
    layout = layout._replace(ignored=("_*", "articles/kho/*"), not_pages=("pages/kho",))
    found = scan(layout, {}, {})
    assert found.articles == ("articles/a.md", "pages/p.md")
    assert found.unread == ()
