from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

from plugins.attribution import Outlet, Source
from plugins.core.article import Article, Pin
from plugins.engine.plan.catalogue import ALL
from plugins.engine.plan.pages import (
    Section,
    all_groups,
    groups_of,
    in_order,
    plan,
    plan_addresses,
    plan_archive,
    plan_article,
    plan_feeds,
    plan_fragment,
    plan_home,
    plan_list,
    plan_terms,
)
from plugins.engine.plan.planned import PlannedPage, Ref, own_article, refs_in, replaced
from plugins.engine.project.config import Site
from plugins.engine.project.project import Project
from tests.engine.made import NOW, Collected, article, photo


class NoFeeds:
    """As much of a project as a plan asks for."""

    feed_length = 3
    root_path = ""
    site = Site("Bản tin")

    def feeds(self, of_all: bool) -> dict[str, str]:
        return {}


def pages_of(collected: Collected) -> dict[str, PlannedPage]:
    """Plan all that there is, by address."""
    catalogue, project = collected.catalogue, cast("Project", NoFeeds())
    pages = [page for group in all_groups(catalogue) for page in plan(catalogue, project, group)]
    assert len({page.url for page in pages}) == len(pages)
    return {page.url: page for page in pages}


def test_addresses_are_those_of_whole_plans() -> None:
    collected = Collected(
        article("mot", 0, tag_names=("Bắc Hà",)),
        article("hai", 40, status="withdrawn"),
        article("an", 3, status="hidden"),
        article("gioi-thieu", kind="page", url="gioi-thieu/", date=None),
        article("nhap", status="draft"),
        article("hen", -9),
    )
    catalogue, project = collected.catalogue, cast("Project", NoFeeds())
    groups = list(all_groups(catalogue))
    assert sum(group.startswith("article:") for group in groups) == 6
    for group in groups:
        whole = [page.save_as for page in plan(catalogue, project, group)]
        assert [page.save_as for page in plan_addresses(catalogue, project, group)] == whole


def test_every_kind_of_page_has_its_address() -> None:
    source = Source(None, (Outlet("Báo A"), Outlet("Báo B")))
    collected = Collected(
        article("mot", 0, "Văn hóa", tag_names=("Bắc Hà",), author_names=("Trần Tuấn",)),
        article("hai", 40, source=source),
        article("gioi-thieu", kind="page", url="gioi-thieu/", date=None),
        article("nhap", status="draft"),
        article("hen", -9),
    )
    pages = pages_of(collected)
    assert set(pages) == {
        "",
        "2024/01/mot/",
        "2023/12/hai/",
        "gioi-thieu/",
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
        "tim-kiem/",
    }
    assert pages[""].save_as == "index.html"
    assert pages["404.html"].save_as == "404.html"
    assert pages["the/bac-ha/"].save_as == "the/bac-ha/index.html"


def test_without_any_term_of_a_kind_there_is_no_page_of_them() -> None:
    pages = pages_of(Collected(article("a")))
    assert "chuyen-muc/" in pages
    assert pages.keys().isdisjoint({"the/", "tac-gia/", "nguon/"})


def test_the_lead_story_is_the_newest_with_a_photo() -> None:
    pictured = photo("a.jpg")
    collected = Collected(
        article("a", 0), article("b", 1, lead_photo=pictured), article("c", 2, lead_photo=pictured)
    )
    home = plan_home(collected.catalogue).variables
    assert collected.slug(home["lead"]) == "b"
    assert collected.slugs(home["articles"]) == ["a", "c"]


def test_a_picture_of_last_week_does_not_lead_before_the_news_of_the_day() -> None:
    old = article("cu", 5, lead_photo=photo("a.jpg"))
    collected = Collected(article("a", 0), article("b", 1), old, home_articles=1)
    assert collected.slug(plan_home(collected.catalogue).variables["lead"]) == "a"


def home_of(*articles: Any, **settings: Any) -> dict[str, Any]:
    """The front page's stories, by slug."""
    collected = Collected(*articles, **settings)
    home = plan_home(collected.catalogue).variables
    return {
        "lead": collected.slug(home["lead"]),
        "articles": collected.slugs(home["articles"]),
        "latest": collected.slugs(home["latest"]),
    }


