from __future__ import annotations

import pytest

from plugins.attribution.lines.body import BodyLines
from plugins.attribution.lines.finding import find_misplaced, find_source_line
from plugins.attribution.lines.line import BrokenLine, SourceLine
from plugins.names.outlets import KnownOutlets


def body(text: str) -> BodyLines:
    return BodyLines(text.split("\n"))


def test_the_last_line_is_found_glued_under_a_paragraph(known: KnownOutlets) -> None:
    found = find_source_line(body("Đoạn cuối chưa chấm\nNguồn: Báo A"), known)
    assert found is not None
    assert (found.start, found.end) == (1, 2)
    assert isinstance(found.line, SourceLine)


def test_the_rest_of_a_sentence_is_not_found(known: KnownOutlets) -> None:
    assert find_source_line(body("Vốn lấy từ hai\nnguồn: ngân sách và dân góp"), known) is None
    assert find_source_line(body("Số ca tăng 40%,\ntheo Sở Y tế."), known) is None
    assert find_source_line(body("Số ca tăng.\nTheo Sở Y tế."), known) is not None


def test_a_reference_link_is_resolved(known: KnownOutlets) -> None:
    found = find_source_line(body("Nguồn: [Báo A][1]\n\n[1]: https://a.example/x"), known)
    assert found is not None
    assert isinstance(found.line, SourceLine)
    assert found.line.claim.source.url == "https://a.example/x"


def test_a_broken_line_is_found_as_such(known: KnownOutlets) -> None:
    found = find_source_line(body("Đoạn.\n\nNguồn:"), known)
    assert found is not None
    assert found.line == BrokenLine(empty=True)


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("Nguồn: Báo A\n\nĐoạn một.", 0),
        ("Đoạn.\n\nNguồn: Báo A\n\nTin liên quan", 2),
        ("Nguồn: Báo A\n\nNguồn: Báo B\n\nĐoạn.", 2),
        ("Đoạn.\n\nĐoạn cuối./. (Theo TTXVN)", 2),
        ("Đoạn.\n\nẢnh: Ngọc Bằng; Nguồn: Báo A", 2),
        ("Đoạn cuối. Nguồn: Báo A", 0),
        ("Đoạn cuối. Trích nguồn tin: Báo A\n\nĐoạn.\n\nTheo nguồn: Báo B\n\nĐoạn.", 4),
        ("> Trích.\nNguồn: Báo A", 1),
        ("Nguồn:\n- Báo A\n- Báo B", 0),
    ],
)
def test_a_line_in_the_wrong_place_is_noticed(text: str, index: int, known: KnownOutlets) -> None:
    assert find_misplaced(body(text), known) == index


@pytest.mark.parametrize(
    "text",
    [
        "Đoạn một.\n\nĐoạn hai.",
        "```\nNguồn: Báo A\n```",
        "> Nguồn: Báo A",
        "<!-- Nguồn: Báo A -->\nĐoạn.",
        "Vốn lấy từ hai\nnguồn: ngân sách và dân góp\nĐoạn.",
        "Số liệu (theo dõi từ 2020)",
        "Nguồn ảnh: Báo A\n\nĐoạn.",
        "Chợ phiên. Nguồn ảnh: Báo A",
    ],
)
def test_nothing_is_noticed_where_nothing_is(text: str, known: KnownOutlets) -> None:
    assert find_misplaced(body(text), known) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Đoạn.\n\nĐường đã thông xe. Theo TTXVN", "Đường đã thông xe."),
        ("Đường đã thông xe. (Theo Infonet)", "Đường đã thông xe."),
        ("Đường đã thông xe. Dẫn nguồn: Báo A", "Đường đã thông xe."),
        ("Đường đã thông xe. TRÍCH NGUỒN TIN: Báo A", "Đường đã thông xe."),
        ("Đường đã thông xe. Nguon: Báo A", "Đường đã thông xe."),
        ("Đường đã thông xe (Dẫn nguồn: TTXVN)", "Đường đã thông xe"),
        ("Đường đã thông xe. (theo nguồn tin: TTXVN)", "Đường đã thông xe."),
        ("Đường đã thông xe./. (Nguồn: Báo A)", "Đường đã thông xe./."),
        ("Đường đã thông xe! *Nguồn: Báo A*", "Đường đã thông xe!"),
        ("Ông nói: “Đã xong.” Theo Báo A", "Ông nói: “Đã xong.”"),
        ("Đường đã thông xe (Theo TTXVN)", "Đường đã thông xe"),
    ],
)
def test_the_last_words_behind_a_sentence_are_the_source(
    text: str, rest: str, known: KnownOutlets
) -> None:
    found = find_source_line(body(text), known)
    assert found is not None
    assert isinstance(found.line, SourceLine)
    assert len(found.line.claim.source.outlets) == 1
    assert found.rest == rest


