from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pelican.settings import DEFAULT_CONFIG

from plugins.core.errors import SettingsError
from plugins.engine.project.doubles import with_doubles
from plugins.engine.project.project import project_of
from tests.engine.small_site import SmallSite, settings_for


@pytest.mark.parametrize(
    ("settings", "name", "said"),
    [
        ({"DEFAULT_CATEGORY": "Tin"}, "ARTICLES", {"default_category": "Tin"}),
        ({"DEFAULT_CATEGORY": "misc"}, "ARTICLES", {}),
        ({"AUTHOR": "Mai"}, "ARTICLES", {"default_byline": "Mai"}),
        ({"AUTHOR": None}, "ARTICLES", {}),
        ({"USE_FOLDER_AS_CATEGORY": True}, "ARTICLES", {"folder_is_category": True}),
        ({"SLUGIFY_SOURCE": "basename"}, "ARTICLES", {"slug_source": "basename"}),
        ({"DEFAULT_PAGINATION": 7}, "BUILD", {"articles_per_page": 7}),
        ({"DEFAULT_PAGINATION": 7}, "ARTICLES", {}),
        (
            {"DEFAULT_PAGINATION": 7, "BUILD": {"articles_per_page": 7}},
            "BUILD",
            {"articles_per_page": 7},
        ),
        (
            {"DEFAULT_METADATA": {"status": "draft", "tags": ("a", "b"), "author": "Mai"}},
            "ARTICLES",
            {"default_head": {"Status": "draft", "Tags": ["a", "b"]}, "default_byline": "Mai"},
        ),
    ],
)
def test_a_setting_of_pelicans_says_what_one_of_ours_does(
    settings: dict[str, Any], name: str, said: dict[str, Any]
) -> None:
    assert with_doubles(settings, name) == said


@pytest.mark.parametrize(
    ("settings", "name", "told"),
    [
        ({"AUTHOR": 3}, "ARTICLES", "AUTHOR phải là một dòng chữ"),
        ({"DEFAULT_PAGINATION": "7"}, "BUILD", "DEFAULT_PAGINATION phải là một số nguyên"),
        (
            {"AUTHOR": "Mai", "ARTICLES": {"default_byline": "Lan"}},
            "ARTICLES",
            "AUTHOR = 'Mai' nhưng ARTICLES['default_byline'] = 'Lan'",
        ),
        (
            {"AUTHOR": "Mai", "DEFAULT_METADATA": {"author": "Lan"}},
            "ARTICLES",
            "DEFAULT_METADATA['author'] = 'Lan' nhưng ARTICLES['default_byline'] = 'Mai'",
        ),
        ({"DEFAULT_METADATA": {"date": "2024"}}, "ARTICLES", "Chỉ dùng được: category, tags"),
        ({"DEFAULT_METADATA": {"mat": "x"}}, "ARTICLES", "DEFAULT_METADATA['mat'] không dùng"),
        ({"DEFAULT_METADATA": {"status": "nháp"}}, "ARTICLES", "published, draft, hidden"),
        ({"ARTICLES": {"default_head": {}}}, "ARTICLES", "Ghi vào DEFAULT_METADATA"),
        ({"DEFAULT_METADATA": {"tags": 3}}, "ARTICLES", "DEFAULT_METADATA['tags'] phải là"),
        ({"ARTICLES": {"slug_substitutions": {}}}, "ARTICLES", "Ghi vào SLUG_REGEX_SUB"),
        ({"SLUG_REGEX_SUBSTITUTIONS": "a"}, "ARTICLES", "SUBSTITUTIONS phải là một danh sách"),
        ({"TAG_REGEX_SUBSTITUTIONS": [("(", "")]}, "ARTICLES", "TAG_REGEX_SUBSTITUTIONS[0] = ('('"),
        ({"SLUG_REGEX_SUBSTITUTIONS": [("a", r"\2")]}, "ARTICLES", "không dùng được"),
        ({"SLUG_REGEX_SUBSTITUTIONS": [("a",)]}, "ARTICLES", "không dùng được"),
    ],
)
def test_a_wrong_one_and_two_that_differ_are_told(
    settings: dict[str, Any], name: str, told: str
) -> None:
    with pytest.raises(SettingsError) as error:
        with_doubles(settings, name)
    assert told in str(error.value)


