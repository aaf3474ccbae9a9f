from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.word_files import (
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

DELETED = '<w:del w:id="1"><w:r><w:delText>năm cũ</w:delText></w:r></w:del>'
INSERTED = f'<w:ins w:id="2">{r("năm mới")}</w:ins>'
VML = (
    '<w:r><w:pict><v:shape alt="Sơ đồ chợ"><v:imagedata r:id="rIdA" o:title=""/></v:shape>'
    "</w:pict></w:r>"
)
OLD_AND_NEW = (
    f"<w:r><mc:AlternateContent><mc:Choice Requires='w14'>{r('Chữ mới.')}</mc:Choice>"
    f"<mc:Fallback>{r('Chữ')}</mc:Fallback></mc:AlternateContent></w:r>"
)
PAIRS = "".join(
    f"{blip(name)}<wps:wsp><wps:txbx><w:txbxContent>{p(said)}</w:txbxContent></wps:txbx></wps:wsp>"
    for name, said in (("rIdA", "Sáng."), ("rIdB", "Chiều."))
)
FLOATS = [drawing(blip(name), place="anchor") for name in ("rIdA", "rIdB")]
GROUP = drawing(f"<wpg:wgp>{blip('rIdA')}<wpg:grpSp>{blip('rIdB')}</wpg:grpSp></wpg:wgp>")
COMPLEX = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText> HYPERLINK "https://laocai.gov.vn/cho" </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("chợ phiên")}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
RUBY = (
    "<w:r><w:ruby><w:rt><w:r><w:t>Bắc Hà</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>北河</w:t></w:r>"
    "</w:rubyBase></w:ruby></w:r>"
)

