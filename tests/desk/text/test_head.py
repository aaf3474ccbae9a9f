from __future__ import annotations

import pytest

from plugins.desk.text.blocks import blocks_of
from plugins.desk.text.head import take_head
from plugins.desk.text.markdown import written
from plugins.names.outlets import KnownOutlets

SAPO = "Từ tờ mờ sáng, người các bản đã gùi hàng xuống chợ phiên cuối cùng của năm."
BODY = "<p>Trời rét, chợ vẫn đông.</p>"


def head_of(html: str) -> tuple[dict[str, str], str]:
    """Return what was taken off a text, as text, and the rest."""
    head, rest = take_head(blocks_of(html), ["Thời sự", "Văn hóa"], KnownOutlets())
    date = f"{head.date:%d/%m/%Y %H:%M}" if head.date else ""
    said = {
        "title": head.title,
        "category": head.category,
        "date": date,
        "authors": head.authors,
        "summary": head.summary,
    }
    return {key: value for key, value in said.items() if value}, written(rest, str).strip()


CASES = {
    "a title in Word's style": (
        '<p>Kính gửi Ban Biên tập</p><p class="desk-title-0-start">Chợ phiên</p>' + BODY,
        {"title": "Chợ phiên"},
        "Kính gửi Ban Biên tập\n\nTrời rét, chợ vẫn đông.",
    ),
    "a heading of the first level": (
        '<h1>Chợ phiên</h1><p class="desk-heading-1-start">Sáng sớm</p>' + BODY,
        {"title": "Chợ phiên"},
        "## Sáng sớm\n\nTrời rét, chợ vẫn đông.",
    ),
    "the first paragraph": (
        "<p><b>Chợ phiên<br>cuối năm</b></p>" + BODY,
        {"title": "Chợ phiên cuối năm"},
        "Trời rét, chợ vẫn đông.",
    ),
    "a standfirst in bold letters": (
        f"<p>Chợ phiên</p><p><b>{SAPO}</b></p>" + BODY,
        {"title": "Chợ phiên", "summary": SAPO},
        "Trời rét, chợ vẫn đông.",
    ),
    "a standfirst in its style": (
        '<p>Chợ phiên</p><p class="desk-summary-0-start">Người xuống chợ.</p>' + BODY,
        {"title": "Chợ phiên", "summary": "Người xuống chợ."},
        "Trời rét, chợ vẫn đông.",
    ),
    "bold words that are no standfirst": (
        "<p>Chợ phiên</p><p><b>Sáng sớm</b></p>" + BODY,
        {"title": "Chợ phiên"},
        "**Sáng sớm**\n\nTrời rét, chợ vẫn đông.",
    ),
    "a date below the headline": (
        f"<p>Chợ phiên</p><p>Thứ Năm, 11/01/2024, 15:30</p><p><b>{SAPO}</b></p>" + BODY,
        {"title": "Chợ phiên", "date": "11/01/2024 15:30", "summary": SAPO},
        "Trời rét, chợ vẫn đông.",
    ),
    "a date above it": (
        "<p>Ngày 11 tháng 1 năm 2024</p><p>Chợ phiên</p>" + BODY,
        {"title": "Chợ phiên", "date": "11/01/2024 00:00"},
        "Trời rét, chợ vẫn đông.",
    ),
    "a date above it and a standfirst below": (
        f"<p>12/01/2024</p><p>Chợ phiên</p><p><b>{SAPO}</b></p>" + BODY,
        {"title": "Chợ phiên", "date": "12/01/2024 00:00", "summary": SAPO},
        "Trời rét, chợ vẫn đông.",
    ),
    "a byline above it and a standfirst below": (
        f"<p>Phóng viên: Ngọc Bằng</p><h1>Chợ phiên</h1><p><b>{SAPO}</b></p>" + BODY,
        {"title": "Chợ phiên", "authors": "Ngọc Bằng", "summary": SAPO},
        "Trời rét, chợ vẫn đông.",
    ),
    "a date with the place where it was written": (
        f"<p>Chợ phiên</p><p>Lào Cai, ngày 12 tháng 01 năm 2024</p><p><b>{SAPO}</b></p>" + BODY,
        {"title": "Chợ phiên", "date": "12/01/2024 00:00", "summary": SAPO},
        "Trời rét, chợ vẫn đông.",
    ),
    "such a date in numbers, above the headline": (
        f"<p>TP. Lào Cai, Ngày 12/1/2024</p><p>Chợ phiên</p><p><b>{SAPO}</b></p>" + BODY,
        {"title": "Chợ phiên", "date": "12/01/2024 00:00", "summary": SAPO},
        "Trời rét, chợ vẫn đông.",
    ),
    "a day that does not exist": (
        "<p>Chợ phiên</p><p>31/02/2024</p>" + BODY,
        {"title": "Chợ phiên"},
        "31/02/2024\n\nTrời rét, chợ vẫn đông.",
    ),
    "a category above the headline": (
        "<p>VĂN HÓA</p><p>Chợ phiên</p>" + BODY,
        {"title": "Chợ phiên", "category": "Văn hóa"},
        "Trời rét, chợ vẫn đông.",
    ),
    "a byline below the headline": (
        "<p>Chợ phiên</p><p>Bài, ảnh: Ngọc Bằng - Thu Hà</p>" + BODY,
        {"title": "Chợ phiên", "authors": "Ngọc Bằng, Thu Hà"},
        "Trời rét, chợ vẫn đông.",
    ),
    "no headline": (
        "<p>Sáng 11/1, chợ phiên cuối năm họp ở Bắc Hà. Người xuống chợ đông hơn mọi năm.</p>"
        + BODY,
        {},
        "Sáng 11/1, chợ phiên cuối năm họp ở Bắc Hà. Người xuống chợ đông hơn mọi năm.\n\n"
        "Trời rét, chợ vẫn đông.",
    ),
    "an empty text": ("", {}, ""),
}


@pytest.mark.parametrize("name", CASES)
def test_a_text_begins_with(name: str) -> None:
    html, head, rest = CASES[name]
    assert head_of(html) == (head, rest)
