"""Word files made for a test: parts of XML, put together, and what the desk makes of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from plugins.desk.files.enclosed import with_photos
from plugins.desk.files.kinds import read_file
from plugins.desk.files.submission import Submission, submission_of
from plugins.desk.importing import Imported, import_file
from tests.fuzz.text.room import project

NAMESPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    }.items()
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TITLE = '<w:p><w:pPr><w:pStyle w:val="Tit"/></w:pPr><w:r><w:t>Chợ phiên cuối năm</w:t></w:r></w:p>'
"""A headline, so that what follows is body."""

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Tit"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Chu"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Trich"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Sapo"><w:name w:val="Sapo"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Cu"><w:name w:val="Cu"/>
<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>
"""


def picture(size: tuple[int, int] = (40, 30), colour: str = "teal", kind: str = "JPEG") -> bytes:
    """Return a small picture."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


PICTURES = {
    "media/a.jpg": picture(),
    "media/b.jpg": picture(colour="maroon"),
    "media/c.png": picture(kind="PNG"),
}
"""What ``rIdA``, ``rIdB`` and ``rIdC`` name in every file."""


def p(content: str, properties: str = "") -> str:
    """Return a paragraph; a content that is no XML is a run of text."""
    inner = content if content.startswith("<") else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, look: str = "") -> str:
    """Return a run of text, which looks so."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def blip(name: str, more: str = "") -> str:
    """Return a picture as it stands in a drawing."""
    return f'<pic:pic><pic:blipFill><a:blip r:embed="{name}"/>{more}</pic:blipFill></pic:pic>'


def drawing(content: str, alt: str = "", place: str = "inline") -> str:
    """Return a run with a drawing: ``inline`` in the line, or an ``anchor`` that floats."""
    return (
        f'<w:r><w:drawing><wp:{place}><wp:docPr id="1" name="Picture 1" descr="{alt}"/><a:graphic>'
        f"<a:graphicData>{content}</a:graphicData></a:graphic></wp:{place}></w:drawing></w:r>"
    )


def photo(name: str = "rIdA") -> str:
    """Return a run with a picture in the line."""
    return drawing(blip(name))


def box(content: str) -> str:
    """Return a run with a text box in both of its forms."""
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic>"
        f"<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        f"</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict>"
        f"</mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows: Sequence[str]) -> str:
    """Return a table of cells that hold paragraphs."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def word_file(
    path: Path,
    body: str,
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    media: Mapping[str, bytes] | None = None,
    styles: str = STYLES,
) -> Path:
    """Write a Word file. ``parts`` are the contents of others by their names (``numbering``,
    ``footnotes``, ``header1``), ``links`` addresses outside by the names of their relations."""
    relations = [_relation("rIdS", "styles", "styles.xml")]
    names = zip(("rIdA", "rIdB", "rIdC"), PICTURES, strict=True)
    relations += [_relation(name, "image", target) for name, target in names]
    for name in parts or {}:
        relations.append(_relation(f"rId-{name}", name.rstrip("0123456789"), f"{name}.xml"))
    for name, target in (links or {}).items():
        kind = "image" if name.startswith("rIdLinked") else "hyperlink"
        relations.append(_relation(name, kind, target, ' TargetMode="External"'))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        main = _relation("rId1", "officeDocument", "word/document.xml")
        file.writestr("_rels/.rels", f'<Relationships xmlns="{_RELATIONS}">{main}</Relationships>')
        file.writestr("word/document.xml", _root("document", f"<w:body>{body}</w:body>"))
        file.writestr("word/styles.xml", _root("styles", styles))
        inner = "".join(relations)
        file.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>',
        )
        for name, content in (parts or {}).items():
            tag = {"header": "hdr", "footer": "ftr"}.get(name.rstrip("0123456789"), name)
            file.writestr(f"word/{name}.xml", _root(tag, content))
        for name, data in {**PICTURES, **(media or {})}.items():
            file.writestr(f"word/{name}", data)
    return path


def _relation(name: str, kind: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="{name}" Type="{_KINDS}/{kind}" Target="{target}"{mode}/>'


def _root(tag: str, content: str) -> str:
    return f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>"


class Article(NamedTuple):
    """What came of a file: the article's body and its whole text, its folder, and what was said."""

    body: str
    text: str
    folder: Path
    imported: Imported

    @property
    def told(self) -> list[str]:
        """What an editor was told of the file, without gaps in the head."""
        return [
            f"{problem.check.code}: {problem.message}"
            for problem in self.imported.problems
            if problem.check.subject == "WORD" and problem.check.code != "WORD12"
        ]


def imported(file: Path, submission: Submission | None = None) -> Article:
    """Import a file into a content folder beside it."""
    content = file.parent / "content"
    folder = content / "articles" / "bai"
    folder.mkdir(parents=True)
    manuscript = with_photos(read_file(file), submission or submission_of(file))
    result = import_file(manuscript, folder, project(content))
    text = (folder / "index.md").read_text(encoding="utf-8")
    return Article(text.partition("\n\n")[2], text, folder, result)