CASES = {
    "plain paragraphs": (p("Chợ đông.") + p("Trời rét."), "Chợ đông.\n\nTrời rét.\n"),
    "empty paragraphs": (p("Chợ đông.") + p("") + p("<w:r/>"), "Chợ đông.\n"),
    "runs that divide a word": (p(r("Hội ngh") + r("ị họp.")), "Hội nghị họp.\n"),
    "bold and italic": (
        p(r("Chị ") + r("Mai", "<w:b/>") + r(" nói ") + r("nhỏ", "<w:i/>") + r(".")),
        "Chị **Mai** nói *nhỏ*.\n",
    ),
    "bold that ends in a space": (
        p(r("Ông A: ", "<w:b/>") + r("Được mùa.")),
        "**Ông A:** Được mùa.\n",
    ),
    "bold letters of a word": (
        p(r("m", "<w:b/>") + r("ận tam hoa")),
        "<strong>m</strong>ận tam hoa\n",
    ),
    "raised and struck letters": (
        p(
            r("5 m")
            + r("2", '<w:vertAlign w:val="superscript"/>')
            + r(", giá ")
            + r("10", "<w:strike/>")
        ),
        "5 m<sup>2</sup>, giá <s>10</s>\n",
    ),
    "a heading": (
        p("Ngày hội", '<w:pStyle w:val="H2"/>') + p("Đông vui."),
        "## Ngày hội\n\nĐông vui.\n",
    ),
    "a heading with a raised letter": (
        p(r("Giao 500 m") + r("2", '<w:vertAlign w:val="superscript"/>'), '<w:pStyle w:val="H2"/>')
        + p("Đông vui."),
        "## Giao 500 m<sup>2</sup>\n\nĐông vui.\n",
    ),
    "a quotation": (p("Được mùa.", '<w:pStyle w:val="Trich"/>'), "> Được mùa.\n"),
    "capitals by the run's look": (p(r("lào cai", "<w:caps/>")), "LÀO CAI\n"),
    "letters that were typed with care and are shown in capitals": (
        p(r("được mùa ở ", "<w:caps/>") + r("Bắc Hà", "<w:b/><w:caps/>")),
        "được mùa ở **Bắc Hà**\n",
    ),
    "hyphens and spaces that are not seen": (
        p(
            "<w:r><w:t>COVID</w:t><w:noBreakHyphen/><w:t>19\u00a0ở\u200b Sa</w:t>"
            "<w:softHyphen/><w:t>Pa</w:t></w:r>"
        ),
        "COVID-19 ở SaPa\n",
    ),
    "a line break": (
        p("<w:r><w:t>Số nhà 5</w:t><w:br/><w:t>Bắc Hà</w:t></w:r>"),
        "Số nhà 5\\\nBắc Hà\n",
    ),
    "a tab": (p("<w:r><w:t>Mận</w:t><w:tab/><w:t>25</w:t></w:r>"), "Mận 25\n"),
    "a page break": (
        p('<w:r><w:t>Hết</w:t><w:br w:type="page"/><w:t>trang.</w:t></w:r>'),
        "Hết trang.\n",
    ),
    "insertions": (p(r("Chào ") + INSERTED), "Chào năm mới\n"),
    "what was moved": (
        p(f"<w:moveFrom>{r('Cũ')}</w:moveFrom><w:moveTo>{r('Ở đây.')}</w:moveTo>"),
        "Ở đây.\n",
    ),
    "a paragraph's mark that was deleted": (
        p(r("Hội "), '<w:rPr><w:del w:id="3"/></w:rPr>') + p("nghị họp."),
        "Hội nghị họp.\n",
    ),
    "a large first letter": (
        p(r("S"), '<w:framePr w:dropCap="drop"/>') + p("áng nay, chợ họp."),
        "Sáng nay, chợ họp.\n",
    ),
    "a content control": (
        f"<w:sdt><w:sdtContent>{p('Trong khung.')}</w:sdtContent></w:sdt>"
        + p(f"<w:sdt><w:sdtContent>{r('Trong dòng.')}</w:sdtContent></w:sdt>"),
        "Trong khung.\n\nTrong dòng.\n",
    ),
    "a simple field": (
        p(f"{r('Bảng ')}<w:fldSimple w:instr=' SEQ Bang '>{r('3')}</w:fldSimple>"),
        "Bảng 3\n",
    ),
    "a field that is a link": (
        p(r("Đi ") + COMPLEX),
        "Đi [chợ phiên](https://laocai.gov.vn/cho)\n",
    ),
    "forms of one content in a line": (p(OLD_AND_NEW), "Chữ mới.\n"),
    "a text box": (
        p(r("Thân bài.") + box(p("Trong khung chữ."))),
        "Thân bài.\n\nTrong khung chữ.\n",
    ),
    "a picture in the line": (p(photo()), "cho-phien-cuoi-nam-1.jpg\n"),
    "a picture with its description": (
        p(drawing(blip("rIdA"), "Người xuống chợ [sớm]")),
        "![Người xuống chợ \\[sớm\\]](cho-phien-cuoi-nam-1.jpg)\n",
    ),
    "a picture that floats beside a text": (
        p(r("Trời rét, chợ vẫn đông.") + drawing(blip("rIdA"), place="anchor")),
        "cho-phien-cuoi-nam-1.jpg\n\nTrời rét, chợ vẫn đông.\n",
    ),
    "a picture that floats, with its caption in a text box": (
        p(
            r("Trời rét, chợ vẫn đông.")
            + box(p("Hình 1: Chợ họp."))
            + drawing(blip("rIdA"), place="anchor")
        ),
        "cho-phien-cuoi-nam-1.jpg\nHình 1: Chợ họp.\n\nTrời rét, chợ vẫn đông.\n",
    ),
    "two that float, each with its caption in a text box": (
        p(FLOATS[0] + box(p("Sáng.")) + FLOATS[1] + box(p("Chiều.")) + r("Chợ đông.")),
        "cho-phien-cuoi-nam-1.jpg\nSáng.\n\ncho-phien-cuoi-nam-2.jpg\nChiều.\n\nChợ đông.\n",
    ),
    "two that float, each behind its caption in a text box": (
        p(box(p("Sáng.")) + FLOATS[0] + box(p("Chiều.")) + FLOATS[1] + r("Chợ đông.")),
        "cho-phien-cuoi-nam-1.jpg\nSáng.\n\ncho-phien-cuoi-nam-2.jpg\nChiều.\n\nChợ đông.\n",
    ),
    "two that float, before their captions in a text box each": (
        p(FLOATS[0] + FLOATS[1] + box(p("Sáng.")) + box(p("Chiều.")) + r("Chợ đông.")),
        "cho-phien-cuoi-nam-1.jpg\nSáng.\n\ncho-phien-cuoi-nam-2.jpg\nChiều.\n\nChợ đông.\n",
    ),
    "two that float, with one caption in a text box": (
        p(FLOATS[0] + FLOATS[1] + box(p("Sáng.")) + r("Chợ đông.")),
        "cho-phien-cuoi-nam-1.jpg\ncho-phien-cuoi-nam-2.jpg\nSáng.\n\nChợ đông.\n",
    ),
    "a group of pictures, each with its caption in a text box": (
        p(drawing(f"<wpg:wgp>{PAIRS}</wpg:wgp>")),
        "cho-phien-cuoi-nam-1.jpg\nSáng.\n\ncho-phien-cuoi-nam-2.jpg\nChiều.\n",
    ),
    "a group of pictures": (p(GROUP), "cho-phien-cuoi-nam-1.jpg\ncho-phien-cuoi-nam-2.jpg\n"),
    "a picture twice": (
        p(photo()) + p("Ở giữa.") + p(photo()),
        "cho-phien-cuoi-nam-1.jpg\n\nỞ giữa.\n\ncho-phien-cuoi-nam-1.jpg\n",
    ),
    "a picture as Word 2003 has it": (p(VML), "![Sơ đồ chợ](cho-phien-cuoi-nam-1.jpg)\n"),
    "a picture in a text box": (p(box(p(photo("rIdB")))), "cho-phien-cuoi-nam-1.jpg\n"),
    "a table": (
        table([p(r("Hàng", "<w:b/>")), p(r("Giá", "<w:b/>"))], [p("Mận | đào"), p("25")]),
        "| Hàng | Giá |\n| --- | --- |\n| Mận \\| đào | 25 |\n",
    ),
    "a table without a head": (
        table([p("Mận"), p("25")], [p("Đào"), p("30")]),
        "| Mận | 25 |\n| Đào | 30 |\n",
    ),
    "merged cells": (
        table(
            [f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("Giá <hôm nay>".replace("<", "&lt;"))}'],
            [p("Mận"), p("25")],
        ),
        '<table>\n<tr>\n<td colspan="2">Giá &lt;hôm nay&gt;</td>\n</tr>\n<tr>\n<td>Mận</td>\n'
        "<td>25</td>\n</tr>\n</table>\n",
    ),
    "cells merged downwards, and a table in a cell": (
        table(
            [f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("Chợ")}', p("Sáng")],
            [f"<w:tcPr><w:vMerge/></w:tcPr>{p('')}", table([p("Mận"), p("25")])],
        ),
        '<table>\n<tr>\n<td rowspan="2">Chợ</td>\n<td>Sáng</td>\n</tr>\n<tr>\n'
        "<td>Mận<br>25</td>\n</tr>\n</table>\n",
    ),
    "a frame round a text": (
        table([p("Trong khung.") + p("Hai đoạn.")]),
        "Trong khung.\n\nHai đoạn.\n",
    ),
    "a row that was deleted": (
        table([p("Mận"), p("25")])
        .replace("<w:tr>", "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>")
        .replace("</w:tbl>", f"<w:tr><w:tc>{p('Đào')}</w:tc><w:tc>{p('30')}</w:tc></w:tr></w:tbl>"),
        "| Đào | 30 |\n",
    ),
    "a word and how it is spoken": (p(RUBY), "北河 (Bắc Hà)\n"),
    "text that Markdown would take for its own": (
        p("Giá 5*3 và a_b, _mã_ `x`, [1](2), &lt;b&gt; &amp;amp; {.do} C:\\*")
        + p("# Không phải tít")
        + p("> 5% số hộ")
        + p("Số liệu.jpg")
        + p("-----"),
        "Giá 5\\*3 và a_b, \\_mã\\_ \\`x\\`, \\[1\\](2), &lt;b> &amp;amp; &#123;.do} C:\\\\\\*\n\n"
        "\\# Không phải tít\n\n\\> 5% số hộ\n\nSố liệu&#46;jpg\n\n\\-----\n",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_word_file_becomes_the_bulletins_markdown_and_nothing_is_lost(
    name: str, tmp_path: Path
) -> None:
    body, expected = CASES[name]
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body))
    assert article.body == expected
    # What was left out is told, and what may be a caption is asked.
    assert [told for told in article.told if not told.startswith(("WORD11", "WORD15"))] == []


