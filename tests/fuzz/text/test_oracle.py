"""The oracle itself: a page from which anything is missing does not pass."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from plugins.articles.reader import Reading
from plugins.core import checks
from plugins.core.problems import Problem
from tests.fuzz.text.articles import articles
from tests.fuzz.text.layouts import with_blank_lines
from tests.fuzz.text.oracle import Lost, lost
from tests.fuzz.text.room import HEAD, Room
from tests.fuzz.text.words import Draw

_WORD = re.compile(r"(?<![\w<&/=\"-])[^\W_]+(?![\w>;=\"])(?=[^<>]*<)")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    return Room(tmp_path_factory.mktemp("content"))


def read(room: Room, text: str) -> Reading:
    reading = room.read(text)
    assert isinstance(reading, Reading), str(reading)
    return reading


def showing(reading: Reading, html: str) -> Reading:
    return reading._replace(body=reading.body._replace(html=html))


def say(room: Room, body: str, html: str, *warnings: Problem) -> list[Lost]:
    """What the oracle finds if ``body`` came out as ``html``."""
    reading = showing(read(room, f"{HEAD}Đoạn."), html)
    return lost(HEAD + body, reading._replace(warnings=warnings))


def drop(html: str, draw: Draw) -> str:
    match = draw.one(list(_WORD.finditer(html)))
    return html[: match.start()] + html[match.end() :]


def change_digit(html: str, draw: Draw) -> str:
    digits = [m for m in _WORD.finditer(html) if m[0].isdecimal()]
    if not digits:
        return html
    match = draw.one(digits)
    return html[: match.start()] + str(int(match[0]) + 1) + html[match.end() :]


def swap(html: str, draw: Draw) -> str:
    words = list(_WORD.finditer(html))
    at = draw.number(len(words) - 1)
    one, other = words[at], words[at + 1]
    between = html[one.end() : other.start()]
    return html[: one.start()] + other[0] + between + one[0] + html[other.end() :]


def drop_line(html: str, draw: Draw) -> str:
    paragraphs = list(re.finditer(r"<p>.*?</p>", html, re.DOTALL))
    match = draw.one(paragraphs)
    return html[: match.start()] + html[match.end() :]


def double(html: str, draw: Draw) -> str:
    paragraphs = [m for m in re.finditer(r"<p>.*?</p>", html, re.DOTALL) if m[0].count(" ") > 6]
    match = draw.one(paragraphs)
    return html[: match.end()] + match[0] + html[match.end() :]


@pytest.fixture(scope="module")
def whole(room: Room) -> list[tuple[int, str, Reading]]:
    """Articles of which all is on their pages, by their numbers, with what they were read as."""
    found = []
    for article in articles(90):
        text = HEAD + with_blank_lines(article.blocks)
        # What a message quotes may be missing.
        reading = read(room, text)._replace(warnings=())
        if not lost(text, reading):
            found.append((article.number, text, reading))
    return found


@pytest.mark.parametrize("mutate", [drop, change_digit, swap, drop_line, double])
def test_every_mutant_of_a_page_is_found(
    whole: list[tuple[int, str, Reading]], mutate: Callable[[str, Draw], str]
) -> None:
    survivors = []
    tried = 0
    for article, text, reading in whole:
        for number in range(2):
            mutant = mutate(reading.body.html, Draw(f"{article} {number}"))
            if mutant == reading.body.html:
                continue
            tried += 1
            if not lost(text, showing(reading, mutant)):
                survivors.append((article, number))
    assert tried > 90
    assert survivors == []


def test_what_is_shown_as_it_was_typed_is_not_lost(room: Room) -> None:
    assert say(room, "Năm 1954 ở **Sa Pa**.", "<p>Năm 1954 ở <strong>Sa Pa</strong>.</p>") == []
    assert say(room, "chữ đ**ậm** và 5*3", "<p>chữ đ<strong>ậm</strong> và 5*3</p>") == []
    assert say(room, "a &eacute;t&amp;b&nbsp;c", "<p>a ét&amp;b\u00a0c</p>") == []
    assert say(room, "e\u0302\u0301m", "<p>ếm</p>") == []


def test_a_changed_digit_is_lost_and_its_line_is_named(room: Room) -> None:
    assert say(room, "Năm 1954.\n\nNăm 1955.", "<p>Năm 1954.</p><p>Năm 1956.</p>") == [
        Lost("lost", 6, "1955")
    ]


def test_a_word_that_was_typed_five_times_is_shown_five_times(room: Room) -> None:
    assert say(room, "và và và và và", "<p>và và và và</p>") == [Lost("lost", 4, "và")]


def test_a_moved_line_is_told_from_a_lost_one(room: Room) -> None:
    found = say(room, "Một hai.\n\nBa bốn.\n\nNăm.", "<p>Ba bốn.</p><p>Năm.</p><p>Một hai.</p>")
    assert [each.what for each in found] == ["moved"]


def test_the_number_that_a_browser_prints_counts(room: Room) -> None:
    body = "1954. Một\n1979. Hai"
    shown = '<ol start="1954"><li>Một</li><li value="1979">Hai</li></ol>'
    assert say(room, body, shown) == []
    counted = '<ol start="1954"><li>Một</li><li>Hai</li></ol>'
    assert say(room, body, counted) == [Lost("lost", 5, "1979")]
    assert say(room, "a) Một\nb) Hai", '<ol type="a"><li>Một</li><li>Hai</li></ol>') == []


def test_an_address_may_stand_in_an_attribute_but_a_text_may_not(room: Room) -> None:
    assert say(room, "[chữ](https://a.vn/b-1)", '<p><a href="https://a.vn/b-1">chữ</a></p>') == []
    assert say(room, "chữ (x)", '<p><a title="x">chữ</a></p>') == [Lost("lost", 4, "x")]
    assert say(room, "[chữ](https://a.vn/b-1)", '<p><a href="https://a.vn">chữ</a></p>') == [
        Lost("lost", 4, "b 1")
    ]


def test_a_used_label_has_done_its_work_and_an_unused_one_is_text(room: Room) -> None:
    body = "[chữ][x1]\n\n[x1]: https://a.vn"
    assert say(room, body, '<p><a href="https://a.vn">chữ</a></p>') == []
    found = say(room, body, "<p>chữ</p>")
    assert "x1" in " ".join(each.words for each in found)


def test_html_is_no_text_but_what_it_says_is(room: Room) -> None:
    body = '<div markdown="1" class="khung">Chữ <b>đậm</b></div><!-- ghi chú -->'
    assert say(room, body, '<div class="khung"><p>Chữ <b>đậm</b></p></div>') == []
    assert say(room, "Ông <Nam> nói", "<p>Ông nói</p>") == [Lost("lost", 4, "Nam")]


def test_a_footnote_is_looked_for_among_the_footnotes(room: Room) -> None:
    body = "Chữ[^a] sau.\n\n[^a]: Chú thích dài.\n\nHết bài."
    page = (
        '<p>Chữ<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup> sau.</p>'
        '<p>Hết bài.</p><div class="footnote"><hr><ol><li id="fn:a"><p>{}</p></li></ol></div>'
    )
    assert say(room, body, page.format("Chú thích dài.")) == []
    assert say(room, body, page.format("Chú thích.")) == [Lost("lost", 6, "dài")]


def test_what_a_message_quotes_is_not_lost_in_silence(room: Room) -> None:
    def warning(text: str, line: int) -> Problem:
        return Problem(checks.PORTAL_LINES_DROPPED, "bai.md", line, text, "Xóa dòng này.")

    quoted = warning("đã bỏ: “Đang truy cập: 12 người”", 6)
    body = "Đoạn.\n\nĐang truy cập: 12 người"
    assert say(room, body, "<p>Đoạn.</p>", quoted) == []
    assert say(room, body, "<p>Đoạn.</p>", warning("đã bỏ: “Đang truy cập”", 6)) == [
        Lost("lost", 6, "12 người")
    ]
    # A word quoted elsewhere says nothing of this line's.
    assert say(room, "12 người", "<p></p>", warning("đã bỏ “người”", 9)) != []
    # Nor do the message's own words.
    assert say(room, "dòng này", "<p></p>", warning("đã bỏ “x”", 4)) == [
        Lost("lost", 4, "dòng này")
    ]


def test_a_sign_off_may_become_data_and_other_lines_may_not(room: Room) -> None:
    reading = read(room, f"{HEAD}Đoạn.\n\nNguồn: Báo Lào Cai")
    assert reading.article.source is not None
    assert lost(f"{HEAD}Đoạn.\n\nNguồn: Báo Lào Cai", reading) == []
    assert lost(f"{HEAD}Đoạn.\n\nNguồn: Báo Lào Cai 2", reading) == [
        Lost("lost", 6, "Nguồn Báo Lào Cai 2")
    ]
    kept = showing(reading, "<p>Đoạn ở có hay.</p>")
    assert lost(f"{HEAD}Đoạn ở Lào Cai có hay.", kept) == [Lost("lost", 4, "Lào Cai")]


def test_a_photo_has_its_file_name_and_its_caption_is_seen(room: Room) -> None:
    text = f"{HEAD}a1.jpg\nQuang cảnh. (Ảnh: Thu Hà)\n\nĐoạn."
    reading = read(room, text)
    assert lost(text, reading) == []
    without = reading.body.html.replace("Quang cảnh.", "")
    assert Lost("lost", 5, "Quang cảnh") in lost(text, showing(reading, without))
    nobody = reading._replace(
        article=replace(reading.article, lead_photo=None),
        body=reading.body._replace(photos=(), figures=()),
    )
    assert lost(f"{HEAD}Đoạn.\n\na1.jpg", showing(nobody, "<p>Đoạn.</p>")) != []


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("Title: Bản tin thử\nDate: 11/01/2024 15:30\nTags: Sa Pa, Bắc Hà", []),
        ("---\ntitle: Bản tin thử\ndate: 2024-01-11 15:30\n---", []),
        ("Title: Bản tin khác\nDate: 11/01/2024 15:30", ["khác"]),
        ("Title: Bản tin thử\nDate: 12/01/2024 15:30", ["12"]),
        ("Title: Bản tin thử\nDate: 11/01/2024\nTags: Y Tý", ["Y Tý"]),
    ],
)
def test_every_value_of_the_head_is_in_the_data(room: Room, head: str, words: list[str]) -> None:
    reading = read(room, f"{HEAD.strip()}\nTags: Sa Pa, Bắc Hà\n\nĐoạn.")
    assert [each.words for each in lost(f"{head}\n\nĐoạn.", reading)] == words


def test_who_is_named_in_a_sign_off_or_a_credit_is_named_whole(room: Room) -> None:
    caption = "Chợ phiên. Ảnh: Báo [B*C](https://baolaocai.vn/x)"
    text = f"{HEAD}a1.jpg\n{caption}\n\nĐoạn.\n\n**Nguồn: Báo D*E**"
    reading = read(room, text)
    assert lost(text, reading) == []
    other = text.replace("D*E", "D*EG").replace("B*C", "B*CG")
    assert [each.line for each in lost(other, reading)] == [5, 9]
    unlinked = reading.body.html.replace("https://baolaocai.vn/x", "#")
    assert [each.words for each in lost(text, showing(reading, unlinked))] == [
        "https baolaocai vn x"
    ]


def test_a_credit_has_its_label_and_its_name_however_a_tag_divides_them(room: Room) -> None:
    text = f"{HEAD}a1.jpg\nẢn<span class=k>h:Nam\n\nĐoạn."
    reading = read(room, text)
    assert lost(text, reading) == []
    for credit, left, words in (("Ảnh: Nam", "Ảnh: Na", "Nam"), ("Ảnh: Nam", "", "Ản h Nam")):
        mutant = reading.body.html.replace(credit, left)
        assert [each.words for each in lost(text, showing(reading, mutant))] == [words]


def test_what_stands_behind_a_sign_off_is_looked_for_on_the_page(room: Room) -> None:
    text = f"{HEAD}Đoạn.\n\nTin, ảnh: Vàng Mai Ảnh: Thào"
    reading = read(room, text)
    assert reading.article.author_names == ("Vàng Mai",)
    assert lost(text, reading) == []
    mutant = reading.body.html.replace("Thào", "")
    assert [each.line for each in lost(text, showing(reading, mutant))] == [6]


def test_a_word_that_a_tag_divides_is_the_word_that_is_shown(room: Room) -> None:
    assert say(room, "s</p>i<sup>1</sup>", "<p>si<sup>1</sup></p>") == []
    assert say(room, "s</p>i<sup>1</sup>", "<p>si</p>") == [Lost("lost", 4, "1")]
    assert say(room, "&#1<td>1", "<p>&amp;#11</p>") == []
    assert say(room, "&#1<td>1", "<p>1</p>") == [Lost("lost", 4, "1")]


def test_a_link_that_a_message_quotes_leaves_the_source_named(room: Room) -> None:
    text = f"{HEAD}Đoạn.\n\nNguồn:a.vn/b g.vn/"
    reading = read(room, text)
    assert lost(text, reading) == []
    assert lost(text, reading._replace(warnings=())) != []


def test_a_role_whose_name_a_message_quotes_has_become_data(room: Room) -> None:
    text = f"{HEAD}Đoạn.\n\nNguồn:www.[c][1]\n[1]:http://m.v"
    reading = read(room, text)
    assert lost(text, reading) == []
    assert lost(text, reading._replace(warnings=())) != []
    assert lost(f"{HEAD}Đoạn.\n\nNguồn", reading) == [Lost("lost", 6, "Nguồn")]


def test_a_message_quotes_as_one_word_what_marks_divide(room: Room) -> None:
    body = "Đoạn văn đầu.\n\nNguồn:a.vn/b[ữ](g.vn/h)"
    assert lost(HEAD + body, read(room, HEAD + body)) == []
    other = "Đoạn văn đầu.\n\nNguồn:a.vn/b[ũ](g.vn/h)"
    assert lost(HEAD + other, read(room, HEAD + body)) != []


def test_a_comment_that_is_shown_helps_to_find_the_order(room: Room) -> None:
    body = "6<!--\nTheo-->ĩ (Theo N)"
    reading = read(room, HEAD + body)
    assert lost(HEAD + body, reading) == []
    html = reading.body.html.replace("ĩ", "")
    assert lost(HEAD + body, showing(reading, html)) != []


def test_a_comment_within_another_is_text_but_in_raw_html(room: Room) -> None:
    for body in (
        "<h2><!--t<!-- u -->",
        "<h2>a <!--t<!--->",
        "<!--t<!-- u --> b",
        "a <!--t<!-- u -->",
    ):
        assert lost(HEAD + body, read(room, HEAD + body)) == []
    assert say(room, "a <!--t<!-- u --> b", "<p>a b</p>") == [Lost("lost", 4, "t")]
    assert say(room, "<h2>a<!--t<!-- u --> b</h2>", "<h2>a</h2>") == [Lost("lost", 4, "b")]


def test_a_credit_that_a_link_left_open_has_parted_is_one(room: Room) -> None:
    body = "<a>\nphong-su.mp4\nẢnh:e@f.vn<br>e"
    reading = read(room, HEAD + body)
    assert "Ảnh: </span>" in reading.body.html
    assert lost(HEAD + body, reading) == []
    assert lost(HEAD + body, showing(reading, reading.body.html.replace(">e<", "><"))) != []


@pytest.mark.parametrize(
    "body",
    [
        "PV: Thu Hà",
        "Phóng viên:Thu Hà",
        ": Lê Ngọc Bằng\n\nNgọc Bằng\nTag:1",
        "Bà con Khánh Yên trao sách.Bài và ảnh: Q<b>uang Huy\nQuang Huy",
        "[^1]:n\n[^1][ữ][1]\n[1]:m.vn",
        "\\``<u>``",
        "N*[X]:Theo.Theo V",
        "d<u>http://",
        'ắ<r"<p>">',
        "c<!--ĩ<!--c-->m",
        "~~~[^1]\n[^1]:</div>ợ\n~~~\ni",
        "d[](a1.jpg)http://",
        "Đoạn.\n\nhttp://www.youtube.com/watch?v=abcdefghijk",
        "<!--\nNguồn:-->t",
        "[1]:m.vn\n\n<td>\n\n][1]",
        "Nguồn(i.df)c.vn",
        "![[1]](a1.jpg)",
        "to<script>àn\nto<a>àn",
        "</u <script>",
        "</g c<b>y",
        "</g c<video>y</video> </g c<textarea>y",
        "<td <!--d<!-->",
        "[X]:Theo (Theo N)\nTin,ảnh:H",
        "[1]:/n\n*[X]:[][1]",
        "a1.jpg\nẢnh:http://x.&mp;",
    ],
)
def test_what_is_said_in_other_words_or_out_of_order_is_not_lost(room: Room, body: str) -> None:
    assert lost(HEAD + body, read(room, HEAD + body)) == []


def test_of_two_equal_names_the_one_that_signs_is_data(room: Room) -> None:
    body = ": Lê Ngọc Bằng\n\nNgọc Bằng\nTag:1"
    reading = read(room, HEAD + body)
    html = reading.body.html.replace("Ngọc Bằng", "")
    assert lost(HEAD + body, showing(reading, html)) != []


def test_a_source_that_differs_is_lost_though_a_message_tells_of_its_line(room: Room) -> None:
    reading = read(room, f"{HEAD}Nguồn(i.df)c.vn")
    assert lost(f"{HEAD}Nguồn(i.df)d.vn", reading) != []


def test_a_label_may_go_where_an_abbreviation_refers_to_it_and_no_other_word(room: Room) -> None:
    body = "[1]:/n\n*[X]:[chợ][1]"
    reading = read(room, HEAD + body)
    assert lost(HEAD + body, reading) == []
    assert lost(HEAD + body, showing(reading, reading.body.html.replace("chợ", ""))) != []


def test_an_entity_in_an_address_may_stand_as_it_was_typed(room: Room) -> None:
    body = "a1.jpg\nẢnh:http://x.&mp; Hà"
    reading = read(room, HEAD + body)
    assert lost(HEAD + body, reading) == []
    assert lost(HEAD + body, showing(reading, reading.body.html.replace("Hà", ""))) != []


def test_a_credit_that_ends_with_a_colon_is_whole(room: Room) -> None:
    body = "so-lieu.xlsx\nẢnh:u:\nc\nchợ phiên.jpeg\nđây\n\nm"
    reading = read(room, HEAD + body)
    assert lost(HEAD + body, reading) == []
    html = reading.body.html.replace(">đây</span>", "></span>")
    assert lost(HEAD + body, showing(reading, html)) == [Lost("lost", 8, "đây")]
