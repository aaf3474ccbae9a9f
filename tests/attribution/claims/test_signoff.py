from __future__ import annotations

import pytest

from plugins.attribution.claims.signoff import find_sign_off, find_signature, is_named_like_a_person
from plugins.attribution.lines.body import BodyLines
from plugins.names.outlets import KnownOutlets
from tests.attribution.conftest import Reader


def sign_off(text: str, known: KnownOutlets) -> tuple[int, str] | None:
    return find_sign_off(BodyLines(text.split("\n")), known)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("TTXVN", "TTXVN"),
        ("(TTXVN/Vietnam+)", "TTXVN/Vietnam+"),
        ("**Báo Lào Cai điện tử**", "Báo Lào Cai điện tử"),
        ("Trần Tuấn Ngọc/Báo Lào Cai", "Trần Tuấn Ngọc/Báo Lào Cai"),
        ("Ngọc Bằng - Báo Lào Cai", "Ngọc Bằng - Báo Lào Cai"),
        ("Tổng hợp từ Báo Lào Cai, TTXVN", "Báo Lào Cai, TTXVN"),
        ("Tổng hợp: TTXVN", "TTXVN"),
        ("<p align=right>Báo Lào Cai</p>", "Báo Lào Cai"),
        ("baolaocai.vn", "baolaocai.vn"),
        ("https://baolaocai.vn/mua-man", "baolaocai.vn"),
    ],
)
def test_a_last_line_of_nothing_but_outlets_is_a_sign_off(
    line: str, names: str, known: KnownOutlets
) -> None:
    assert sign_off(f"Đoạn cuối.\n\n{line}\n", known) == (2, names)


@pytest.mark.parametrize(
    "end",
    [
        "\n\nXem toàn văn tại đây:\n\nhttps://baolaocai.vn/mua-man",
        "\n\nNgọc Bằng",
        "\n\nBBT (Tổng hợp)",
        "\n\nẢnh: TTXVN",
        "\n\n1.jpg",
        "\n\nmau-don.doc",
        "\n\nBáo Lào Cai đưa tin về hội nghị.",
        "\n\n- Sở Y tế\n- Công an tỉnh",
        "\n\n> TTXVN",
        " của\nBáo Lào Cai",
        "\n\n[^1]: TTXVN",
    ],
)
def test_other_last_lines_are_none(end: str, known: KnownOutlets) -> None:
    assert sign_off(f"Đoạn cuối.{end}", known) is None


def test_a_name_on_the_line_above_belongs_to_the_outlet(known: KnownOutlets) -> None:
    assert sign_off("Hết.\n\nTrần Tuấn Ngọc\nBáo Lào Cai", known) == (
        3,
        "Trần Tuấn Ngọc, Báo Lào Cai",
    )
    assert sign_off("Hết.\n\nTheo Quỳnh Trang\nTTXVN", known) == (3, "Quỳnh Trang, TTXVN")
    assert sign_off("Bà con gửi thư tới\nBáo Lào Cai", known) is None


def test_the_line_with_the_words_is_named_not_its_wrapper(known: KnownOutlets) -> None:
    assert sign_off("Đoạn.\n\n<div>\n\nTTXVN\n\n</div>", known) == (4, "TTXVN")


@pytest.mark.parametrize(
    "end",
    [
        "Chợ phiên\n\n**Ngọc Bằng**",
        "Chợ phiên\n\n***Ngọc Bằng***",
        "Chợ phiên\n\n*Ngọc Bằng*",
        "Chợ phiên\n\n*Bài, ảnh: Ngọc Bằng*",
        "Chợ phiên\n\n(Bài, ảnh: Ngọc Bằng)",
        "Chợ phiên\n\n(Ngọc Bằng)",
        "\n*Bài và ảnh: Ngọc Bằng*",
        "\n**Ngọc Bằng**",
    ],
)
def test_below_a_photo_the_text_may_be_signed(end: str, known: KnownOutlets) -> None:
    signed = find_signature(BodyLines(f"Đoạn cuối.\n\na.jpg\n{end}".split("\n")), known)
    assert signed is not None
    assert (signed.signature.people, signed.signature.certain) == ("Ngọc Bằng", True)


@pytest.mark.parametrize(
    "end",
    [
        "\n*Ngọc Bằng*",
        "\n*Ngọc Bằng. Ảnh: Thu Hà*",
        "\n(Ngọc Bằng)",
        "Chợ phiên\n*Ngọc Bằng*",
        "*Bài, ảnh: Ngọc Bằng*",
        "\n*Chợ phiên*",
    ],
)
def test_what_may_be_a_caption_signs_nothing(end: str, known: KnownOutlets) -> None:
    assert find_signature(BodyLines(f"Đoạn cuối.\n\na.jpg\n{end}".split("\n")), known) is None


def test_an_empty_body_is_not_signed(known: KnownOutlets) -> None:
    assert sign_off("", known) is None


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("Trần Tuấn Ngọc", True),
        ("Lê Hà, Mai Anh", True),
        ("Nhà báo Trần Tuấn Ngọc", True),
        ("Báo Lào Cai", False),
        ("Gió Núi", False),
        ("Lào Cai", False),
        ("Internet", False),
    ],
)
def test_a_family_name_tells_a_person_from_a_magazine(
    name: str, like: bool, known: KnownOutlets
) -> None:
    assert is_named_like_a_person(name, known) is like


def test_a_sign_off_stays_in_the_body_with_a_warning_that_says_how_to_write_it(
    read: Reader,
) -> None:
    article = read("Đoạn.\n\nTổng hợp từ Báo Lào Cai, TTXVN")
    assert article.source is None
    assert "<p>Tổng hợp từ Báo Lào Cai, TTXVN</p>" in article.html
    (problem,) = article.problems
    assert (problem.level, problem.line) == ("warning", 6)
    assert "“Nguồn: Báo Lào Cai, TTXVN”" in problem.fix


def test_a_sign_off_is_no_matter_where_the_source_is_known(read: Reader) -> None:
    assert read("Đoạn.\n\nTTXVN", Source="Báo Lào Cai").problems == []


@pytest.mark.parametrize(
    ("body", "fields", "line"),
    [
        ("Đoạn.\n\nNguồn: Trần Tuấn Ngọc", {}, 6),
        ("Đoạn.", {"Source": "Trần Tuấn Ngọc"}, 2),
        ("Đoạn.", {"Source": ["Trần Tuấn Ngọc"]}, 2),
    ],
)
def test_a_source_that_names_a_person_alone_is_a_warning(
    body: str, fields: dict[str, object], line: int, read: Reader
) -> None:
    article = read(body, **fields)
    (problem,) = article.problems
    assert (problem.level, problem.line) == ("warning", line)
    assert "Trần Tuấn Ngọc" in problem.message


def test_a_footnotes_mark_is_no_part_of_an_outlets_name(read: Reader) -> None:
    article = read("Đoạn.\n\nNguồn: Báo Lào Cai[^1]\n\n[^1]: Số ra ngày 11/1.")
    assert article.source is not None
    assert article.source.outlet == "Báo Lào Cai"
    assert "Số ra ngày 11/1." in article.html
    (problem,) = article.problems
    assert (problem.level, problem.line) == ("warning", 6)
    assert "[^1]" in problem.message
