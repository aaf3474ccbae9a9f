from __future__ import annotations

from pathlib import Path

import pytest

from plugins.counter.figures import Totals
from plugins.counter.known import UnknownError, fetch_known, parse, read_known
from tools.fuzz_counter.service import Service

ANSWER = b'{"v":1,"online":1,"today":2,"week":3,"total":4,"as_of":"2026-11-23T20:00:00+07:00"}'


def test_an_answer_is_read_as_it_was_written() -> None:
    assert parse(ANSWER).json() == ANSWER


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b"{}",
        b'{"error":"Service Unavailable"}',
        ANSWER.replace(b'"v":1', b'"v":2'),
        ANSWER.replace(b'"total":4', b'"total":1'),
        ANSWER.replace(b'"online":1', b'"online":-1'),
        ANSWER.replace(b'"today":2', b'"today":"2"'),
        ANSWER.replace(b'"today":2', b'"today":true'),
        ANSWER.replace(b"2026-11-23", b"23/11/2026"),
    ],
)
def test_anything_else_is_not_taken_for_numbers(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "known.json").write_bytes(body)
    with pytest.raises(UnknownError):
        read_known(tmp_path / "known.json")


def test_where_no_file_is_nothing_is_known(tmp_path: Path) -> None:
    assert read_known(tmp_path / "known.json") is None


def test_the_numbers_of_a_running_service_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "known.json"
    service = Service("--database", str(tmp_path / "counter.sqlite3"))
    fetched = fetch_known(f"{service.url}/tk/v1/stats", path)
    assert fetched.totals == Totals(0, 0, 0)
    assert read_known(path) == fetched
    for wrong in (f"{service.url}/tk/v1/p", "file:///etc/passwd"):
        with pytest.raises(UnknownError):
            fetch_known(wrong, path)
    service.kill()
    with pytest.raises(UnknownError, match="không hỏi được"):
        fetch_known(f"{service.url}/tk/v1/stats", path)
    assert read_known(path) == fetched, "what was known stays"
    assert [entry.name for entry in path.parent.iterdir()] == ["known.json"]
