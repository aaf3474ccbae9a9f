from __future__ import annotations

from plugins.attribution.claims.claim import Claim, claim_outlets, make_claim
from plugins.attribution.lines.decoration import Undressed
from plugins.attribution.lines.links import Link
from plugins.names.outlets import KnownOutlets

PAGE = "https://a.example/tin-1.html"
HOME = "https://a.example/"


def claim(text: str, known: KnownOutlets, *links: Link) -> Claim:
    made = make_claim(Undressed(text, links), known)
    assert made is not None
    return made


def test_a_link_to_a_page_is_the_original_article(known: KnownOutlets) -> None:
    said = claim("Báo A", known, Link("Báo A", PAGE))
    assert (said.source.url, said.source.outlets[0].url) == (PAGE, None)


def test_a_link_to_a_home_page_is_the_outlets(known: KnownOutlets) -> None:
    said = claim("Trần Tuấn Ngọc, Báo A", known, Link("Báo A", HOME))
    assert (said.source.url, said.source.outlets[0].url) == (None, HOME)


def test_each_of_two_outlets_gets_its_own_link(known: KnownOutlets) -> None:
    other = "https://b.example/x"
    said = claim("Báo A và Báo B", known, Link("Báo A", PAGE), Link("Báo B", other))
    assert said.source.url == PAGE
    assert [outlet.url for outlet in said.source.outlets] == [None, other]
    assert said.unused == ()


def test_the_outlets_link_comes_before_the_authors(known: KnownOutlets) -> None:
    author = Link("Trần Tuấn Ngọc", "https://a.example/tac-gia/3")
    said = claim("Trần Tuấn Ngọc, Báo A", known, author, Link("Báo A", PAGE))
    assert said.source.url == PAGE
    assert said.unused == (author.url,)


def test_links_without_a_place_are_not_lost(known: KnownOutlets) -> None:
    links = [Link("", PAGE), Link("", "https://a.example/2"), Link("", "mailto:a@a.example")]
    assert claim("Báo A", known, *links).unused == (links[2].url, links[1].url)


def test_a_link_alone_names_its_outlet_by_its_host(known: KnownOutlets) -> None:
    said = claim("", known, Link("", "https://www.b.example/x"))
    assert [outlet.name for outlet in said.source.outlets] == ["b.example"]
    assert said.source.url == "https://www.b.example/x"
    said = claim("", known, Link("", "https://baolaocai.example/x"))
    assert [outlet.name for outlet in said.source.outlets] == ["Báo Lào Cai điện tử"]


def test_a_known_outlet_brings_its_home_page(known: KnownOutlets) -> None:
    said = claim("báo lào cai điện tử", known)
    assert said.source.outlets[0].name == "Báo Lào Cai điện tử"
    assert said.source.outlets[0].url == "https://baolaocai.example/"


def test_a_host_name_is_its_own_home_page(known: KnownOutlets) -> None:
    assert claim("vnexpress.net", known).source.outlets[0].url == "https://vnexpress.net/"


def test_nothing_said_is_no_claim(known: KnownOutlets) -> None:
    assert make_claim(Undressed("", ()), known) is None
    assert make_claim(Undressed("11/01/2024", ()), known) is None


def test_outlets_named_by_others_keep_their_author_links_and_date(known: KnownOutlets) -> None:
    links = [Link("Báo A", PAGE), Link("", "mailto:a@a.example")]
    said = claim_outlets("Vân Khánh", ("Báo A", "RT"), links, known, "11/01/2024")
    assert said.source.author == "Vân Khánh"
    assert [outlet.name for outlet in said.source.outlets] == ["Báo A", "RT"]
    assert (said.source.url, said.date) == (PAGE, "11/01/2024")
    assert said.unused == ("mailto:a@a.example",)
