"""Official documents, notices and stories with films: where they stand, and where not."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from plugins.core.article import COLLECTIONS, Body
from plugins.engine.errors import BuildFailed
from plugins.engine.plan.catalogue import lists_of
from plugins.engine.plan.collections import collection_blocks, collection_lists
from plugins.figures import Film
from tests.engine.made import NOW, Collected, article, keep, read
from tests.engine.small_site import SmallSite
from tests.media_files import media_file

FILM = Body("", films=(Film("https://vimeo.com/1", "", ""),))
OF_NEWS = {"", "luu-tru/", "rss.xml", "feed.json", "manh/tin-moi.html", "2024/", "2024/01/"}


def notice(slug: str, age: float, **more: Any) -> Any:
    return article(slug, age, kind="notice", path=f"thong-bao/{slug}.md", **more)


def shown(collected: Collected) -> dict[str, list[str]]:
    return {
        block.kind: collected.slugs(block.articles)
        for block in collection_blocks(collected.catalogue)
    }


@pytest.fixture
def portal(site: SmallSite) -> SmallSite:
    """A bulletin with two articles, one of which has a film, two documents and a notice, built."""
    site.settings["BUILD"] |= {"collection_articles": 2}
    site.settings["SITE"] |= {"url": "https://bantin.example"}
    site.raw("van-ban/a.pdf", media_file("a.pdf"))
    site.write("articles/mot.md", Title="Một")
    site.write("articles/phim.md", "https://youtu.be/abc", Title="Phim", Category="Y tế")
    for number in ("1", "2"):
        document(site, number)
    site.write("thong-bao/cup-dien.md", Title="Cúp điện", Summary="", Until="01/02/2024")
    site.build()
    return site


def document(site: SmallSite, number: str, **more: str) -> None:
    head = {"Summary": "", "Issuer": "UBND", "File": "a.pdf", "Number": f"{number}/QĐ"}
    site.write(f"van-ban/{number}.md", Title=f"Văn bản {number}", **head | more)


def rebuild(site: SmallSite, *, now: datetime = NOW) -> set[str]:
    """Build again to what a clean build makes, and return the addresses that were rendered."""
    outcome = site.build(now=now)
    assert site.files() == site.clean_files(now=now)
    return site.rendered(outcome)


def test_documents_and_notices_are_no_news_but_are_in_the_sitemap_of_their_year() -> None:
    assert lists_of(notice("a", 0), Body("")) == (("notice", "", ""), ("year", "2024", ""))
    one = article("a", 0, kind="document", tag_names=("Bắc Hà",))
    assert lists_of(one, FILM) == (("document", "", ""), ("year", "2024", ""))


def test_news_with_a_film_are_on_the_list_of_videos_too() -> None:
    assert ("video", "", "") in lists_of(article("a"), FILM)
    assert ("video", "", "") not in lists_of(article("a"), Body(""))


def test_a_block_has_the_newest_and_what_has_nothing_to_tell_has_none() -> None:
    documents = [article(f"v{age}", age, kind="document") for age in range(4)]
    assert shown(Collected(*documents, article("a"))) == {"document": ["v0", "v1", "v2"]}
    assert shown(Collected(article("a"))) == {}


def test_a_notice_leaves_the_front_page_at_its_moment_and_stays_on_its_list() -> None:
    over, still = NOW - timedelta(seconds=1), NOW + timedelta(seconds=1)
    collected = Collected(
        notice("het", 0, until=over),
        notice("den-dung-luc", 1, until=NOW),
        notice("con", 2, until=still),
        notice("mai", 3),
        collection_articles=2,
    )
    assert shown(collected) == {"notice": ["con", "mai"]}
    assert collection_lists(collected.catalogue) == {"notice": "thong-bao/"}
    assert len(collected.catalogue.entries(("notice", ""))) == 4


def test_films_of_drafts_and_of_hidden_articles_are_on_no_list() -> None:
    collected = Collected()
    keep(collected.state, read(article("a", status="hidden"), FILM))
    keep(collected.state, read(article("b", status="draft"), FILM))
    assert collection_lists(collected.catalogue) == {}


def test_each_has_its_page_its_list_and_its_address_in_a_sitemap(portal: SmallSite) -> None:
    files = portal.files()
    for url in ("van-ban/van-ban-1/", "van-ban/", "thong-bao/cup-dien/", "thong-bao/", "video/"):
        assert f"{url}index.html" in files
        sitemap = "sitemap-2024.xml" if url.count("/") == 2 else "sitemap-trang.xml"
        assert f"<loc>https://bantin.example/{url}</loc>" in portal.page(sitemap)
    assert "https://bantin.example/van-ban/" in portal.page("llms.txt")
    for url in OF_NEWS - {""}:
        assert "Văn bản 1" not in portal.page(url)
        assert "Cúp điện" not in portal.page(url)


def test_without_any_there_is_no_list_of_them_nor_a_link_to_one(site: SmallSite) -> None:
    site.settings["SITE"] |= {"url": "https://bantin.example"}
    site.write("articles/mot.md", Title="Một")
    site.build()
    lists = {f"{folder}/index.html" for folder in COLLECTIONS.values()}
    assert lists.isdisjoint(site.files())
    assert "van-ban/" not in site.page("llms.txt") + site.page("sitemap-trang.xml")


def test_an_edited_document_changes_its_page_its_list_and_its_block_alone(
    portal: SmallSite,
) -> None:
    document(portal, "1", Issuer="Sở")
    assert rebuild(portal) == {"van-ban/van-ban-1/", "van-ban/", ""}
    document(portal, "1", Slug="van-ban-khac")
    assert rebuild(portal) == {"van-ban/van-ban-khac/", "van-ban/", "", "sitemap-2024.xml"}


def test_a_new_document_changes_its_own_lists_alone_and_many_fill_several_pages(
    portal: SmallSite,
) -> None:
    document(portal, "3", Date="12/01/2024")
    expected = {"van-ban/van-ban-3/", "van-ban/", "", "sitemap-2024.xml"}
    assert rebuild(portal) == expected
    for number in ("4", "5", "6", "7"):
        document(portal, number, Date="13/01/2024")
    assert "van-ban/trang/1/" in rebuild(portal)


def test_the_first_and_the_last_of_a_list_change_what_every_page_links_to(
    portal: SmallSite,
) -> None:
    (portal.content / "thong-bao" / "cup-dien.md").unlink()
    assert {"2024/01/mot/", "sitemap-trang.xml", ""} <= rebuild(portal)
    assert not (portal.output / "thong-bao").exists()
    portal.write("articles/phim.md", "Không còn phim.", Title="Phim", Category="Y tế")
    assert "2024/01/mot/" in rebuild(portal)
    assert not (portal.output / "video").exists()


def test_a_notice_comes_at_its_date_and_leaves_the_front_page_by_a_build_of_a_later_day(
    portal: SmallSite,
) -> None:
    later = NOW + timedelta(days=1)
    assert "Cúp điện" in portal.page("")
    assert rebuild(portal, now=later) == {""}
    assert "Cúp điện" not in portal.page("")
    assert "Cúp điện" in portal.page("thong-bao/")
    portal.write("thong-bao/moi.md", Title="Mới", Date="03/02/2024 08:00")
    assert rebuild(portal, now=later) == set()
    assert rebuild(portal, now=later + timedelta(days=2)) == {
        *("", "thong-bao/", "thong-bao/moi/", "sitemap-2024.xml")
    }


def test_what_moves_from_one_kind_to_another_leaves_all_lists_of_the_first(
    portal: SmallSite,
) -> None:
    (portal.content / "articles" / "mot.md").rename(portal.path("thong-bao/mot.md"))
    rebuild(portal)
    assert not (portal.output / "2024" / "01" / "mot").exists()
    assert "Một" in portal.page("thong-bao/")
    assert "Một" not in portal.page("rss.xml")


def test_two_files_of_one_address_stop_the_build(portal: SmallSite) -> None:
    document(portal, "2", Slug="van-ban-1")
    with pytest.raises(BuildFailed):
        portal.build()


def test_an_old_address_leads_to_a_document(portal: SmallSite) -> None:
    document(portal, "1", Aliases="/vb/1.html")
    rebuild(portal)
    assert "/van-ban/van-ban-1/" in portal.page("vb/1.html")
