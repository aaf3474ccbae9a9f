from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.attribution.fields import agree, written_authors
from plugins.core.document import Document, Field
from plugins.names.outlets import KnownOutlets
from plugins.photos import PhotoLibrary
from tests.attribution.conftest import Read, Reader

BODY = "Đoạn một.\n\nĐoạn hai."


def outlets(article: Read) -> list[str]:
    assert article.source is not None
    return [outlet.name for outlet in article.source.outlets]


@pytest.mark.parametrize(
    ("value", "author", "names"),
    [
        ("Báo Lào Cai", None, ["Báo Lào Cai"]),
        ("BÁO LÀO CAI", None, ["Báo Lào Cai"]),
        ("Trần Tuấn Ngọc, Báo Lào Cai", "Trần Tuấn Ngọc", ["Báo Lào Cai"]),
        ("Nguồn: Trần Tuấn Ngọc, Báo Lào Cai", "Trần Tuấn Ngọc", ["Báo Lào Cai"]),
        ("Báo A và Báo B", None, ["Báo A", "Báo B"]),
        (["Báo A", "Báo B"], None, ["Báo A", "Báo B"]),
        (["Trần Tuấn Ngọc", "Báo A"], "Trần Tuấn Ngọc", ["Báo A"]),
        (["Lê Hà, Báo A", "Mai Anh, Báo B"], "Lê Hà, Mai Anh", ["Báo A", "Báo B"]),
        ("Gió Núi", None, ["Gió Núi"]),
    ],
)
def test_the_source_key_takes_what_the_line_takes(
    value: Any, author: str | None, names: list[str], read: Reader
) -> None:
    article = read(BODY, Source=value)
    assert outlets(article) == names
    assert article.source is not None
    assert article.source.author == author
    assert article.problems == []


def test_a_list_of_persons_alone_names_the_outlets_with_a_warning(read: Reader) -> None:
    article = read(BODY, Source=["Lê Hà", "Mai Anh"])
    assert outlets(article) == ["Lê Hà", "Mai Anh"]
    assert {problem.level for problem in article.problems} == {"warning"}


@pytest.mark.parametrize(
    "value",
    ["[Báo A](https://a.example/x)", "Báo A https://a.example/x", ["Báo A <https://a.example/x>"]],
)
def test_the_source_key_may_hold_a_link(value: Any, read: Reader) -> None:
    article = read(BODY, Source=value)
    assert outlets(article) == ["Báo A"]
    assert article.source is not None
    assert article.source.url == "https://a.example/x"


def test_each_key_gives_its_part(read: Reader) -> None:
    article = read(
        BODY,
        Source="Báo A",
        Source_author=["Lê Hà", "Mai Anh"],
        Source_url=" https://a.example/tin?id=1 ",
        Source_date="11/01/2024 15:30",
    )
    source = article.source
    assert source is not None
    assert (source.author, source.url) == ("Lê Hà, Mai Anh", "https://a.example/tin?id=1")
    assert source.date is not None
    assert source.date.isoformat() == "2024-01-11T15:30:00+07:00"
    assert read(BODY, Source="Báo A", Source_date=date(2024, 1, 11)).problems == []


@pytest.mark.parametrize(
    "url", ["baolaocai.example/x", "javascript:alert(1)", "https://", "ftp://a.example", "x", "5"]
)
def test_a_link_that_is_no_web_address_is_an_error(url: str, read: Reader) -> None:
    article = read(BODY, Source="Báo A", Source_url=url)
    assert [problem.level for problem in article.problems] == ["error"]
    assert url in article.problems[0].message
    assert article.problems[0].line == 2


def test_an_impossible_date_is_an_error(read: Reader) -> None:
    for fields in ({"Source": "Báo A", "Source_date": "31/02/2024"}, {"Source": "A, 31/02/2024"}):
        problems = read(BODY, **fields).problems
        assert [problem.level for problem in problems] == ["error"]
        assert "31/02/2024" in problems[0].message


