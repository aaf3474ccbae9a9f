from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk.errors import RefusedError
from plugins.desk.files import enclosed
from plugins.desk.files.submission import Submission
from tests.desk.word_files import TITLE, Article, imported, p, photo, picture, r, table, word_file

BODY = p("Chợ đông vui từ sớm.") + p("Trời rét ngọt.") + p("Nguồn: Báo Lào Cai điện tử")
SAID = "Chợ đông vui từ sớm.\n\nTrời rét ngọt.\n\n"
SOURCE = "Nguồn: Báo Lào Cai điện tử\n"
ONE, TWO = "cho-phien-cuoi-nam-1.jpg", "cho-phien-cuoi-nam-2.jpg"


def sent(folder: Path, body: str, *photos: str, alone: bool = False) -> Article:
    """Import a Word file that came with photos, each of another colour."""
    file = word_file(folder / "bai.docx", TITLE + body)
    paths = [folder / name for name in photos]
    for number, path in enumerate(paths):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(picture(colour=f"rgb({number},0,0)"))
    return imported(file, Submission(file, paths, [] if alone else paths))


NAMED = {
    "in full": ("IMG_1.JPG", "img_1.jpg", f"{ONE}\n\n"),
    "in brackets": ("[IMG_1.jpg]", "IMG_1.jpg", f"{ONE}\n\n"),
    "without what Windows hides": ("1-7617-1131", "1-7617-1131.jpg", f"{ONE}\n\n"),
    "by its number": ("(Ảnh 1)", "anh 1.jpg", f"{ONE}\n\n"),
    "by the number of its caption": (
        "Ảnh 1: Chợ họp sớm.",
        "Hinh_01.jpg",
        f"{ONE}\nẢnh 1: Chợ họp sớm.\n\n",
    ),
    "by its caption": ("Quang cảnh chợ", "Quang cảnh chợ.jpg", f"{ONE}\nQuang cảnh chợ\n\n"),
}


@pytest.mark.parametrize("how", NAMED)
def test_a_photo_stands_where_it_is_named(how: str, tmp_path: Path) -> None:
    line, name, written = NAMED[how]
    article = sent(tmp_path, p("Chợ đông vui từ sớm.") + p(line) + p("Thân bài ở đây dài."), name)
    below = "Thân bài ở đây dài.\n"
    if "\nẢnh" in written or "\nQ" in written:
        assert article.body == f"Chợ đông vui từ sớm.\n\n{written}{below}"
    else:
        # The line below a photo that is named is its caption, as everywhere in the bulletin.
        assert article.body == f"Chợ đông vui từ sớm.\n\n{ONE}\n{below}"
    assert article.told == []


def test_lines_of_one_paragraph_and_cells_of_a_table_name_photos(tmp_path: Path) -> None:
    line = "<w:r><w:t>Chợ đông.</w:t><w:br/><w:t>a.jpg</w:t><w:br/><w:t>Chợ sớm.</w:t></w:r>"
    cells = table([p("b.jpg"), p("c.jpg")], [p("Mận"), p("Đào")])
    article = sent(tmp_path, p(line) + cells, "a.jpg", "b.jpg", "c.jpg")
    three = "cho-phien-cuoi-nam-3.jpg"
    assert article.body == (f"Chợ đông.\n\n{ONE}\nChợ sớm.\n\n{TWO}\nMận\n\n{three}\nĐào\n")
    assert article.told == []


def test_several_on_a_line_are_a_gallery(tmp_path: Path) -> None:
    body = p("Chợ đông.") + p("a 1.jpg, b.jpg") + p("Hai góc chợ.")
    article = sent(tmp_path, body, "a 1.jpg", "b.jpg")
    assert article.body == f"Chợ đông.\n\n{ONE}\n{TWO}\nHai góc chợ.\n"


@pytest.mark.parametrize("numbers", ["1, 2", "1 và 2", "1-2"])
def test_a_caption_of_several_numbers_names_them_all(numbers: str, tmp_path: Path) -> None:
    body = p("Chợ đông.") + p(f"Ảnh {numbers}: Hai góc chợ.")
    article = sent(tmp_path, body, "anh 1.jpg", "anh 2.jpg")
    assert article.body == f"Chợ đông.\n\n{ONE}\n{TWO}\nẢnh {numbers}: Hai góc chợ.\n"
    assert article.told == []


def test_photos_that_nobody_names_stand_behind_the_first_paragraph_and_are_told(
    tmp_path: Path,
) -> None:
    article = sent(tmp_path, BODY, "x.jpg", "y.jpg")
    assert article.body == (f"Chợ đông vui từ sớm.\n\n{ONE}\n{TWO}\n\nTrời rét ngọt.\n\n{SOURCE}")
    assert article.told == [
        "WORD13: ảnh gửi kèm mà chữ không nhắc tới, tạm đặt sau đoạn đầu: "
        f"x.jpg (trong bài: {ONE}), y.jpg (trong bài: {TWO})"
    ]


def test_photos_that_lie_beside_by_chance_stay_there(tmp_path: Path) -> None:
    article = sent(tmp_path, BODY + p("Ảnh 1: Không có."), "x.jpg", "1.jpg", alone=True)
    assert article.body == f"{SAID}Nguồn: Báo Lào Cai điện tử\n\nẢnh 1: Không có.\n"
    assert article.told == []


def test_a_photo_that_was_not_sent_is_told(tmp_path: Path) -> None:
    article = sent(tmp_path, p("Chợ đông.") + p("mat.jpg") + p("Hết."))
    assert article.body == "Chợ đông.\n\nHết.\n"
    assert article.told == ["WORD09: ảnh không nằm trong tệp: mat.jpg"]


def test_under_a_picture_a_files_name_is_a_caption(tmp_path: Path) -> None:
    article = sent(tmp_path, p("Chợ đông.") + p(photo() + r("DSC_1.jpg")) + p("Hết chợ rồi."))
    assert article.body == f"Chợ đông.\n\n{ONE}\nDSC_1&#46;jpg\n\nHết chợ rồi.\n"


def test_more_photos_than_an_article_shows_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enclosed, "MOST_PICTURES", 1)
    with pytest.raises(RefusedError, match="hơn 1 ảnh"):
        sent(tmp_path, BODY, "x.jpg", "y.jpg")
