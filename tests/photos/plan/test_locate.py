from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from plugins.core import checks
from plugins.core.checks import Check
from plugins.photos import PhotoFinder, PhotoProblem

NFD = unicodedata.normalize("NFD", "Lễ hội.jpg")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "bai" / "anh").mkdir(parents=True)
    (tmp_path / "images" / "2024").mkdir(parents=True)
    return tmp_path


def put(root: Path, *names: str) -> None:
    for name in names:
        (root / name).write_bytes(b"x")


def find(root: Path, name: str) -> str | Check:
    """Return what is found, relative to the root, or what check found none."""
    found = PhotoFinder(root).find(name, root / "bai")
    if isinstance(found, PhotoProblem):
        return found.check
    return found.relative_to(root).as_posix()


def problem(root: Path, name: str) -> PhotoProblem:
    found = PhotoFinder(root).find(name, root / "bai")
    assert isinstance(found, PhotoProblem)
    return found


def test_a_name_is_looked_up_beside_the_article_then_among_the_images(root: Path) -> None:
    put(root, "images/a.jpg", "images/b.jpg", "bai/a.jpg")
    assert find(root, "a.jpg") == "bai/a.jpg"
    assert find(root, "b.jpg") == "images/b.jpg"


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("anh/c.jpg", "bai/anh/c.jpg"),
        ("./anh/c.jpg", "bai/anh/c.jpg"),
        ("2024/d.jpg", "images/2024/d.jpg"),
        ("images/2024/d.jpg", "images/2024/d.jpg"),
        ("/images/2024/d.jpg", "images/2024/d.jpg"),
        ("../images/2024/d.jpg", "images/2024/d.jpg"),
        ("{static}/images/2024/d.jpg", "images/2024/d.jpg"),
        ("{attach}anh/c.jpg", "bai/anh/c.jpg"),
        ("{filename}../images/2024/d.jpg", "images/2024/d.jpg"),
        ("|static|/bai/anh/c.jpg", "bai/anh/c.jpg"),
        ("%7Bstatic%7D/bai/anh/c.jpg", "bai/anh/c.jpg"),
        ("anh\\c.jpg", "bai/anh/c.jpg"),
        ("anh%2Fc.jpg", "bai/anh/c.jpg"),
        ("  anh/c.jpg ", "bai/anh/c.jpg"),
        ("anh/c.jpg?v=2#to", "bai/anh/c.jpg"),
    ],
)
def test_every_way_of_writing_a_path_works(root: Path, name: str, path: str) -> None:
    put(root, "bai/anh/c.jpg", "images/2024/d.jpg")
    assert find(root, name) == path


@pytest.mark.parametrize("name", ["50% giảm.jpg", "a#1.jpg", "a?b.jpg", "x%20y.jpg"])
def test_characters_that_mean_something_in_an_address_may_stand_in_a_name(
    root: Path, name: str
) -> None:
    put(root, f"bai/{name}")
    assert find(root, name) == f"bai/{name}"


def test_what_follows_a_question_mark_is_cut_off_only_if_it_is_no_prose(root: Path) -> None:
    put(root, "bai/a.jpg")
    assert find(root, "a.jpg?w=300") == "bai/a.jpg"
    assert find(root, "a.jpg? Không, là b.jpg") == checks.PHOTO_MISSING


def test_percent_encoding_is_undone(root: Path) -> None:
    put(root, "bai/Lễ hội.jpg")
    assert find(root, "L%E1%BB%85%20h%E1%BB%99i.jpg") == "bai/Lễ hội.jpg"


def test_unicode_form_is_no_obstacle_either_way(root: Path) -> None:
    put(root, f"bai/{NFD}", "images/Chợ.jpg")
    assert find(root, "Lễ hội.jpg") == f"bai/{NFD}"
    assert find(root, unicodedata.normalize("NFD", "Chợ.jpg")) == "images/Chợ.jpg"


def test_letter_case_is_no_obstacle_in_names_and_folders(root: Path) -> None:
    put(root, "bai/anh/IMG_1.JPG", "bai/CHỢ.jpg")
    assert find(root, "Anh/img_1.jpg") == "bai/anh/IMG_1.JPG"
    assert find(root, "chợ.JPG") == "bai/CHỢ.jpg"


def test_a_no_break_space_in_a_pasted_name_is_a_space(root: Path) -> None:
    put(root, "bai/a (2).jpg")
    assert find(root, "a\u00a0(2).jpg") == "bai/a (2).jpg"


