"""How a caption is told: by its style, a number, its look, a credit, or by nothing."""

from __future__ import annotations

from typing import NamedTuple

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.desk.captions.manuscript import Manuscript


class Kind(NamedTuple):
    """A way to tell a caption; ``{}`` of its text is the caption's own words, ``{n}`` a number."""

    text: str = "{}."
    style: str = ""
    italic: bool = False
    centred: bool = False
    bold: bool = False

    def said(self, core: str, number: int) -> str:
        """Return the caption's text."""
        return self.text.format(core, n=number)

    def write(self, made: Manuscript, place: Document | _Cell, core: str) -> Paragraph:
        """Write a caption below what is in a place."""
        paragraph = place.add_paragraph()
        self.fill(made, paragraph, core)
        if self.style:
            paragraph.style = made.word.styles[self.style]
        if self.centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def fill(self, made: Manuscript, paragraph: Paragraph, core: str) -> None:
        """Add the caption's text to a paragraph."""
        run = paragraph.add_run(self.said(core, len(made.figures) + 1))
        run.italic, run.bold = self.italic or None, self.bold or None


KINDS = {
    "Word's style": Kind(style="Caption"),
    "a number": Kind("Hình {n}: {}."),
    "italic": Kind(italic=True),
    "in the middle": Kind(centred=True),
    "a credit": Kind("{}. Ảnh: Ngọc Bằng"),
    "nothing": Kind(),
    "nothing, without a full stop": Kind("{}"),
}
"""What tells a caption, one thing at a time."""

COMBINED = {
    "the style and a number": Kind("Hình {n}. {}", style="Caption"),
    "a photo's number": Kind("Ảnh {n} - {}"),
    "a number, italic": Kind("Ảnh {n}. {}.", italic=True, centred=True),
    "italic, in the middle": Kind("{}", italic=True, centred=True),
    "a credit in brackets, italic": Kind("{} (Ảnh: TTXVN)", italic=True),
    "the style and a credit": Kind("{}. Ảnh: V.SƠN", style="Caption", centred=True),
}
"""What newsrooms do, several things at once."""
