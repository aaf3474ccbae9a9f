from __future__ import annotations

import re
import textwrap

import pytest

from tests.articles.typed.conftest import Read

LONG = (
    "Từ sáng sớm, bà con các bản dọc suối Nậm Lúc đã gùi mận xuống điểm thu mua đầu xã, xe tải xếp "
    "hàng dài trên con đường vừa đổ bê tông cuối năm ngoái."
)
NEXT = (
    "Theo ban quản lý chợ, mỗi ngày có chừng mười tấn quả được cân, bán cho thương lái từ dưới "
    "xuôi lên, giá cao hơn cùng kỳ một phần ba."
)
LAST = "Vụ mận năm nay kéo dài đến giữa tháng Bảy, muộn hơn năm trước nửa tháng vì rét muộn."
BREAK = "<br>\n"


def paragraphs(html: str) -> list[str]:
    return [" ".join(text.split()) for text in re.findall(r"<p>(.*?)</p>", html, re.DOTALL)]


def test_a_text_of_one_line_a_paragraph_has_as_many_paragraphs_as_lines(read: Read) -> None:
    assert paragraphs(read(f"Vào mùa\n{LONG}\n{NEXT}\n{LAST}\nThu Hà").html) == [
        "Vào mùa", LONG, NEXT, LAST, "Thu Hà",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_a_wrapped_text_keeps_its_paragraphs(read: Read, width: int) -> None:
    body = "\n\n".join(
        textwrap.fill(text, width, break_on_hyphens=False) for text in (LONG, NEXT, LAST)
    )
    assert paragraphs(read(body).html) == [LONG, NEXT, LAST]


def test_paragraphs_that_stand_together_by_mistake_are_divided(read: Read) -> None:
    assert paragraphs(read(f"{LAST}\n\n{LONG}\n{NEXT}\n\n{LAST}").html) == [LAST, LONG, NEXT, LAST]


def test_in_a_text_of_one_line_a_paragraph_one_line_is_the_photos_caption(read: Read) -> None:
    html = read(f"{LONG}\na.jpg\nCân mận ở đầu xã.\n{NEXT}\n{LAST}").html
    assert '<span class="caption">Cân mận ở đầu xã.</span>' in html
    assert paragraphs(html) == [LONG, NEXT, LAST]


def test_the_photographer_on_a_line_of_his_own_belongs_to_the_caption(read: Read) -> None:
    html = read(f"{LONG}\na.jpg\nb.jpg\nCân mận ở đầu xã.\nẢnh: Giàng Sính\n{NEXT}").html
    assert '<span class="caption">Cân mận ở đầu xã.</span>' in html
    assert '<span class="credit">Ảnh: Giàng Sính</span>' in html
    assert paragraphs(html) == [LONG, NEXT]


def test_between_blank_lines_a_caption_may_have_several_lines(read: Read) -> None:
    html = read(f"{LONG}\n\na.jpg\nCân mận.\nBốc mận lên xe.\n\n{NEXT}").html
    assert '<span class="caption">Cân mận. Bốc mận lên xe.</span>' in html
    html = read(f"{LONG}\n\na.jpg\nCân mận.\n{NEXT}\n\n{LAST}").html
    assert '<span class="caption">Cân mận.</span>' in html
    assert paragraphs(html) == [LONG, NEXT, LAST]


def test_what_stands_under_the_photographers_name_is_body(read: Read) -> None:
    result = read(f"{LONG}\n\na.jpg\nMột góc chợ. Ảnh: Giàng Sính\nKhách đến từ sớm.\n\n{NEXT}")
    assert '<span class="caption">Một góc chợ.</span>' in result.html
    assert paragraphs(result.html) == [LONG, "Khách đến từ sớm.", NEXT]
    assert result.said == []


def test_a_second_line_in_a_caption_is_told_for_it_may_be_body(read: Read) -> None:
    said = [(5, "dòng thứ hai dưới ảnh cũng thành chú thích: “Khách đến từ sớm.”")]
    assert read(f"{LONG}\n\na.jpg\nMột góc chợ\nKhách đến từ sớm.\n\n{NEXT}").said == said
    for fine in (
        "Một góc chợ\n\nKhách đến từ sớm.",
        "Một góc chợ Khách đến từ sớm.",
        "Một góc chợ\nẢnh: Giàng Sính",
        "Một góc chợ\nvùng cao.\nẢnh: Giàng Sính",
        "Một góc chợ.  \nKhách đến từ sớm.",
    ):
        assert read(f"{LONG}\n\na.jpg\n{fine}\n\n{NEXT}").said == []


@pytest.mark.parametrize(
    "lines",
    [
        ["Mưa giăng trên mái nhà sàn", "Chân ai lội suối vội vàng về khuya"],
        ["Suối reo", "mà núi lặng im", "bản xa nhóm lửa", "đi tìm mùa xuân"],
        ["ỦY BAN NHÂN DÂN XÃ NẬM LÚC", "Số: 12/KH-UBND"],
        ["Ban Biên tập", "Số 1, đường Hoàng Liên", "Thành phố Lào Cai"],
    ],
)
def test_verse_letter_heads_and_addresses_keep_their_lines(read: Read, lines: list[str]) -> None:
    html = read("\n\n".join([LONG, "\n".join(lines), NEXT])).html
    assert f"<p>{BREAK.join(lines)}</p>" in html


def test_regular_verse_keeps_together_amid_one_line_a_paragraph(read: Read) -> None:
    verse = [
        "Mưa giăng trên mái nhà sàn", "Chân ai lội suối vội vàng về khuya",
        "Mận chua ai hái đầu mùa", "Để người dưới chợ bán mua lần đầu",
    ]  # fmt: skip
    address = "Liên hệ: 0214 3840 123, ban@x.vn"
    html = read("\n".join([LONG, NEXT, *verse, address, LAST])).html
    assert f"<p>{BREAK.join(verse)}</p>" in html
    assert paragraphs(html)[-1] == LAST


def test_an_open_break_stays_and_is_told_once(read: Read) -> None:
    above = "Đoàn công tác của Sở Nông nghiệp và Phát triển nông thôn tỉnh"
    result = read(f"{above}\nLào Cai đi kiểm tra\n\n{above}\nLào Cai đi kiểm tra")
    assert result.html.count(f"{above}<br>\nLào Cai đi kiểm tra") == 2
    ((line, message),) = result.said
    assert line == 1
    assert "không rõ các dòng liền nhau này là một đoạn hay nhiều đoạn" in message


def test_two_lines_of_which_the_second_goes_on_in_small_letters_are_one(read: Read) -> None:
    above = "Đoàn công tác của Sở Nông nghiệp và Phát triển nông thôn"
    result = read(f"{above}\ntỉnh đi kiểm tra.")
    assert result.html == f"<p>{above}\ntỉnh đi kiểm tra.</p>"
    assert result.problems == []


@pytest.mark.parametrize("mark", ["\\", "  ", "<br>"])
def test_a_break_that_is_marked_stays(read: Read, mark: str) -> None:
    assert "<br>" in read(f"Chân núi có chợ,{mark}\nđầu núi có mây.").html
