from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PIL import Image

from plugins.photos import Photo, PhotoFinder, PhotoProblem, load_photo


def test_a_photo_is_everything_a_page_needs(tmp_path: Path) -> None:
    path = tmp_path / "Chợ phiên.JPG"
    Image.new("RGB", (40, 30)).save(path, format="JPEG")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert load_photo(PhotoFinder(tmp_path), "chợ phiên.jpg", tmp_path, "Chợ") == Photo(
        url=f"anh/cho-phien-{digest[:8]}.jpg",
        width=40,
        height=30,
        alt="Chợ",
        source=path,
        name="chợ phiên.jpg",
    )


@pytest.mark.parametrize("name", ["a.heic", "a.HEIF", "a.tif", "a.tiff", "a.bmp", "a.svg"])
def test_a_photo_that_browsers_do_not_show_has_to_be_saved_again(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    problem = load_photo(PhotoFinder(tmp_path), name, tmp_path, "")
    assert isinstance(problem, PhotoProblem)
    assert problem.message.startswith(f"trình duyệt không hiển thị được ảnh “{name}”")
    assert "lưu lại thành JPG" in problem.fix


def test_a_phone_photo_renamed_to_jpg_is_called_heic(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")
    problem = load_photo(PhotoFinder(tmp_path), "a.jpg", tmp_path, "")
    assert isinstance(problem, PhotoProblem)
    assert problem.message == "trình duyệt không hiển thị được ảnh “a.jpg” (dạng HEIC)"


def test_a_broken_photo_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").touch()
    problem = load_photo(PhotoFinder(tmp_path), "a.jpg", tmp_path, "")
    assert isinstance(problem, PhotoProblem)
    assert problem.message == "ảnh “a.jpg”: tệp ảnh rỗng (0 byte)"


def test_a_missing_photo_is_the_finders_problem(tmp_path: Path) -> None:
    problem = load_photo(PhotoFinder(tmp_path), "a.jpg", tmp_path, "")
    assert isinstance(problem, PhotoProblem)
    assert problem.kind == "missing"