@pytest.mark.parametrize(
    "text",
    [
        "Số ca tăng 20%, theo Sở Y tế",
        "Số ca tăng 20% (theo Sở Y tế).",
        "Số ca tăng. Theo Sở Y tế, nay đã có 28 ca.",
        "Số ca tăng. Theo quy định",
        "Số ca tăng. Theo Lào Cai",
        "a.jpg\nChợ phiên. (Nguồn: Báo A)",
        "> Đã thông xe. Theo TTXVN",
    ],
)
def test_a_sentence_about_its_source_stays_whole(text: str, known: KnownOutlets) -> None:
    assert find_source_line(body(text), known) is None


@pytest.mark.parametrize(
    "end",
    ["Chợ.\n\n(Theo Báo A)", "Chợ.\n\n*(Theo Báo A)*", "\n(Theo Báo A)", "Chợ.\n\n*Theo Báo A*"],
)
def test_from_whom_a_text_is_may_stand_below_a_photo(end: str, known: KnownOutlets) -> None:
    assert find_source_line(body(f"Đoạn cuối.\n\na.jpg\n{end}"), known) is not None


@pytest.mark.parametrize("end", ["Chợ.\n(Theo Báo A)", "(Theo Báo A)", "Chợ.\n\n(Nguồn: Báo A)"])
def test_a_photos_source_is_not_the_texts(end: str, known: KnownOutlets) -> None:
    assert find_source_line(body(f"Đoạn cuối.\n\na.jpg\n{end}"), known) is None


@pytest.mark.parametrize(
    "text",
    ["a.jpg\n(Nguồn: Báo A)\n\nHết.", "a.jpg\nChợ.\n\n(Nguồn: Báo A)\n\nHết."],
)
def test_a_photos_source_is_not_misplaced(text: str, known: KnownOutlets) -> None:
    assert find_misplaced(body(text), known) is None


@pytest.mark.parametrize("caption", ["", "Chợ phiên.\n"])
def test_a_last_line_in_brackets_below_a_photo_is_asked_about(
    caption: str, known: KnownOutlets
) -> None:
    text = f"Đoạn cuối.\n\na.jpg\n{caption}\n(Nguồn: Báo A)"
    assert find_source_line(body(text), known) is None
    assert find_misplaced(body(text), known) == text.count("\n")


def test_a_last_line_that_says_when_it_came_out_is_the_texts_below_a_photo_too(
    known: KnownOutlets,
) -> None:
    end = "(Nguồn: Báo A, ngày 5/9/2024)"
    assert find_source_line(body(f"Đoạn cuối.\n\na.jpg\n\n{end}"), known) is not None
    assert find_source_line(body(f"Đoạn cuối.\n\na.jpg\n{end}"), known) is None


@pytest.mark.parametrize("between", ["\n", "\n\n", "  \n"])
@pytest.mark.parametrize(
    "address",
    [
        *("{}", "<{}>", "[{}]({})", "Link gốc: {}", "Đường dẫn bài gốc: {}", "URL: <{}>"),
        "[Đọc bài gốc]({})",
    ],
)
def test_a_sources_address_may_stand_on_the_line_below(
    address: str, between: str, known: KnownOutlets
) -> None:
    url = "https://baoa.vn/cho-phien-123.html"
    text = f"Đoạn cuối.\n\nNguồn: Thu Hà, Báo A{between}{address.replace('{}', url)}\n"
    found = find_source_line(body(text), known)
    assert found is not None
    assert isinstance(found.line, SourceLine)
    assert (found.start, found.end) == (2, text.count("\n"))
    source = found.line.claim.source
    assert (source.author, source.outlet, source.url) == ("Thu Hà", "Báo A", url)


@pytest.mark.parametrize(
    "text",
    [
        "Đoạn cuối.\n\nhttps://baoa.vn/1.html",
        "Đoạn cuối.\n\nNguồn: [Báo A](https://baoa.vn/1.html)\n\nhttps://baoa.vn/2.html",
        "Đoạn cuối.\n\nNguồn: Báo A\n\n[a]: b.html\n\nhttps://baoa.vn/1.html",
        "Đoạn cuối.\n\nNguồn: Báo A\n\nXem thêm: https://baoa.vn/1.html",
        "Đoạn cuối có lời dẫn. Theo Báo A\n\nhttps://baoa.vn/1.html",
    ],
)
def test_an_address_that_is_not_the_sources_alone_stays(text: str, known: KnownOutlets) -> None:
    assert find_source_line(body(text), known) is None


def test_the_address_of_a_film_below_a_source_is_a_film(known: KnownOutlets) -> None:
    text = "Đoạn cuối.\n\nNguồn: Báo A\n\nhttps://youtu.be/abc"
    assert find_source_line(body(text), known, lambda line: "youtu" in line) is None