def test_pinned_stories_stand_at_the_top_in_their_order_and_the_first_leads() -> None:
    some = [article(f"a{age}", age, lead_photo=photo("a.jpg")) for age in range(4)]
    home = home_of(
        *some,
        article("hai", 8, pin=Pin(2)),
        article("mot", 9, pin=Pin(1)),
        article("ba", 7, pin=Pin(3)),
        article("ba-moi", 6, pin=Pin(3)),
        home_articles=5,
    )
    assert home["lead"] == "mot"
    assert home["articles"] == ["hai", "ba-moi", "ba", "a0", "a1"]
    assert home["latest"] == ["a2", "a3"]


def test_a_pin_holds_until_its_moment_and_not_for_what_is_not_published() -> None:
    old, over, still, hidden = 9, NOW - timedelta(seconds=1), NOW + timedelta(seconds=1), "hidden"
    home = home_of(
        article("moi", 0, lead_photo=photo("a.jpg")),
        article("het", old, pin=Pin(1, over)),
        article("den-dung-luc", old, pin=Pin(1, NOW)),
        article("con", old, pin=Pin(2, still)),
        article("kin", old, pin=Pin(3), status=hidden),
        home_articles=1,
    )
    assert (home["lead"], home["articles"]) == ("con", ["moi"])


def test_of_one_hour_the_story_of_the_first_section_leads() -> None:
    pictured = photo("a.jpg")
    market = article("cho", 0, "Kinh tế", lead_photo=pictured)
    politics = article("hop", 50 / 24 / 60, "Thời sự", lead_photo=pictured)
    later = article("sau", 70 / 24 / 60, "Thời sự", lead_photo=pictured)
    menu = {"navigation": ("Thời sự", "Kinh tế")}
    assert home_of(market, politics, later, **menu)["lead"] == "hop"
    assert home_of(market, later, **menu)["lead"] == "cho"
    assert home_of(market, politics, later, **menu)["articles"] == ["cho", "sau"]


def test_the_latest_news_go_on_behind_those_that_stand_beside_them() -> None:
    some = [article(f"a{age}", age) for age in range(6)]
    assert home_of(*some, home_articles=1, latest_articles=3)["latest"] == ["a2", "a3", "a4"]
    assert home_of(*some[:2], home_articles=1)["latest"] == ["a0", "a1"]  # nothing more to tell


def test_the_front_page_of_nothing_has_no_lead_story() -> None:
    home = plan_home(Collected().catalogue).variables
    empty: dict[str, Any] = {"articles": [], "sections": [], "latest": [], "collections": []}
    assert home == {"banner": None, "lead": None, **empty}


def test_a_section_of_the_home_page_does_not_repeat_the_front_unless_it_must() -> None:
    some = [article(f"a{i}", i) for i in range(5)] + [article("x", 0, "Thể thao")]
    collected = Collected(*some, home_articles=2)
    sections = plan_home(collected.catalogue).variables["sections"]
    assert {section.term.name: collected.slugs(section.articles) for section in sections} == {
        "Thể thao": ["x"],
        "Tin tức": ["a2", "a3", "a4"],
    }


def test_neighbours_are_of_the_same_category() -> None:
    collected = Collected(article("a", 0), article("khac", 1, "Y tế"), article("b", 2))
    pages = pages_of(collected)
    page = pages["2024/01/b/"].variables
    assert collected.slug(page["newer"]) == "a"
    assert page["older"] is None
    assert collected.slug(pages["2024/01/a/"].variables["older"]) == "b"
    assert pages["2024/01/khac/"].variables["newer"] is None


def beside(collected: Collected) -> dict[str, list[str]]:
    """Return what stands beside each article."""
    return {
        slug: collected.slugs(plan_article(collected.catalogue, row).variables["same_category"])
        for slug, row in collected.rows.items()
    }


