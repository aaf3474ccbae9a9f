from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plugins.engine.publish.output import staging_folder
from plugins.photos import PhotoError, publish


def test_publishing_that_fails_takes_away_what_it_began(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    publish({"anh/a.jpg": tmp_path / "a"}, tmp_path / "out")
    files = {f"anh/{name}.jpg": tmp_path / name for name in ("a", "b", "c")}
    (tmp_path / "b").write_bytes(b"b")  # and no "c"
    with pytest.raises(PhotoError, match="không ghi được"):
        publish(files, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out/anh").iterdir()] == ["a.jpg"]


@pytest.mark.parametrize("others", [0, 600])
def test_what_stands_in_a_photos_place_makes_room_unless_somebodys_file_is_in_it(
    tmp_path: Path, others: int
) -> None:
    (tmp_path / "a").write_bytes(b"a")
    files = {f"anh/{name}.jpg": tmp_path / "a" for name in ("a", *range(others))}
    output = tmp_path / "out"
    output.mkdir()
    (output / "anh").write_text("một tệp")
    publish(files, output)
    photo = output / "anh" / "a.jpg"
    photo.unlink()
    photo.symlink_to("không-có")
    assert publish(files, output) == 1
    assert photo.read_bytes() == b"a"
    photo.unlink()
    (photo / "trống").mkdir(parents=True)
    assert publish(files, output) == 1
    assert photo.read_bytes() == b"a"
    photo.unlink()
    photo.mkdir()
    (photo / "của-tôi.txt").write_text("giữ")
    with pytest.raises(PhotoError, match=r"anh/a\.jpg"):
        publish(files, output)
    assert (photo / "của-tôi.txt").read_text() == "giữ"


def test_a_killed_build_can_leave_half_a_file_only_where_the_next_one_takes_it_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halves: list[Path] = []

    def copy(_: object, target: Path) -> None:
        halves.append(target)
        target.write_bytes(b"half")

    (tmp_path / "a").write_bytes(b"a")
    monkeypatch.setattr(shutil, "copy2", copy)
    output = tmp_path / "out"
    publish({"anh/a.jpg": tmp_path / "a"}, output, link=False)
    (half,) = halves
    half.parent.mkdir()  # as a build that was killed would have left it
    half.write_bytes(b"half")
    with staging_folder(output):
        assert not half.exists()
