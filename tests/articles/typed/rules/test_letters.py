from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from plugins.articles.typed.rules.letters import report
from plugins.core.document import Document
from plugins.core.text.letters import Legacy, find_legacy
from plugins.core.text.letters.encodings import TCVN3, VNI
from plugins.photos import PhotoLibrary

RIGHT = "Sáng nay, tỉnh Lào Cai tổ chức hội nghị; ông Giàng Seo Phử nói: “Được mùa quế”."
FONTS = {
    "S¸ng nay, tØnh Lµo Cai tæ chøc héi nghÞ.": "TCVN3",
    "Saùng nay, tænh Laøo Cai toå chöùc hoäi nghò.": "VNI",
    "SÃ¡ng nay, tá»‰nh LÃ\u00a0o Cai tá»• chá»©c há»™i nghá»‹.": "UTF-8",
    "SĂ¡ng nay, tá»‰nh LĂ\u00a0o Cai tá»• chá»©c há»™i nghá»‹.": "UTF-8",
    # Read as Windows-1258.
    "S¸ng nay, tØnh Lµo Cai tæ chøc héi ngh\u0303.": "TCVN3",
    "Saùng nay, tænh Laøo Cai toå chöùc hoäi ngh\u0323.": "VNI",
}


@pytest.mark.parametrize(("line", "encoding"), FONTS.items())
def test_a_line_is_told_and_shown_as_it_should_read(line: str, encoding: str) -> None:
    right = "Sáng nay, tỉnh Lào Cai tổ chức hội nghị."
    assert list(find_legacy(["Title: A", line])) == [Legacy(1, encoding, right)]


def shown(text: str, codec: str) -> str:
    """Return UTF-8 as Windows shows it in a code page; bytes without a letter stay bytes."""
    return "".join(
        bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode("utf-8")
    )


@pytest.mark.parametrize("codec", ["latin-1", "cp1252", "cp1258"])
def test_utf8_that_was_misread_is_read_again(codec: str) -> None:
    once = shown(RIGHT, codec)
    assert list(find_legacy([once])) == [Legacy(0, "UTF-8", RIGHT)]
    assert list(find_legacy([shown(once, codec)])) == [Legacy(0, "UTF-8", RIGHT)]


def test_a_misread_no_break_space_may_have_become_a_space() -> None:
    text = "Sáng nay, và anh Mừ là người Lào Cai, về nhà"
    plain = shown(text, "cp1252").replace("\u00a0", " ").rstrip()
    assert [found.repaired for found in find_legacy([plain])] == [text]
    without_space = plain.replace("vÃ  anh", "vÃ anh")
    assert [found.repaired for found in find_legacy([without_space])] == [text]


@pytest.mark.skipif(shutil.which("iconv") is None, reason="needs iconv")
def test_the_table_of_tcvn3_is_the_standards() -> None:
    for shown_as, letter in TCVN3.items():
        run = subprocess.run(
            ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"],
            input=shown_as.encode("latin-1"),
            capture_output=True,
            check=True,
        )
        assert run.stdout.decode() == letter


def test_both_tables_hold_every_letter_of_vietnamese() -> None:
    bases = "aăâeêioôơuưy"
    marks = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    letters = {unicodedata.normalize("NFC", base + mark) for base in bases for mark in marks}
    letters = {letter for letter in letters if not letter.isascii()} | {"đ"}
    assert letters <= set(TCVN3.values())
    assert letters | {letter.upper() for letter in letters} <= set(VNI.values())


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("Title: Lµo Cai", "Title: Lào Cai"),
        ("Hµ Néi", "Hà Nội"),
        ("§¶NG Vµ CHÝNH PHñ", "ĐẢNG VÀ CHÍNH PHỦ"),
        ("TØNH LµO CAI", "TỈNH LÀO CAI"),
        ("n\u00ad¬ng rÉy", "nương rẫy"),
        ("ÑAÛNG BOÄ TÆNH LAØO CAI", "ĐẢNG BỘ TỈNH LÀO CAI"),
        ("Aùnh saùng Ñoàng Nai", "Ánh sáng Đồng Nai"),
        ("khoâng ñöôïc thaúng", "không được thẳng"),
    ],
)
def test_capitals_and_short_lines_are_read_too(line: str, right: str) -> None:
    assert [found.repaired for found in find_legacy([line])] == [right]


