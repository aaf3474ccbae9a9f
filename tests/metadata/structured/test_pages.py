from __future__ import annotations

from dataclasses import replace

from plugins.attribution import Outlet, Source
from plugins.core.terms import Term
from plugins.metadata.structured.pages import breadcrumb_list, outlet_page, profile_page
from tests.engine.made import article

SITE = "https://bantin.example/x"


def test_an_authors_page_is_about_the_person_that_articles_name() -> None:
    url = f"{SITE}/tac-gia/thu-ha/"
    term = Term("author", "Thu Hà", "thu-ha")
    person = {"@type": "Person", "@id": f"{url}#author", "name": "Thu Hà", "url": url}
    assert profile_page(term, SITE, "Ban Biên tập", "") == {
        "@type": "ProfilePage",
        "url": url,
        "mainEntity": person,
    }
    told = profile_page(term, SITE, "Ban Biên tập", "Viết về chợ.")
    assert told["mainEntity"] == person | {"description": "Viết về chợ."}


def test_an_outlets_page_has_the_home_page_that_one_of_its_articles_knows() -> None:
    term = Term("source", "Báo A", "bao-a")
    other = Outlet("Báo B", "https://b.example/", Term("source", "Báo B", "bao-b"))
    without = Source(None, (other, Outlet("báo a", None, term)))
    knows = Source(None, (Outlet("Báo A", "https://a.example/", term),))
    articles = [article("1"), *(replace(article("2"), source=each) for each in (without, knows))]
    about = outlet_page(term, articles, SITE)["about"]
    assert about == {
        "@type": "Organization",
        "@id": f"{SITE}/nguon/bao-a/#outlet",
        "name": "Báo A",
        "url": "https://a.example/",
    }
    assert "url" not in outlet_page(term, articles[:2], SITE)["about"]


def test_breadcrumbs_are_numbered_and_the_page_itself_needs_no_address() -> None:
    assert breadcrumb_list([("Trang chủ", ""), ("Thẻ", "the/"), ("Tết", None)], SITE) == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Trang chủ", "item": f"{SITE}/"},
            {"@type": "ListItem", "position": 2, "name": "Thẻ", "item": f"{SITE}/the/"},
            {"@type": "ListItem", "position": 3, "name": "Tết"},
        ],
    }