def test_what_was_deleted_or_hidden_is_left_out_and_told(tmp_path: Path) -> None:
    body = p(r("Chào ") + DELETED + INSERTED + r("ẩn", "<w:vanish/>"))
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body))
    assert article.body == "Chào năm mới\n"
    assert article.told == [
        "WORD11: chữ ẩn: ẩn",
        "WORD11: chữ đã bị xóa (Track Changes): năm cũ",
    ]


def test_links_lead_where_they_led_and_others_are_text(tmp_path: Path) -> None:
    links = {"rIdL": "https://laocai.gov.vn/a(1)", "rIdJ": "javascript:alert(1)"}
    body = p(
        f'<w:hyperlink r:id="rIdL">{r("ngoài")}</w:hyperlink>{r(", ")}'
        f'<w:hyperlink w:anchor="muc">{r("trong")}</w:hyperlink>{r(", ")}'
        f'<w:hyperlink r:id="rIdJ">{r("lạ")}</w:hyperlink>'
    )
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body, links=links))
    assert article.body == "[ngoài](https://laocai.gov.vn/a%281%29), trong, lạ\n"
    assert article.told == []


def test_footnotes_and_endnotes_are_notes_of_the_article(tmp_path: Path) -> None:
    def note(kind: str) -> str:
        said = p(r("Theo ") + r("sách", "<w:i/>") + r(f" ở {kind}."))
        return (
            f'<w:{kind} w:id="0" w:type="separator"><w:p/></w:{kind}>'
            f'<w:{kind} w:id="2">{said}</w:{kind}>'
        )

    body = p(
        r("Chợ họp")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + r(" từ xưa")
        + '<w:r><w:endnoteReference w:id="2"/></w:r>'
        + r(".")
    )
    parts = {"footnotes": note("footnote"), "endnotes": note("endnote")}
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body, parts))
    assert article.body == (
        "Chợ họp[^1] từ xưa[^2].\n\n[^1]: Theo *sách* ở footnote.\n\n[^2]: Theo *sách* ở endnote.\n"
    )
    assert article.told == []


