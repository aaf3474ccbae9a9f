"""A Word file in the making, whose photos and captions are known."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Cm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.desk.word_files import NAMESPACES, picture

_PLACES = ("Bắc Hà", "Sa Pa", "Mường Khương", "Si Ma Cai", "Bát Xát", "Văn Bàn", "Bảo Yên")
_DOING = (
    "bà con dựng cây nêu", "các cháu nhận áo ấm", "tổ công tác dọn đường", "chị em chọn vải",
    "đoàn viên trồng rừng", "cụ già viết chữ", "đội bóng nhận cúp", "thanh niên giã bánh",
)  # fmt: skip
_LONG = (
    "Trời rét nhưng ai cũng vui. Người đi chợ gùi trên lưng ngô, mận và những tấm vải vừa dệt, "
    "đi từ tờ mờ sáng để kịp phiên cuối cùng của năm. Theo ban quản lý, lượng hàng tăng gần một "
    "nửa so với năm trước, giá không đổi; bãi xe mở thêm hai khu và có người hướng dẫn ở từng cổng."
)


@cache
def _template() -> bytes:
    """Return an empty file with no styles but those that are used: it is written hundreds of
    times."""
    word = docx.Document()
    styles = word.styles.element
    for style in list(word.styles):
        if style.name not in ("Normal", "Title", "Caption", "List Bullet"):
            styles.remove(style.element)
    styles.remove(styles[1])  # 200 names of styles that are not there
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


@dataclass
class Expected:
    """A figure that the article should have: how many photos, and its caption (``""``: none)."""

    photos: int
    caption: str


@dataclass
class Manuscript:
    """The file, what its figures should be, and the paragraphs that should be in the body."""

    chance: random.Random
    word: Document = field(default_factory=lambda: docx.Document(io.BytesIO(_template())))
    figures: list[Expected] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    pictures: int = 0

    def core(self) -> str:
        """Return a sentence that stands nowhere else in the file."""
        number = len(self.figures) + len(self.body) + self.chance.randrange(100, 900)
        return f"Ở {self.chance.choice(_PLACES)}, {self.chance.choice(_DOING)} lần thứ {number}"

    def text(self, core: str = "", *, short: bool = False) -> None:
        """Write a paragraph of the body."""
        core = core or self.core()
        self.body.append(core)
        paragraph = self.word.add_paragraph(f"{core}." if short else f"{core}. {_LONG}")
        if self._is_justified:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Cm(1)

    @property
    def _is_justified(self) -> bool:
        return str(self.word.core_properties.comments) == "justified"

    def photo(self, paragraph: Paragraph, width: float = 6) -> None:
        """Put a photo into the lines of a paragraph."""
        paragraph.add_run().add_picture(io.BytesIO(self.image()), width=Cm(width))

    def image(self) -> bytes:
        """Return a picture that no other photo of the file is."""
        self.pictures += 1
        return picture((60, 40), f"rgb({self.pictures * 20},90,60)")

    def relation(self) -> str:
        """Return the name of the relation of a new picture."""
        return str(self.word.part.get_or_add_image(io.BytesIO(self.image()))[0])

    def save(self, path: Path) -> Path:
        """Write the file."""
        self.word.save(str(path))
        return path


Write = Callable[[Manuscript, "Document | _Cell", str], None]
"""Writes a caption as a paragraph into the document, or a cell."""


def begun(seed: str) -> Manuscript:
    """Return a file with a headline and a first paragraph, a little other for each seed."""
    chance = random.Random(seed)
    made = Manuscript(chance)
    made.word.core_properties.comments = chance.choice(("", "justified"))
    made.word.add_heading(f"Chợ phiên cuối năm ở {chance.choice(_PLACES)}", 0)
    made.text()
    return made


def drawn(paragraph: Paragraph, content: str, fallback: str) -> None:
    """Put a shape into a paragraph, floating, in both of its forms."""
    paragraph._p.append(
        parse_xml(
            f"<w:r {NAMESPACES}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
            f"{_ANCHOR}<a:graphic><a:graphicData uri='{_KIND}'>{content}</a:graphicData>"
            f"</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>{fallback}"
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def floating(paragraph: Paragraph, relation: str) -> None:
    """Put a photo beside a paragraph."""
    paragraph._p.append(
        parse_xml(
            f"<w:r {NAMESPACES}><w:drawing>{_ANCHOR}<a:graphic>"
            "<a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/picture'>"
            f"{blip(relation)}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
        )
    )


def blip(relation: str) -> str:
    """Return a photo as it stands in a drawing."""
    return (
        "<pic:pic><pic:nvPicPr><pic:cNvPr id='1' name='a.jpg'/><pic:cNvPicPr/></pic:nvPicPr>"
        f"<pic:blipFill><a:blip r:embed='{relation}'/><a:stretch><a:fillRect/></a:stretch>"
        f"</pic:blipFill><pic:spPr>{_FRAME}</pic:spPr></pic:pic>"
    )


def text_box(paragraph: str) -> tuple[str, str]:
    """Return a text box with a paragraph of XML, and its old form."""
    content = f"<w:txbxContent>{paragraph}</w:txbxContent>"
    return (
        f"<wps:wsp><wps:cNvSpPr txBox='1'/><wps:spPr>{_FRAME}</wps:spPr><wps:txbx>{content}"
        "</wps:txbx><wps:bodyPr/></wps:wsp>",
        f"<v:shape style='width:90pt;height:30pt' type='#t'><v:textbox>{content}</v:textbox>"
        "</v:shape>",
    )


_KIND = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_FRAME = (
    "<a:xfrm><a:off x='0' y='0'/><a:ext cx='2160000' cy='1440000'/></a:xfrm>"
    "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom>"
)
_ANCHOR = (
    "<wp:anchor distT='0' distB='0' distL='0' distR='0' simplePos='0' relativeHeight='2' "
    "behindDoc='0' locked='0' layoutInCell='1' allowOverlap='1'><wp:simplePos x='0' y='0'/>"
    "<wp:positionH relativeFrom='column'><wp:posOffset>0</wp:posOffset></wp:positionH>"
    "<wp:positionV relativeFrom='paragraph'><wp:posOffset>0</wp:posOffset></wp:positionV>"
    "<wp:extent cx='2160000' cy='1440000'/><wp:wrapTopAndBottom/><wp:docPr id='7' name='S'/>"
)
