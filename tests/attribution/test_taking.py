from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attribution.conftest import Read, Reader, read_article

BODY = "Hội nghị khai mạc sáng nay.\n\nĐại biểu ra về lúc trưa."
HTML = "<p>Hội nghị khai mạc sáng nay.</p>\n<p>Đại biểu ra về lúc trưa.</p>"


def source(article: Read) -> tuple[str | None, list[str]]:
    assert article.source is not None, article.problems
    return article.source.author, [outlet.name for outlet in article.source.outlets]


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        ("\n\nVân Khánh", ["Vân Khánh"]),
        ("\nVân Khánh", ["Vân Khánh"]),
        ("\n\nVÂN KHÁNH", ["VÂN KHÁNH"]),
        ("\n\n**Vân Khánh**", ["Vân Khánh"]),
        ("\n\n*Vân Khánh.*", ["Vân Khánh"]),
        ("\n\n(Vân Khánh)", ["Vân Khánh"]),
        ('\n\n<p align="right">Vân Khánh</p>\n', ["Vân Khánh"]),
        ("\n\n" + "\u00a0 " * 30 + "Vân Khánh", ["Vân Khánh"]),
        ("\n\n---\n\nVân Khánh", ["Vân Khánh"]),
        ("\n\nGiàng Seo Vảng", ["Giàng Seo Vảng"]),
        ("\n\nVân Khánh - Đức Lâm", ["Vân Khánh", "Đức Lâm"]),
        ("\n\nBài và ảnh: Vân Khánh", ["Vân Khánh"]),
        ("\n\nTin, ảnh: Vân Khánh, Đức Lâm", ["Vân Khánh", "Đức Lâm"]),
        ("\n\nNhóm PV", ["Nhóm PV"]),
        ("\n\nV.K (tổng hợp)", ["V.K"]),
        ("\n\nVân Khánh\n\nĐang online: 12", ["Vân Khánh"]),
    ],
)
def test_who_signs_is_the_author_and_leaves_the_body(
    end: str, authors: list[str], read: Reader
) -> None:
    article = read(BODY + end)
    assert article.authors == authors
    assert article.source is None
    assert article.html == HTML
    assert [problem.level for problem in article.problems] == ["warning"] * ("online" in end)


@pytest.mark.parametrize(
    ("end", "author", "outlets"),
    [
        ("\n\nVân Khánh (Theo AFP, RT)", "Vân Khánh", ["AFP", "RT"]),
        ("\n\nV.K (Theo Bold Sea)", "V.K", ["Bold Sea"]),
        ("\n\nVân Khánh/Báo Lào Cai", "Vân Khánh", ["Báo Lào Cai"]),
        ("\n\nVân Khánh\n\nNguồn: Báo A", "Vân Khánh", ["Báo A"]),
        ("\n\nNguồn: Báo A\n\nVân Khánh", "Vân Khánh", ["Báo A"]),
        ("\n\nVân Khánh\n\n(Theo Dân trí)", "Vân Khánh", ["Dân trí"]),
        (" Theo TTXVN\n\nVân Khánh", "Vân Khánh", ["TTXVN"]),
        ("\n\nTheo Infonet", None, ["Infonet"]),
        (" Theo TTXVN", None, ["TTXVN"]),
        ("/. (Theo Báo Lào Cai)", None, ["Báo Lào Cai"]),
    ],
)
def test_with_an_outlet_who_signs_is_the_sources_author(
    end: str, author: str | None, outlets: list[str], read: Reader
) -> None:
    article = read(BODY + end)
    assert source(article) == (author, outlets)
    assert article.authors is None
    assert article.html.replace("./.", ".") == HTML
    assert article.problems == []


@pytest.mark.parametrize("end", ["Vân Khánh\n\nNguồn: Báo A", "Nguồn: Vân Khánh, Báo A"])
def test_the_address_below_a_source_is_its_own_and_leaves_the_body(end: str, read: Reader) -> None:
    article = read(f"{BODY}\n\n{end}\n\nLink gốc: https://baoa.vn/cho-123.html")
    assert source(article) == ("Vân Khánh", ["Báo A"])
    assert article.source is not None
    assert article.source.url == "https://baoa.vn/cho-123.html"
    assert article.html == HTML
    assert article.problems == []


def test_a_film_below_a_source_stays(read: Reader) -> None:
    article = read(f"{BODY}\n\nNguồn: Báo A\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ")
    assert article.source is None
    assert "dQw4w9WgXcQ" in article.html
    assert [problem.check.code for problem in article.problems] == ["NGUON10"]


def test_the_only_paragraph_may_end_in_its_source_but_not_be_a_name(read: Reader) -> None:
    article = read("Tuyến đường mới đã thông xe. Theo TTXVN")
    assert source(article) == (None, ["TTXVN"])
    assert article.html == "<p>Tuyến đường mới đã thông xe.</p>"
    assert read("Vân Khánh").authors is None


