from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.engine.store.checkpoint import matches_checkpoint, remove_checkpoint, write_checkpoint


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "s.sqlite"
    file.write_bytes(b"state")
    write_checkpoint(file)
    return file


def test_a_file_that_nobody_touched_is_sealed(file: Path) -> None:
    assert matches_checkpoint(file)


def test_another_byte_breaks_the_seal_and_so_does_another_time(file: Path) -> None:
    file.write_bytes(b"stat")
    assert not matches_checkpoint(file)
    write_checkpoint(file)
    os.utime(file, ns=(0, 1))
    assert not matches_checkpoint(file)


def test_a_file_without_a_seal_is_not_believed(file: Path) -> None:
    remove_checkpoint(file)
    remove_checkpoint(file)
    assert not matches_checkpoint(file)


def test_a_seal_that_says_something_else_seals_nothing(file: Path) -> None:
    file.with_name("s.sqlite.write_checkpoint").write_bytes(b"\xff")
    assert not matches_checkpoint(file)


def test_what_is_not_there_yet_needs_no_seal(tmp_path: Path) -> None:
    assert matches_checkpoint(tmp_path / "s.sqlite")


def test_a_seal_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    write_checkpoint(tmp_path / "không có" / "s.sqlite")
