from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk.manuscript import Picture
from plugins.desk.word.document import read_word
from tests.desk.word_files import TITLE, blip, drawing, imported, p, word_file


def framed(frame: str) -> str:
    return drawing(blip("rIdA").replace("</pic:pic>", f"<pic:spPr>{frame}</pic:spPr></pic:pic>"))


def old(style: str, cut: str = "") -> str:
    """Return a picture as older programs write it."""
    shape = f'<v:shape style="width:80pt;height:40pt;{style}"><v:imagedata r:id="rIdA" {cut}/>'
    return f"<w:r><w:pict>{shape}</v:shape></w:pict></w:r>"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (framed('<a:xfrm rot="5400000"/>'), Picture("", turns=1)),
        (framed('<a:xfrm flipH="1"/>'), Picture("", is_mirrored=True)),
        (framed('<a:xfrm flipV="1" rot="5400000"/>'), Picture("", turns=3, is_mirrored=True)),
        (framed('<a:xfrm flipH="1" flipV="true"/>'), Picture("", turns=2)),
        (old("rotation:90"), Picture("", turns=1)),
        (old("rotation: -90 ;flip:x"), Picture("", turns=3, is_mirrored=True)),
        (old("flip:x y"), Picture("", turns=2)),
        (old("", 'cropleft="32768f" cropbottom=".25"'), Picture("", crop=(0.5, 0, 0, 0.25))),
        (old("", 'cropleft="1" cropright="x"'), Picture("")),
    ],
)
def test_a_picture_is_cut_mirrored_and_turned_as_word_shows_it(
    content: str, said: Picture, tmp_path: Path
) -> None:
    (picture,) = read_word(word_file(tmp_path / "bai.docx", TITLE + p(content))).pictures
    assert (picture.crop, picture.turns, picture.is_mirrored) == said[3:]


def test_a_picture_that_fills_a_shape_is_taken(tmp_path: Path) -> None:
    filled = '<v:rect style="width:9pt"><v:fill r:id="rIdA" type="frame"/></v:rect>'
    article = imported(
        word_file(tmp_path / "bai.docx", TITLE + p(f"<w:r><w:pict>{filled}</w:pict></w:r>"))
    )
    assert "cho-phien-cuoi-nam-1.jpg" in article.body


def test_words_in_a_drawing_are_told(tmp_path: Path) -> None:
    shape = "<a:sp><a:txBody><a:p><a:r><a:t>Chữ trong hình</a:t></a:r></a:p></a:txBody></a:sp>"
    article = imported(word_file(tmp_path / "bai.docx", TITLE + p("Thân bài.") + p(drawing(shape))))
    assert article.told == ["WORD10: chữ trong hình vẽ: “Chữ trong hình”"]


def test_a_drawing_in_lines_alone_is_taken(tmp_path: Path) -> None:
    svg = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
    lines = f'<a:extLst><a:ext><s:svgBlip xmlns:s="{svg}" r:embed="rIdA"/></a:ext></a:extLst>'
    body = p("Thân bài.") + p(drawing(f"<pic:pic><a:blip>{lines}</a:blip></pic:pic>"))
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body))
    assert article.body == "Thân bài.\n\ncho-phien-cuoi-nam-1.jpg\n"
