from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pelican.settings import DEFAULT_CONFIG, read_settings

from plugins.core.errors import SettingsError
from plugins.engine.checks.setting_types import check_plugins, check_types, settings_fault
from tests.conftest import ROOT


@pytest.mark.parametrize("file", ["pelicanconf.py", "publishconf.py"])
def test_the_projects_own_settings_pass(file: str) -> None:
    settings = read_settings(str(ROOT / file))
    check_types(settings)
    check_plugins(settings["PLUGINS"], (), settings["PLUGIN_PATHS"])


def test_pelicans_own_settings_pass() -> None:
    check_types(DEFAULT_CONFIG)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SITEURL", None, "phải là một dòng chữ"),
        ("ARTICLE_PATHS", [1], "[0] phải là một dòng chữ"),
        ("OUTPUT_RETENTION", None, "phải là một danh sách"),
        ("TEMPLATE_PAGES", ["x"], "phải là một bảng"),
        ("RELATIVE_URLS", "x", "phải là True hoặc False"),
        ("MARKDOWN", {"extension_configs": {"khong.co": {}}}, "không tìm thấy: 'khong.co'"),
        ("MARKDOWN", {"extensions": ["markdown.extensions.sai"]}, "'markdown.extensions.sai'"),
        ("MARKDOWN", {"extensions": 3}, "['extensions'] phải là một danh sách"),
        ("MARKDOWN", {"extension_configs": ["x"]}, "['extension_configs'] phải là một bảng"),
        ("LOCALE", 3, "phải là một danh sách"),
        ("READERS", ["md"], "phải là một bảng"),
        ("JINJA_ENVIRONMENT", {"extensions": ["khong.co"]}, "không tìm thấy: 'khong'"),
    ],
)
def test_a_wrong_value_of_pelicans_is_named(name: str, value: Any, said: str) -> None:
    with pytest.raises(SettingsError) as error:
        check_types({name: value})
    assert str(error.value).startswith(name)
    assert said in str(error.value)


def test_extensions_that_others_find_are_left_to_them() -> None:
    check_types({"MARKDOWN": {"extensions": ["extra", object()]}, "LOCALE": "vi_VN"})
    check_types({"JINJA_ENVIRONMENT": {"extensions": ["jinja2.ext.do"]}})


def test_a_plugin_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^PLUGINS có tên không tìm thấy: 'plugins.sai'"):
        check_plugins(["plugins.articles", "plugins.sai"], (), ())
    with pytest.raises(SettingsError, match=r"'không\.có'"):
        check_plugins(["không.có"], (), ())
    (tmp_path / "cua_toi.py").touch()
    check_plugins(["cua_toi", object()], (), [str(tmp_path)])
    check_plugins(["sitemap"], {"pelican.plugins.sitemap"}, ())


def test_the_value_over_which_pelican_stumbled_is_named(tmp_path: Path) -> None:
    file = tmp_path / "conf.py"
    file.write_text("\nSITEURL = None\n", encoding="utf-8")
    with pytest.raises(AttributeError) as error:
        read_settings(str(file))
    problem = settings_fault(error.value, ["-s", str(file)])
    assert (problem.path, problem.line) == ("conf.py", 2)
    assert problem.message.startswith("SITEURL phải là một dòng chữ")
