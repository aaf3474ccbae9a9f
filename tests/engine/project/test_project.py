from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plugins.core.errors import SettingsError
from plugins.engine.project.config import Publisher
from plugins.engine.project.project import project_of, state_file
from plugins.preview.workers.run import preview_settings
from tests.conftest import ROOT
from tests.engine.small_site import settings_for


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    return settings_for(tmp_path)


def test_folders_are_absolute(settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(settings["PATH"]).parent
    folder.mkdir(exist_ok=True)
    monkeypatch.chdir(folder)
    project = project_of(
        settings
        | {"PATH": "noi-dung", "OUTPUT_PATH": "ra", "THEME": "t", "BUILD": {"cache_dir": "kho"}}
    )
    assert (project.content, project.output) == (folder / "noi-dung", folder / "ra")
    assert project.theme == folder / "t"
    assert project.state.parent == folder / "kho"


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("./extra", "extra"),
        ("extra/", "extra"),
        ("", ""),
        (".", ""),
        (".well-known", ".well-known"),
    ],
)
def test_folders_of_the_content_folder_may_be_written_in_several_ways(
    settings: dict[str, Any], name: str, folder: str
) -> None:
    assert project_of(settings | {"STATIC_PATHS": [name]}).static_folders == (folder,)


def test_production_shows_no_drafts(settings: dict[str, Any]) -> None:
    settings["BUILD"] |= {"preview": True}
    assert project_of(settings).build.preview
    settings["BUILD"] |= {"check_publisher": True}
    with pytest.raises(SettingsError, match=r"BUILD\['preview'\].*bản nháp.*make devserver"):
        project_of(settings)
    assert project_of(preview_settings(settings)).build.preview  # of those of production


def test_settings_are_those_of_each_part(settings: dict[str, Any]) -> None:
    settings["SITE"] = {"name": "Bản tin", "publisher": {"phone": "0214"}}
    settings["ARTICLES"] = {"default_category": "Tin khác"}
    project = project_of(settings)
    assert project.site.publisher == Publisher(phone="0214")
    assert project.articles.default_category == "Tin khác"
    assert project.build.articles_per_page == 3
    assert project.photos.widths == (40,)
    assert project.addresses == {
        "article": "{date:%Y}/{date:%m}/{slug}/",
        "page": "{slug}/",
        "document": "van-ban/{slug}/",
        "notice": "thong-bao/{slug}/",
    }
    assert (project.siteurl, project.feed_length) == ("https://bantin.example", 3)


@pytest.mark.parametrize("name", ["BUILD", "ARTICLES", "PHOTOS", "SITE"])
def test_an_unknown_key_is_named(settings: dict[str, Any], name: str) -> None:
    settings[name] = settings.get(name, {}) | {"mat": 1}
    with pytest.raises(SettingsError, match=rf"{name}\['mat'\]"):
        project_of(settings)


@pytest.mark.parametrize(
    ("name", "value", "place"),
    [
        ("BUILD", {"articles_per_page": "20"}, r"BUILD\['articles_per_page'\]"),
        ("BUILD", {"navigation": "Thời sự"}, r"BUILD\['navigation'\]"),
        ("BUILD", {"trust_times": 1}, r"BUILD\['trust_times'\]"),
        ("BUILD", {"articles_per_page": 0}, r"BUILD\['articles_per_page'\] phải .* từ 1 "),
        ("BUILD", {"articles_per_month_page": -2}, r"BUILD\['articles_per_month_page'\] phải"),
        ("BUILD", {"home_articles": -1}, r"BUILD\['home_articles'\] phải .* từ 0 "),
        ("ARTICLES", {"excerpt_words": 0}, r"ARTICLES\['excerpt_words'\] phải"),
        ("PHOTOS", {"max_bytes": 0}, r"PHOTOS\['max_bytes'\] phải"),
        ("BUILD", {"full_text_feeds": ["pdf"]}, r"BUILD\['full_text_feeds'\] không thể có 'pdf'"),
        ("SITE", {"name": "x", "organization": "Báo"}, r"SITE\['organization'\] không thể là"),
        ("FEED_ALL_JSON", 1, r"FEED_ALL_JSON phải"),
        ("FEED_MAX_ITEMS", 0, r"FEED_MAX_ITEMS phải .* từ 1 .* không phải 0"),
        ("FEED_MAX_ITEMS", "x", r"FEED_MAX_ITEMS phải"),
        ("SITE", {"name": "x", "publisher": {"fax": ""}}, r"SITE\['publisher'\]\['fax'\]"),
    ],
)
def test_a_wrong_value_is_named(
    settings: dict[str, Any], name: str, value: object, place: str
) -> None:
    settings[name] = value
    with pytest.raises(SettingsError, match=place):
        project_of(settings)


