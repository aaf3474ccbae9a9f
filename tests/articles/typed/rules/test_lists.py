from __future__ import annotations

import re

import pytest

from tests.articles.typed.conftest import Read


def items(html: str) -> list[str]:
    return re.findall(r"<li>([^<\n]*)", html)


@pytest.mark.parametrize(
    "mark", ["-", "–", "—", "•", "·", "●", "▪", "+", "*", "➢", "\uf0b7", "•\u00a0", "-\t", "•\t"]
)
def test_bullets_of_every_kind_make_a_list_under_a_line_of_text(read: Read, mark: str) -> None:
    html = read(f"Xã giao ba việc:\n{mark} Dọn đường\n{mark} Phát cỏ\n{mark} Trồng hoa").html
    assert html.startswith("<p>Xã giao ba việc:</p>\n<ul>")
    assert items(html) == ["Dọn đường", "Phát cỏ", "Trồng hoa"]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("1)", "2)", "3)"),
        ("(1)", "(2)", "(3)"),
        ("a)", "b)", "c)"),
        ("a.", "b.", "c."),
        ("(a)", "(b)", "(c)"),
        ("A.", "B.", "C."),
        ("d)", "đ)", "e)"),
        ("h)", "i)", "k)"),
        ("h)", "i)", "j)"),
        ("I.", "II.", "III."),
        ("i)", "ii)", "iii)"),
        ("1.1.", "1.2.", "1.3."),
        ("01.", "02.", "03."),
        ("1/", "2/", "3/"),
    ],
)
def test_marks_that_html_cannot_print_stay_in_the_text(
    read: Read, first: str, second: str, third: str
) -> None:
    html = read(f"Gồm:\n{first} Dọn đường\n{second} Phát cỏ\n{third} Trồng hoa").html
    assert '<ol class="typed">' in html
    assert items(html) == [f"{first} Dọn đường", f"{second} Phát cỏ", f"{third} Trồng hoa"]


def test_amounts_at_the_beginning_of_lines_are_text(read: Read) -> None:
    html = read("5.000 đồng một bắp.\n10.000 đồng một cốc.\n15.500 đồng một đĩa.").html
    assert html == (
        "<p>5.000 đồng một bắp.</p>\n<p>10.000 đồng một cốc.</p>\n<p>15.500 đồng một đĩa.</p>"
    )


def test_a_numbered_list_begins_at_the_number_typed(read: Read) -> None:
    html = read("3. Dọn đường\n4. Phát cỏ\n5. Trồng hoa").html
    assert html.startswith('<ol start="3">')
    assert items(html) == ["Dọn đường", "Phát cỏ", "Trồng hoa"]


def test_photos_and_paragraphs_between_items_do_not_restart_the_numbers(read: Read) -> None:
    html = read(
        "1. Dọn đường\n2. Phát cỏ\n\na.jpg\nNgười dân phát cỏ.\n\n3. Trồng hoa\n\n"
        "Việc sau cùng để đến mùa mưa.\n\n4. Trồng cây"
    ).html
    assert re.findall(r"<ol[^>]*>", html) == ["<ol>", '<ol start="3">', '<ol start="4">']
    assert "<figcaption>" in html


