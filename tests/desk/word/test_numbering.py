from __future__ import annotations

from pathlib import Path

from tests.desk.word_files import STYLES, TITLE, imported, p, word_file


def level(number: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "%2)")
    + level(2, "lowerRoman", "%3.")
    + "</w:abstractNum>"
    + f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "•")}{level(1, "bullet", "o")}'
    + "</w:abstractNum>"
    + f'<w:abstractNum w:abstractNumId="2">{level(0, "upperRoman", "Điều %1:")}'
    + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    + '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    + '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def item(text: str, number: int, depth: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def body_of(tmp_path: Path, body: str, styles: str = STYLES) -> str:
    file = word_file(tmp_path / "bai.docx", TITLE + body, {"numbering": NUMBERING}, styles=styles)
    article = imported(file)
    assert article.told == []
    return article.body


def test_items_have_the_numbers_that_word_prints(tmp_path: Path) -> None:
    body = (
        item("Dọn đường", 1)
        + item("Phát cỏ", 1)
        + item("Bên trái", 1, 1)
        + item("Bên phải", 1, 1)
        + item("Cống", 1, 2)
        + item("Trồng hoa", 1)
        + item("Hoa đào", 1, 1)
    )
    assert body_of(tmp_path, body) == (
        "1. Dọn đường\n2. Phát cỏ\n  a) Bên trái\n  b) Bên phải\n    i. Cống\n3. Trồng hoa\n"
        "  a) Hoa đào\n"
    )


def test_a_list_goes_on_behind_a_paragraph_and_a_new_one_begins_where_it_says(
    tmp_path: Path,
) -> None:
    body = item("Một", 1) + p("Ở giữa.") + item("Hai", 1) + item("Năm", 4) + item("Sáu", 4)
    assert body_of(tmp_path, body) == "1. Một\n\nỞ giữa.\n\n2. Hai\n5. Năm\n6. Sáu\n"


def test_bullets_are_dashes(tmp_path: Path) -> None:
    body = item("Mận", 2) + item("Tam hoa", 2, 1) + item("Đào", 2)
    assert body_of(tmp_path, body) == "- Mận\n  - Tam hoa\n- Đào\n"


def test_articles_of_a_decision_keep_their_names(tmp_path: Path) -> None:
    body = item("Phạm vi", 3) + item("Áp dụng ở xã.", 3, 1) + item("Hiệu lực", 3)
    assert body_of(tmp_path, body) == ("Điều I: Phạm vi\n  1.1. Áp dụng ở xã.\nĐiều II: Hiệu lực\n")


def test_a_number_may_come_from_the_style_and_stand_in_a_heading(tmp_path: Path) -> None:
    styles = STYLES.replace(
        '<w:name w:val="heading 2"/>',
        '<w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
    )
    body = p("Mở đầu", '<w:pStyle w:val="H2"/>') + p("Kết", '<w:pStyle w:val="H2"/>')
    assert body_of(tmp_path, body, styles) == "## 1. Mở đầu\n\n## 2. Kết\n"


def test_an_empty_paragraph_counts_and_shows_no_number(tmp_path: Path) -> None:
    assert body_of(tmp_path, item("Một", 1) + item("", 1) + item("Ba", 1)) == "1. Một\n3. Ba\n"


def test_the_number_nought_takes_a_paragraph_out_of_its_list(tmp_path: Path) -> None:
    assert body_of(tmp_path, item("Câu.", 0)) == "Câu.\n"
