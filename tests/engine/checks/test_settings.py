from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pelican.settings import DEFAULT_CONFIG, read_settings

from plugins.core.errors import SettingsError
from plugins.engine.checks.settings import ignored_names
from plugins.engine.errors import BuildFailed
from plugins.engine.project.project import project_of
from tests.conftest import ROOT
from tests.engine.small_site import SmallSite, settings_for


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    return settings_for(tmp_path)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ARTICLE_URL", "{category}/{slug}/", "Chỉ dùng {slug} và {date}, ví dụ"),
        ("ARTICLE_URL", "{}/{slug}/", "Chỉ dùng {slug} và {date}"),
        ("ARTICLE_URL", "{slug.name}/", "Chỉ dùng {slug} và {date}"),
        ("ARTICLE_URL", "{slug/", "Chỉ dùng {slug} và {date}"),
        ("ARTICLE_URL", "{date:%Y}/", "thiếu {slug}"),
        ("ARTICLE_URL", "{slug}.html", "kết thúc bằng dấu /"),
        ("ARTICLE_URL", "/{slug}/", "không mở đầu bằng dấu /"),
        ("ARTICLE_URL", None, "phải là một dòng chữ"),
        ("PAGE_URL", "{date:%Y}/{slug}/", "Chỉ dùng {slug}, ví dụ '{slug}/'"),
        ("ARTICLE_SAVE_AS", "", "trang luôn được đăng ở '{date:%Y}/"),
        ("PAGE_SAVE_AS", False, "theo PAGE_URL"),
        ("ARTICLE_SAVE_AS", "{category}/{slug}.html", "theo ARTICLE_URL"),
        ("FEED_ALL_ATOM", "feeds/{x}.xml", "Bỏ các dấu ngoặc nhọn, ví dụ atom.xml"),
        ("FEED_ALL_RSS", "../rss.xml", "không phải một tệp trong trang"),
        ("FEED_ALL_JSON", "/feed.json", "không phải một tệp trong trang"),
        ("CATEGORY_FEED_ATOM", "{lang}.xml", "Chỉ dùng {slug}, ví dụ chuyen-muc/{slug}/atom.xml"),
        ("CATEGORY_FEED_RSS", "rss.xml", "thiếu {slug}"),
        ("TIMEZONE", "Europe/Paris", "giờ Việt Nam"),
        ("TIMEZONE", "Asia/Hanoi", "giờ Việt Nam"),
        ("TIMEZONE", "../x", "giờ Việt Nam"),
        ("PATH_METADATA", r"(?P<status>draft)s/.*", "PATH_METADATA ghi 'status'"),
        ("FILENAME_METADATA", r"(?P<slug>.*)", "FILENAME_METADATA ghi 'slug'"),
        ("EXTRA_PATH_METADATA", {"a.md": {"status": "draft"}}, "['a.md'] ghi 'status'"),
        ("ARTICLES", {"closed_categories": True}, "cần một danh sách chuyên mục"),
        ("IGNORE_FILES", "*.md", "IGNORE_FILES phải là một danh sách"),
    ],
)
def test_what_would_be_passed_over_is_refused_with_its_name(
    settings: dict[str, Any], name: str, value: object, said: str
) -> None:
    with pytest.raises(SettingsError) as error:
        project_of(settings | {name: value})
    assert name in str(error.value)
    assert said in str(error.value)


def test_what_pelican_sets_by_itself_and_static_files_need_is_taken(
    settings: dict[str, Any],
) -> None:
    project_of(DEFAULT_CONFIG | settings)
    project_of(
        settings
        | {
            "PATH_METADATA": r"extra/(?P<path>.*)",
            "EXTRA_PATH_METADATA": {"extra/robots.txt": {"path": "robots.txt"}},
            "TIMEZONE": "Asia/Bangkok",
            "ARTICLE_SAVE_AS": "{date:%Y}/{date:%m}/{slug}/index.html",
        }
    )
    assert ignored_names(DEFAULT_CONFIG) == ()


def test_the_folders_that_pelican_excludes_from_pages_by_itself_exclude_none(
    settings: dict[str, Any],
) -> None:
    read = read_settings(str(ROOT / "pelicanconf.py"))
    assert "" in read["PAGE_EXCLUDES"]
    assert (project_of(read).not_pages, project_of(read).ignored) == ((), ())
    settings |= {"PAGE_PATHS": ["pages"], "PAGE_EXCLUDES": ["", "pages", "articles", "pages/kho"]}
    assert project_of(settings).not_pages == ("pages/kho",)
    settings |= {"PAGE_PATHS": [""], "PAGE_EXCLUDES": ["", "articles"]}
    assert project_of(settings).not_pages == ("articles",)


def test_the_menus_categories_and_the_settings_are_those_of_the_newsroom(
    settings: dict[str, Any],
) -> None:
    assert project_of(settings).articles.categories == ()
    settings["BUILD"]["navigation"] = ["Thời sự", "Kinh tế"]
    settings["ARTICLES"] = {"categories": ["Du lịch", "Kinh tế"], "default_category": "Tin khác"}
    expected = ("Thời sự", "Kinh tế", "Du lịch", "Tin khác")
    assert project_of(settings).articles.categories == expected


def test_what_is_to_stay_back_stays_back_in_every_build(site: SmallSite) -> None:
    site.write("articles/a.md")
    site.write("articles/_nhap.md")
    site.write("articles/cho-duyet/b.md")
    site.write("pages/p.md", Date="")
    site.write("pages/kho/q.md", Date="")
    site.build()
    assert {
        "2024/01/nhap/index.html",
        "q/index.html",
        "2024/01/b/index.html",
    } <= site.files().keys()
    site.settings |= {"IGNORE_FILES": ["_*", "cho-duyet"], "PAGE_EXCLUDES": ["pages/kho"]}
    site.build()
    assert site.files() == site.clean_files()
    pages = [path for path in site.files() if path.endswith("/index.html")]
    assert "2024/01/a/index.html" in pages
    assert "p/index.html" in pages
    assert not {"2024/01/nhap/index.html", "q/index.html", "2024/01/b/index.html"} & set(pages)


def test_a_category_that_is_almost_one_of_the_menu_is_told(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.settings["BUILD"]["navigation"] = ["Thời sự"]
    site.write("articles/a.md", Category="Thời Sư")
    site.build()
    assert (
        "articles/a.md:4: CẢNH BÁO: không có chuyên mục “Thời Sư”, gần nhất là “Thời sự”"
        in capsys.readouterr().err
    )
    site.settings["ARTICLES"] = {"closed_categories": True}
    with pytest.raises(BuildFailed):
        site.build()
    assert "LỖI: không có chuyên mục “Thời Sư”" in capsys.readouterr().err
