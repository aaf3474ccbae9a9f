from __future__ import annotations

import random
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk import importing
from plugins.desk.errors import RefusedError
from plugins.desk.reading_back import read_back
from plugins.desk.text.blocks import Block
from plugins.desk.text.blocks import Text as Paragraph
from tests.desk.word_files import TITLE, blip, drawing, imported, p, photo, picture, r, word_file
from tests.fuzz.text.room import project

SAPO = "Từ tờ mờ sáng, người các bản đã gùi hàng xuống chợ phiên cuối cùng của năm."


def written_in_word(path: Path) -> Path:
    """Write an article as a reporter's Word saves it."""
    photos = []
    for number, colour in enumerate(("teal", "maroon", "navy", "olive")):
        photos.append(path.with_name(f"DSC_{number}.jpg"))
        photos[-1].write_bytes(picture((640, 480), colour))
    word = docx.Document()
    word.add_heading("Chợ phiên Bắc Hà: “Tết sớm” vùng cao", 0)
    word.add_paragraph("Thứ Năm, 11/01/2024, 15:30")
    word.add_paragraph().add_run(SAPO).bold = True
    word.add_paragraph("Trời rét, chợ vẫn đông. Mận tam hoa bán 25.000 đồng/kg.")
    word.add_picture(str(photos[0]), width=Cm(12))
    word.add_paragraph("Quang cảnh phiên chợ. Ảnh: Ngọc Bằng", style="Caption")
    word.add_heading("Hàng Tết", 2)
    word.add_paragraph("Thổ cẩm", style="List Bullet")
    word.add_paragraph("Rượu ngô", style="List Bullet")
    row = word.add_paragraph()
    for each in photos[1:3]:
        row.add_run().add_picture(str(each), width=Cm(6))
    below = word.add_paragraph()
    below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    below.add_run("Người Mông chọn hàng.").italic = True
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Mặt hàng", "Giá", "Thổ cẩm", "200.000"),
        strict=True,
    ):
        cell.text = text
    last = word.add_paragraph("Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử")
    last.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    word.save(str(path))
    return path


def test_an_article_from_word_is_a_draft_of_the_bulletin(tmp_path: Path) -> None:
    article = imported(written_in_word(tmp_path / "bai gui.docx"))
    assert article.text == (
        "Title: Chợ phiên Bắc Hà: “Tết sớm” vùng cao\n"
        "Date: 11/01/2024 15:30\n"
        f"Summary: {SAPO}\n"
        "Status: draft\n\n"
        "Trời rét, chợ vẫn đông. Mận tam hoa bán 25.000 đồng/kg.\n\n"
        "cho-phien-bac-ha-tet-som-vung-cao-1.jpg\n"
        "Quang cảnh phiên chợ. Ảnh: Ngọc Bằng\n\n"
        "## Hàng Tết\n\n- Thổ cẩm\n- Rượu ngô\n\n"
        "cho-phien-bac-ha-tet-som-vung-cao-2.jpg\n"
        "cho-phien-bac-ha-tet-som-vung-cao-3.jpg\n"
        "Người Mông chọn hàng.\n\n"
        "| Mặt hàng | Giá |\n| Thổ cẩm | 200.000 |\n\n"
        "Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử\n"
    )
    assert (article.imported.month, article.imported.slug) == (
        "2024/01",
        "cho-phien-bac-ha-tet-som-vung-cao",
    )
    assert article.told == []
    assert sorted(file.name for file in article.folder.iterdir()) == [
        *(f"cho-phien-bac-ha-tet-som-vung-cao-{number}.jpg" for number in (1, 2, 3)),
        "index.md",
    ]


def test_it_is_told_what_was_taken_as_what(tmp_path: Path) -> None:
    article = imported(written_in_word(tmp_path / "bai.docx"))
    assert article.imported.taken == [
        "Tiêu đề: Chợ phiên Bắc Hà: “Tết sớm” vùng cao",
        "Ngày: 15:30, 11/01/2024",
        f"Sapo: {SAPO}",
        "Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử",
        "Ảnh cho-phien-bac-ha-tet-som-vung-cao-1.jpg: Quang cảnh phiên chợ. Ảnh: Ngọc Bằng",
        "Ảnh cho-phien-bac-ha-tet-som-vung-cao-2.jpg, cho-phien-bac-ha-tet-som-vung-cao-3.jpg: "
        "Người Mông chọn hàng.",
    ]
    gaps = [each.message for each in article.imported.problems if each.check.code == "WORD12"]
    assert gaps == ["chưa có chuyên mục: thêm dòng “Category: …”"]