def test_the_exact_name_wins_over_its_variants(root: Path) -> None:
    put(
        root,
        "bai/a.jpg",
        "bai/A.jpg",
        "bai/a.JPG",
        f"bai/{NFD}",
        "bai/Lễ hội.jpg",
        "bai/LỄ HỘI.jpg",
    )
    assert find(root, "a.jpg") == "bai/a.jpg"
    assert find(root, "Lễ hội.jpg") == "bai/Lễ hội.jpg"


def test_several_variants_without_the_exact_name_are_an_error_that_lists_them(root: Path) -> None:
    put(root, "bai/A.jpg", "bai/a.JPG")
    found = problem(root, "a.jpg")
    assert found.check == checks.FILE_AMBIGUOUS
    assert "“A.jpg”, “a.JPG”" in found.message


def test_a_missing_name_offers_the_nearest_real_one(root: Path) -> None:
    put(root, "images/1-7617-1131.jpg", "bai/ghi-chu.txt")
    found = problem(root, "1–7617-1131.jpg")
    assert found.check == checks.PHOTO_MISSING
    assert found.message == "không tìm thấy ảnh “1–7617-1131.jpg”"
    assert "“1-7617-1131.jpg”" in found.fix


def test_without_anything_near_only_the_places_are_named(root: Path) -> None:
    assert problem(root, "a.jpg").fix == (
        "Đặt tệp ảnh cạnh bài viết hoặc trong images/ và ghi đúng tên tệp."
    )


@pytest.mark.parametrize(
    "name", ["../../a.jpg", "/../a.jpg", "{static}/../a.jpg", "anh/../../../a.jpg"]
)
def test_a_path_must_not_leave_the_content_folder(root: Path, name: str) -> None:
    put(root.parent, "a.jpg")
    assert find(root, name) == checks.FILE_OUTSIDE


def test_a_symbolic_link_must_not_leave_it_either(root: Path) -> None:
    put(root.parent, "secret.jpg")
    (root / "bai" / "a.jpg").symlink_to(root.parent / "secret.jpg")
    assert find(root, "a.jpg") == checks.FILE_OUTSIDE


@pytest.mark.parametrize(
    "name",
    [
        "https://x.example/a.jpg",
        "//x.example/a.jpg",
        "HTTP://X.EXAMPLE/A.JPG",
        "data:image/png;base64,AA",
        "file:///C:/a.jpg",
        "\\\\may\\a.jpg",
    ],
)
def test_photos_elsewhere_are_refused(root: Path, name: str) -> None:
    assert find(root, name) == checks.PHOTO_ELSEWHERE


def test_a_path_of_windows_is_only_a_missing_photo(root: Path) -> None:
    assert find(root, r"C:\Users\An\a.jpg") == checks.PHOTO_MISSING


def test_a_folder_called_like_a_photo_is_none(root: Path) -> None:
    (root / "bai" / "a.jpg").mkdir()
    assert find(root, "a.jpg") == checks.PHOTO_MISSING


def test_a_folder_does_not_stand_in_the_way_of_a_file_nor_a_file_in_that_of_a_folder(
    root: Path,
) -> None:
    (root / "bai" / "a.jpg").mkdir()
    put(root, "bai/A.JPG", "bai/Anh", "bai/anh/b.jpg")
    assert find(root, "a.jpg") == "bai/A.JPG"
    assert find(root, "Anh/b.jpg") == "bai/anh/b.jpg"


def test_a_folders_name_may_end_in_a_space(root: Path) -> None:
    (root / "bai" / "Chợ ").mkdir()
    put(root, "bai/Chợ /a.jpg")
    assert find(root, "chợ/a.jpg") == "bai/Chợ /a.jpg"


@pytest.mark.parametrize("name", [".anh/a.jpg", ".a.jpg", "~$a.jpg", "._a.jpg"])
def test_what_a_build_ignores_is_not_found(root: Path, name: str) -> None:
    (root / "bai" / ".anh").mkdir()
    put(root, f"bai/{name}")
    assert find(root, name) == checks.PHOTO_MISSING
    assert "gần giống nhất" not in problem(root, name).fix


def test_a_folder_is_listed_once_by_each_finder(root: Path) -> None:
    finder = PhotoFinder(root)
    assert isinstance(finder.find("a.jpg", root / "bai"), PhotoProblem)
    put(root, "bai/a.jpg", "bai/b.jpg")
    assert isinstance(finder.find("a.jpg", root / "bai"), PhotoProblem)
    assert isinstance(finder.find("b.jpg", root / "bai"), PhotoProblem)
    assert PhotoFinder(root).find("a.jpg", root / "bai") == root / "bai" / "a.jpg"


