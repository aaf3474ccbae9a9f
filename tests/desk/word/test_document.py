from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pytest

from tests.desk.word_files import (
    STYLES,
    TITLE,
    blip,
    box,
    drawing,
    imported,
    p,
    photo,
    r,
    table,
    word_file,
)

HIDING = """
<w:style w:type="character" w:styleId="An"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="An2"><w:name w:val="An2"/><w:basedOn w:val="An"/></w:style>
<w:style w:type="paragraph" w:styleId="DoanAn"><w:name w:val="DoanAn"/>
<w:rPr><w:vanish/></w:rPr></w:style>
"""


def note(number: int, content: str) -> str:
    return f'<w:footnote w:id="{number}">{content}</w:footnote>'


def mark(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def field(instruction: str, result: str) -> str:
    pieces = "".join(
        f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in instruction.split("|")
    )
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}{pieces}{separate}{result}{end}"


def wide(content: str, columns: int) -> str:
    return f'<w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{content}'


MERGED = table([wide(p(r("Giá") + mark(1)), 2)], [p("A"), p("B")])
IN_HTML = (
    '<table>\n<tr>\n<td colspan="2">Giá<sup>(1)</sup></td>\n</tr>\n<tr>\n<td>A</td>\n<td>B</td>\n'
    "</tr>\n</table>\n\n(1) Lời chú một.\n"
)
ONE, TWO = note(1, p("Lời chú một.")), note(2, p("Lời chú hai."))
OF_PAGES = field(" PAGE ", r("22")) + r("/") + field(" NUMPAGES ", r("30"))


class Case(NamedTuple):
    """A body with other parts, the article's body, and what is told."""

    body: str
    written: str
    told: str = ""
    parts: Mapping[str, str] = MappingProxyType({})


CASES = {
    "hidden by a style of letters": Case(
        p(r("Thấy. ") + r("Mật.", '<w:rStyle w:val="An2"/>')), "Thấy.\n", "WORD11: chữ ẩn: Mật."
    ),
    "hidden by a style of paragraphs": Case(
        p("Thấy.") + p("Mật.", '<w:pStyle w:val="DoanAn"/>'), "Thấy.\n", "WORD11: chữ ẩn: Mật."
    ),
    "shown in a style that hides": Case(
        p(r("Thấy.", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="DoanAn"/>'), "Thấy.\n"
    ),
    "a hidden picture": Case(
        p("Thấy.") + p(drawing(blip("rIdA")), '<w:pStyle w:val="DoanAn"/>'),
        "Thấy.\n",
        "WORD11: chữ ẩn: 1 ảnh",
    ),
    "what was moved, and where to": Case(
        p(f"<w:moveFrom>{r('Họp chợ.')}</w:moveFrom>") + p(f"<w:moveTo>{r('Họp chợ.')}</w:moveTo>"),
        "Họp chợ.\n",
    ),
    "what was moved, and nowhere": Case(
        p("Thấy.") + p(f"<w:moveFrom>{r('Mất.')}</w:moveFrom>"),
        "Thấy.\n",
        "WORD11: chữ đã bị xóa (Track Changes): Mất.",
    ),
    "white letters": Case(p(r("Trắng.", '<w:color w:val="FFFFFF"/>')), "Trắng.\n"),
    "a note in a table of merged cells": Case(
        p("Họp chợ.") + MERGED, f"Họp chợ.\n\n{IN_HTML}", parts={"footnotes": ONE}
    ),
    "notes there and in the text": Case(
        p(r("Họp") + mark(2)) + MERGED,
        f"Họp[^1]\n\n{IN_HTML}\n[^1]: Lời chú hai.\n",
        parts={"footnotes": ONE + TWO},
    ),
    "a note of both": Case(
        p(r("Họp") + mark(1)) + MERGED,
        f"Họp[^1]\n\n{IN_HTML}\n[^1]: Lời chú một.\n",
        parts={"footnotes": ONE},
    ),
    "a note that is a table": Case(
        p(r("Họp chợ.") + mark(1)),
        "Họp chợ.[^1]\n\n[^1]: Mận<br>25\n",
        parts={"footnotes": note(1, table([p("Mận"), p("25")]))},
    ),
    "a note without a mark": Case(
        p("Họp chợ."),
        "Họp chợ.\n",
        "WORD08: chữ không có trong bài: lời chú một (trong đoạn “Lời chú một.”)",
        {"footnotes": ONE},
    ),
    "a comment": Case(
        p("Họp chợ."),
        "Họp chợ.\n",
        "WORD11: ghi chú (comment): Xem lại câu này.",
        {"comments": f'<w:comment w:id="1">{p("Xem lại câu này.")}</w:comment>'},
    ),
    "a header's text box and picture": Case(
        p("Họp chợ."),
        "Họp chợ.\n",
        "WORD11: đầu trang: Bản tin nội bộ 1 ảnh",
        {"header1": p(box(p("Bản tin nội bộ"))) + p(photo())},
    ),
    "the same footer twice, and page numbers": Case(
        p("Họp chợ."),
        "Họp chợ.\n",
        "WORD11: chân trang: Điện thoại: 0214 3840 123",
        {
            "footer1": p("Điện thoại: 0214 3840 123") + p(OF_PAGES),
            "footer2": p("Điện thoại: 0214 3840 123"),
            "footer3": p(OF_PAGES),
        },
    ),
    "a footer that is a number": Case(
        p("Họp chợ."), "Họp chợ.\n", "WORD11: chân trang: 0214", {"footer1": p("0214")}
    ),
    "a link with a tip": Case(
        p(r("Đi ") + field(' HYPERLINK "https://laocai.gov.vn/" \\o "Trang chủ" ', r("chợ"))),
        "Đi [chợ](https://laocai.gov.vn/)\n",
    ),
    "a link in pieces": Case(
        p(r("Đi ") + field(' HYPER|LINK "https://laocai|.gov.vn/"', r("chợ"))),
        "Đi [chợ](https://laocai.gov.vn/)\n",
    ),
    "a link to a place in the file": Case(
        p(r("Xem ") + field(' HYPERLINK \\l "_Toc1" ', r("Mục 1"))), "Xem Mục 1\n"
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_a_file_holds_is_in_the_article_or_told(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    file = word_file(tmp_path / "bai.docx", TITLE + case.body, case.parts, styles=STYLES + HIDING)
    article = imported(file)
    assert article.body == case.written
    assert article.told == ([case.told] if case.told else [])
    assert {each.check.subject for each in article.imported.problems} == {"WORD"}
