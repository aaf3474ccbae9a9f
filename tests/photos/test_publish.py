from __future__ import annotations

from pathlib import Path

import pytest

from plugins.photos import PhotoError, publish


def test_publishing_that_fails_takes_away_what_it_began(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    publish({"anh/a.jpg": tmp_path / "a"}, tmp_path / "out")
    files = {f"anh/{name}.jpg": tmp_path / name for name in ("a", "b", "c")}
    (tmp_path / "b").write_bytes(b"b")  # and no "c"
    with pytest.raises(PhotoError, match="không ghi được"):
        publish(files, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out/anh").iterdir()] == ["a.jpg"]


def test_what_a_killed_build_left_goes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    left = tmp_path / "out/anh/.tmp-x"
    left.mkdir(parents=True)
    (left / "a.jpg").write_bytes(b"half")
    publish({"anh/a.jpg": tmp_path / "a"}, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out/anh").iterdir()] == ["a.jpg"]