@pytest.mark.parametrize("style", ["", '<w:pStyle w:val="{}"/>'])
def test_raised_and_lowered_digits_of_a_head_stay_so(tmp_path: Path, style: str) -> None:
    raised, lowered = (f'<w:b/><w:vertAlign w:val="{each}script"/>' for each in ("super", "sub"))
    title = p(
        r("500 m", "<w:b/>") + r("2", raised) + r(" rau, CO", "<w:b/>") + r("2", lowered),
        style.format("Tit"),
    )
    long = " đất trồng rau cho bà con các bản vùng cao trong huyện."
    summary = p(
        r("Thêm 500 m", "<w:b/>") + r("2", raised) + r(long, "<w:b/>"), style.format("Sapo")
    )
    article = imported(word_file(tmp_path / "bai.docx", title + summary + p("Chợ đông. Vui.")))
    assert article.text.startswith("Title: 500 m² rau, CO₂\n")
    assert f"Summary: Thêm 500 m²{long}\n" in article.text
    assert article.told == []


def test_labels_and_lines_round_a_headline_are_told(tmp_path: Path) -> None:
    body = p("Phòng Kinh tế") + p("Tít: Chợ phiên") + p(f"Sapo: {SAPO}") + p("Chợ đông. Vui.")
    article = imported(word_file(tmp_path / "bai.docx", body))
    assert article.body == "Phòng Kinh tế\n\nChợ đông. Vui.\n"
    assert article.told == ["WORD17: trên tiêu đề có dòng: “Phòng Kinh tế”"]
    assert "Không vào bài: “Tít”, “Sapo”" in article.imported.taken


@pytest.mark.parametrize("label", ["Chú thích ảnh:", "CHÚ THÍCH:", "chu thich anh :"])
def test_the_label_of_a_caption_is_told(tmp_path: Path, label: str) -> None:
    caption = r(label, "<w:b/>") + r(" Bà con đi chợ: đông, vui.")
    style = '<w:pStyle w:val="Chu"/>'
    body = p("Chợ đông. Vui.") + p(photo()) + p(caption, style)
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body))
    assert article.body.endswith("cho-phien-cuoi-nam-1.jpg\nBà con đi chợ: đông, vui.\n")
    assert article.told == []
    assert f"Không vào bài: “{label.rstrip(' :')}”" in article.imported.taken


@pytest.mark.parametrize(
    ("last", "is_asked"), [("N.B", True), ("Tin, ảnh: N.B", True), ("T.H", False), ("Vui.", False)]
)
def test_initials_that_are_not_taken_for_the_author_are_told(
    tmp_path: Path, last: str, *, is_asked: bool
) -> None:
    body = p("Chợ đông. Mận được giá.") + p("Bà con phấn khởi.") + p(last)
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body))
    told = [each.message for each in article.imported.problems if each.check.code == "WORD12"]
    said = f"dòng cuối “{last}” là bút danh thì thay nó bằng dòng “Authors: …” ở đầu bài"
    assert (said in told) is is_asked


@pytest.mark.parametrize("line", ["THÔNG CÁO BÁO CHÍ", "Ngọc Bằng"])
def test_a_name_that_is_a_headline_for_want_of_another_is_told(tmp_path: Path, line: str) -> None:
    article = imported(word_file(tmp_path / "bai.docx", p(line) + p("Chợ đông. Mận được giá.")))
    said = f"tạm lấy dòng “{line}” làm tiêu đề: không thấy dòng nào khác"
    assert said in [each.message for each in article.imported.problems]


def test_the_date_of_a_source_is_not_missed(tmp_path: Path) -> None:
    body = p("Chợ đông.") + p("Trời rét.") + p("(Nguồn: Báo Lào Cai, ngày 5/9/2024)")
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body))
    assert "Nguồn: Báo Lào Cai" in article.imported.taken
    assert article.told == []


@pytest.mark.parametrize("date", ["ngày 12/1/2024", "12/1/2024"])
def test_the_place_of_a_date_is_told(date: str, tmp_path: Path) -> None:
    body = p(f"Lào Cai, {date}") + p("Chợ đông. Mận được giá.")
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body))
    assert article.told == []
    assert "Không vào bài: “Lào Cai”" in article.imported.taken


