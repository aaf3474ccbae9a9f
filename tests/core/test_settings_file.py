from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.core.errors import SettingsError
from plugins.core.settings_file import is_of_settings, settings_file, settings_problem

PUBLISH = """from pelicanconf import *

BUILD = {**BUILD, "check_publisher": 1}
"""
CONF = """SITENAME = "x"
BUILD = {
    "navigation": [],
    "cache_dir": 3,
}
SITE = {"cache_dir": ""}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "publishconf.py").write_text(PUBLISH, encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(CONF, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (["content", "-s", "a.py"], "a.py"),
        (["--settings", "a.py"], "a.py"),
        (["--settings=a.py", "-o", "x"], "a.py"),
        (["content"], "pelicanconf.py"),
        (["-s"], "pelicanconf.py"),
    ],
)
def test_the_file_is_the_one_that_the_command_names(arguments: list[str], file: str) -> None:
    assert settings_file(arguments) == Path(file)


@pytest.mark.parametrize(
    ("key", "path", "line"),
    [
        ("BUILD['check_publisher']", "publishconf.py", 3),
        ("BUILD['cache_dir']", "pelicanconf.py", 4),
        ("BUILD['other']", "publishconf.py", 3),
        ("BUILD", "publishconf.py", 3),
        ("SITE['cache_dir']", "pelicanconf.py", 6),
        ("SITENAME", "pelicanconf.py", 1),
        ("PHOTOS['widths'][0]", "publishconf.py", None),
    ],
)
def test_a_wrong_value_is_looked_for_in_the_files(
    folder: Path, key: str, path: str, line: int | None
) -> None:
    arguments = ["-s", str(folder / "publishconf.py")]
    problem = settings_problem(SettingsError(key, "sai", "Sửa."), arguments)
    assert (problem.path, problem.line) == (path, line)
    assert (problem.message, problem.fix) == (f"{key} sai", "Sửa.")


def test_a_value_of_the_command_line_is_no_files(folder: Path) -> None:
    arguments = ["-s", str(folder / "pelicanconf.py"), "-e", "BUILD={}"]
    assert settings_problem(SettingsError("BUILD", "sai", ""), arguments).path == "tùy chọn -e"


def test_a_variable_of_the_environment_is_no_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["-s", str(folder / "pelicanconf.py")]
    for name, place in (("SOURCE_DATE_EPOCH", "biến môi trường"), ("SITENAME", "pelicanconf.py")):
        monkeypatch.setenv(name, "x")
        assert settings_problem(SettingsError(name, "sai", ""), arguments).path == place


def raised(run: Callable[[], object]) -> Exception:
    try:
        run()
    except Exception as error:  # noqa: BLE001 - as a command catches them
        return error
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("x = (\n", 1, "mã Python sai cú pháp"),
        ("\nx = y\n", 2, "NameError: name 'y' is not defined"),
        ("\n\nimport khong_co\n", 3, "No module named 'khong_co'"),
        ("import os\nos.environ['KHÔNG CÓ']\n", 2, "KeyError"),
    ],
)
def test_a_file_that_does_not_run_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    file = tmp_path / "conf.py"
    file.write_text(text, encoding="utf-8")
    error = raised(lambda: runpy.run_path(str(file)))
    problem = settings_problem(error, ["-s", str(file)])
    assert (problem.path, problem.line) == ("conf.py", line)
    assert said in problem.message
    assert not is_of_settings(error)  # nobody knows, unless it came up while Pelican read them


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    file = tmp_path / "conf.py"
    problem = settings_problem(raised(file.read_bytes), ["-s", str(file)])
    assert problem.message == "không có tệp thiết lập này"
    assert problem.path == str(file)


def test_what_is_wrong_elsewhere_names_the_file_alone(folder: Path) -> None:
    error = raised(lambda: int("x"))
    problem = settings_problem(error, ["-s", str(folder / "publishconf.py")])
    assert (problem.path, problem.line) == ("publishconf.py", None)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("x = SITNAME", "Có phải là SITENAME? "),
        ('x = BUILD["navigaton"]', "Có phải là navigation? "),
        ("x = nothing_like_it", "Sửa chỗ ấy"),
        ('x = BUILD["zzz"]', "Sửa chỗ ấy"),
        ("x = 1 / 0", "Sửa chỗ ấy"),
    ],
)
def test_what_was_meant_by_a_name_that_is_not_there_is_offered(
    tmp_path: Path, line: str, meant: str
) -> None:
    file = tmp_path / "pelicanconf.py"
    file.write_text(f"{CONF}{line}\n", encoding="utf-8")
    with pytest.raises((NameError, KeyError, ZeroDivisionError)) as error:
        runpy.run_path(str(file))
    problem = settings_problem(error.value, ["-s", str(file)])
    assert problem.line == CONF.count("\n") + 1
    assert problem.fix.startswith(meant)
