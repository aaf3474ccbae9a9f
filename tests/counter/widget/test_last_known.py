from __future__ import annotations

from pathlib import Path

import pytest

from plugins.counter.widget.last_known import UnknownError, parse, read_known

ANSWER = b'{"v":1,"online":1,"today":2,"week":3,"total":4,"as_of":"2026-11-23T20:00:00+07:00"}'


def test_an_answer_is_read_as_it_was_written() -> None:
    assert parse(ANSWER).json() == ANSWER


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b"[" * 100_000,
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