@pytest.mark.parametrize("place", ["headline", "standfirst"])
def test_a_note_of_a_head_is_told_and_hides_no_source(place: str, tmp_path: Path) -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    title, sapo = r("Chợ phiên cuối năm"), r(SAPO, "<w:b/>")
    title, sapo = (title + mark, sapo) if place == "headline" else (title, sapo + mark)
    body = p(title, '<w:pStyle w:val="Tit"/>') + p(sapo) + p("Thân bài.") + p("Nguồn: Báo Lào Cai")
    parts = {"footnotes": f'<w:footnote w:id="2">{p("Số liệu năm 2023.")}</w:footnote>'}
    article = imported(word_file(tmp_path / "bai.docx", body, parts))
    assert article.body == "Thân bài.\n\nNguồn: Báo Lào Cai\n"
    assert "Nguồn: Báo Lào Cai" in article.imported.taken
    assert article.told == ["WORD11: chú thích cuối trang của tiêu đề hoặc sapo: Số liệu năm 2023."]


def test_a_file_without_a_headline_is_called_by_its_name(tmp_path: Path) -> None:
    body = p("Sáng 11/1, chợ phiên họp. Người xuống chợ đông hơn mọi năm.")
    article = imported(word_file(tmp_path / "cho_phien-2024.docx", body))
    assert article.text.startswith("Title: cho phien 2024\n")
    assert "không thấy tiêu đề, tạm lấy tên tệp" in str(article.imported.problems)


def test_a_picture_that_cannot_be_taken_is_named_and_its_caption_stays(tmp_path: Path) -> None:
    body = p(photo("rIdA")) + p("Hình 1: Chợ họp.")
    media = {"media/a.jpg": b"no picture"}
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body, media=media))
    assert article.body == "Hình 1: Chợ họp.\n"
    assert article.told == ["WORD09: a.jpg: tệp hỏng hoặc không phải ảnh"]


@pytest.mark.parametrize("label", ["Dẫn nguồn:", "Trích nguồn tin:", "Theo nguồn:"])
def test_the_label_of_a_source_is_not_missed(tmp_path: Path, label: str) -> None:
    body = p("Đường đã thông xe.") + p(f"{label} Báo Lào Cai")
    assert imported(word_file(tmp_path / "bai.docx", TITLE + body)).told == []


def test_a_file_that_shows_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="không có chữ nào, cũng không có ảnh"):
        imported(word_file(tmp_path / "bai.docx", p("")))


@pytest.mark.parametrize("caption", ["", p(r("Người xuống chợ", "<w:i/>"))])
@pytest.mark.parametrize("look", ["<w:b/>", "<w:i/>"])
@pytest.mark.parametrize("is_below", [True, False])
@pytest.mark.parametrize("said", ["Bài, ảnh: Ngọc Bằng", "Ngọc Bằng"])
def test_who_wrote_the_text_is_known_beside_the_last_photo(
    caption: str, look: str, is_below: bool, said: str, tmp_path: Path
) -> None:
    byline, shown = p(r(said, look), '<w:jc w:val="right"/>'), p(photo()) + caption
    end = shown + byline if is_below else byline + shown
    article = imported(word_file(tmp_path / "bai.docx", TITLE + p("Trời rét. " * 40) + end))
    assert "Người viết: Ngọc Bằng" in article.imported.taken


def test_captions_that_were_guessed_are_told_at_once_and_a_blank_line_undoes_it(
    tmp_path: Path,
) -> None:
    text = p("Chợ đông từ sáng sớm, người các bản gùi ngô, mận, vải lanh xuống bán. " * 5)
    seen = ("Quang cảnh hội nghị.", "Các đại biểu dự hội nghị.")
    photos = (p(photo(name)) + p(said) for name, said in zip(("rIdA", "rIdB"), seen, strict=True))
    file = word_file(tmp_path / "bai.docx", TITLE + text + text.join(photos) + text)
    article = imported(file)
    (told,) = article.told
    assert told.startswith("WORD15: tạm lấy dòng ngắn")
    assert told.endswith(": “Quang cảnh hội nghị.”; “Các đại biểu dự hội nghị.”")
    index = article.folder / "index.md"
    lines = article.text.splitlines()
    (problem,) = (each for each in article.imported.problems if each.check.code == "WORD15")
    assert problem.line is not None
    assert lines[problem.line] == seen[0]
    lines.insert(problem.line, "")
    index.write_text("\n".join(lines), encoding="utf-8")
    reading = read_back(project(tmp_path / "content"), index).reading
    assert reading is not None
    assert [figure.caption for figure in reading.body.figures] == ["", seen[1]]
    assert f"<p>{seen[0]}</p>" in reading.body.html