def test_a_slug_is_made_of_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="SLUGIFY_SOURCE không thể là 'author'"):
        project_of(settings_for(tmp_path) | {"SLUGIFY_SOURCE": "author"})


def test_terms_have_rules_of_their_own_or_those_of_all_slugs() -> None:
    rules = {"SLUG_REGEX_SUBSTITUTIONS": [("a", "b")], "TAG_REGEX_SUBSTITUTIONS": [("c", "d")]}
    said = with_doubles(rules, "ARTICLES")["slug_substitutions"]
    assert said["article"] == said["author"] == said["source"] == (("a", "b"),)
    assert said["tag"] == (("c", "d"),)


def test_what_pelican_itself_sets_says_one_thing_alone() -> None:
    assert with_doubles(DEFAULT_CONFIG, "BUILD") == {}
    assert with_doubles(DEFAULT_CONFIG, "ARTICLES") == {"folder_is_category": True}


def test_a_site_that_only_pelican_knows_of_has_its_name_and_its_address(tmp_path: Path) -> None:
    settings = settings_for(tmp_path)
    del settings["SITE"]
    site = project_of(settings).site
    assert (site.name, site.url) == ("Bản tin", "https://bantin.example")


@pytest.mark.parametrize(
    ("settings", "page", "shown"),
    [
        ({"DEFAULT_CATEGORY": "Tin vắn"}, "2024/01/mot", "(Tin vắn)"),
        ({"AUTHOR": "Lò Mai"}, "tac-gia/lo-mai", "mot ("),
        ({"USE_FOLDER_AS_CATEGORY": True}, "2024/01/mot", "(thoi-su)"),
        (
            {"USE_FOLDER_AS_CATEGORY": True, "ARTICLES": {"categories": ["Thời sự"]}},
            "2024/01/mot",
            "(Thời sự)",
        ),
        ({"SLUGIFY_SOURCE": "basename"}, "2024/01/a", "mot"),
        ({"SLUG_REGEX_SUBSTITUTIONS": [["Mốt|mot", "nhat"]]}, "2024/01/nhat", "mot"),
        ({"CATEGORY_REGEX_SUBSTITUTIONS": [("tin ", "")]}, "chuyen-muc/tuc", "mot"),
        ({"DEFAULT_METADATA": {"tags": ["xuân", "chợ"]}}, "2024/01/mot", "#xuân=the/xuan/"),
        ({"DEFAULT_METADATA": {"series": "Tết"}}, "chuyen-de/tet", "mot"),
        ({"BUILD": {}, "DEFAULT_PAGINATION": 1}, "chuyen-muc/tin-tuc", "older_url='"),
    ],
)
def test_each_is_honoured_by_a_build_of_what_changed_as_by_a_clean_one(
    site: SmallSite, settings: dict[str, Any], page: str, shown: str
) -> None:
    site.write("thoi-su/a.md", Title="mot")
    site.write("thoi-su/hai/index.md", Title="khac")
    site.write("2024/01/ba.md", Category="Tin tức")
    site.build()
    assert not (site.output / page).is_dir() or shown not in site.page(page)
    kept = site.settings["BUILD"]
    site.settings |= settings
    site.settings["BUILD"] = {"cache_dir": kept["cache_dir"], **site.settings["BUILD"]}
    site.build()
    assert shown in site.page(page)
    assert site.files() == site.clean_files()
    # And so is a change of the content with the setting as it is.
    site.path("thoi-su/a.md").rename(site.path("2024/a.md"))
    site.build()
    assert site.files() == site.clean_files()


def test_articles_that_say_no_status_are_drafts_where_the_settings_say_so(site: SmallSite) -> None:
    site.write("articles/a.md")
    site.write("articles/b.md", Status="published")
    site.build()
    site.settings["DEFAULT_METADATA"] = {"status": "draft"}
    outcome = site.build()
    assert outcome.drafts == 1
    assert "2024/01/b/index.html" in site.files()
    assert "2024/01/a/index.html" not in site.files()
    assert site.files() == site.clean_files()
