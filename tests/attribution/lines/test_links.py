from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.attribution.lines import links
from plugins.attribution.lines.links import (
    Link,
    definitions,
    is_definition,
    is_web_url,
    take_links,
)

URL = "https://baolaocai.example/tin-1.html"


@pytest.mark.parametrize(
    ("text", "rest", "label"),
    [
        (f"Nguồn: [Báo Lào Cai]({URL})", "Nguồn: Báo Lào Cai", "Báo Lào Cai"),
        (f'Nguồn: [Báo Lào Cai](<{URL}> "tên")', "Nguồn: Báo Lào Cai", "Báo Lào Cai"),
        (f"Nguồn: [**Báo Lào Cai**]({URL})", "Nguồn: Báo Lào Cai", "Báo Lào Cai"),
        (f'Nguồn: <a class="x" href="{URL}">Báo A</a>', "Nguồn: Báo A", "Báo A"),
        (f"Nguồn: <a href={URL}>Báo A</a>", "Nguồn: Báo A", "Báo A"),
        (f"Nguồn: Báo A <{URL}>", "Nguồn: Báo A", ""),
        (f"Nguồn: Báo A {URL}.", "Nguồn: Báo A .", ""),
        (f"Nguồn: Báo A ({URL})", "Nguồn: Báo A", ""),
        (f"Nguồn: Báo A ([link gốc]({URL}))", "Nguồn: Báo A", ""),
        (f"Nguồn: [{URL}]({URL})", "Nguồn:", ""),
        ("Nguồn: [Báo A][1]", "Nguồn: Báo A", "Báo A"),
        ("Nguồn: [Báo A]", "Nguồn: Báo A", "Báo A"),
    ],
)
def test_a_link_is_taken_out_of_the_text(text: str, rest: str, label: str) -> None:
    left, links = take_links(text, {"1": URL, "báo a": URL})
    assert " ".join(left.split()) == rest
    assert links == [Link(label, URL)]


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("www.baolaocai.example/x", "https://www.baolaocai.example/x"),
        ("baolaocai.example/x", "https://baolaocai.example/x"),
        ("(baolaocai.example)", "https://baolaocai.example"),
        ("https://a.example/x_(y)", "https://a.example/x_(y)"),
        ("(https://a.example/x)", "https://a.example/x"),
        ("https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&b=2"),
    ],
)
def test_a_bare_address_is_completed_and_ends_where_it_ends(written: str, url: str) -> None:
    assert take_links(f"Báo A {written}", {})[1] == [Link("", url)]


@pytest.mark.parametrize("text", ["Báo A [1]", "PT-TH/Báo A", "P.Anh/TTXVN", "TP.HCM", "T.L."])
def test_what_is_no_link_stays(text: str) -> None:
    assert take_links(text, {}) == (text, [])


def test_an_article_is_told_from_a_home_page() -> None:
    assert Link("", URL).to_article
    assert Link("", "https://a.example/?id=5").to_article
    assert not Link("", "https://a.example").to_article
    assert not Link("", "https://a.example/").to_article


@pytest.mark.parametrize("url", [URL, "http://a.vn", "https://a.vn:8080/x", "https://báo.vn/x"])
def test_web_addresses(url: str) -> None:
    assert is_web_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "a.vn/x",
        "ftp://a.vn",
        "javascript:x",
        "https://",
        "https://báo",
        "https://a.vn/x y",
        "https://[hỏng",
        "https://a.vn:cổng/",
        "mailto:a@b.vn",
    ],
)
def test_other_texts_are_no_web_address(url: str) -> None:
    assert not is_web_url(url)


def test_link_definitions_are_read_and_recognised() -> None:
    lines = ["Chữ", f"  [Một]: <{URL}> 'tên'", "[^1]: chú thích"]
    assert definitions(lines) == {"một": URL}
    assert [is_definition(line) for line in lines] == [False, True, False]


PIECES = st.sampled_from(
    ["a", ".", "vn", "x", "W", "w", "WWW.", "http", ":", "-", " ", "<", ">", "("]
)


@given(st.lists(PIECES).map("".join))
def test_a_text_without_a_slash_or_www_holds_no_bare_address(text: str) -> None:
    if "www." not in text.lower():
        assert links._BARE.search(text) is None
