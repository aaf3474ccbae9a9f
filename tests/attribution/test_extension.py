from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.attribution.extension import AttributionExtension
from plugins.core.document import Document, Field
from plugins.photos import PhotoLibrary
from tests.attribution.conftest import Read, Reader, read_article

BODY = "Hội nghị khai mạc sáng nay.\n\nĐại biểu ra về lúc trưa."
HTML = "<p>Hội nghị khai mạc sáng nay.</p>\n<p>Đại biểu ra về lúc trưa.</p>"
LINE = "Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử"


def names(article: Read) -> tuple[str | None, list[str]]:
    assert article.source is not None, article.problems
    return article.source.author, [outlet.name for outlet in article.source.outlets]


@pytest.mark.parametrize(
    "end",
    [
        f"\n\n{LINE}",
        f"\n{LINE}",
        f"\n\n{LINE}\n\n\u00a0\n",
        "\n\n" + "\u00a0 " * 70 + LINE + " ",
        f"\n\n      {LINE}",
        f"\n\n\t\t{LINE}",
        f"\n\n**{LINE}**",
        f"\n\n***Nguồn***: {LINE[7:]}",
        f"\n\n({LINE})",
        f'\n\n<p align="right">{LINE}</p>',
        f"\n\n<div style='text-align: right'>\n\n*{LINE}*\n\n</div>",
        f"\n\n<right>{LINE}</right>",
        f"\n\n{LINE}\\",
        f"\n\n---\n\n{LINE}",
        f"\n\n{LINE.upper()}",
        f"\r\n\r\n{LINE}\r\n",
        "\n\n" + unicodedata.normalize("NFD", LINE),
        f"\n\nTheo {LINE[7:]}",
    ],
)
def test_the_last_line_leaves_the_body_and_becomes_the_source(end: str, read: Reader) -> None:
    article = read(BODY + end)
    author, outlets = names(article)
    assert (author or "").casefold() == "trần tuấn ngọc"
    assert [outlet.casefold() for outlet in outlets] == ["báo lào cai điện tử"]
    assert article.html == HTML
    assert article.problems == []


def test_old_line_ends_are_no_obstacle() -> None:
    article = read_article(f"{BODY}\n\n{LINE}".replace("\n", "\r"))
    assert names(article) == ("Trần Tuấn Ngọc", ["Báo Lào Cai điện tử"])


def test_its_link_and_date_come_along(read: Reader) -> None:
    line = "Nguồn: [Báo Lào Cai](https://baolaocai.example/tin-1.html), 15h30 ngày 11/01/2024"
    source = read(f"{BODY}\n\n{line}").source
    assert source is not None
    assert source.url == "https://baolaocai.example/tin-1.html"
    assert source.date is not None
    assert source.date.isoformat() == "2024-01-11T15:30:00+07:00"


@pytest.mark.parametrize(
    "end",
    [
        f"\n\n```\n{LINE}\n```",
        f"\n\n> Trích lời.\n> {LINE}",
        "\n\nNguồn ảnh: Báo Lào Cai",
        "\n\n*Ảnh: Ngọc Bằng*",
        "\n\nNguồn nước về bản.",
        "\n\nTheo Báo Lào Cai, hội nghị diễn ra trong hai ngày.",
    ],
)
def test_other_last_lines_stay(end: str, read: Reader) -> None:
    article = read(BODY + end)
    assert article.source is None
    assert article.problems == []
    assert article.html == markdown.markdown(BODY + end, extensions=["extra", "sane_lists"])


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (f"{LINE}\n\n{BODY}", 4),
        (f"{BODY}\n\n{LINE}\n\nTin liên quan", 8),
        (f"{BODY[:-1]} (theo TTXVN).", 6),
    ],
)
def test_a_source_line_elsewhere_is_a_warning(body: str, line: int, read: Reader) -> None:
    article = read(body)
    assert article.source is None
    assert [(problem.level, problem.line) for problem in article.problems] == [("warning", line)]
    assert "Source" in article.problems[0].fix


def test_a_line_elsewhere_is_no_matter_where_a_source_is_known(read: Reader) -> None:
    assert read(f"Nguồn: Cục Thống kê\n\n{BODY}\n\n{LINE}").problems == []
    assert read(f"Nguồn: Cục Thống kê\n\n{BODY}", Source="Báo A").problems == []


def test_an_empty_source_line_is_an_error(read: Reader) -> None:
    problems = read(f"{BODY}\n\n**Nguồn:**").problems
    assert [(problem.level, problem.line) for problem in problems] == [("error", 8)]


def test_a_line_that_cannot_be_read_stays_with_a_warning(read: Reader) -> None:
    article = read(f"{BODY}\n\nNguồn: ![logo](a.png) Báo A")
    assert article.source is None
    assert "<img" in article.html
    assert [(problem.level, problem.line) for problem in article.problems] == [("warning", 8)]