@pytest.mark.parametrize(
    "marks",
    [("1954.", "1979.", "1991."), ("1.", "3.", "7."), ("1.", "1.", "1."), ("5.", "4.", "3.")],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_numbers_that_do_not_count_up_by_one_are_text(
    read: Read, marks: tuple[str, ...], between: str
) -> None:
    html = read(between.join(f"{mark} Dựng lại chợ." for mark in marks)).html
    assert "<ol" not in html
    assert re.findall(r"\d+\. Dựng lại chợ\.", html) == [f"{mark} Dựng lại chợ." for mark in marks]


def test_a_gap_in_the_numbers_begins_a_list_at_the_number_typed(read: Read) -> None:
    html = read("1. Một\n2. Hai\n5. Năm\n6. Sáu").html
    assert re.findall(r"<ol[^>]*>", html) == ["<ol>", '<ol start="5">']


def test_two_spaces_nest(read: Read) -> None:
    html = read("- Dọn đường\n  - Đường xã\n  - Đường bản\n- Phát cỏ").html
    assert html == (
        "<ul>\n<li>Dọn đường<ul>\n<li>Đường xã</li>\n<li>Đường bản</li>\n</ul>\n</li>\n"
        "<li>Phát cỏ</li>\n</ul>"
    )


def test_a_single_item_below_another_is_nested_too(read: Read) -> None:
    html = read("1. Dọn đường\n   - Đường bản\n2. Phát cỏ").html
    assert html == (
        "<ol>\n<li>Dọn đường<ul>\n<li>Đường bản</li>\n</ul>\n</li>\n<li>Phát cỏ</li>\n</ol>"
    )


def test_lists_indented_as_a_whole_are_not_nested(read: Read) -> None:
    html = read("Nội dung gồm:\n    • Dọn đường;\n    • Phát cỏ;\n    1. Sáng;\n    2. Chiều.").html
    assert re.findall(r"<(ul|ol)>", html) == ["ul", "ol"]
    assert items(html) == ["Dọn đường;", "Phát cỏ;", "Sáng;", "Chiều."]


def test_marks_without_a_space_make_a_list_where_there_are_two(read: Read) -> None:
    assert items(read("1.Dọn đường\n2.Phát cỏ").html) == ["Dọn đường", "Phát cỏ"]
    assert items(read("•Dọn đường\n•Phát cỏ").html) == ["Dọn đường", "Phát cỏ"]
    assert items(read("-Dọn đường\n-Phát cỏ").html) == ["Dọn đường", "Phát cỏ"]
    html = read("-5 độ ở Sa Pa\n-3 độ ở Y Tý").html
    assert "<li>" not in html
    assert "-5 độ" in html


def test_a_dash_alone_before_a_sentence_is_a_line_of_an_interview(read: Read) -> None:
    html = read("Phóng viên hỏi về mùa quả.\n\n- Năm nay mận sai hơn mọi năm.\n\nÔng Lử cười.").html
    assert "<p>- Năm nay mận sai hơn mọi năm.</p>" in html


def test_dashes_with_a_question_among_them_are_dialogue(read: Read) -> None:
    html = read("- Chị về chợ nào?\n- Tôi về chợ Cốc Ly.").html
    assert "<li>" not in html
    assert "<p>- Chị về chợ nào?</p>\n<p>- Tôi về chợ Cốc Ly.</p>" in html


def test_one_asterisk_before_a_line_is_a_note(read: Read) -> None:
    assert (
        "<p>* Tên người trong bài đã đổi.</p>"
        in read("Đoạn.\n\n* Tên người trong bài đã đổi.").html
    )


def test_a_line_with_a_dash_under_a_photo_is_no_list(read: Read) -> None:
    assert (
        "<ul>" not in read("Đoạn văn mở đầu.\n\na.jpg\n- nơi dựng cây nêu.\n\nĐoạn cuối bài.").html
    )


def test_further_lines_of_an_item_stay_with_it(read: Read) -> None:
    html = read("- Ông Lử\n  Trưởng bản\n- Bà Mai\n\n  Phó bản").html
    assert html == (
        "<ul>\n<li>Ông Lử<br>\nTrưởng bản</li>\n<li>\n<p>Bà Mai</p>\n<p>Phó bản</p>\n</li>\n</ul>"
    )


def test_the_text_below_a_list_is_a_paragraph(read: Read) -> None:
    html = read("Gồm:\n- Dọn đường;\n- Phát cỏ.\nBà con bắt tay vào việc ngay.").html
    assert html.endswith("</ul>\n<p>Bà con bắt tay vào việc ngay.</p>")


def test_the_source_at_the_end_is_no_item(read: Read) -> None:
    html = read("Gồm:\n- Dọn đường;\n- Phát cỏ.\n- Nguồn: Báo Lào Cai").html
    assert items(html) == ["Dọn đường;", "Phát cỏ."]


def test_no_mark_in_the_middle_of_a_wrapped_sentence_makes_a_list(read: Read) -> None:
    wrapped = (
        "Đoàn công tác của tỉnh đi qua các xã dọc sông Hồng, từ Trịnh Tường đến\n"
        "- theo lịch trình đã báo trước cho các xã ấy một tuần lễ - xã Bảo Hà\n"
        "rồi trở về thành phố lúc chiều muộn, khi trời vừa tạnh cơn mưa rào đầu\n"
        "2024. Chuyến đi kế tiếp dự định vào cuối tháng."
    )
    html = read(wrapped).html
    assert html == f"<p>{wrapped}</p>"


def test_a_dash_before_the_credit_under_a_caption_is_no_item(read: Read) -> None:
    html = read("Chợ họp.\n\na.jpg\nMột góc chợ\n- Ảnh: Giàng Sính\n\nHết.").html
    assert '<span class="caption">Một góc chợ</span>' in html
    assert '<span class="credit">Ảnh: Giàng Sính</span>' in html
    assert "<li>" not in html


def test_a_letter_of_a_font_of_symbols_is_a_bullet_only_where_it_comes_again(read: Read) -> None:
    assert items(read("o\tĐường xã\no\tĐường bản").html) == ["Đường xã", "Đường bản"]
    for body in ("v\tĐường xã", "o\tĐường xã\n\nĐoạn.", "o\t5\nv\t7"):
        html = read(body).html
        assert "<li>" not in html
        assert body[0] in html
