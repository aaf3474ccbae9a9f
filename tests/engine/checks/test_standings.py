from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pelican.settings import DEFAULT_CONFIG, read_settings

from plugins.core.errors import SettingsError
from plugins.engine.checks.standings import told_settings
from tests.conftest import ROOT
from tests.engine.small_site import make_theme


def told(theme: Path, **settings: Any) -> list[str]:
    base = DEFAULT_CONFIG | {"THEME": str(theme)}
    return [problem.message for problem in told_settings(base | settings, [])]


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    return make_theme(tmp_path / "theme")


@pytest.mark.parametrize("file", ["pelicanconf.py", "publishconf.py"])
def test_nothing_is_said_of_the_projects_own_settings(file: str) -> None:
    assert told_settings(read_settings(str(ROOT / file)), []) == []


def test_nothing_is_said_of_what_pelican_itself_sets(theme: Path) -> None:
    assert told(theme) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TAG_URL", "tag/{slug}/"),
        ("DEFAULT_ORPHANS", 2),
        ("READERS", {"html": object()}),
        ("RSS_FEED_SUMMARY_ONLY", False),
        ("SUMMARY_MAX_LENGTH", None),
        ("TAG_FEED_ATOM", "feeds/{slug}.xml"),
        ("LOCALE", ["vi_VN"]),
        ("SOCIAL", [("a", "b")]),
    ],
)
def test_a_setting_that_does_nothing_is_named(theme: Path, name: str, value: Any) -> None:
    assert told(theme, **{name: value}) == [f"{name} không có tác dụng"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("READERS", {"rst": None}),
        ("AUTHOR_FEED_ATOM", None),
        ("WITH_FUTURE_DATES", False),
        ("CSS_FILE", ""),
        ("GITHUB_URL", ""),
        ("LINKS", ()),
        ("OUTPUT_SOURCES", None),
    ],
)
def test_who_asks_for_nothing_gets_nothing(theme: Path, name: str, value: Any) -> None:
    assert told(theme, **{name: value}) == []


def test_its_file_line_and_what_takes_its_place_are_said(theme: Path, tmp_path: Path) -> None:
    file = tmp_path / "conf.py"
    file.write_text('\nTAG_URL = "x"\n', encoding="utf-8")
    settings = {"THEME": str(theme), "TAG_URL": "x"}
    (problem,) = told_settings(settings, ["-s", str(file)])
    assert (problem.path, problem.line, problem.level) == ("conf.py", 2, "warning")
    assert problem.fix.startswith("Danh sách luôn ở chuyen-muc/…/")
    assert problem.fix.endswith("Xóa TAG_URL.")


@pytest.mark.parametrize("name", ["OUTPUT_SOURCES", "DEFAULT_DATE"])
def test_what_would_publish_another_site_is_refused(theme: Path, name: str) -> None:
    with pytest.raises(SettingsError, match=rf"^{name} không dùng được .*Xóa {name}\.$"):
        told(theme, **{name: "fs"})


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("SITNAME", "SITENAME"),
        ("DEFUALT_LANG", "DEFAULT_LANG"),
        ("SITE_URL", "SITEURL"),
        ("ATRIBUTION", "ATTRIBUTION"),
        ("FEED_ALL_JSONS", "FEED_ALL_JSON"),
    ],
)
def test_a_misspelt_name_is_told_with_the_nearest(theme: Path, name: str, near: str) -> None:
    settings = {"THEME": str(theme), name: "x"}
    (problem,) = told_settings(settings, [])
    assert problem.level == "warning"
    assert (problem.message, problem.fix.partition("?")[0]) == (
        f"không có thiết lập {name}",
        f"Có phải là {near}",
    )


@pytest.mark.parametrize("name", ["ROOT", "MY_MOTTO", "SITEMAP", "BUILD", "GOOGLE_TAG"])
def test_names_of_the_newsrooms_own_are_its_own(theme: Path, name: str) -> None:
    assert told(theme, **{name: "x"}) == []


def test_what_templates_use_is_used(theme: Path, tmp_path: Path) -> None:
    assert told(theme, SOCIAL=[1], SITNAME="x")
    (theme / "templates/all.html").write_text("{{ SOCIAL }}", encoding="utf-8")
    (tmp_path / "khác").mkdir()
    (tmp_path / "khác/404.html").write_text("{{ SITNAME }}", encoding="utf-8")
    overrides = [str(tmp_path / "khác")]
    assert told(theme, SOCIAL=[1], SITNAME="x", THEME_TEMPLATES_OVERRIDES=overrides) == []
