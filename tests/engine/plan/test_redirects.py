"""Old addresses from a build to the next: what is rendered, and that it is what a clean build
makes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plugins.engine.plan.pages import MAP_URL
from tests.engine.made import NOW
from tests.engine.small_site import SmallSite

FILES = {"_redirects", MAP_URL}


@pytest.fixture
def archive(site: SmallSite) -> SmallSite:
    """Two articles and a static page, built."""
    site.settings["SITE"] = {"name": "Bản tin", "url": "https://bantin.example"}
    site.write("articles/mot.md", Title="Một", Aliases="/1.html, /cu/mot/, /index.php?id=1")
    site.write("articles/hai.md", Title="Hai", Date="12/01/2024")
    site.write("pages/lien-he.md", Title="Liên hệ", Slug="lien-he", Date="")
    site.build()
    return site


def rebuilt(site: SmallSite) -> set[str]:
    """Return what a build renders, and have compared what comes of it with a clean build's."""
    rendered = site.rendered(site.build())
    assert site.files() == site.clean_files()
    return rendered


def test_an_articles_old_addresses_lead_to_it(archive: SmallSite) -> None:
    assert "/2024/01/mot/" in archive.page("1.html")
    assert "/2024/01/mot/" in archive.page("cu/mot/")
    files = archive.files()
    assert files["_redirects"].decode().splitlines() == [
        "/1.html /2024/01/mot/ 301",
        "/cu/mot/ /2024/01/mot/ 301",
        "/cu/mot /2024/01/mot/ 301",
    ]
    assert b'"/index.php?id=1" "/2024/01/mot/";\n' in files[MAP_URL]
    assert "sitemap.xml" in files
    sitemaps = b"".join(data for name, data in files.items() if name.startswith("sitemap"))
    assert b"cu/mot" not in sitemaps
    assert rebuilt(archive) == set()


def test_without_old_addresses_there_is_no_file_of_them(site: SmallSite) -> None:
    site.write("articles/mot.md", Title="Một")
    site.build()
    assert FILES.isdisjoint(site.files())


def test_an_old_address_that_comes_goes_or_moves_changes_its_pages_alone(
    archive: SmallSite,
) -> None:
    archive.write("articles/mot.md", Title="Một", Aliases="/cu/mot/, /index.php?id=1, /3.html")
    feeds = {
        "rss.xml",
        "feed.json",
        "chuyen-muc/tin-tuc/atom.xml",
    }  # they show the text, which is read anew
    assert rebuilt(archive) == {"3.html", "2024/01/mot/"} | feeds | FILES
    assert "1.html" not in archive.files()


def test_an_old_address_of_an_edited_article_is_not_looked_at(archive: SmallSite) -> None:
    fields = {"Aliases": "/1.html, /cu/mot/, /index.php?id=1"}
    archive.write("articles/mot.md", "Lời khác.", Title="Một, sửa", Slug="mot", **fields)
    assert rebuilt(archive).isdisjoint({"1.html", "cu/mot/"} | FILES)


def test_an_article_that_moves_leaves_its_address_to_a_redirect(archive: SmallSite) -> None:
    archive.write("articles/hai.md", Title="Hai", Slug="moi", Date="12/01/2024")
    rebuilt(archive)
    assert "2024/01/hai/index.html" not in archive.files()
    archive.write(
        "articles/hai.md", Title="Hai", Slug="khac", Date="12/01/2024", Aliases="/2024/01/moi/"
    )
    assert {"2024/01/moi/", "2024/01/khac/"} <= rebuilt(archive)
    assert "/2024/01/khac/" in archive.page("2024/01/moi/")
    archive.write("articles/hai.md", Title="Hai", Slug="moi", Date="12/01/2024")
    rebuilt(archive)
    assert "Hai" in archive.page("2024/01/moi/")


def test_an_old_address_goes_from_one_article_to_another(archive: SmallSite) -> None:
    archive.write("articles/mot.md", Title="Một")
    archive.write("articles/hai.md", Title="Hai", Date="12/01/2024", Aliases="/1.html")
    assert "1.html" in rebuilt(archive)
    assert "/2024/01/hai/" in archive.page("1.html")


@pytest.mark.parametrize("status", ["hidden", "published"])
def test_a_hidden_article_and_a_static_page_have_old_addresses(
    archive: SmallSite, status: str
) -> None:
    archive.write(
        "pages/lien-he.md", Title="Liên hệ", Slug="lien-he", Date="", Status=status, Aliases="/lh"
    )
    archive.write("articles/hai.md", Title="Hai", Status="hidden", Aliases="/2")
    assert {"lh/", "2/"} <= rebuilt(archive)
    assert "/lien-he/" in archive.page("lh/")


def test_a_scheduled_articles_old_addresses_wait_with_it(archive: SmallSite) -> None:
    archive.write("articles/sau.md", Title="Sau", Date="03/02/2024 07:00", Aliases="/sau.html")
    rebuilt(archive)
    assert "sau.html" not in archive.files()
    later = NOW + timedelta(days=3)
    assert "sau.html" in archive.rendered(archive.build(now=later))
    assert archive.files() == archive.clean_files(later)
    archive.write("articles/sau.md", Title="Sau", Status="draft", Aliases="/sau.html")
    archive.build(now=later)
    assert "sau.html" not in archive.files()


def test_the_newsrooms_list_leads_to_pages_articles_and_away(archive: SmallSite) -> None:
    archive.raw(
        "chuyen-huong.csv",
        "Cũ;Mới\n/a.html;articles/hai.md\n/b/;/lien-he/\n/c?d=1;https://khac.example/x\n",
    )
    assert rebuilt(archive) == {"a.html", "b/"} | FILES
    assert "/2024/01/hai/" in archive.page("a.html")
    assert b'"/c?d=1" "https://khac.example/x";\n' in archive.files()[MAP_URL]
    assert rebuilt(archive) == set()
    archive.write("articles/hai.md", Title="Hai", Slug="moi", Date="12/01/2024")
    assert {"a.html", *FILES} <= rebuilt(archive)
    assert "/2024/01/moi/" in archive.page("a.html")
    archive.raw("chuyen-huong.csv", "\n/b/;/lien-he/\n")
    assert rebuilt(archive) == FILES
    assert "a.html" not in archive.files()
    (archive.content / "chuyen-huong.csv").unlink()
    assert rebuilt(archive) == FILES


@pytest.mark.parametrize("name", ["articles/cu.txt", "articles/cu.csv"])
def test_a_list_of_another_name_is_read_and_not_told_as_a_stray_file(
    archive: SmallSite, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    archive.settings["BUILD"] |= {"redirects": name}
    archive.raw(name, "/b/;/lien-he/")
    archive.build()
    assert capsys.readouterr().err == ""
    assert "b/index.html" in archive.files()


def test_a_redirect_that_somebody_deleted_comes_back(archive: SmallSite) -> None:
    for name in ("1.html", *FILES):
        (archive.output / name).unlink()
    assert rebuilt(archive) == {"1.html", *FILES}