def test_what_an_answer_hung_on_is_collected_from_one_watch_to_the_next(root: Path) -> None:
    put(root, "bai/A.jpg", "images/b.jpg")
    finder = PhotoFinder(root)
    finder.find("a.jpg", root / "bai")
    assert finder.lookups == {("bai", "a.jpg"), ("", "bai/")}
    assert finder.files == {root / "bai" / "A.jpg"}
    finder.watch()
    assert (finder.lookups, finder.files) == (set(), set())
    finder.find("b.jpg", root / "bai")
    assert {("bai", "b.jpg"), ("images", "b.jpg")} <= finder.lookups
    assert finder.files == {root / "images" / "b.jpg"}


def test_an_answer_given_before_hangs_on_the_same_again(root: Path) -> None:
    put(root, "images/b.jpg")
    finder = PhotoFinder(root)
    finder.find("b.jpg", root / "bai")
    asked, used = finder.lookups, finder.files
    finder.watch()
    finder.find("b.jpg", root / "bai")
    assert (finder.lookups, finder.files) == (asked, used)


def test_a_name_that_is_nowhere_hangs_on_all_photos_it_might_have_been(root: Path) -> None:
    finder = PhotoFinder(root)
    finder.find("mat.jpg", root / "bai")
    assert {("bai", ""), ("images", ""), ("bai", "mat.jpg")} <= finder.lookups


def test_a_question_is_answered_with_the_names_it_finds(root: Path) -> None:
    put(root, "bai/b.jpg", "bai/B.JPG", "bai/a.png", "bai/ghi-chu.txt")
    finder = PhotoFinder(root)
    assert finder.answer(("bai", "b.jpg")) == ("b.jpg",)
    assert finder.answer(("bai", "B.jpg")) == ("B.JPG", "b.jpg")
    assert finder.answer(("bai", "c.jpg")) == finder.answer(("bai", "a.png/")) == ()
    assert finder.answer(("", "BAI/")) == ("bai/",)
    assert finder.answer(("bai", "")) == ("B.JPG", "a.png", "b.jpg")
    assert finder.answer(("bai", "/")) == ("B.JPG", "a.png", "b.jpg", "ghi-chu.txt")
    assert finder.answer(("bai", "/A")) == ("a.png",)
    assert finder.answer(("bai", "/b")) == ("b.jpg",)
    assert finder.answer(("bai", "/ghi-chu")) == ()
    assert finder.answer(("không có", "")) == ()


def test_a_photo_is_found_without_its_extension_beside_the_article_first(root: Path) -> None:
    put(root, "bai/a.jpg", "images/a.png", "images/b.JPG", "bai/c.pdf")
    finder = PhotoFinder(root)
    bai = root / "bai"
    assert finder.find_photo("a", bai) == bai / "a.jpg"
    assert finder.find_photo("b", bai) == root / "images/b.JPG"
    assert finder.look_up_stem("b", bai, anywhere=False) is None
    missing = finder.find_photo("c", bai)
    assert isinstance(missing, PhotoProblem)
    assert missing.message == "không tìm thấy ảnh “c”"


def test_a_word_looked_for_beside_an_article_does_not_hang_on_the_images(root: Path) -> None:
    finder = PhotoFinder(root)
    finder.look_up_stem("Hội nghị", root / "bai", anywhere=False)
    assert finder.lookups == {("bai", "/Hội nghị")}


def test_another_file_that_is_missing_or_outside_is_called_a_file(root: Path) -> None:
    put(root, "bai/ke-hoach.pdf")
    assert problem(root, "ke-hoch.pdf").message == "không tìm thấy tệp “ke-hoch.pdf”"
    assert "“ke-hoach.pdf”" in problem(root, "ke-hoch.pdf").fix
    assert problem(root, "../../x.pdf") == (
        checks.FILE_OUTSIDE,
        "tệp “../../x.pdf” nằm ngoài thư mục nội dung",
        "Chép tệp vào thư mục nội dung, cạnh bài viết.",
    )


def test_the_folder_of_images_is_a_setting(root: Path) -> None:
    (root / "kho").mkdir()
    put(root, "kho/a.jpg")
    assert PhotoFinder(root, "kho").find("a.jpg", root / "bai") == root / "kho" / "a.jpg"
