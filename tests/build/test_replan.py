"""Which pages are rendered again after a change, and that these are all that had to be."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from plugins.articles.dates import TIME_ZONE
from plugins.build.build import Outcome
from tests.build.made import NOW
from tests.build.small_site import SmallSite

YTE, TIN = "Y tế", "Tin"


def write(site: SmallSite, number: int, category: str = "", title: str = "", **head: str) -> None:
    """Write article ``number``, of that day of January; those of even numbers are health's."""
    site.write(
        f"articles/b{number:02}.md",
        Title=title or f"Bài {number:02}",
        Slug=f"b{number:02}",
        Category=category or (YTE if number % 2 == 0 else TIN),
        **{"Date": f"{number:02}/01/2024 08:00"} | head,
    )


@pytest.fixture
def archive(site: SmallSite) -> SmallSite:
    """A bulletin of sixteen articles, built."""
    site.settings["BUILD"] |= {
        "articles_per_month_page": 3,
        "home_articles": 1,
        "section_articles": 2,
        "latest_articles": 2,
        "fragment_articles": 2,
        "related_articles": 1,
    }
    for number in range(1, 17):
        write(site, number)
    site.write("pages/lien-he.md", Title="Liên hệ", Date="")
    site.build()
    return site


def rebuild(site: SmallSite, *, now: datetime = NOW) -> set[str]:
    """Build again, and return the addresses of pages that were rendered.

    These are exactly the pages that changed, and the site is what a clean build makes of it.
    """
    before = site.files()
    outcome = site.build(now=now)
    after = site.files()
    changed = {path for path, data in after.items() if before.get(path) != data}
    assert set(outcome.reasons) == changed
    assert after == site.clean_files(now=now)
    return site.rendered(outcome)


def test_nothing_changed_nothing_is_rendered(archive: SmallSite) -> None:
    assert rebuild(archive) == set()


def test_an_edit_of_the_body_changes_the_articles_own_page(archive: SmallSite) -> None:
    archive.write(
        "articles/b05.md",
        "Thân mới.",
        Title="Bài 05",
        Slug="b05",
        Category=TIN,
        Date="05/01/2024 08:00",
    )
    assert rebuild(archive) == {"2024/01/b05/"}


def test_and_the_feeds_that_carry_it(archive: SmallSite) -> None:
    archive.write(
        "articles/b15.md",
        "Thân mới.",
        Title="Bài 15",
        Slug="b15",
        Category=TIN,
        Date="15/01/2024 08:00",
    )
    before = archive.files()
    assert archive.rendered(archive.build()) == {
        "2024/01/b15/",
        "chuyen-muc/tin/atom.xml",
        "rss.xml",  # shows summaries only, so it comes out the same
    }
    assert archive.files()["rss.xml"] == before["rss.xml"]


def test_an_edit_of_the_title_changes_every_page_that_names_it_and_no_other(
    archive: SmallSite,
) -> None:
    for number in (16, 9, 2, 1):
        named = {
            path.removesuffix("index.html")
            for path, data in archive.files().items()
            if f"Bài {number:02}".encode() in data
        }
        write(archive, number, title="Tên khác")
        assert rebuild(archive) == named
        assert 4 <= len(named) <= 12
        write(archive, number)
        archive.build()


def test_a_new_article_changes_no_numbered_page_of_a_list(archive: SmallSite) -> None:
    write(archive, 17)
    assert rebuild(archive) == {
        "2024/01/b17/",
        "2024/01/b15/",  # its older neighbour
        "",
        "manh/tin-moi.html",
        "luu-tru/",
        "2024/",  # they count
        "2024/01/",
        "chuyen-muc/tin/",
        "chuyen-muc/tin/trang/2/",  # nine of them: the front page sheds three
        "chuyen-muc/tin/trang/1/",
        "tac-gia/ban-bien-tap/",
        "chuyen-muc/tin/atom.xml",
        "rss.xml",
    } - _unchanged(archive)


def _unchanged(site: SmallSite) -> set[str]:
    return set()
