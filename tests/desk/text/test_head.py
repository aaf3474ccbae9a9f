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


def bold(text: str) -> str:
    """Return a centred paragraph in bold letters."""
    return f'<p align="center"><b>{text}</b></p>'


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
    "a headline with its label": (
        f"<p>Tít: Chợ phiên</p><p><b>SAPO:</b> {SAPO}</p>" + BODY,
        {"title": "Chợ phiên", "summary": SAPO},
        "Trời rét, chợ vẫn đông.",
    ),
    "labels that were typed without marks, below something else": (
        f"<p>Kinh gui: Ban Bien tap</p><p>ten bai: Chợ phiên: vui</p><p>Sa pô: {SAPO}</p>" + BODY,
        {"title": "Chợ phiên: vui", "summary": SAPO},
        "Kinh gui: Ban Bien tap\n\nTrời rét, chợ vẫn đông.",
    ),
    "a word before a colon that is no label": (
        "<p>Sa Pa: Chợ phiên</p>" + BODY,
        {"title": "Sa Pa: Chợ phiên"},
        "Trời rét, chợ vẫn đông.",
    ),
    "two lines of capitals": (
        f"<p>NÔNG NGHIỆP VÙNG CAO</p><p>ĐƯỢC MÙA LỚN</p><p><b>{SAPO}</b></p>" + BODY,
        {"title": "NÔNG NGHIỆP VÙNG CAO ĐƯỢC MÙA LỚN", "summary": SAPO},
        "Trời rét, chợ vẫn đông.",
    ),
    "two paragraphs in Word's style of titles": (
        '<p class="desk-title-0-start">Chợ phiên</p><p class="desk-title-0-start">cuối năm</p>'
        f"<p><b>{SAPO}</b></p>" + BODY,
        {"title": "Chợ phiên cuối năm", "summary": SAPO},
        "Trời rét, chợ vẫn đông.",
    ),
    "two centred lines in bold letters": (
        f"{bold('Chợ phiên cuối năm')}{bold('đông hơn mọi năm')}<p><b>{SAPO}</b></p>" + BODY,
        {"title": "Chợ phiên cuối năm đông hơn mọi năm", "summary": SAPO},
        "Trời rét, chợ vẫn đông.",
    ),
    "an office's name that goes on as a headline": (
        f"{bold('SỞ Y TẾ TỔNG KẾT CÔNG TÁC')}{bold('VÀ TRIỂN KHAI NHIỆM VỤ')}" + BODY,
        {"title": "SỞ Y TẾ TỔNG KẾT CÔNG TÁC VÀ TRIỂN KHAI NHIỆM VỤ"},
        "Trời rét, chợ vẫn đông.",
    ),
    "an office's name and no other headline": (
        f"<p>SỞ Y TẾ TỔNG KẾT CÔNG TÁC NĂM 2023</p><p><b>{SAPO}</b></p>" + BODY,
        {"title": "SỞ Y TẾ TỔNG KẾT CÔNG TÁC NĂM 2023", "summary": SAPO},
        "Trời rét, chợ vẫn đông.",
    ),
    "a plain headline, a standfirst, and a heading that stands out": (
        f"<p>Chợ phiên</p><p><b>{SAPO}</b></p>{bold('Hàng Tết')}" + BODY,
        {"title": "Chợ phiên", "summary": SAPO},
        "**Hàng Tết**\n\nTrời rét, chợ vẫn đông.",
    ),
    "a plain headline, a labelled standfirst, and a heading that stands out": (
        f"<p>Chợ phiên</p><p>Sapo: Chợ vui</p>{bold('Hàng Tết')}" + BODY,
        {"title": "Chợ phiên", "summary": "Chợ vui"},
        "**Hàng Tết**\n\nTrời rét, chợ vẫn đông.",
    ),
    "labels that are lines of their own": (
        f"{bold('TÍT BÀI')}<p>Chợ phiên</p><p>Sapo：</p><p>Chợ vui</p>{bold('Hàng Tết')}" + BODY,
        {"title": "Chợ phiên", "summary": "Chợ vui"},
        "**Hàng Tết**\n\nTrời rét, chợ vẫn đông.",
    ),
    "a labelled category": (
        "<p>Chuyên mục: VĂN HÓA</p><p>Tiêu đề: Chợ phiên</p>" + BODY,
        {"title": "Chợ phiên", "category": "Văn hóa"},
        "Trời rét, chợ vẫn đông.",
    ),
    "a label of a category that nobody knows": (
        "<p>Chuyên mục: Chợ búa</p><p>Chợ phiên</p>" + BODY,
        {"title": "Chợ phiên"},
        "Chuyên mục: Chợ búa\n\nTrời rét, chợ vẫn đông.",
    ),
    "a headline and a numbered heading that look alike": (
        f"{bold('CHỢ PHIÊN VÙNG CAO MỞ')}{bold('I. HÀNG TẾT')}" + BODY,
        {"title": "CHỢ PHIÊN VÙNG CAO MỞ"},
        "**I. HÀNG TẾT**\n\nTrời rét, chợ vẫn đông.",
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


@pytest.mark.parametrize(
    "above",
    [
        "TRUNG TÂM VHTT-TT HUYỆN BẮC HÀ",
        "Phòng Kinh tế",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "THÔNG CÁO BÁO CHÍ",
        "CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ CÁC CẤP",
        "Số: 12/BC-UBND",
    ],
)
@pytest.mark.parametrize("headline", ["<p>Chợ phiên vùng cao</p>", bold("Chợ phiên vùng cao")])
@pytest.mark.parametrize("look", ["<p>{}</p>", bold("{}")])
def test_what_stands_above_a_headline_stays_and_is_said(
    above: str, headline: str, look: str
) -> None:
    html = f"{look.format(above)}{headline}<p><b>{SAPO}</b></p>{BODY}"
    head, rest = take_head(blocks_of(html), [], KnownOutlets())
    assert (head.title, head.summary) == ("Chợ phiên vùng cao", SAPO)
    assert head.above == (above,)
    assert above in written(rest, str)


@pytest.mark.parametrize("above", ["Ngọc Bằng", "Phóng viên: Ngọc Bằng"])
def test_a_byline_above_a_headline_is_one(above: str) -> None:
    said, rest = head_of(f"<p>{above}</p><p>Chợ phiên vùng cao</p><p><b>{SAPO}</b></p>{BODY}")
    assert said == {"title": "Chợ phiên vùng cao", "authors": "Ngọc Bằng", "summary": SAPO}
    assert rest == "Trời rét, chợ vẫn đông."


def test_a_bold_centred_line_is_rather_a_headline_than_a_plain_one() -> None:
    html = f"<p>Bài gửi số Tết</p>{bold('Chợ phiên')}<p><b>{SAPO}</b></p>{BODY}"
    head, _ = take_head(blocks_of(html), [], KnownOutlets())
    assert (head.title, head.above) == ("Chợ phiên", ("Bài gửi số Tết",))


def test_a_line_that_may_be_the_headline_as_well_is_said() -> None:
    html = f"{bold('CHỢ PHIÊN VÙNG CAO MỞ')}{bold('Bà con phấn khởi')}{BODY}"
    head, rest = take_head(blocks_of(html), [], KnownOutlets())
    assert (head.title, head.rival) == ("CHỢ PHIÊN VÙNG CAO MỞ", "Bà con phấn khởi")
    assert "Bà con phấn khởi" in written(rest, str)
