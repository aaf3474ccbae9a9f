from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.word_files import imported, p, r, word_file

HEADLINE = "Chợ phiên cuối năm ở Bắc Hà"
BODY = p("Trời rét, chợ vẫn đông, người các bản xuống từ sớm.") * 3


def large(text: str, size: int = 40) -> str:
    return p(r(text, f'<w:sz w:val="{size}"/>'))


CASES = {
    "below a plain line": (p("Kỷ niệm 79 năm Quốc khánh") + large(HEADLINE) + BODY, HEADLINE),
    "in two paragraphs": (
        p("Quê hương đổi mới") + large("Chợ phiên cuối năm") + large("ở Bắc Hà") + BODY,
        HEADLINE,
    ),
    "no size": (p("Quê hương đổi mới") + p(HEADLINE) + BODY, "Quê hương đổi mới"),
    "a little larger": (
        p(r("Quê hương đổi mới", '<w:sz w:val="28"/>'))
        + large(HEADLINE, 30)
        + BODY.replace("<w:rPr>", '<w:rPr><w:sz w:val="28"/>'),
        "Quê hương đổi mới",
    ),
    "a name": (p(HEADLINE) + large("BÁO LÀO CAI") + BODY, HEADLINE),
    "a large first letter": (
        p(HEADLINE)
        + p(r("T", '<w:sz w:val="80"/>'), '<w:framePr w:dropCap="drop" w:lines="3"/>')
        + p("rời rét, chợ vẫn đông.")
        + BODY,
        HEADLINE,
    ),
    "lines apart": (p("Chợ phiên") + large("Một") + p("Hai") + large("Ba") + BODY, "Chợ phiên"),
    "beside a style": (
        p(HEADLINE, '<w:pStyle w:val="Tit"/>') + large("Mua sắm Tết") + BODY,
        HEADLINE,
    ),
}


@pytest.mark.parametrize(("body", "title"), CASES.values(), ids=CASES)
def test_a_headline_is_known_by_its_size(body: str, title: str, tmp_path: Path) -> None:
    article = imported(word_file(tmp_path / "bai.docx", body))
    assert f"Title: {title}\n" in article.text
