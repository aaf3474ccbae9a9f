from __future__ import annotations

import pytest

from plugins.proofreading.rules.form import leads
from tests.proofreading.conftest import Find

SAPO = "Phiên chợ cuối cùng của năm đông gấp ba ngày thường, đào và lợn bản bán hết sớm."
OTHER = "Từ năm giờ sáng, các ngả đường về chợ đã đầy ngựa thồ, xe máy và người đi bộ."
REST = "\n\nBà con gùi hàng về bản lúc xế trưa.\n"


def text(first: str, summary: str = SAPO) -> str:
    return f"Title: Chợ phiên\nSummary: {summary}\n\n{first}{REST}"


@pytest.mark.parametrize(
    "first",
    [
        SAPO,
        f"**{SAPO}**",
        f"*{OTHER}*",
        f"***{OTHER}***",
        f"<strong>{OTHER}</strong>",
        f"<p><strong>{OTHER}</strong></p>",
        f"**{OTHER[:30]} *Y Tý* {OTHER[30:]}**",
        SAPO.upper(),
        SAPO.replace("bán hết", "đã bán hết"),
    ],
)
def test_a_second_standfirst_is_found(find: Find, first: str) -> None:
    assert find(leads, text(first)) == [("SOAT13", 4, 1, first, None)]


@pytest.mark.parametrize(
    "first",
    [
        OTHER,
        f"**Lào Cai** - {OTHER}",
        f"**{OTHER[:30]}** {OTHER[30:]} **hết**",
        "**1. Chợ họp từ sáng sớm**",
        "*Y Tý, tháng Giêng*",
        f"{SAPO} {OTHER}",
        f"> {OTHER}",
    ],
)
def test_another_beginning_is_right(find: Find, first: str) -> None:
    assert find(leads, text(first)) == []


def test_photos_before_it_are_passed_over(find: Find) -> None:
    found = find(leads, text(f"![Chợ](cho.jpg)\n\n**{OTHER}**"))
    assert [one.line for one in found] == [6]
    found = find(leads, text(f"![Chợ](cho.jpg)\nChợ sớm.\n\n**{OTHER}**"))
    assert [one.line for one in found] == [7]


def test_a_caption_in_italics_is_no_standfirst(find: Find) -> None:
    assert find(leads, text(f"![Chợ](cho.jpg)\n*{OTHER}*\n\nBà con vui.")) == []


def test_without_a_standfirst_in_the_head_there_is_one_at_most(find: Find) -> None:
    assert find(leads, f"Title: Chợ phiên\n\n**{OTHER}**{REST}") == []
