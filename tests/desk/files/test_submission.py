from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core import checks
from plugins.desk.errors import RefusedError
from plugins.desk.files import submission
from plugins.desk.files.submission import submission_of, submissions_in

CASES = {
    "one text": (
        "bài.docx anh/2.jpg anh/10.jpg anh/1.JPG",
        {"bài.docx": ("anh/1.JPG anh/2.jpg anh/10.jpg", "all")},
        "",
    ),
    "what systems and programs leave there": (
        "bai.docx ~$bai.docx .DS_Store __MACOSX/._a.jpg ._a.jpg Thumbs.db anh/Thumbs.db a.jpg",
        {"bai.docx": ("a.jpg", "all")},
        "",
    ),
    "a text above, one below": (
        "tin/a.docx b.docx 1.jpg tin/2.jpg",
        {"b.docx": ("1.jpg", "all"), "tin/a.docx": ("2.jpg", "all")},
        "",
    ),
    "two texts, photos called like one": (
        "cho.docx hoi.txt cho-1.jpg HỘI_2.jpg",
        {"cho.docx": ("cho-1.jpg", "all"), "hoi.txt": ("HỘI_2.jpg", "all")},
        "",
    ),
    "two texts, folders called like one": (
        "cho.docx hoi.docx cho/1.jpg Hội/2.jpg",
        {"cho.docx": ("cho/1.jpg", "all"), "hoi.docx": ("Hội/2.jpg", "all")},
        "",
    ),
    "two texts, photos of either": (
        "cho.docx hoi.docx 1.jpg anh/2.jpg",
        {"cho.docx": ("1.jpg anh/2.jpg", "none"), "hoi.docx": ("1.jpg anh/2.jpg", "none")},
        "",
    ),
    "texts in folders beside the photos": (
        "bai/cho.docx bai/hoi.docx anh/1.jpg",
        {"cho.docx": ("1.jpg", "none"), "hoi.docx": ("1.jpg", "none")},
        "",
    ),
    "a page with what was saved with it": (
        "bai.htm bai_files/image001.jpg bai_files/filelist.xml bai_files/frame.htm a.jpg",
        {"bai.htm": ("a.jpg", "all")},
        "",
    ),
    "other files": (
        "bai.docx ke-hoach.pdf video/a.mp4 them.zip",
        {"bai.docx": ("", "all")},
        "ke-hoach.pdf them.zip a.mp4",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_photos_go_with_their_text(name: str, tmp_path: Path) -> None:
    files, expected, left = CASES[name]
    for path in files.split(" "):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    found, others = submissions_in(tmp_path)
    for each in found:
        names, whose = expected[_matching(each.document, expected, tmp_path)]
        wanted = [name.rpartition("/")[2] for name in names.split()]
        assert [photo.name for photo in each.photos] == wanted
        assert each.own == (each.photos if whose == "all" else [])
    assert len(found) == len(expected)
    assert [file.name for file in others] == left.split()


def _matching(document: Path, expected: dict[str, tuple[str, str]], root: Path) -> str:
    path = document.relative_to(root).as_posix()
    return path if path in expected else document.name


def test_a_folder_without_a_text_or_with_too_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jpg").touch()
    with pytest.raises(RefusedError, match=r"không có tệp Word, HTML hay \.txt nào"):
        submissions_in(tmp_path)
    monkeypatch.setattr(submission, "_MOST", 1)
    (tmp_path / "bai.txt").touch()
    with pytest.raises(RefusedError) as caught:
        submissions_in(tmp_path)
    assert caught.value.check is checks.IMPORT_TOO_LARGE


def test_a_text_that_was_chosen_alone_has_no_photos_of_its_own(tmp_path: Path) -> None:
    for name in ("bai.docx", "2.jpg", "1.png", "b.pdf"):
        (tmp_path / name).touch()
    found = submission_of(tmp_path / "bai.docx")
    assert ([each.name for each in found.photos], found.own) == (["1.png", "2.jpg"], [])
    assert submission_of(tmp_path / "no" / "bai.docx").photos == []
