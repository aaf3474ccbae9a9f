"""How photos and their captions stand together in a Word file."""

from __future__ import annotations

from collections.abc import Callable

from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml

from tests.desk.captions.kinds import Kind
from tests.desk.captions.manuscript import (
    Expected,
    Manuscript,
    blip,
    drawn,
    floating,
    text_box,
)
from tests.desk.word_files import NAMESPACES

Layout = Callable[[Manuscript, Kind], None]
"""Writes photos with captions of a kind, and says what figures that should be."""


def below(made: Manuscript, kind: Kind) -> None:
    """A photo, and below it the caption; twice, with text between."""
    for _ in range(2):
        core = made.core()
        made.photo(made.word.add_paragraph())
        kind.write(made, made.word, core)
        made.figures.append(Expected(1, core))
        made.text()


def six_photos(made: Manuscript, kind: Kind) -> None:
    """Six photos, each with its caption below, between the paragraphs of a report."""
    for core in (
        "Quang cảnh hội nghị",
        "Các đại biểu dự hội nghị",
        "Bà Vàng Thị Mai giới thiệu vải lanh của hợp tác xã",
        "Hiện trường vụ sạt lở đất",
        "Đồng chí Bí thư Huyện ủy và các đại biểu cắt băng khánh thành nhà văn hóa thôn",
        "Ông Giàng A Páo nhận giấy khen",
    ):
        made.text()
        made.photo(made.word.add_paragraph())
        kind.write(made, made.word, core)
        made.figures.append(Expected(1, core))
    made.word.add_paragraph("Nguồn: Báo Lào Cai điện tử")


def shared_between(made: Manuscript, kind: Kind) -> None:
    """Twice two photos, each two with one caption, and no text between."""
    for _ in range(2):
        core = made.core()
        for _ in range(2):
            made.photo(made.word.add_paragraph())
        kind.write(made, made.word, core)
        made.figures.append(Expected(2, core))
    made.text()


def above(made: Manuscript, kind: Kind) -> None:
    """A caption above its photo; twice, with text between."""
    for _ in range(2):
        core = made.core()
        kind.write(made, made.word, core)
        made.photo(made.word.add_paragraph())
        made.figures.append(Expected(1, core))
        made.text()


def one_after_the_other(made: Manuscript, kind: Kind) -> None:
    """Three photos, each with its caption below, and no text between."""
    for _ in range(3):
        core = made.core()
        made.photo(made.word.add_paragraph())
        kind.write(made, made.word, core)
        made.figures.append(Expected(1, core))
    made.text()


def in_its_paragraph(made: Manuscript, kind: Kind) -> None:
    """A photo, a line break and the caption in one paragraph."""
    core = made.core()
    paragraph = kind.write(made, made.word, "")
    for run in paragraph.runs:
        run._r.getparent().remove(run._r)
    made.photo(paragraph)
    paragraph.runs[-1].add_break(WD_BREAK.LINE)
    kind.fill(made, paragraph, core)
    made.figures.append(Expected(1, core))
    made.text()


def shared(made: Manuscript, kind: Kind) -> None:
    """Two photos, one paragraph each, and one caption."""
    core = made.core()
    made.photo(made.word.add_paragraph())
    made.photo(made.word.add_paragraph())
    kind.write(made, made.word, core)
    made.figures.append(Expected(2, core))
    made.text()


def shared_row(made: Manuscript, kind: Kind) -> None:
    """Three photos in one paragraph, and one caption."""
    core = made.core()
    paragraph = made.word.add_paragraph()
    for _ in range(3):
        made.photo(paragraph, 4)
        paragraph.add_run(" ")
    kind.write(made, made.word, core)
    made.figures.append(Expected(3, core))
    made.text()


def behind_a_blank(made: Manuscript, kind: Kind) -> None:
    """A photo, an empty paragraph, the caption."""
    core = made.core()
    made.photo(made.word.add_paragraph())
    made.word.add_paragraph()
    kind.write(made, made.word, core)
    made.figures.append(Expected(1, core))
    made.text()


def at_the_end(made: Manuscript, kind: Kind) -> None:
    """A photo and its caption are the last of the file."""
    core = made.core()
    made.text()
    made.photo(made.word.add_paragraph())
    kind.write(made, made.word, core)
    made.figures.append(Expected(1, core))


def before_the_source(made: Manuscript, kind: Kind) -> None:
    """A photo and its caption stand above the source line."""
    at_the_end(made, kind)
    made.word.add_paragraph("Nguồn: Báo Lào Cai điện tử")


def first(made: Manuscript, kind: Kind) -> None:
    """A photo and its caption stand right below the headline."""
    core = made.core()
    paragraph = made.word.add_paragraph()
    made.photo(paragraph)
    caption = kind.write(made, made.word, core)
    headline = made.word.paragraphs[0]._p
    headline.addnext(caption._p)
    headline.addnext(paragraph._p)
    made.figures.append(Expected(1, core))
    made.text()


def _table(made: Manuscript, kind: Kind, *, rows: int, cols: int, caption: tuple[int, int]) -> None:
    core = made.core()
    table = made.word.add_table(rows=rows, cols=cols)
    made.photo(table.cell(0, 0).paragraphs[0])
    kind.write(made, table.cell(*caption), core)
    made.figures.append(Expected(1, core))
    made.text()


def table_of_two_rows(made: Manuscript, kind: Kind) -> None:
    """A table: the photo, and in the row below the caption."""
    _table(made, kind, rows=2, cols=1, caption=(1, 0))


def table_of_one_cell(made: Manuscript, kind: Kind) -> None:
    """A table of one cell with the photo and its caption."""
    _table(made, kind, rows=1, cols=1, caption=(0, 0))


