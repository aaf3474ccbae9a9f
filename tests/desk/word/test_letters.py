from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk.word.letters import in_unicode
from tests.desk.word_files import TITLE, imported, p, r, word_file


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


@pytest.mark.parametrize(
    ("runs", "seen"),
    [
        ([("S¸ng nay ë Lµo Cai", ".VnTime")], ["Sáng nay ở Lào Cai"]),
        ([("t\u00adíi", ".VnArial")], ["tưới"]),
        ([("Céng hoµ", ".VnTimeH")], ["CỘNG HOÀ"]),
        ([("Saùng nay ôû Laøo Cai", "VNI-Times")], ["Sáng nay ở Lào Cai"]),
        ([("Sa", "VNI-Times"), ("ùng", "VNI-Times")], ["Sá", "ng"]),
        ([("Sa", "VNI-Times"), ("ùng", "Arial")], ["Sa", "ùng"]),
        ([("Sáng nay", "Times New Roman"), ("Việt", ".VnTime")], ["Sáng nay", "Việt"]),
        ([("Loïc", None)], ["Loïc"]),
    ],
)
def test_a_run_is_read_as_its_font_shows_it(
    runs: list[tuple[str, str | None]], seen: list[str]
) -> None:
    assert in_unicode(runs) == seen


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
