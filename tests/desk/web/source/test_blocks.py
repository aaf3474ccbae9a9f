from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.web.source.blocks import Block, Card, ShownFigure, joined, split

BODY = """Sáng nay chợ đông.
a.jpg
![Hàng thổ cẩm](b.jpg)
Quang cảnh. Ảnh: Ngọc Bằng
Chiều thì vãn.


c.jpg

Hết."""
FIGURES = [
    ShownFigure((("a.jpg", 6), ("b.jpg", 7)), "Quang cảnh.", "Ngọc Bằng"),
    ShownFigure((("c.jpg", 12),), "", ""),
]


def test_photos_with_their_caption_are_cards_and_the_rest_is_text() -> None:
    blocks = split(BODY, 5, FIGURES)
    assert [block.text for block in blocks] == [
        "Sáng nay chợ đông.",
        "",
        "Chiều thì vãn.",
        "",
        "Hết.",
    ]
    group, single = blocks[1], blocks[3]
    assert group.photos == (Card("a.jpg"), Card("b.jpg", "Hàng thổ cẩm"))
    assert (group.caption, group.credit) == ("Quang cảnh.", "Ngọc Bằng")
    assert (single.gap, single.photos, single.caption) == (2, (Card("c.jpg"),), "")
    assert joined(blocks) == BODY


def test_a_card_that_was_changed_stands_between_blank_lines_with_its_credit_behind() -> None:
    blocks = split(BODY, 5, FIGURES)
    blocks[1] = replace(blocks[1], caption="Chợ", source="")
    assert joined(blocks).startswith(
        "Sáng nay chợ đông.\n\na.jpg\n![Hàng thổ cẩm](b.jpg)\nChợ. Ảnh: Ngọc Bằng\n\nChiều"
    )


def test_a_caption_of_which_the_reader_says_something_else_stays_text() -> None:
    figures = [ShownFigure((("a.jpg", 1),), "Chợ phiên ở Bắc Hà", "")]
    assert split("a.jpg\nChợ [phiên](x.md)\n", 1, figures) == [Block(0, "a.jpg\nChợ [phiên](x.md)")]


@pytest.mark.parametrize("name", ["ảnh (1).jpg", "mẹt quả.jpg"])
def test_a_name_with_spaces_is_written_so_that_it_is_one(name: str) -> None:
    assert joined([Block(0, "", (Card(name, "Tả [x]"),))]) == f"![Tả \\[x\\]](<{name}>)"


@given(
    st.lists(st.sampled_from(["", "", " ", "a.jpg", "![x](a.jpg)", "Chợ. Ảnh: An", "Đoạn."])),
    st.lists(st.tuples(st.integers(1, 9), st.sampled_from(["", "Chợ."]), st.just("An"))),
)
def test_blocks_that_nobody_touched_are_the_body_again(
    lines: list[str], found: list[tuple[int, str, str]]
) -> None:
    body = "\n".join(lines).strip("\n")
    figures = [ShownFigure((("a.jpg", at),), caption, credit) for at, caption, credit in found]
    assert joined(split(body, 1, figures)) == body
