from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PIL import Image

from plugins.core import checks
from plugins.photos import Facts, Photo, PhotoLibrary, PhotoProblem, PhotoSettings, plan


def test_a_photo_is_everything_a_page_needs(tmp_path: Path) -> None:
    path = tmp_path / "Chợ phiên.JPG"
    Image.new("RGB", (1000, 600)).save(path, format="JPEG")
    facts = Facts(1000, 600, hashlib.sha256(path.read_bytes()).hexdigest())
    photo = PhotoLibrary(tmp_path).load("chợ phiên.jpg", tmp_path, "Chợ", 7)
    assert not isinstance(photo, PhotoProblem)
    assert (photo.source, photo.name, photo.alt, photo.line) == (path, "chợ phiên.jpg", "Chợ", 7)
    assert (photo.width, photo.height) == (1000, 600)
    assert photo.made == plan(path.name, facts, PhotoSettings())
    assert photo.url.endswith("-lon.jpg")


def test_only_a_leading_photo_has_crops(tmp_path: Path) -> None:
    Image.new("RGB", (1600, 1000)).save(tmp_path / "a.jpg")
    library = PhotoLibrary(tmp_path)
    photo = library.load("a.jpg", tmp_path, "")
    assert not isinstance(photo, PhotoProblem)
    assert photo.share is None
    assert photo.ratios == ()
    leading = library.leading(photo)
    assert leading.url == photo.url
    assert leading.share is not None
    assert (leading.share.width, leading.share.height) == (1200, 630)
    assert [(each.width, each.height) for each in leading.ratios] == [
        (1000, 1000),
        (1200, 900),
        (1200, 675),
    ]


def test_pictures_for_phones_are_no_wider_than_a_phone_can_tell(tmp_path: Path) -> None:
    Image.new("RGB", (1600, 1000)).save(tmp_path / "a.jpg")
    photo = PhotoLibrary(tmp_path).load("a.jpg", tmp_path, "")
    assert not isinstance(photo, PhotoProblem)
    for_phones = [each for each in photo.picture("column", "/").sources if each.media]
    assert [each.type for each in for_phones] == ["image/avif", "image/jpeg"]
    for source in for_phones:
        assert source.srcset.split()[1::2] == ["480w,", "768w"]


@pytest.mark.parametrize("size", [(1, 70_000), (70_000, 1), (2, 33_000)])
def test_a_photo_of_which_no_picture_can_be_made_is_a_line(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    Image.new("RGB", size).save(tmp_path / "a.png")
    problem = PhotoLibrary(tmp_path).load("a.png", tmp_path, "")
    assert isinstance(problem, PhotoProblem)
    assert problem.check is checks.PHOTO_IS_LINE
    assert f"“a.png” chỉ là một vệt ({size[0]} × {size[1]} điểm ảnh)" in problem.message
    assert "bỏ đi" in problem.fix


@pytest.mark.parametrize("name", ["a.tif", "a.TIFF", "a.bmp", "a.nef", "a.CR2"])
def test_a_photo_that_browsers_do_not_show_has_to_be_saved_again(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    problem = PhotoLibrary(tmp_path).load(name, tmp_path, "")
    assert isinstance(problem, PhotoProblem)
    assert problem.message.startswith(f"trình duyệt không hiển thị được ảnh “{name}”")
    assert "lưu lại thành JPG" in problem.fix


def test_a_drawing_that_may_hold_scripts_is_refused_for_that_reason(tmp_path: Path) -> None:
    (tmp_path / "so-do.SVG").write_bytes(b"<svg/>")
    problem = PhotoLibrary(tmp_path).load("so-do.svg", tmp_path, "")
    assert isinstance(problem, PhotoProblem)
    assert problem.message == (
        "ảnh “so-do.svg” là hình vẽ SVG, bản tin không đăng vì tệp SVG có thể chứa mã chạy được"
    )
    assert "lưu lại thành PNG" in problem.fix


@pytest.mark.parametrize("name", ["a2", "A2", "anh/b", "2024/c", "{static}/images/2024/c"])
def test_a_photo_may_be_called_without_its_extension(tmp_path: Path, name: str) -> None:
    for place in ("bai/a2.jpg", "bai/anh/b.PNG", "images/2024/c.jpg"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (40, 30)).save(tmp_path / place)
    photo = PhotoLibrary(tmp_path).load(name, tmp_path / "bai", "")
    assert isinstance(photo, Photo)
    assert photo.source.stem.casefold() == name.rpartition("/")[2].casefold()


def test_several_photos_that_differ_in_the_extension_are_named(tmp_path: Path) -> None:
    for end in ("jpg", "png"):
        (tmp_path / f"a2.{end}").write_bytes(b"x")
    problem = PhotoLibrary(tmp_path).load("a2", tmp_path, "")
    assert isinstance(problem, PhotoProblem)
    assert problem.message == "có nhiều ảnh cùng tên “a2”: “a2.jpg”, “a2.png”"


def test_a_phone_photo_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    import pillow_heif

    pillow_heif.from_pillow(Image.new("RGB", (64, 48))).save(tmp_path / "a.heic")
    (tmp_path / "b.jpg").write_bytes((tmp_path / "a.heic").read_bytes())
    for name in ("a.heic", "b.jpg"):
        photo = PhotoLibrary(tmp_path).load(name, tmp_path, "")
        assert not isinstance(photo, PhotoProblem)
        assert (photo.width, photo.height) == (64, 48)


def test_a_broken_photo_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").touch()
    problem = PhotoLibrary(tmp_path).load("a.jpg", tmp_path, "")
    assert isinstance(problem, PhotoProblem)
    assert problem.message == "ảnh “a.jpg”: tệp ảnh rỗng (0 byte)"


def test_a_missing_photo_is_the_finders_problem(tmp_path: Path) -> None:
    problem = PhotoLibrary(tmp_path).load("a.jpg", tmp_path, "")
    assert isinstance(problem, PhotoProblem)
    assert problem.check == checks.PHOTO_MISSING