def test_the_front_matter_and_the_line_fill_each_others_blanks(read: Reader) -> None:
    article = read(
        f"{BODY}\n\nNguồn: Trần Tuấn Ngọc, BÁO LÀO CAI",
        Source="Báo Lào Cai",
        Source_url="https://baolaocai.example/tin-1.html",
    )
    assert names(article) == ("Trần Tuấn Ngọc", ["Báo Lào Cai"])
    assert article.html == HTML
    assert article.problems == []
    article = read(f"{BODY}\n\nNguồn: Báo Lào Cai", Source_author="Trần Tuấn Ngọc")
    assert names(article) == ("Trần Tuấn Ngọc", ["Báo Lào Cai"])


@pytest.mark.parametrize(
    "fields",
    [{"Source": "Báo Yên Bái"}, {"Source": "Lê Hà, Báo Lào Cai"}, {"Source_author": "Lê Hà"}],
)
def test_two_different_sources_are_an_error_that_names_both(
    fields: dict[str, str], read: Reader
) -> None:
    article = read(f"{BODY}\n\nNguồn: Trần Tuấn Ngọc, Báo Lào Cai", **fields)
    errors = [problem for problem in article.problems if problem.level == "error"]
    assert "Trần Tuấn Ngọc, Báo Lào Cai" in errors[0].message
    assert next(iter(fields.values())) in errors[0].message
    assert errors[0].line == 8
    assert "Nguồn: Trần Tuấn Ngọc" in article.html


def test_two_different_links_or_dates_are_a_warning_with_both(read: Reader) -> None:
    line = "Nguồn: Báo A, https://a.example/1, 11/01/2024"
    fields = {"Source_url": "https://a.example/2", "Source_date": "12/01/2024"}
    problems = read(f"{BODY}\n\n{line}", **fields).problems
    assert [problem.level for problem in problems] == ["warning", "warning"]
    assert "https://a.example/1" in problems[0].message
    assert "https://a.example/2" in problems[0].message
    assert "11/01/2024" in problems[1].message


SIDEBAR = "Thông tin mới nhất\nThống kê truy cập\n  • Đang online: 1\n  • Hôm nay: 2.345\nĐăng nhập"


def test_the_portals_sidebar_is_cut_off_with_one_warning(read: Reader) -> None:
    article = read(f"{BODY}\n\n\u00a0\u00a0{LINE} \n\n{SIDEBAR}")
    assert names(article) == ("Trần Tuấn Ngọc", ["Báo Lào Cai điện tử"])
    assert article.html == HTML
    assert [(problem.level, problem.line) for problem in article.problems] == [("warning", 10)]
    message = article.problems[0].message
    assert "10–14" in message
    for words in ("Thông tin mới nhất", "Đang online: 1", "Hôm nay: 2.345", "Đăng nhập"):
        assert words in message


def test_line_numbers_hold_when_the_reader_took_lines_from_the_top() -> None:
    whole = f"Đầu đề\n\n{BODY}\n\nNguồn:\n"
    md: Any = markdown.Markdown(extensions=[AttributionExtension()])
    fields = {"Title": Field("Đầu đề", 1)}
    md.document = Document(
        Path("/g/b.md"), PhotoLibrary(Path("/g")), "b.md", whole.split("\n"), 1, fields
    )
    md.convert(whole.removeprefix("Đầu đề\n\n"))
    assert [problem.line for problem in md.document.problems] == [7]


def test_without_a_document_nothing_changes() -> None:
    text = f"{BODY}\r\n\r\n{LINE}\n\n{SIDEBAR}\n\n    Nguồn: Báo A"
    plain = markdown.markdown(text)
    assert markdown.markdown(text, extensions=[AttributionExtension()]) == plain


def test_one_markdown_instance_serves_many_articles(read: Reader) -> None:
    assert read(f"{BODY}\n\nNguồn: Báo A").source is not None
    assert read(BODY).source is None


PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "Hội nghị khai mạc sáng nay.",
            "Nguồn: Báo A",
            "Theo Báo B, mưa lớn.",
            "Nguồn: Lê Hà, Báo C (https://c.example/1)",
            "> Nguồn: Báo D",
            "```\nNguồn: Báo E\n```",
            "Đang online: 5",
            "Nguồn: chuyện kể 50% thật.",
            "<p align=right>Nguồn: Báo F</p>",
            "- một\n- Nguồn: Báo G",
        ]
    ),
    min_size=1,
    max_size=6,
)


@settings(deadline=None)
@given(paragraphs=PARAGRAPHS)
def test_every_word_is_in_the_body_in_the_source_or_in_a_problem(paragraphs: list[str]) -> None:
    article = read_article("\n\n".join(paragraphs))
    kept = article.html + " ".join(problem.message for problem in article.problems)
    if article.source:
        urls = [article.source.url, *(outlet.url for outlet in article.source.outlets)]
        kept += " ".join(filter(None, [article.source.author, article.source.outlet, *urls]))
    for word in re.findall(r"\w+", " ".join(paragraphs)):
        assert word in kept or word in ("Nguồn", "p", "align", "right")
