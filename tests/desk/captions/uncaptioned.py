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
    """A short sentence of the text follows."""
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
        long_paragraph, short_sentence, sentence_about_a_number, heading, verse, list_of_items,
        source_line, long_italics, italic_standfirst, announcing, centred_text,
        floats_beside_a_sentence, in_a_table_of_words,
    )
}  # fmt: skip
"""All of them by what they are."""
