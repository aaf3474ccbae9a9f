from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from plugins.photos.config import PhotoSettings
from plugins.photos.encode.encoder import encode
from plugins.photos.inspect.failure import PhotoError
from plugins.photos.model import Facts
from plugins.photos.plan.derivatives import plan
from tests.photos.samples import corners, facts_of, save

SETTINGS = PhotoSettings()


def message(path: Path, facts: Facts, settings: PhotoSettings = SETTINGS) -> str:
    with pytest.raises(PhotoError) as caught:
        list(encode(path, facts, plan(path.name, facts, settings), settings))
    assert caught.value.problem.fix
    return caught.value.problem.message


@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "gif", "heic", "avif"])
def test_a_truncated_photo_is_a_problem(tmp_path: Path, kind: str) -> None:
    path = save(tmp_path / f"a.{kind}", corners(900, 700))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    digest = sha256(path.read_bytes()).hexdigest()
    assert message(path, Facts(900, 700, digest)) in (
        "tệp ảnh hỏng hoặc bị cắt cụt",
        "tệp hỏng hoặc không phải ảnh",
    )


@pytest.mark.parametrize("content", [b"", b"chu thuong", b"\xff\xd8\xff\xe0\x00\x10JFIF"])
def test_what_is_no_image_is_a_problem(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    facts = Facts(9, 9, sha256(content).hexdigest())
    assert message(tmp_path / "a.jpg", facts).startswith("tệp ")


def test_a_photo_of_too_many_pixels_is_refused_before_it_is_read(tmp_path: Path) -> None:
    facts = Facts(40000, 40000, "00" * 32)
    assert "quá nhiều điểm ảnh (1600 triệu" in message(tmp_path / "bomb.png", facts)


def test_a_photo_that_went_away_or_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    assert "không đọc được ảnh" in message(tmp_path / "a.jpg", Facts(9, 9, "00"))
    (tmp_path / "b.jpg").mkdir()
    assert "không đọc được ảnh" in message(tmp_path / "b.jpg", Facts(9, 9, "00"))


def test_a_photo_that_changed_since_it_was_planned_is_a_problem(tmp_path: Path) -> None:
    path = save(tmp_path / "a.jpg")
    facts = facts_of(path)
    save(path, corners(640, 480))
    os.utime(path, (1, 1))
    assert "bị thay đổi" in message(path, facts)
