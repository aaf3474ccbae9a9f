from __future__ import annotations

import pytest

from plugins.attribution.lines.body import BodyLines
from plugins.attribution.lines.context import has_ended, is_announced, is_item, stands_in


def ended(above: str) -> bool:
    lines = [*above.split("\n"), "Vân Khánh"]
    return has_ended(BodyLines(lines), len(lines) - 1)


@pytest.mark.parametrize(
    "above",
    [
        "Hội nghị đã kết thúc.",
        "Hội nghị đã kết thúc.\n",
        "“Tôi sẽ trở lại”, ông nói\n",
        "Thương ai áo trắng bay trong gió\n",
        "- Giấy khai sinh\n- Sổ hộ khẩu\n",
        "| Tên | Số |\n|---|---|\n| A | 1 |\n",
        "a.jpg\n",
        "![Chợ](a.jpg)\n",
        "Ảnh: Đức Lâm\n",
        "Toàn cảnh vụ việc qua đoạn phim sau đây:\n",
        "```\nmã\n```\n",
        "> Trích.\n",
        "Hết.\n\nSín Chéng, tháng 11/2024",
        "Hết.\n\nSa Pa, ngày 20 tháng 11 năm 2024",
    ],
)
def test_a_name_signs_a_text_that_has_come_to_its_end(above: str) -> None:
    assert ended(above)


@pytest.mark.parametrize(
    "above",
    [
        "",
        "ở nhà ông",
        "Đến thăm có các ông,\n",
        "# Danh sách\n",
        "KT. CHỦ TỊCH\n",
        "TM. BAN TỔ CHỨC\nTrưởng ban\n",
        "PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN\n",
        "Phó Chủ tịch Ủy ban nhân dân\n",
        "(Đã ký)\n",
        "Người liên hệ:\n",
        "Đức Lâm\n",
        "Hội nghị họp ở\nSín Chéng, tháng 11/2024",
    ],
)
def test_it_does_not_sign_a_sentence_an_office_or_a_list(above: str) -> None:
    assert not ended(above)


def test_a_line_that_ends_in_a_colon_announces_what_follows() -> None:
    assert is_announced(BodyLines(["Xin cảm ơn nhà tài trợ **kim cương:**", "", "Tên"]), 2)
    assert not is_announced(BodyLines(["Xin cảm ơn.", "", "Tên"]), 2)
    assert not is_announced(BodyLines(["Một số hình ảnh tại phiên chợ:", "", "Tên"]), 2)
    assert not is_announced(BodyLines(["Tên"]), 0)


@pytest.mark.parametrize("line", ["- Tên", "– Tên", "* Tên", "1. Tên", "> Tên", "| Tên |"])
def test_items_dialogue_quotations_and_rows_are_told_by_their_marks(line: str) -> None:
    assert is_item(line)
    assert not is_item("**Tên**")


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Huyện Hải Vân đón khách.", True),
        ("Hải Vân, cửa ngõ miền Trung.", True),
        ("Xe qua đèo (Hải Vân).", True),
        ("Chị Nguyễn Hải Vân kể.", False),
        ("Công ty Hải Vân Nam góp vốn.", False),
        ("Chợ phiên. Ảnh: Hải Vân", False),
        ("Chợ phiên (Ảnh: Đức Lâm - Hải Vân)", False),
        ("Ông nói với phóng viên Hải Vân.", False),
        ("Không nói đến ai.", False),
    ],
)
def test_a_name_in_the_text_is_told_from_a_part_of_a_longer_one(text: str, stands: bool) -> None:
    assert stands_in("Hải Vân", [text]) is stands
