"""Photos without a caption, beside what looks like one."""

from __future__ import annotations

from collections.abc import Callable

from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.desk.captions.manuscript import Expected, Manuscript, floating


def _photo(made: Manuscript) -> None:
    made.photo(made.word.add_paragraph())
    made.figures.append(Expected(1, ""))


def _said(made: Manuscript, said: str) -> None:
    made.body.append(said)
    made.word.add_paragraph(said)


def long_paragraph(made: Manuscript) -> None:
    """A long paragraph follows."""
    _photo(made)
    made.text()


def short_sentence(made: Manuscript) -> None:
    """A short sentence of the text follows, which nothing tells from a caption."""
    made.text()
    _photo(made)
    made.text(short=True)
    made.text()


def sentence_as_texts_begin(made: Manuscript) -> None:
    """A short sentence follows that begins as captions do not."""
    for said in ("Theo ban quản lý", "Tại lễ khai mạc", "Trong đó", "Đây là năm đầu", "Hiện nay"):
        made.text()
        _photo(made)
        _said(made, f"{said}, có 120 hộ dân dự chợ.")
    made.text()


def quotation(made: Manuscript) -> None:
    """What somebody says follows."""
    for said in ("“Năm nay được mùa, ai cũng vui”, bà Máy nói.", "- Chợ đông hơn mọi năm."):
        made.text()
        _photo(made)
        _said(made, said)
    made.text()


def short_paragraphs(made: Manuscript) -> None:
    """Several short sentences follow, in a row."""
    made.text()
    _photo(made)
    for _ in range(3):
        made.text(short=True)
    made.text()


def questions(made: Manuscript) -> None:
    """A question follows, and its answer."""
    made.text()
    _photo(made)
    _said(made, "Phiên chợ năm nay có gì mới?")
    made.text()


def all_short(made: Manuscript) -> None:
    """All paragraphs of the text are short."""
    for _ in range(3):
        made.text(short=True)
        _photo(made)
        made.text(short=True)
    made.text()


def standfirst(made: Manuscript) -> None:
    """It stands right below the headline, and below it the standfirst."""
    _photo(made)
    photo = made.word.paragraphs[-1]._p
    core = f"{made.core()}, và hàng nghìn người từ các xã vùng cao cùng du khách về dự"
    _said(made, f"{core}.")
    standfirst = made.word.paragraphs[-1]._p
    headline = made.word.paragraphs[0]._p
    headline.addnext(standfirst)
    headline.addnext(photo)
    made.text()
    made.text()


def above_a_heading(made: Manuscript) -> None:
    """A short sentence follows, and then a heading."""
    made.text()
    _photo(made)
    made.text(short=True)
    made.word.add_paragraph().add_run("Giữ nghề của mẹ").bold = True
    made.text()


def above_a_list(made: Manuscript) -> None:
    """A sentence follows that announces a list."""
    made.text()
    _photo(made)
    _said(made, "Ban tổ chức nhắc người đi chợ mấy việc.")
    for _ in range(2):
        made.body.append(core := made.core())
        made.word.add_paragraph(core, style="List Bullet")


def signed(made: Manuscript) -> None:
    """Who wrote the text follows, with a full stop."""
    made.text()
    _photo(made)
    made.word.add_paragraph("Trung tâm Văn hóa huyện Bắc Hà.")


def source_with_a_stop(made: Manuscript) -> None:
    """The source line follows, with a full stop."""
    made.text()
    _photo(made)
    made.word.add_paragraph("Nguồn: Báo Lào Cai điện tử.")


def others_are_numbered(made: Manuscript) -> None:
    """A short sentence follows, and the other photos have captions with numbers."""
    for number in (1, 2):
        core = made.core()
        made.photo(made.word.add_paragraph())
        made.word.add_paragraph(f"Hình {number}: {core}.")
        made.figures.append(Expected(1, core))
        made.text()
    _photo(made)
    made.text(short=True)
    made.text()


def sentence_about_a_number(made: Manuscript) -> None:
    """A sentence begins with "Hình 1" and says something else."""
    made.text()
    _photo(made)
    _said(made, f"Hình 1 cho thấy mức tăng của năm nay, theo số liệu của huyện. {made.core()}.")
    made.text()


def heading(made: Manuscript) -> None:
    """A heading follows, bold and in the middle."""
    made.text()
    _photo(made)
    paragraph = made.word.add_paragraph()
    made.body.append(core := made.core())
    paragraph.add_run(core).bold = True
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.text()


def verse(made: Manuscript) -> None:
    """Verse follows, which has no full stops."""
    made.text()
    _photo(made)
    for line in ("Ai lên Bắc Hà chiều nay", "Nhớ mang theo nắng vàng bay lưng đèo"):
        _said(made, line)
    made.text()


def list_of_items(made: Manuscript) -> None:
    """A list follows."""
    made.text()
    _photo(made)
    for _ in range(2):
        made.body.append(core := made.core())
        made.word.add_paragraph(core, style="List Bullet")
    made.text()


def source_line(made: Manuscript) -> None:
    """The source line follows."""
    made.text()
    _photo(made)
    made.word.add_paragraph("Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử")


def long_italics(made: Manuscript) -> None:
    """A long paragraph in italics follows."""
    made.text()
    _photo(made)
    made.text()
    for run in made.word.paragraphs[-1].runs:
        run.italic = True
    made.text()


def italic_standfirst(made: Manuscript) -> None:
    """The standfirst above is in italics."""
    for run in made.word.paragraphs[-1].runs:
        run.text, run.italic = f"{made.body[0]}.", True
    _photo(made)
    made.text()
    made.text()


def announcing(made: Manuscript) -> None:
    """A line that ends in a colon follows, and then what it announces."""
    made.text()
    _photo(made)
    _said(made, "Ban tổ chức nhắc người đi chợ ba việc cần nhớ:")
    made.text(short=True)
    made.text()


def centred_text(made: Manuscript) -> None:
    """The whole text stands in the middle."""
    for _ in range(2):
        made.text()
        _photo(made)
    made.text()
    for paragraph in made.word.paragraphs[1:]:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def floats_beside_a_sentence(made: Manuscript) -> None:
    """It floats beside a short paragraph."""
    made.text()
    made.text(short=True)
    floating(made.word.paragraphs[-1], made.relation())
    made.figures.append(Expected(1, ""))
    made.text()


def in_a_table_of_words(made: Manuscript) -> None:
    """It stands in a table of words."""
    table = made.word.add_table(rows=3, cols=2)
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.text = core = made.core()
        made.body.append(core)
    made.photo(table.cell(2, 1).add_paragraph())
    made.figures.append(Expected(1, ""))
    made.text()


UNCAPTIONED: dict[str, Callable[[Manuscript], None]] = {
    f"No caption: {(layout.__doc__ or '').rstrip('.').lower()}": layout
    for layout in (
        long_paragraph, short_sentence, sentence_as_texts_begin, quotation, short_paragraphs,
        questions, all_short, standfirst, above_a_heading, above_a_list, signed,
        source_with_a_stop, others_are_numbered, sentence_about_a_number, heading, verse,
        list_of_items, source_line, long_italics, italic_standfirst, announcing, centred_text,
        floats_beside_a_sentence, in_a_table_of_words,
    )
}  # fmt: skip
"""All of them by what they are."""