def gallery_of_rows(made: Manuscript, kind: Kind) -> None:
    """A table: two photos, and below each its caption; twice."""
    table = made.word.add_table(rows=4, cols=2)
    for row in (0, 2):
        for column in (0, 1):
            core = made.core()
            made.photo(table.cell(row, column).paragraphs[0])
            kind.write(made, table.cell(row + 1, column), core)
            made.figures.append(Expected(1, core))
    made.text()


def gallery_of_cells(made: Manuscript, kind: Kind) -> None:
    """A table of two cells, each with a photo and its caption."""
    table = made.word.add_table(rows=1, cols=2)
    for column in (0, 1):
        core = made.core()
        made.photo(table.cell(0, column).paragraphs[0])
        kind.write(made, table.cell(0, column), core)
        made.figures.append(Expected(1, core))
    made.text()


def gallery_with_one_caption(made: Manuscript, kind: Kind) -> None:
    """A table: two photos, and one caption in a cell below both."""
    core = made.core()
    table = made.word.add_table(rows=2, cols=2)
    for column in (0, 1):
        made.photo(table.cell(0, column).paragraphs[0])
    kind.write(made, table.cell(1, 0).merge(table.cell(1, 1)), core)
    made.figures.append(Expected(2, core))
    made.text()


def gallery_and_a_caption_below(made: Manuscript, kind: Kind) -> None:
    """A table of two photos, and one caption below the table."""
    core = made.core()
    table = made.word.add_table(rows=1, cols=2)
    for column in (0, 1):
        made.photo(table.cell(0, column).paragraphs[0])
    kind.write(made, made.word, core)
    made.figures.append(Expected(2, core))
    made.text()


def beside(made: Manuscript, kind: Kind) -> None:
    """A table: the photo, and beside it the caption."""
    _table(made, kind, rows=1, cols=2, caption=(0, 1))


def grouped(made: Manuscript, kind: Kind) -> None:
    """Two photos in a group, and below it their caption."""
    core = made.core()
    blips = "".join(blip(made.relation()) for _ in range(2))
    group = f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr/>{blips}</wpg:wgp>"
    drawn(made.word.add_paragraph(), group, "")
    kind.write(made, made.word, core)
    made.figures.append(Expected(2, core))
    made.text()


def grouped_with_its_box(made: Manuscript, kind: Kind) -> None:
    """A photo and a text box with its caption in a group."""
    core = made.core()
    box, _ = text_box(_xml(made, kind, core))
    group = f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr/>{blip(made.relation())}{box}</wpg:wgp>"
    drawn(made.word.add_paragraph(), group, "")
    made.figures.append(Expected(1, core))
    made.text()


def box_in_its_paragraph(made: Manuscript, kind: Kind) -> None:
    """A photo that floats, and on the same paragraph a text box with its caption."""
    core = made.core()
    made.text()
    paragraph = made.word.paragraphs[-1]
    floating(paragraph, made.relation())
    drawn(paragraph, *text_box(_xml(made, kind, core)))
    made.figures.append(Expected(1, core))
    made.text()


def box_below(made: Manuscript, kind: Kind) -> None:
    """A photo in the line, and in the next paragraph a text box with its caption."""
    core = made.core()
    made.photo(made.word.add_paragraph())
    drawn(made.word.add_paragraph(), *text_box(_xml(made, kind, core)))
    made.figures.append(Expected(1, core))
    made.text()


def floats_alone(made: Manuscript, kind: Kind) -> None:
    """A photo that floats on an empty paragraph, and below it the caption."""
    core = made.core()
    floating(made.word.add_paragraph(), made.relation())
    kind.write(made, made.word, core)
    made.figures.append(Expected(1, core))
    made.text()


def floats_on_its_caption(made: Manuscript, kind: Kind) -> None:
    """A photo that floats on the paragraph of its caption."""
    core = made.core()
    floating(kind.write(made, made.word, core), made.relation())
    made.figures.append(Expected(1, core))
    made.text()


def floats_on_the_text_above(made: Manuscript, kind: Kind) -> None:
    """A photo that floats on a paragraph of the text, which its caption follows."""
    core = made.core()
    made.text()
    floating(made.word.paragraphs[-1], made.relation())
    kind.write(made, made.word, core)
    made.figures.append(Expected(1, core))
    made.text()


def in_a_content_control(made: Manuscript, kind: Kind) -> None:
    """A photo in a content control, and below it the caption."""
    core = made.core()
    paragraph = made.word.add_paragraph()
    made.photo(paragraph)
    control = parse_xml(f"<w:sdt {NAMESPACES}><w:sdtPr/><w:sdtContent/></w:sdt>")
    paragraph._p.addprevious(control)
    control[1].append(paragraph._p)
    kind.write(made, made.word, core)
    made.figures.append(Expected(1, core))
    made.text()


def _xml(made: Manuscript, kind: Kind, core: str) -> str:
    """Return a caption as XML."""
    paragraph = kind.write(made, made.word, core)._p
    paragraph.getparent().remove(paragraph)
    return str(paragraph.xml)


LAYOUTS: dict[str, Layout] = {
    (layout.__doc__ or "").rstrip("."): layout
    for layout in (
        below, six_photos, above, one_after_the_other, in_its_paragraph, shared, shared_between,
        shared_row, behind_a_blank, at_the_end, before_the_source, first, table_of_two_rows,
        table_of_one_cell,
        gallery_of_rows, gallery_of_cells, gallery_with_one_caption, gallery_and_a_caption_below,
        beside, grouped, grouped_with_its_box, box_in_its_paragraph, box_below, floats_alone,
        floats_on_its_caption, floats_on_the_text_above, in_a_content_control,
    )
}  # fmt: skip
"""All of them by what they are."""
