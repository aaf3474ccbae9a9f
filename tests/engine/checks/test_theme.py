from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.core import checks
from plugins.core.errors import SettingsError
from plugins.core.problems import Problem
from plugins.engine.checks.theme import check_theme, problems_of
from plugins.engine.errors import BuildFailed


def caught(code: str) -> Exception:
    try:
        exec(compile(code, "/nơi nào/pelicanconf.py", "exec"))  # noqa: S102 - as Pelican does
    except Exception as error:  # noqa: BLE001 - whatever it is
        return error
    raise AssertionError("nothing was raised")


def test_what_editors_have_to_mend_is_passed_on() -> None:
    problem = Problem(checks.DATE_UNREADABLE, "bai.md", 2, "sai", "sửa")
    assert problems_of(BuildFailed("hỏng", [problem])) == [problem]


def test_a_build_that_failed_for_another_reason_says_it() -> None:
    (problem,) = problems_of(BuildFailed("Không ghi được trang."))
    assert problem.message == "Không ghi được trang."


@pytest.mark.parametrize("source", ["một\n{% if %}", "một\n{{ không.có }}", "một\n{{ 1 / 0 }}"])
def test_a_fault_of_a_template_names_its_file_and_line(tmp_path: Path, source: str) -> None:
    templates = tmp_path / "theme/templates"
    templates.mkdir(parents=True)
    (templates / "page.html").write_text(source, encoding="utf-8")
    environment = Environment(loader=FileSystemLoader(templates), undefined=StrictUndefined)  # noqa: S701 - nothing is shown
    with pytest.raises(Exception) as caught:  # noqa: PT011 - of any kind
        environment.get_template("page.html").render()
    (problem,) = problems_of(caught.value, [tmp_path / "theme"])
    assert (problem.path, problem.line) == ("theme/templates/page.html", 2)


def test_other_files_are_named() -> None:
    (problem,) = problems_of(caught("\nx = 1 / 0"))
    assert (problem.path, problem.line) == ("pelicanconf.py", 2)
    (problem,) = problems_of(SettingsError("BUILD['x']", "sai", "Sửa."))
    assert (problem.message, problem.fix) == ("BUILD['x'] sai", "Sửa.")
    with pytest.raises(tomllib.TOMLDecodeError) as broken:
        tomllib.loads("[a")
    (problem,) = problems_of(broken.value)
    assert problem.path == "theme/strings.toml"


def test_a_theme_made_for_pelican_is_told_from_a_damaged_one_of_ours(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    with pytest.raises(SettingsError, match=r"là giao diện làm cho Pelican.*strings\.toml"):
        check_theme(tmp_path)
    (tmp_path / "strings.toml").touch()
    check_theme(tmp_path)
    check_theme(tmp_path / "không có")  # which Pelican tells
