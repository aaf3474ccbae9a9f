from __future__ import annotations

import logging

import pytest

from plugins.core.errors import SettingsError
from plugins.engine.errors import BuildFailed
from plugins.engine.terminal.report import judge_settings, say_plainly


def record(message: str, *arguments: object, error: Exception | None = None) -> logging.LogRecord:
    given = (type(error), error, None) if error else None
    return logging.LogRecord("pelican", logging.CRITICAL, "x.py", 1, message, arguments, given)


def test_what_explains_itself_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    error = BuildFailed("Chưa dựng.")
    assert not say_plainly(record("%s: %s", "BuildFailed", error, error=error))
    assert not say_plainly(record('Caught exception:\n"%s".', error))  # while it watches
    assert capsys.readouterr().err == "Chưa dựng.\nChưa dựng.\n"


def test_a_wrong_path_of_the_command_line_is_told_in_our_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    error = ValueError("Could not find the theme /không/có")
    assert not say_plainly(record("%s", error, error=error))
    assert capsys.readouterr().err.startswith("Không có giao diện ở “/không/có”.")


def test_a_wrong_setting_is_told_as_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    error = SettingsError("BUILD['x']", "sai", "Sửa.")
    assert not say_plainly(record("%s", error, error=error))
    assert "LỖI: BUILD['x'] sai [MAY05]\n    Cách sửa: Sửa.\n" in capsys.readouterr().err


def test_a_list_that_is_none_is_not_passed_over() -> None:
    said = "Detected misconfiguration with %s setting (must be a list), falling back to the default"
    with pytest.raises(SettingsError, match=r"^STATIC_PATHS phải là một danh sách"):
        judge_settings(record(said, "STATIC_PATHS"))
    assert judge_settings(record("a %s", "b"))


def test_pelican_does_not_say_that_times_are_utc() -> None:
    assert not judge_settings(record("No timezone information specified in the settings."))


def test_all_else_is_left_to_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    for one in (record("a %s", "b"), record("%s", "x", error=ValueError("khác"))):
        assert say_plainly(one)
    assert capsys.readouterr().err == ""