@pytest.mark.parametrize(
    "end",
    [
        "\n\nÔng Trần Văn Bình",
        "\n\nBắc Hà",
        "\n\nThể Thao",
        "\n\nHoàng Anh Gia Lai",
        "\n\n- Vân Khánh",
        "\n\n> Vân Khánh",
        "\n\n# Vân Khánh",
        "\n\na.jpg\nVân Khánh",
        "\n\n```\nVân Khánh\n```",
        "\n\nKT. CHỦ TỊCH\n\nTrần Văn Bình",
        "\n\nĐến dự có ông\nTrần Văn Bình",
        " Số ca tăng,\ntheo Sở Y tế",
        "\n\nẢnh: Vân Khánh",
    ],
)
def test_other_last_lines_sign_nothing(end: str, read: Reader) -> None:
    article = read(BODY + end)
    assert (article.authors, article.source) == (None, None)
    assert article.problems == []
    assert end.strip("`\n").split()[-1] in article.html


@pytest.mark.parametrize(
    ("end", "kept"),
    [
        ("Bài: Vân Khánh - Ảnh: Đức Lâm", "<p>Ảnh: Đức Lâm</p>"),
        ("Vân Khánh (Video: VTV)", "<p>Video: VTV</p>"),
        ("Vân Khánh (lược dịch)", "<p>Vân Khánh (lược dịch)</p>"),
        ("[Vân Khánh](https://a.example/1)", '<p><a href="https://a.example/1">Vân Khánh</a></p>'),
    ],
)
def test_what_is_said_besides_stays_in_the_body(end: str, kept: str, read: Reader) -> None:
    article = read(f"{BODY}\n\n{end}")
    assert article.authors == ["Vân Khánh"]
    assert article.html == f"{HTML}\n{kept}"
    assert article.problems == []


@pytest.mark.parametrize(
    "authors", ["Vân Khánh", ["vân khánh"], "Lê Vân Khánh", "A Sín; Vân Khánh"]
)
def test_a_name_that_the_front_matter_gives_too_only_leaves_the_body(
    authors: Any, read: Reader
) -> None:
    article = read(f"{BODY}\n\nVân Khánh", Authors=authors)
    assert (article.authors, article.html, article.problems) == (None, HTML, [])


def test_a_doubtful_name_is_certain_where_the_front_matter_gives_it_too(read: Reader) -> None:
    article = read(f"{BODY}\n\nVăn Trăm", Authors="Văn Trăm")
    assert (article.html, article.problems) == (HTML, [])


def test_other_authors_than_in_the_front_matter_stay_with_a_warning(read: Reader) -> None:
    article = read(f"{BODY}\n\nBài và ảnh: Vân Khánh", Authors="Trần Tuấn - Ngọc Bằng")
    assert article.authors is None
    assert article.html == f"{HTML}\n<p>Bài và ảnh: Vân Khánh</p>"
    (problem,) = article.problems
    assert (problem.level, problem.line) == ("warning", 8)
    assert "“Trần Tuấn - Ngọc Bằng”" in problem.message
    assert "“Vân Khánh”" in problem.message
    for mended in (
        read(BODY, Authors="Trần Tuấn - Ngọc Bằng"),
        read(f"{BODY}\n\nBài và ảnh: Vân Khánh", Authors="Vân Khánh"),
    ):
        assert (mended.html, mended.problems) == (HTML, [])


def test_the_sources_author_needs_not_be_among_the_articles(read: Reader) -> None:
    article = read(f"{BODY}\n\nVân Khánh", Authors="Trần Tuấn", Source="Báo A")
    assert source(article) == ("Vân Khánh", ["Báo A"])
    assert (article.html, article.problems) == (HTML, [])
    article = read(f"{BODY}\n\nVân Khánh\n\nNguồn: Đức Lâm, Báo A")
    assert source(article) == ("Đức Lâm", ["Báo A"])
    assert article.authors == ["Vân Khánh"]


