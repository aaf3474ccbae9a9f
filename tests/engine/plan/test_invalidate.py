"""Which pages are rendered again after a change, and that these are all that had to be."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest

from plugins.core.dates.date import TIME_ZONE
from plugins.engine.build import Outcome
from plugins.search.layout import FOLDER
from tests.engine.made import NOW
from tests.engine.small_site import SmallSite

YTE, TIN = "Y tế", "Tin"
_INDEX = re.compile(rf"{FOLDER}.+\.txt")  # no page: tests/engine/publish/test_search_index.py


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
        "category_articles": 1,
    }
    for number in range(1, 17):
        write(site, number)
    site.write("pages/lien-he.md", Title="Liên hệ", Date="")
    site.build()
    return site


def rebuild(site: SmallSite, *, now: datetime = NOW) -> set[str]:
    """Build again, and return the addresses of pages that were rendered.

    These are exactly the pages that changed, but for the files of the search index, and the site is
    what a clean build makes of it.
    """
    before = site.files()
    outcome = site.build(now=now)
    after = site.files()
    changed = {path for path, data in after.items() if before.get(path) != data}
    assert set(outcome.reasons) == {path for path in changed if not _INDEX.fullmatch(path)}
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
        "feed.json",  # so does this one
    }
    for name in ("rss.xml", "feed.json"):
        assert archive.files()[name] == before[name]


def test_an_edit_of_the_title_changes_every_page_that_names_it_and_no_other(
    archive: SmallSite,
) -> None:
    for number in (16, 9, 2, 1):
        named = {
            path.removesuffix("index.html")
            for path, data in archive.files().items()
            if f"Bài {number:02}".encode() in data and not _INDEX.fullmatch(path)
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
        "feed.json",
    }


def test_of_the_archive_only_the_page_that_sheds_and_its_neighbour_are_ever_rendered(
    archive: SmallSite,
) -> None:
    for number in range(17, 23):
        write(archive, number, TIN)
        numbered = {url for url in rebuild(archive) if "trang/" in url}
        assert len(numbered) <= 2 * 3  # lists that it stands on


def test_an_article_that_goes_takes_its_page_with_it(archive: SmallSite) -> None:
    (archive.content / "articles" / "b16.md").unlink()
    rendered = rebuild(archive)
    assert {"2024/01/b14/", "", "chuyen-muc/y-te/", "rss.xml"} <= rendered
    assert not (archive.output / "2024" / "01" / "b16").exists()
    assert not any(url.startswith(("chuyen-muc/tin/", "lien-he/")) for url in rendered)


def test_a_move_to_another_category_changes_both_and_their_neighbours(archive: SmallSite) -> None:
    write(archive, 9, YTE)
    rendered = rebuild(archive)
    assert {"chuyen-muc/tin/", "chuyen-muc/y-te/", "chuyen-muc/y-te/trang/1/"} <= rendered
    own = {url for url in rendered if url.startswith("2024/01/b")}
    assert own == {f"2024/01/b{number:02}/" for number in (7, 8, 9, 10, 11, 12, 13)}


def test_a_new_category_is_in_every_menu(archive: SmallSite) -> None:
    write(archive, 9, "Thể thao")
    everything = {path for path in archive.files() if path.endswith(("html", "xml", "json"))}
    outcome = archive.build()
    assert everything - outcome.reasons.keys() == set()
    assert archive.files() == archive.clean_files()


def test_a_date_that_moves_changes_the_address_and_both_months(archive: SmallSite) -> None:
    write(archive, 9, Date="09/12/2023")
    assert {"2023/12/b09/", "2023/12/", "2023/", "2024/", "luu-tru/"} <= rebuild(archive)
    assert not (archive.output / "2024" / "01" / "b09").exists()


def test_a_link_follows_the_article_to_its_new_address(archive: SmallSite) -> None:
    archive.write("articles/b01.md", "[x](b09.md)", Slug="b01", Category=TIN, Date="01/01/2024")
    archive.build()
    assert '"/2024/01/b09/"' in archive.page("2024/01/b01/")
    archive.write(
        "articles/b09.md", Title="Bài 09", Slug="moi", Category=TIN, Date="09/01/2024 08:00"
    )
    assert "2024/01/b01/" in rebuild(archive)
    assert '"/2024/01/moi/"' in archive.page("2024/01/b01/")


def test_a_link_to_a_page_that_only_reads_otherwise_stays_as_it_is(archive: SmallSite) -> None:
    archive.write("articles/b01.md", "[x](b09.md)", Slug="b01", Category=TIN, Date="01/01/2024")
    archive.build()
    write(archive, 9, title="Tên khác")
    assert "2024/01/b01/" not in rebuild(archive)


# Terms


def test_an_older_spelling_renames_a_term_wherever_it_is_shown(archive: SmallSite) -> None:
    for number in (9, 10):
        write(archive, number, Tags="DU LỊCH")
    archive.build()
    assert "#DU LỊCH=the/du-lich/" in archive.page("2024/01/b10/")
    write(archive, 3, Tags="Du lịch")
    rendered = rebuild(archive)
    assert {"2024/01/b09/", "2024/01/b10/", "the/", "the/du-lich/"} <= rendered
    assert "#Du lịch=the/du-lich/" in archive.page("2024/01/b10/")
    assert "2024/01/b15/" not in rendered


def test_the_older_of_two_terms_takes_over_the_plain_address(archive: SmallSite) -> None:
    write(archive, 9, Tags="Bạc Hà")
    archive.build()
    write(archive, 3, Tags="Bắc Hà")
    assert {"the/bac-ha/", "the/bac-ha-2/", "2024/01/b09/"} <= rebuild(archive)
    assert "#Bạc Hà=the/bac-ha-2/" in archive.page("2024/01/b09/")
    assert "/the/bac-ha-2/" in archive.page("the/bajc-haf/")
    (archive.content / "articles" / "b03.md").unlink()
    assert {"the/bac-ha/", "2024/01/b09/"} <= rebuild(archive)
    assert not (archive.output / "the" / "bac-ha-2").exists()
    assert not (archive.output / "the" / "bajc-haf").exists()
    assert not (archive.output / "_redirects").exists()


def test_a_tag_goes_with_its_last_article_and_the_list_of_tags_with_the_last_tag(
    archive: SmallSite,
) -> None:
    write(archive, 9, Tags="a, b")
    archive.build()
    assert (archive.output / "the" / "a" / "index.html").exists()
    write(archive, 9, Tags="b")
    assert rebuild(archive) >= {"the/", "2024/01/b09/"}
    assert not (archive.output / "the" / "a").exists()
    write(archive, 9)
    archive.build()
    assert archive.files() == archive.clean_files()
    assert not (archive.output / "the").exists()


# Who sees an article, and when


@pytest.mark.parametrize("status", ["draft", "hidden"])
def test_an_article_that_is_taken_back_leaves_all_lists(archive: SmallSite, status: str) -> None:
    write(archive, 16, Status=status)
    assert {"", "chuyen-muc/y-te/", "rss.xml"} <= rebuild(archive)
    assert (archive.output / "2024" / "01" / "b16").exists() == (status == "hidden")
    shown = [path for path, data in archive.files().items() if "Bài 16".encode() in data]
    assert shown == (["2024/01/b16/index.html"] if status == "hidden" else [])
    write(archive, 16)
    assert "2024/01/b16/" in rebuild(archive)


def test_an_article_appears_when_its_time_has_come_and_goes_when_time_goes_back(
    archive: SmallSite,
) -> None:
    write(archive, 17, Date="01/02/2024 08:00")
    assert rebuild(archive) == set()
    later = NOW + timedelta(hours=2)
    rendered = rebuild(archive, now=later)
    assert {"2024/02/b17/", "2024/02/", "", "rss.xml"} <= rendered
    assert rebuild(archive, now=later) == set()
    assert rebuild(archive) >= {"", "rss.xml"}
    assert not (archive.output / "2024" / "02").exists()


def test_the_moment_itself_is_the_time(archive: SmallSite) -> None:
    write(archive, 17, Date="01/02/2024 08:00")
    moment = datetime(2024, 2, 1, 8, tzinfo=TIME_ZONE)
    assert rebuild(archive, now=moment - timedelta(microseconds=1)) == set()
    assert "2024/02/b17/" in rebuild(archive, now=moment)


def test_a_static_page_is_on_no_list_and_its_title_on_every_page(archive: SmallSite) -> None:
    archive.write("pages/lien-he.md", "Thân mới.", Title="Liên hệ", Date="")
    assert rebuild(archive) == {"lien-he/"}
    archive.write("pages/lien-he.md", Title="Địa chỉ", Date="")
    outcome = archive.build()
    pages = {path for path in archive.files() if path.endswith(("html", "xml", "json"))}
    assert outcome.reasons.keys() == pages


# What makes everything be rendered, and what the output folder has lost


def reasons(outcome: Outcome) -> set[str]:
    return set(outcome.reasons.values())


def test_another_theme_renders_everything_and_reads_nothing(archive: SmallSite) -> None:
    words = archive.theme / "strings.toml"
    words.write_text(
        words.read_text(encoding="utf-8").replace("Chào", "Xin chào"), encoding="utf-8"
    )
    outcome = archive.build()
    assert (outcome.changed, outcome.anew) == (0, "")
    assert reasons(outcome) == {"dựng lại tất cả"}
    assert outcome.pages == len(
        [path for path in archive.files() if path.endswith(("html", "xml", "json"))]
    )
    assert "Xin chào" in archive.page("2024/01/b01/")
    assert archive.files() == archive.clean_files()


def test_other_settings_make_everything_anew(archive: SmallSite) -> None:
    archive.settings["SITEURL"] = "https://khac.example/tin"
    outcome = archive.build()
    assert outcome.anew == "chương trình hoặc cấu hình đã đổi"
    assert outcome.changed == 17
    assert archive.page("2024/01/b01/").startswith("/tin|")
    assert archive.files() == archive.clean_files()


def test_what_somebody_did_in_the_output_folder_is_put_right(archive: SmallSite) -> None:
    whole = archive.files()
    page, feed = archive.output / "2024/01/b05/index.html", archive.output / "rss.xml"
    page.write_text("phá")
    feed.unlink()
    asset = next((archive.output / "theme").rglob("*.svg"))
    asset.unlink()
    outcome = archive.build()
    assert outcome.reasons == dict.fromkeys(
        ["2024/01/b05/index.html", "rss.xml"], "tệp trong thư mục xuất bản bị đổi hoặc mất"
    )
    assert outcome.written == 3
    assert archive.files() == whole


def test_an_output_folder_that_is_gone_comes_back(archive: SmallSite) -> None:
    whole = archive.files()
    archive.output.rename(archive.folder / "mất")
    outcome = archive.build()
    assert outcome.anew == ""
    assert outcome.changed == 0
    assert archive.files() == whole


def test_a_page_that_was_lost_and_has_changed_is_as_the_change_has_it(archive: SmallSite) -> None:
    (archive.output / "2024/01/b05/index.html").unlink()
    (archive.output / "2024/01/b07/index.html").unlink()
    write(archive, 5, title="Tên khác")
    (archive.content / "articles" / "b07.md").unlink()
    archive.build()
    assert archive.files() == archive.clean_files()