def test_right_words_beside_a_pasted_passage_stay() -> None:
    line = "Theo báo cáo của Sở: S¸ng nay, tØnh Lµo Cai tæ chøc héi nghÞ. Chúng tôi đang chờ."
    right = "Theo báo cáo của Sở: Sáng nay, tỉnh Lào Cai tổ chức hội nghị. Chúng tôi đang chờ."
    assert list(find_legacy([line])) == [Legacy(0, "TCVN3", right)]


def test_one_word_will_do_where_other_lines_are_certain() -> None:
    lines = ["S¸ng nay, tØnh Lµo Cai tæ chøc héi nghÞ.", "Đoạn đúng.", "em cña anh", "Loïc"]
    assert [found.place for found in find_legacy(lines)] == [0, 2]


@pytest.mark.parametrize(
    "line",
    [
        RIGHT,
        "São Paulo, Müller, Łódź, Ångström, Besançon, naïve, El Niño, Đàm Vĩnh Hưng",
        "Loïc Rémy",
        "Noël à Köln, João Félix, Muñoz, Björn Høiberg, Citroën, Reykjavík, Þór, İstanbul",
        "100£ © AP ©AFP ©AN 5µm 10 µm ±5 sâu từ 3 m¸ 3,5 m «Lào» m² m³ 30°C 1½ m×n § 5 · A·B",
        "“HỢP TÁC XÃ” VÀ “GIA LÃ”, CÙNG ĐI VÌ… XÃ² NGÃ® VÌ— “THÌ”",
        "XÃ\u00a0HỘI VÀ\u00a0XÃ\u00a0BẢN KHOANG",
        "«con cá»… và «nhà lá»",
        "tránh läng phí vốn, Ðêm Gala ở Biển Ðông",
        "où la contrainte est",
        "Tida held på å gå ut",
        "lagringstyp angiven mer än en gång",
        "Si do duhej të rifreskohej intervali në ekran",
        "a memoriei, dă o eroare în loc să reducă",
        "астурска — испанска, с „Ḥ“ и „Ḷ“",
        "Ａ　Ｂ ㎞ ™ €",
        "Sangs nay, tinhr Laof Cai; Sa'ng nay, ti?nh La`o Cai",
    ],
)
def test_right_text_and_other_languages_are_left_alone(line: str) -> None:
    assert list(find_legacy([line, f"¸ ñ {line}"])) == []


def document(lines: list[str], tmp_path: Path) -> Document:
    return Document(tmp_path / "a.md", PhotoLibrary(tmp_path), "a.md", lines, 3)


def test_each_encoding_of_a_file_is_one_error_at_its_first_line(tmp_path: Path) -> None:
    tcvn3, vni, misread = list(FONTS)[:3]
    found = document([f"Title: {tcvn3}", "", vni, misread, "", tcvn3], tmp_path)
    report(found)
    assert [(problem.line, problem.level) for problem in found.problems] == [
        (1, "error"),
        (3, "error"),
        (4, "error"),
    ]
    assert [problem.message for problem in found.problems] == [
        "chữ theo bảng mã TCVN3 (ABC, phông .VnTime), phải đọc là “Title: Sáng nay, tỉnh Lào "
        "Cai tổ chức hội nghị.” (còn 1 dòng nữa như vậy)",
        "chữ theo bảng mã VNI (phông VNI-Times), phải đọc là “Sáng nay, tỉnh Lào Cai tổ chức hội "
        "nghị.”",
        "chữ Unicode (UTF-8) bị phần mềm đọc sai bảng mã, phải đọc là “Sáng nay, tỉnh Lào Cai tổ "
        "chức hội nghị.”",
    ]
    assert "“TCVN3 (ABC)”" in found.problems[0].fix
    assert "“VNI Windows”" in found.problems[1].fix
    assert "UTF-8" in found.problems[2].fix


def test_a_long_line_is_quoted_from_its_beginning(tmp_path: Path) -> None:
    found = document(["S¸ng nay, tØnh Lµo Cai tæ chøc héi nghÞ. " * 5], tmp_path)
    report(found)
    assert found.problems[0].message.endswith(
        "“Sáng nay, tỉnh Lào Cai tổ chức hội nghị. Sáng nay, tỉnh Lào Cai tổ chức hội nghị. "
        "Sáng nay, tỉnh …”"
    )


def test_right_articles_have_no_problems(tmp_path: Path) -> None:
    found = document(["Title: Bài", "", RIGHT], tmp_path)
    report(found)
    assert found.problems == []