@pytest.mark.parametrize("key", ["Source_author", "Source_url", "Source_date"])
def test_a_part_without_an_outlet_is_an_error(key: str, read: Reader) -> None:
    values = {"Source_url": "https://a.example/x", "Source_date": "11/01/2024"}
    article = read(BODY, **{key: values.get(key, "Lê Hà")})
    assert article.source is None
    assert [problem.level for problem in article.problems] == ["error"]
    assert key in article.problems[0].message


def test_two_authors_in_the_front_matter_are_an_error(read: Reader) -> None:
    article = read(BODY, Source="Lê Hà, Báo A", Source_author="Mai Anh")
    assert [problem.level for problem in article.problems] == ["error"]
    assert "Lê Hà" in article.problems[0].message
    assert "Mai Anh" in article.problems[0].message


def test_two_links_in_the_front_matter_are_an_error(read: Reader) -> None:
    article = read(BODY, Source="Báo A https://a.example/x", Source_url="https://a.example/y")
    assert [problem.level for problem in article.problems] == ["error"]


@pytest.mark.parametrize("value", [5, {"Báo": "A"}, ["Báo A", {"x": "y"}], "![x](y.png)"])
def test_a_value_that_is_no_name_is_an_error(value: Any, read: Reader) -> None:
    problems = read(BODY, Source=value).problems
    assert [problem.level for problem in problems] == ["error"]


def test_a_source_author_that_is_no_name_is_an_error(read: Reader) -> None:
    problems = read(BODY, Source="Báo A", Source_author={"x": "y"}).problems
    assert [problem.level for problem in problems] == ["error"]


def test_empty_values_say_nothing(read: Reader) -> None:
    article = read(BODY, Source="", Source_author="")
    assert (article.source, article.problems) == (None, [])


def test_a_link_that_finds_no_place_is_a_warning_and_a_broken_one_an_error(read: Reader) -> None:
    two = read(f"{BODY}\n\nNguồn: Báo A https://a.example/1 https://a.example/2").problems
    assert [problem.level for problem in two] == ["warning"]
    assert "https://a.example/2" in two[0].message
    broken = read(f"{BODY}\n\nNguồn: [Báo A](htp://a.example)").problems
    assert [(problem.level, problem.line) for problem in broken] == [("error", 8)]


def test_an_outlets_name_that_is_too_long_to_be_one_is_reported_at_its_line(read: Reader) -> None:
    long = "Gió Núi " * 18
    for article, line in ((read(f"{BODY}\n\nNguồn: {long}"), 8), (read(BODY, Source=long), 2)):
        (problem,) = article.problems
        assert (problem.line, problem.level) == (line, "error")
        assert "tách bằng dấu phẩy" in problem.fix


def test_the_written_authors_are_names_as_written() -> None:
    document = Document(
        Path("/g/b.md"),
        PhotoLibrary(Path("/g")),
        "b.md",
        [],
        1,
        {"Authors": Field(["Vân  Khánh", "", 5], 2)},
    )
    assert written_authors(document) == ("Vân Khánh",)
    document.fields.clear()
    assert written_authors(document) == ()


@pytest.mark.parametrize(
    ("people", "authors", "agreed"),
    [
        ("Vân Khánh", ["vân khánh"], True),
        ("Vân Khánh", ["Lê Vân Khánh"], True),
        ("Vân Khánh - Đức Lâm", ["Đức Lâm", "Vân Khánh"], True),
        ("Vân Khánh", ["Đức Lâm; Vân Khánh"], True),
        ("Vân Khánh - Đức Lâm", ["Vân Khánh"], False),
        ("Lê Vân Khánh", ["Vân Khánh"], False),
        ("Vân Khánh", [], False),
    ],
)
def test_people_agree_with_authors_who_are_named_with_them(
    people: str, authors: list[str], agreed: bool, known: KnownOutlets
) -> None:
    assert agree(people, authors, known) is agreed
