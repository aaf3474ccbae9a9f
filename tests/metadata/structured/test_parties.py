from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.attribution import Outlet, Source
from plugins.core.terms import Term
from plugins.metadata.structured.parties import authors, creators, original, outlet
from tests.engine.made import article

SITE = "https://bantin.example/x"


def author(name: str) -> Term:
    return Term("author", name, name.casefold().replace(" ", "-"))


def test_the_newsroom_is_an_organisation_and_everybody_else_a_person() -> None:
    one = replace(article("a"), authors=(author("Thu Hà"), author("Ban Biên tập")))
    told = authors(one, SITE, "Ban Biên tập")
    assert [(each["@type"], each["name"]) for each in told] == [
        ("Person", "Thu Hà"),
        ("Organization", "Ban Biên tập"),
    ]
    assert told[0]["url"] == f"{SITE}/tac-gia/thu-hà/"
    assert told[0]["@id"] == f"{SITE}/tac-gia/thu-hà/#author"


def test_several_who_wrote_a_text_elsewhere_are_a_person_each() -> None:
    source = Source("Minh Anh - Thu Hà", (Outlet("Báo A"), Outlet("TTXVN")))
    told = authors(replace(article("a"), source=source), SITE, "Ban Biên tập")
    assert [(each["@type"], each["name"]) for each in told] == [
        ("Person", "Minh Anh"),
        ("Person", "Thu Hà"),
        ("Organization", "Báo A"),
        ("Organization", "TTXVN"),
    ]


def test_an_outlet_has_its_own_home_page_and_is_known_by_its_page_here() -> None:
    term = Term("source", "Báo A", "bao-a")
    assert outlet(Outlet("Báo A", "https://a.example/", term), SITE) == {
        "@type": "Organization",
        "name": "Báo A",
        "@id": f"{SITE}/nguon/bao-a/#outlet",
        "url": "https://a.example/",
    }
    assert outlet(Outlet("Báo A"), SITE) == {"@type": "Organization", "name": "Báo A"}


def test_an_original_whose_address_nobody_knows_still_has_its_publisher() -> None:
    assert original(Source(None, (Outlet("Báo A"),)), SITE) == {
        "@type": "CreativeWork",
        "publisher": [{"@type": "Organization", "name": "Báo A"}],
    }


@pytest.mark.parametrize(
    ("credit", "told"),
    [
        ("Ngọc Bằng", [("Person", "Ngọc Bằng")]),
        ("Thu Hà, Ngọc Bằng", [("Person", "Thu Hà"), ("Person", "Ngọc Bằng")]),
        ("TTXVN", [("Organization", "TTXVN")]),
        ("Báo Lào Cai", [("Organization", "Báo Lào Cai")]),
        ("Sưu tầm", []),
        ("Tư liệu", []),
        ("CTV", []),
    ],
)
def test_a_creator_is_named_only_where_the_credit_is_a_name(
    credit: str, told: list[tuple[str, str]]
) -> None:
    assert [(each["@type"], each["name"]) for each in creators(credit)] == told
