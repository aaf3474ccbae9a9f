from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.engine.store.checkpoint import break_seal, is_sealed, seal


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "s.sqlite"
    file.write_bytes(b"state")
    seal(file)
    return file


def test_a_file_that_nobody_touched_is_sealed(file: Path) -> None:
    assert is_sealed(file)


def test_another_byte_breaks_the_seal_and_so_does_another_time(file: Path) -> None:
    file.write_bytes(b"stat")
    assert not is_sealed(file)
    seal(file)
    os.utime(file, ns=(0, 1))
    assert not is_sealed(file)


def test_a_file_without_a_seal_is_not_believed(file: Path) -> None:
    break_seal(file)
    break_seal(file)
    assert not is_sealed(file)


def test_a_seal_that_says_something_else_seals_nothing(file: Path) -> None:
    file.with_name("s.sqlite.seal").write_bytes(b"\xff")
    assert not is_sealed(file)


def test_what_is_not_there_yet_needs_no_seal(tmp_path: Path) -> None:
    assert is_sealed(tmp_path / "s.sqlite")


def test_a_seal_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    seal(tmp_path / "không có" / "s.sqlite")