def test_beside_an_article_stand_older_ones_of_its_category_that_it_does_not_name_elsewhere() -> (
    None
):
    some = [article(f"a{i}", i) for i in range(9)] + [article("khac", 1, "Y tế")]
    found = beside(Collected(*some, related_articles=2, category_articles=3))
    assert found["a1"] == ["a4", "a5", "a6"]
    assert found["khac"] == []


def test_beside_the_first_articles_of_a_category_newer_ones_fill_up() -> None:
    some = [article(f"a{i}", i) for i in range(9)]
    found = beside(Collected(*some, related_articles=0, category_articles=3))
    assert found["a8"] == ["a4", "a5", "a6"]
    assert found["a6"] == ["a3", "a4", "a8"]


def test_beside_an_article_stand_those_named_elsewhere_if_there_are_no_others() -> None:
    some = [article(f"a{i}", i) for i in range(3)]
    assert beside(Collected(*some))["a1"] == ["a0", "a2"]


def test_a_new_article_changes_what_stands_beside_none_that_has_enough() -> None:
    some = [article(f"a{i}", i) for i in range(20)]
    settings: dict[str, Any] = {"related_articles": 0, "category_articles": 3}
    before = beside(Collected(*some, **settings))
    after = beside(Collected(article("mới", -1), *some, **settings))
    assert [slug for slug in before if before[slug] != after[slug]] == []


def test_lists_of_names_are_in_vietnamese_alphabetical_order() -> None:
    names = ("Bảo Yên", "Đền Ông", "Ăn", "Bắc Hà", "Dệt", "Bạc Hà")
    (page,) = plan_terms(Collected(article("a", tag_names=names)).catalogue, "tag")
    assert [term.name for term in page.variables["terms"]] == [
        "Ăn",
        "Bạc Hà",
        "Bảo Yên",
        "Bắc Hà",
        "Dệt",
        "Đền Ông",
    ]


def test_a_hidden_article_has_a_page_and_no_say_in_addresses() -> None:
    collected = Collected(
        article("a", 0, tag_names=("Bạc Hà",)),
        article("bi-mat", 9, tag_names=("Bắc Hà",), status="hidden"),
    )
    pages = pages_of(collected)
    assert pages["the/bac-ha/"].variables["term"].name == "Bạc Hà"
    own = pages.pop("2024/01/bi-mat/")
    assert own.variables["related"] == []
    assert own.variables["newer"] is own.variables["older"] is None
    assert all("bi-mat" not in collected.shown(page) for page in pages.values())
    assert "the/bac-ha-2/" not in pages


def test_the_archive_counts_the_articles_of_each_month_newest_first() -> None:
    some = [article(slug, age) for slug, age in (("a", 0), ("b", 1), ("c", 40), ("d", 400))]
    archive, *years = plan_archive(Collected(*some).catalogue)
    assert archive.url == "luu-tru/"
    assert [
        (year.url, [(month.url, month.count) for month in year.months])
        for year in archive.variables["years"]
    ] == [
        ("2024/", [("2024/01/", 2)]),
        ("2023/", [("2023/12/", 1)]),
        ("2022/", [("2022/12/", 1)]),
    ]
    assert [page.url for page in years] == ["2024/", "2023/", "2022/"]


def test_a_list_is_split_and_its_pages_hold_the_newest_first() -> None:
    collected = Collected(*(article(f"a{i}", i) for i in range(5)), articles_per_page=2)
    pages = list(plan_list(collected.catalogue, ("category", "tin tức")))
    assert [(page.url, collected.slugs(page.variables["articles"])) for page in pages] == [
        ("chuyen-muc/tin-tuc/", ["a0", "a1", "a2"]),
        ("chuyen-muc/tin-tuc/trang/1/", ["a3", "a4"]),
    ]
    assert {page.template for page in pages} == {"category"}


def test_a_list_that_nobody_is_on_has_no_page() -> None:
    collected = Collected(article("a", status="hidden", tag_names=("x",)))
    assert list(plan_list(collected.catalogue, ("tag", "x"))) == []
    assert list(plan_list(collected.catalogue, ("tag", "chưa từng có"))) == []


