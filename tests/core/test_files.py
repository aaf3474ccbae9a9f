from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from plugins.core.files import write_whole


def test_a_file_that_a_full_disk_does_not_take_leaves_nothing_and_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    write_whole(file, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]
    assert file.read_bytes() == b"old"