def test_a_picture_that_stands_twice_is_one_photo(tmp_path: Path) -> None:
    body = p(photo("rIdA")) + p("Hình 1: Chợ.") + p(photo("rIdB")) + p(photo("rIdA"))
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body))
    one, two = (f"cho-phien-cuoi-nam-{number}.jpg" for number in (1, 2))
    assert article.body == f"{one}\nHình 1: Chợ.\n\n{two}\n{one}\n"
    assert sorted(each.name for each in article.folder.iterdir()) == [one, two, "index.md"]


def test_what_word_believes_to_see_is_no_description(tmp_path: Path) -> None:
    body = p(drawing(blip("rIdA"), "A group of people standing in a market"))
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body))
    assert article.body == "cho-phien-cuoi-nam-1.jpg\n"


def test_words_and_pictures_that_the_converter_lost_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(blocks: list[Block]) -> list[Block]:
        return list(filter(lambda block: isinstance(block, Paragraph), blocks))[:2]

    monkeypatch.setattr(importing, "with_captions", forgetful)
    body = p("Chợ đông.") + p("Mận được giá, mận *ngọt*.") + p(photo())
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body))
    assert article.told == [
        "WORD09: 1 ảnh của tệp Word không hiện trong bài",
        "WORD08: chữ không có trong bài: mận mận được giá ngọt * * "
        "(trong đoạn “Mận được giá, mận *ngọt*.”)",
    ]


LOOKS = ("", "<w:b/>", "<w:i/>", "<w:b/><w:i/>")
SIGNS = st.text(alphabet="ab 1*_#[]()<>{}|`~^\\&;:.!-+=/é", min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ([("• Bắc Hà", "<w:b/>"), (": đông", "")], "<strong>• Bắc Hà</strong>: đông"),
        ([("35°", "<w:b/>"), (" hôm nay", "")], "<strong>35°</strong> hôm nay"),
        ([("✓ Đạt", "<w:i/>")], "<em>✓ Đạt</em>"),
        ([("Ông A:", "<w:b/>"), ("“nói”", "<w:i/>")], "**Ông A:**<em>“nói”</em>"),
        ([("Ông A", "<w:b/>"), (" nói", "")], "**Ông A** nói"),
    ],
)
def test_stars_stand_only_where_the_reader_takes_them_for_emphasis(
    parts: list[tuple[str, str]], written: str, tmp_path: Path
) -> None:
    body = p("".join(r(text, look) for text, look in parts))
    article = imported(word_file(tmp_path / "bai.docx", TITLE + p("Thân bài này.") + body))
    assert article.body == f"Thân bài này.\n\n{written}\n"


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.text("ab “”•°.:(-é1", min_size=1, max_size=4), st.sampled_from(LOOKS)))
)
def test_no_star_is_printed_that_nobody_typed(parts: list[tuple[str, str]]) -> None:
    from tempfile import TemporaryDirectory

    body = p("Mở đầu bài.") + p(r("Câu ") + "".join(r(text, look) for text, look in parts))
    with TemporaryDirectory() as folder:
        article = imported(word_file(Path(folder, "bai.docx"), TITLE + body))
        content = article.folder.parents[1]
        reading = read_back(project(content), article.folder / "index.md").reading
    assert reading is not None
    assert "*" not in reading.body.html


@settings(deadline=None, max_examples=60)
@given(st.lists(SIGNS, min_size=1, max_size=12))
def test_whatever_signs_were_typed_are_shown_or_told(paragraphs: list[str]) -> None:
    from tempfile import TemporaryDirectory
    from xml.sax.saxutils import escape

    chance = random.Random("".join(paragraphs))
    body = "".join(
        p(
            "".join(
                r(escape(part), chance.choice(("", "<w:b/>", "<w:i/>"))) for part in text.split("b")
            )
        )
        for text in paragraphs
    )
    with TemporaryDirectory() as folder:
        article = imported(word_file(Path(folder, "bai.docx"), TITLE + p("Thân bài này.") + body))
    assert [told for told in article.told if told.startswith("WORD08")] == []