def test_headers_footers_and_comments_are_told(tmp_path: Path) -> None:
    parts = {
        "header1": p("SỞ VĂN HÓA"),
        "footer1": p("Trang 1"),
        "comments": f'<w:comment w:id="1">{p("Xem lại số liệu")}</w:comment>',
    }
    article = imported(word_file(tmp_path / "bai.docx", TITLE + p("Thân bài."), parts))
    assert article.body == "Thân bài.\n"
    assert article.told == [
        "WORD11: đầu trang: SỞ VĂN HÓA",
        "WORD11: chân trang: Trang 1",
        "WORD11: ghi chú (comment): Xem lại số liệu",
    ]


def test_pictures_that_are_not_in_the_file_are_named(tmp_path: Path) -> None:
    linked = drawing('<pic:pic><pic:blipFill><a:blip r:link="rIdLinked"/></pic:blipFill></pic:pic>')
    body = p(linked) + p("Chú thích. Ảnh: Ngọc Bằng") + p(drawing(blip("rId99")))
    links = {"rIdLinked": "file:///D:/anh/cho.jpg"}
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body, links=links))
    assert article.body == "Chú thích. Ảnh: Ngọc Bằng\n"
    assert article.told == [
        "WORD09: ảnh không nằm trong tệp: file:///D:/anh/cho.jpg",
        "WORD09: ảnh không nằm trong tệp: không rõ tên",
    ]


def test_what_is_drawn_otherwise_is_told(tmp_path: Path) -> None:
    formula = "<m:oMath><m:r><m:t>a+b=c</m:t></m:r></m:oMath>"
    body = (
        p(drawing('<c:chart r:id="rId7"/>'))
        + p(f"{r('Tổng ')}{formula}")
        + p('<w:r><w:pict><v:shape><v:textpath string="TẾT"/></v:shape></w:pict></w:r>')
        + p('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>')
        + '<w:altChunk r:id="rId8"/>'
    )
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body))
    assert article.body == "Tổng a+b=c\n"
    assert article.told == [
        "WORD10: một biểu đồ (Chart)",
        "WORD10: chữ nghệ thuật: “TẾT”",
        "WORD10: một tệp nhúng trong Word (Excel.Sheet.12)",
        "WORD10: một tệp khác chèn vào (altChunk)",
        "WORD10: công thức thành chữ thường: a+b=c",
    ]


def test_a_letter_that_stands_for_pictures_is_no_picture(tmp_path: Path) -> None:
    article = imported(word_file(tmp_path / "bai.docx", TITLE + p("a\U00100000b")))
    assert article.body == "a\ufffdb\n"