def test_feeds_are_those_that_have_an_address(settings: dict[str, Any]) -> None:
    project = project_of(settings)
    assert project.feeds(of_all=True) == {"rss": "rss.xml", "json": "feed.json"}
    assert project.feeds(of_all=False) == {"atom": "chuyen-muc/{slug}/atom.xml"}


def test_the_public_address_is_that_of_the_build_or_else_of_the_site(
    settings: dict[str, Any],
) -> None:
    settings["SITE"] = {"name": "Bản tin", "url": "https://khac.example"}
    assert project_of(settings).public_url == "https://bantin.example"
    assert project_of(settings | {"SITEURL": ""}).public_url == "https://khac.example"


def test_an_output_folder_around_the_content_is_never_emptied(settings: dict[str, Any]) -> None:
    settings["DELETE_OUTPUT_DIRECTORY"] = True
    assert project_of(settings).delete
    for output in (settings["PATH"], str(Path(settings["PATH"]).parent)):
        assert not project_of(settings | {"OUTPUT_PATH": output}).delete


def test_every_output_of_every_content_has_a_state_of_its_own(tmp_path: Path) -> None:
    a, b, c = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    files = [state_file(c, *pair) for pair in ((a, b), (b, a), (a, c), (c, a), (a, a))]
    assert len(set(files)) == len(files)
    assert state_file(c, a, b) == files[0]
    assert files[0].parent == c


def test_a_photo_cache_and_a_state_are_no_settings_of_pages(settings: dict[str, Any]) -> None:
    assert project_of(settings).photo_cache == Path(settings["PHOTOS"]["cache_dir"])


# The digest


def digest(settings: dict[str, Any]) -> str:
    return project_of(settings).digest()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITEURL", "https://khac.example"),
        ("RELATIVE_URLS", True),
        ("FEED_MAX_ITEMS", 4),
        ("FEED_MAX_ITEMS", "3"),
        ("FEED_ALL_ATOM", "atom.xml"),
        ("ARTICLE_URL", "{slug}/"),
        ("BUILD", {"articles_per_page": 4}),
        ("SITE", {"name": "Bản tin", "publisher": {"phone": "0214"}}),
        ("MARKDOWN", {"extensions": []}),
        ("PHOTOS", {"modern": "webp"}),
        ("ANYTHING_A_TEMPLATE_MAY_SHOW", ["x"]),
        ("JINJA_FILTERS", {"short": len}),
        ("THEME", "khác"),
        ("PATH", "khác"),
    ],
)
def test_a_setting_that_decides_what_pages_look_like_changes_the_digest(
    settings: dict[str, Any], name: str, value: object
) -> None:
    assert digest(settings | {name: value}) != digest(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LOAD_CONTENT_CACHE", False),
        ("DEBUG", True),
        ("PORT", 8001),
        ("DELETE_OUTPUT_DIRECTORY", True),
        ("OUTPUT_RETENTION", [".git"]),
    ],
)
def test_a_setting_of_how_a_build_runs_does_not(
    settings: dict[str, Any], name: str, value: object
) -> None:
    assert digest(settings | {name: value}) == digest(settings)


def test_neither_does_the_order_in_which_settings_are_written(settings: dict[str, Any]) -> None:
    assert digest(dict(reversed(settings.items()))) == digest(settings)


def test_neither_does_the_way_in_which_folders_are_named(
    settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(settings["PATH"]).parent
    folder.mkdir(exist_ok=True)
    monkeypatch.chdir(folder)
    names = ("PATH", "OUTPUT_PATH", "THEME")
    relative = {name: os.path.relpath(settings[name]) for name in names}
    assert digest(settings | relative) == digest(settings)


_DIGEST = """
import json, sys
from pathlib import Path
from pelican.settings import read_settings
from plugins.engine.project.project import project_of
settings = read_settings(sys.argv[1], override=json.loads(sys.argv[2]))
settings["A_SET"] = {"a", "b", "c", Path("x"), ("d", 1)}
settings["A_FUNCTION"], settings["A_CLASS"] = len, Path
print(project_of(settings).digest())
"""


def test_the_digest_is_the_same_in_every_process(tmp_path: Path) -> None:
    folders = json.dumps({"OUTPUT_PATH": str(tmp_path / "output")})
    digests = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST, str(ROOT / "pelicanconf.py"), folders],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
    assert "Bản tin Lào Cai" in digests.pop()


@pytest.mark.parametrize(
    "name", ["../cu.csv", "/cu.csv", ".cu.csv", "a\\cu.csv", "a//cu.csv", "a/"]
)
def test_the_list_of_old_addresses_is_a_file_that_a_walk_through_the_content_finds(
    settings: dict[str, Any], name: str
) -> None:
    with pytest.raises(SettingsError, match=r"BUILD\['redirects'\]"):
        project_of(settings | {"BUILD": {"redirects": name}})
