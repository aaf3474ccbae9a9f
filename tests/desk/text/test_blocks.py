from __future__ import annotations

import pytest

from plugins.desk.text.blocks import Text, blocks_of

LONG = "Sáng nay, người xuống chợ đông hơn mọi năm, trời rét và có nhiều người từ xa đến."
OTHER = "Chợ họp từ tờ mờ sáng, người các bản đã gùi hàng xuống đây từ đêm hôm trước đó."

CASES = {
    "lines as long as paragraphs": (
        f"<b>Chợ phiên</b><br><b>{LONG}</b><br>{OTHER}<br>Hết",
        ["Chợ phiên", LONG, OTHER, "Hết"],
    ),
    "lines as long as paragraphs, and one that goes on": (
        f"{LONG}<br>{OTHER}<br>nói tiếp.",
        [LONG, f"{OTHER} nói tiếp."],
    ),
    "a blank line": ("Một.<br><br>Hai.<br> <br>Ba.", ["Một.", "Hai.", "Ba."]),
    "verse": ("Quê hương<br>là chùm khế ngọt", ["Quê hương là chùm khế ngọt"]),
    "two verses": (
        "Quê hương<br>là khế<br><br>Cho con<br>trèo hái",
        ["Quê hương là khế", "Cho con trèo hái"],
    ),
    "one long line": (f"Ông nói:<br>{LONG}", [f"Ông nói: {LONG}"]),
}


@pytest.mark.parametrize(("html", "paragraphs"), CASES.values(), ids=CASES)
def test_a_paragraph_that_holds_several_is_divided(html: str, paragraphs: list[str]) -> None:
    texts = [block.plain for block in blocks_of(f"<p>{html}</p>") if isinstance(block, Text)]
    assert texts == paragraphs


def test_an_item_of_a_list_is_one() -> None:
    (item,) = blocks_of(f"<ul><li>{LONG}<br>{OTHER}</li></ul>")
    assert isinstance(item, Text)
