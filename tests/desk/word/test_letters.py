from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk.word.letters import in_unicode, untold
from tests.desk.word_files import TITLE, imported, p, r, word_file

# What a computer that reads bytes as Windows in Vietnamese does makes of TCVN3.
AS_1258 = "Lý do ®ã ®Òu lµ cña ®Þa ph­¬ng".encode("latin-1").decode("cp1258")


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


@pytest.mark.parametrize(
    ("runs", "seen"),
    [
        ([("S¸ng nay ë Lµo Cai", ".VnTime")], ["Sáng nay ở Lào Cai"]),
        ([("t\u00adíi", ".VnArial")], ["tưới"]),
        ([("Céng hoµ", ".VnTimeH")], ["CỘNG HOÀ"]),
        ([("Sè: 12/2001/Q§-BTC, THÞ", ".VnTime")], ["Số: 12/2001/QĐ-BTC, THỊ"]),
        ([("Saùng nay ôû Laøo Cai", "VNI-Times")], ["Sáng nay ở Lào Cai"]),
        ([("Sa", "VNI-Times"), ("ùng", "VNI-Times")], ["Sá", "ng"]),
        ([("Sa", "VNI-Times"), ("ùng", "Arial")], ["Sa", "ùng"]),
        ([("Sáng nay", "Times New Roman"), ("Việt", ".VnTime")], ["Sáng nay", "Việt"]),
        ([("Loïc", None)], ["Loïc"]),
        ([("CÇn t\u00adíi cho ®Êt", None), (" Mận", "Arial")], ["Cần tưới cho đất", " Mận"]),
        ([("Céng hoµ x· héi chñ nghÜa", "VNTime")], ["Cộng hoà xã hội chủ nghĩa"]),
        ([("Đất nước", "Arial"), ("n\u00adíc", "Arial")], ["Đất nước", "níc"]),
        ([(AS_1258, ".VnTime")], ["Lý do đó đều là của địa phương"]),
        ([("Việt", ".VnTime"), (" Nam\u00ad", ".VnTime")], ["Việt", " Namư"]),
        ([("Lào Cai là quê tôi.", ".VnTime")], ["Lào Cai là quê tôi."]),
        ([("Ông Hà, ", "VNI-Times"), ("xã Lùng Vai", "VNI-Times")], ["Ông Hà, ", "xã Lùng Vai"]),
        ([("phÊn khëi", ".VnTime")], ["phấn khởi"]),
        ([("ø", "Wingdings"), (" Đường", None)], ["ø", " Đường"]),
        ([("Ø ", "Wingdings"), ("à", "Wingdings"), ("35\uf0b0", "Symbol")], ["➢ ", "→", "35°"]),
        ([("Ôn tập", "Wingdings"), ("a", "Symbol")], ["Ôn tập", "α"]),
    ],
)
def test_a_run_is_read_as_its_font_shows_it(
    runs: list[tuple[str, str | None]], seen: list[str]
) -> None:
    assert in_unicode(runs, untold([runs])) == seen


def test_fonts_come_from_runs_and_from_styles(tmp_path: Path) -> None:
    body = p(r("Chî phiªn ", font(".VnTime")) + r("họp ở Bắc Hà", font("Times New Roman"))) + p(
        "S¸ng nay.", '<w:pStyle w:val="Cu"/>'
    )
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body))
    assert article.body == "Chợ phiên họp ở Bắc Hà\n\nSáng nay.\n"
    assert article.told == []


def test_letters_may_be_soft_hyphens_and_symbols(tmp_path: Path) -> None:
    look = f"<w:rPr>{font('.VnTime')}</w:rPr>"
    body = p(
        f"<w:r>{look}<w:t>t</w:t><w:softHyphen/><w:t>\u00edi m</w:t></w:r>"
        f'<w:r>{look}<w:sym w:font=".VnTime" w:char="F0B8"/></w:r>'
    )
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body))
    assert article.body == "tưới má\n"


def test_a_sign_of_a_font_of_signs_is_that_sign(tmp_path: Path) -> None:
    body = p(r("35") + '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>' + r("C, ấm lên."))
    arrow = p(r("à", font("Wingdings")) + r(" Kết quả tốt."))
    article = imported(word_file(tmp_path / "bai.docx", TITLE + body + arrow))
    assert article.body == "35°C, ấm lên.\n\n→ Kết quả tốt.\n"
    assert article.told == []


def test_a_font_that_nobody_knows_is_told_by_its_paragraphs(tmp_path: Path) -> None:
    legacy = ("Céng hoµ x· héi", "Bé tµi chÝnh", "c¸c kho¶n dù phßng", "®Þa ph­¬ng", "Ghi chó")
    body = "".join(p(r(text, font("VNTime"))) for text in legacy)
    body += p(r("Chú ý: “Cộng hoà” là ", font("Arial")) + r("Loïc", font("Arial")))
    article = imported(word_file(tmp_path / "bai.docx", TITLE + p("Họp chợ.") + body))
    assert article.body == (
        "Họp chợ.\n\nCộng hoà xã hội\n\nBộ tài chính\n\ncác khoản dự phòng\n\nđịa phương\n\n"
        "Ghi chú\n\nChú ý: “Cộng hoà” là Loïc\n"
    )
    assert [each for each in article.told if "WORD15" not in each] == [
        "WORD16: 4 đoạn (TCVN3) không ghi phông cũ; đoạn đầu đọc là “Cộng hoà xã hội”"
    ]
