from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from plugins.articles.dates import TIME_ZONE
from plugins.articles.terms import Term
from plugins.attribution import Outlet, Source
from plugins.build.catalogue import build_catalogue
from plugins.build.config import BuildSettings
from plugins.build.plan import PlannedPage, navigation, plan_site
from plugins.build.plan_problems import links_to_unpublished, shared_addresses

START = datetime(2024, 1, 31, 8, tzinfo=TIME_ZONE)


@dataclass(eq=False)
class Made:
    """An article with what a plan looks at."""

    slug: str
    age: int = 0
    category_name: str = "Tin tức"
    tag_names: list[str] = field(default_factory=list)
    author_names: list[str] = field(default_factory=list)
    source: Source | None = None
    lead_photo: Any = None
    linked: tuple[tuple[str, int], ...] = ()
    template: str = "article"
    category: Any = None
    tags: list[Term] = field(default_factory=list)
    authors: list[Term] = field(default_factory=list)

    @property
    def date(self) -> datetime:
        return START - timedelta(days=self.age)

    @property
    def url(self) -> str:
        return f"{self.date:%Y/%m}/{self.slug}/"

    @property
    def relative_source_path(self) -> str:
        return f"articles/{self.slug}.md"


def plan(*articles: Made, hidden: tuple[Made, ...] = (), **settings: Any) -> dict[str, PlannedPage]:
    catalogue = build_catalogue(articles, hidden, {})
    return {page.url: page for page in plan_site(catalogue, hidden, [], BuildSettings(**settings))}


def test_every_kind_of_page_has_its_address() -> None:
    source = Source(None, (Outlet("Báo A"), Outlet("Báo B")))
    pages = plan(
        Made("mot", 0, "Văn hóa", ["Bắc Hà"], ["Trần Tuấn"]), Made("hai", 40, source=source)
    )
    assert set(pages) == {
        "",
        "2024/01/mot/",
        "2023/12/hai/",
        "chuyen-muc/",
        "chuyen-muc/van-hoa/",
        "chuyen-muc/tin-tuc/",
        "the/",
        "the/bac-ha/",
        "tac-gia/",
        "tac-gia/tran-tuan/",
        "nguon/",
        "nguon/bao-a/",
        "nguon/bao-b/",
        "luu-tru/",
        "2024/",
        "2024/01/",
        "2023/",
        "2023/12/",
        "404.html",
        "manh/tin-moi.html",
    }
    assert pages[""].save_as == "index.html"
    assert pages["404.html"].save_as == "404.html"


def test_the_lead_story_is_the_newest_with_a_photo() -> None:
    pages = plan(Made("a", 0), Made("b", 1, lead_photo="ảnh"), Made("c", 2, lead_photo="ảnh"))
    home = pages[""].variables
    assert home["lead"].slug == "b"
    assert [article.slug for article in home["articles"]] == ["a", "c"]


def test_a_section_of_the_home_page_does_not_repeat_the_front_unless_it_must() -> None:
    articles = [Made(f"a{i}", i) for i in range(5)] + [Made("x", 0, "Thể thao")]
    sections = plan(*articles, home_articles=2)[""].variables["sections"]
    assert {section.term.name: [a.slug for a in section.articles] for section in sections} == {
        "Thể thao": ["x"],
        "Tin tức": ["a2", "a3", "a4"],
    }


def test_neighbours_are_of_the_same_category() -> None:
    pages = plan(Made("a", 0), Made("khac", 1, "Y tế"), Made("b", 2))
    page = pages["2024/01/b/"].variables
    assert page["newer"].slug == "a"
    assert page["older"] is None
    assert pages["2024/01/khac/"].variables["newer"] is None


def test_the_menu_follows_the_settings_then_the_alphabet() -> None:
    catalogue = build_catalogue(
        [Made("a", 0, name) for name in ("Đời sống", "Du lịch", "Ẩm thực", "Thời sự", "Y tế")],
        [],
        {},
    )
    assert [term.name for term in navigation(catalogue, ["Thời sự", "Không có"])] == [
        "Thời sự",
        "Ẩm thực",
        "Du lịch",
        "Đời sống",
        "Y tế",
    ]


def test_lists_of_names_are_in_vietnamese_alphabetical_order() -> None:
    pages = plan(Made("a", tag_names=["Bảo Yên", "Đền Ông", "Ăn", "Bắc Hà", "Dệt", "Bạc Hà"]))
    assert [term.name for term in pages["the/"].variables["terms"]] == [
        "Ăn",
        "Bạc Hà",
        "Bảo Yên",
        "Bắc Hà",
        "Dệt",
        "Đền Ông",
    ]


def test_a_hidden_article_has_a_page_and_no_say_in_addresses() -> None:
    pages = plan(
        Made("a", 0, tag_names=["Bạc Hà"]), hidden=(Made("bi-mat", 9, tag_names=["Bắc Hà"]),)
    )
    assert pages["the/bac-ha/"].variables["term"].name == "Bạc Hà"
    assert "2024/01/bi-mat/" in pages
    assert all("bi-mat" not in str(pages[url].variables) for url in ("", "luu-tru/", "2024/01/"))


def test_articles_of_one_moment_always_stand_in_one_order() -> None:
    articles = [Made(slug) for slug in ("c", "a", "b")]
    orders = {
        tuple(a.slug for a in build_catalogue(some, [], {}).articles)
        for some in (articles, articles[::-1])
    }
    assert orders == {("a", "b", "c")}


def test_pages_of_one_address_are_a_problem_whatever_their_letter_case() -> None:
    pages = [PlannedPage("Tin/", "page", "page"), PlannedPage("tin/", "page", "page")]
    assert len(shared_addresses(pages)) == 1


def test_a_link_to_an_article_that_waits_is_a_warning() -> None:
    article = Made("a", linked=(("articles/nhap.md", 7), ("articles/a.md", 8)))
    (problem,) = links_to_unpublished(
        [PlannedPage("a/", "article", "article", {"article": article})]
    )
    assert (problem.level, problem.line) == ("warning", 7)