def test_the_fragment_holds_the_latest_of_all_categories() -> None:
    some = (article("a", 0, "Y tế"), article("b", 1), article("c", 2))
    collected = Collected(*some, fragment_articles=2)
    assert collected.slugs(plan_fragment(collected.catalogue).variables["latest"]) == ["a", "b"]


def test_a_feed_holds_the_newest_so_many_in_each_format() -> None:
    collected = Collected(*(article(f"a{i}", i, "Y tế" if i % 2 else "Tin tức") for i in range(6)))
    patterns = {"rss": "chuyen-muc/{slug}/rss.xml", "atom": "chuyen-muc/{slug}/atom.xml"}
    feeds = list(plan_feeds(collected.catalogue, ("category", "y tế"), patterns, 2))
    assert [(feed.url, feed.variables["format"]) for feed in feeds] == [
        ("chuyen-muc/y-te/rss.xml", "rss"),
        ("chuyen-muc/y-te/atom.xml", "atom"),
    ]
    assert {tuple(collected.slugs(feed.variables["articles"])) for feed in feeds} == {("a1", "a3")}
    assert {feed.variables["term"].name for feed in feeds} == {"Y tế"}
    (whole,) = plan_feeds(collected.catalogue, ALL, {"rss": "rss.xml"}, 30)
    assert collected.slugs(whole.variables["articles"]) == [f"a{i}" for i in range(6)]
    assert whole.variables["term"] is None


def test_a_category_that_only_hidden_articles_have_has_no_feed() -> None:
    collected = Collected(article("a", 0, "Y tế", status="hidden"))
    for key in (("category", "y tế"), ("category", "không có")):
        assert list(plan_feeds(collected.catalogue, key, {"rss": "{slug}.xml"}, 30)) == []


def test_a_page_names_every_article_that_it_shows_and_whose_own_it_is() -> None:
    collected = Collected(*(article(f"a{i}", i, tag_names=("x",)) for i in range(3)))
    pages = pages_of(collected)
    assert collected.shown(pages[""]) == {"a0", "a1", "a2"}
    own = pages["2024/01/a1/"]
    assert collected.shown(own) == {"a0", "a1", "a2"}
    assert own_article(own) == Ref(collected.rows["a1"].id)
    assert own_article(pages["the/x/"]) is None
    assert list(refs_in(pages["luu-tru/"])) == []


def test_articles_of_one_moment_stand_in_one_order_whichever_came_first() -> None:
    def home(articles: list[Article]) -> list[str]:
        collected = Collected(*articles)
        return collected.slugs(plan_home(collected.catalogue).variables["latest"])

    some = [article(slug) for slug in ("c", "a", "b")]
    assert home(some) == home(some[::-1]) == ["a", "b", "c"]


def test_references_are_found_and_replaced_however_deep_they_stand() -> None:
    term = Collected(article("a")).catalogue.navigation[0]
    variables: dict[str, Any] = {
        "one": Ref(1),
        "listed": [Ref(2), (Ref(3), [Ref(4)])],
        "section": Section(term, (Ref(5),)),
        "named": {"x": [Ref(6)]},
        "text": "chữ",
    }
    page = PlannedPage("x/", "x", "x", variables)
    assert refs_in(page) == [1, 2, 3, 4, 5, 6]
    shown = replaced(variables, lambda ref: f"bài {ref}")
    assert shown["listed"] == ["bài 2", ("bài 3", ["bài 4"])]
    assert shown["section"] == Section(term, ("bài 5",))
    assert shown["named"] == {"x": ["bài 6"]}


def test_groups_follow_from_lists_and_are_planned_in_one_order() -> None:
    assert list(groups_of([ALL, ("tag", "a:b"), ("category", "x"), ("month", "2024-01")])) == [
        "feed:all:",
        "list:tag:a:b",
        "list:category:x",
        "feed:category:x",
        "list:month:2024-01",
    ]
    assert in_order(["article:10", "article:9", "feed:all:", "home"]) == [
        "home",
        "feed:all:",
        "article:9",
        "article:10",
    ]