def test_two_different_outlets_are_an_error_that_keeps_the_line(read: Reader) -> None:
    article = read(f"{BODY}\n\nVân Khánh (Theo AFP)", Source="Báo A")
    assert "Vân Khánh (Theo AFP)" in article.html
    assert [problem.level for problem in article.problems] == ["error"]


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("Văn Trăm", "Văn Trăm"),
        ("Khánh", "Khánh"),
        ("Theo Vân Khánh", "Vân Khánh"),
        ("Nhà thơ Vân Khánh", "Nhà thơ Vân Khánh"),
        ("Đèo Hải Vân mù sương.\n\nHải Vân", "Hải Vân"),
        ("Xin cảm ơn các nhà tài trợ sau đây:\n\nHải Vân", "Hải Vân"),
    ],
)
def test_the_advice_for_a_doubtful_name_works_when_followed(
    end: str, name: str, read: Reader
) -> None:
    article = read(f"{BODY}\n\n{end}")
    assert article.authors is None
    (problem,) = article.problems
    assert problem.level == "warning"
    assert f"“{name}”" in problem.message
    label = re.search("“(Bài: [^”]+)”", problem.fix)
    assert label is not None
    above = end.rpartition("\n\n")[0]
    signed = read(f"{BODY}\n\n{above}\n\n{label[1]}")
    assert (signed.authors, signed.problems) == ([name], [])
    assert "thêm dấu chấm ở cuối dòng" in problem.fix
    stays = read(f"{BODY}\n\n{end}.")
    assert (stays.authors, stays.problems) == (None, [])
    assert f"{end.rpartition(chr(10))[2]}." in stays.html


def test_a_static_page_has_a_source_but_no_authors(read: Reader) -> None:
    article = read(f"{BODY}\n\nVân Khánh", is_page=True)
    assert (article.authors, article.problems) == (None, [])
    assert article.html == f"{HTML}\n<p>Vân Khánh</p>"
    article = read(f"{BODY}\n\nVân Khánh (Theo AFP)", is_page=True)
    assert source(article) == ("Vân Khánh", ["AFP"])


@pytest.mark.parametrize(
    "body",
    [
        f"{BODY}\n\na.jpg\n(Nguồn: AFP/TTXVN)\n\nHết.",
        f"{BODY}\n\na.jpg\nChợ.\n\n(Nguồn: AFP)\n\nHết.",
        f"{BODY}\n\na.jpg\n(Nguồn: AFP)",
    ],
)
def test_a_photos_source_is_not_the_articles(body: str, read: Reader) -> None:
    article = read(body)
    assert (article.source, article.problems) == (None, [])
    assert "(Nguồn: AFP" in article.html


def test_an_outlet_that_looks_like_a_person_is_none_behind_its_author(read: Reader) -> None:
    assert read(f"{BODY}\n\nVân Khánh (Theo La Times)").problems == []


ENDS = st.lists(
    st.sampled_from(
        [
            "Hội nghị khai mạc sáng nay.",
            "Vân Khánh",
            "Đức Lâm (Theo AFP, RT)",
            "Bài và ảnh: Lù A Páo",
            "Nguồn: Báo A",
            "Mưa lớn ở vùng cao. Theo TTXVN",
            "Văn Trăm",
            "Theo Infonet",
            "a.jpg\n(Nguồn: Báo Ảnh)",
            "T.H (Video: VTV)",
            "> Trích lời.",
        ]
    ),
    min_size=1,
    max_size=6,
)


@settings(deadline=None)
@given(paragraphs=ENDS, authors=st.sampled_from(["", "Vân Khánh", "Hải Anh"]))
def test_every_word_is_in_the_body_in_the_data_or_in_a_problem(
    paragraphs: list[str], authors: str
) -> None:
    article = read_article("\n\n".join(paragraphs), Authors=authors)
    kept = " ".join([article.html, authors, *(article.authors or ())])
    kept += " ".join(problem.message for problem in article.problems)
    if article.source:
        kept += f" {article.source.author or ''} {article.source.outlet}"
    labels = {"Nguồn", "Theo", "Bài", "và", "ảnh"}
    for word in set(re.findall(r"\w+", " ".join(paragraphs))) - labels:
        assert word in kept


@pytest.mark.parametrize("line", ["Sùng Mai", "Bài: Sùng Mai", "Sùng Mai (tổng hợp)"])
def test_a_name_beside_another_author_of_the_source_stays_and_is_told(
    read: Reader, line: str
) -> None:
    result = read(
        f"Chợ đã họp.\n\n{line}",
        Source="Báo Lào Cai",
        Source_author="Trần Lan Anh",
        Authors=["Vàng Thị Mai"],
    )
    assert line in result.html
    assert any("Sùng Mai" in problem.message for problem in result.problems)


def test_a_name_above_the_source_line_stays_with_a_warning_where_the_head_names_others(
    read: Reader,
) -> None:
    end = "\n\nVân Khánh\n\nTheo Báo Lào Cai"
    article = read(f"{BODY}{end}", Authors="Đức Lâm", Source_author="Thu Nga", Source="Báo Lào Cai")
    assert "<p>Vân Khánh</p>" in article.html
    assert source(article) == ("Thu Nga", ["Báo Lào Cai"])
    assert ["Vân Khánh" in problem.message for problem in article.problems] == [True]
    # Of a source without an author it is the author.
    article = read(f"{BODY}{end}", Authors="Đức Lâm")
    assert (article.html, source(article)) == (HTML, ("Vân Khánh", ["Báo Lào Cai"]))
