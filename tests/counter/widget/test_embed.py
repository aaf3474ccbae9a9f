from __future__ import annotations

from pathlib import Path

import pytest

from plugins.counter.widget.block import CounterSettings
from plugins.counter.widget.embed import Embedded, embed

ANSWER = b'{"v":1,"online":1,"today":2,"week":3,"total":4,"as_of":"2026-11-23T20:00:00+07:00"}'


@pytest.fixture
def settings(tmp_path: Path) -> CounterSettings:
    return CounterSettings(endpoint="/tk/v1/", known=str(tmp_path / "counter.json"))


def test_the_numbers_in_the_file_are_on_the_page_with_their_day(settings: CounterSettings) -> None:
    Path(settings.known).write_bytes(ANSWER)
    embedded = embed(settings)
    assert embedded.widget is not None
    assert [row.text for row in embedded.widget.rows] == ["1", "2", "3", "4"]
    assert embedded.widget.as_of == "23/11/2026"
    assert embedded.problems == ()


def test_before_the_first_numbers_nothing_is_said_to_be_zero(settings: CounterSettings) -> None:
    embedded = embed(settings)
    assert embedded.widget is not None
    assert [row.text for row in embedded.widget.rows] == ["", "", "", ""]
    assert (embedded.widget.as_of, embedded.problems) == ("", ())


def test_a_file_with_something_else_is_a_warning_and_nothing_is_known(
    settings: CounterSettings,
) -> None:
    Path(settings.known).write_bytes(b"<html>")
    embedded = embed(settings)
    assert embedded.widget is not None
    assert embedded.widget.as_of == ""
    (problem,) = embedded.problems
    assert (problem.path, problem.level) == ("counter.json", "warning")
    assert "không phải số liệu của bộ đếm" in problem.message


def test_so_is_one_that_cannot_be_opened(settings: CounterSettings) -> None:
    Path(settings.known).mkdir()
    (problem,) = embed(settings).problems
    assert "không đọc được tệp" in problem.message


def test_a_block_that_is_switched_off_looks_at_no_file(settings: CounterSettings) -> None:
    Path(settings.known).mkdir()
    off = CounterSettings(enabled=False, endpoint="/tk/v1/", known=settings.known)
    assert embed(off) == Embedded(None)
