from __future__ import annotations

import pytest

from plugins.engine.scan.redirects_file import parse_redirects
from plugins.engine.store.rows import Moved

SITE = "https://www.bantin.example/bao"


def parsed(text: str | bytes) -> tuple[dict[str, Moved], list[tuple[str, int | None]]]:
    data = text if isinstance(text, bytes) else text.encode()
    found, problems = parse_redirects(data, "chuyen-huong.csv", SITE)
    assert all(problem.fix and problem.path == "chuyen-huong.csv" for problem in problems)
    return found, [(problem.check.code, problem.line) for problem in problems]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("sign", [";", ","])
@pytest.mark.parametrize("heading", ["", "Địa chỉ cũ{}Địa chỉ mới\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_of_any_program_is_read(mark: str, sign: str, heading: str, end: str) -> None:
    text = f"{mark}{heading}/1.html{{}}/2024/\n\n/2.html{{}}/luu-tru/\n".replace("{}", sign)
    found, problems = parsed(text.replace("\n", end))
    assert problems == []
    assert {one.name: one.target for one in found.values()} == {
        "/1.html": "/2024/",
        "/2.html": "/luu-tru/",
    }


def test_utf_16_as_notepad_writes_it_is_read() -> None:
    assert parsed("/cũ/;/mới/".encode("utf-16"))[0]["/cũ/"].target == "/m%E1%BB%9Bi/"


def test_an_address_with_the_sign_between_columns_stands_in_quotation_marks() -> None:
    found, problems = parsed('"/a;b.html";/2024/\n"/c,d.html";/2024/')
    assert problems == []
    assert set(found) == {"/a;b.html", "/c,d.html"}


@pytest.mark.parametrize(
    ("written", "kind", "target"),
    [
        ("/2024/01/cho-phien/", "page", "/2024/01/cho-phien/"),
        ("2024/01/cho phien/".replace(" ", "%20"), "page", "/2024/01/cho%20phien/"),
        ("/tim/?q=https://a.b#đầu", "page", "/tim/?q=https://a.b#%C4%91%E1%BA%A7u"),
        ("/", "page", "/"),
        ("articles/2024/cho/index.md", "article", "articles/2024/cho/index.md"),
        ("/pages/lien-he.md", "article", "pages/lien-he.md"),
        ("https://khac.example", "away", "https://khac.example/"),
        ("http://KHAC.example:81/a%2Fb?c", "away", "http://khac.example:81/a%2Fb?c"),
        ("https://báo.example/", "away", "https://xn--bo-mia.example/"),
        ("https://www.bantin.example/khac/", "away", "https://www.bantin.example/khac/"),
        ("http://bantin.example/bao/2024/", "page", "/2024/"),
        ("https://www.bantin.example/bao", "page", "/"),
    ],
)
def test_a_line_leads_to_a_page_an_article_or_away(written: str, kind: str, target: str) -> None:
    found, problems = parsed(f"/cu/;{written}")
    assert problems == []
    assert (found["/cu/"].kind, found["/cu/"].target) == (kind, target)


@pytest.mark.parametrize(
    "written",
    [
        "//evil.example/",
        "/a//evil.example",
        "/\\evil.example",
        "javascript:alert(1)//",
        "ftp://a.example/",
        "https://",
        "https:///x",
        "https://ai@evil.example/",
        'https://a"b.example/',
        "https://a.example:x/",
        "https://[::1/",
        "/a b/",
        "/a\x01b/",
        "/../x",
        f"https://a.example/?{'x' * 2000}",
        "",
    ],
)
def test_a_new_address_that_leads_who_knows_where_is_refused(written: str) -> None:
    assert parsed(f"/0/;/2024/\n/cu/;{written}") == (parsed("/0/;/2024/")[0], [("DOI05", 2)])


def test_all_that_is_wrong_is_told_with_its_line() -> None:
    found, problems = parsed("/1/;/2/;/3/\n/4/\n//evil/;javascript:x\n/5/;/6/\n/5;/7/\n")
    assert list(found) == ["/5/"]
    assert problems == [
        ("DOI04", 1),
        ("DOI04", 2),
        ("DOI01", 3),
        ("DOI05", 3),
        ("DOI03", 5),
    ]


def test_another_encoding_is_told() -> None:
    assert parsed(b"/1/;/2/\n/c\xf4/;/3/") == ({}, [("TEP06", 2)])
