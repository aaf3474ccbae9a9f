from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from plugins.engine.errors import BuildFailed
from tests.engine.small_site import SmallSite


@pytest.fixture
def archive(site: SmallSite) -> SmallSite:
    """An article with an old address and one without, built."""
    site.write("articles/mot.md", Title="Một", Aliases="/1.html")
    site.write("articles/hai.md", Title="Hai", Date="12/01/2024")
    site.build()
    return site


def told(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return where and with which code a build says something, which is what a clean build says."""
    capsys.readouterr()
    said = []
    for clean in (False, True):
        with suppress(BuildFailed):
            site.build(clean=clean)
        lines = capsys.readouterr().err.splitlines()
        said.append(
            [f"{line.partition(': ')[0]} {line[-6:-1]}" for line in lines if line.endswith("]")]
        )
    assert said[0] == said[1]
    return said[0]


@pytest.mark.parametrize(
    "alias",
    [
        "/2024/01/hai/",
        "/2024/01/Hai",
        "/2024/01/mot/index.html",
        "/",
        "/index.html",
        "/404.html",
        "/404.html/cu/",
        "/rss.xml",
        "/robots.txt",
        "/robots.txt/x",
        "/luu-tru/",
        "/the-nao.html, /the-nao.html/cu/",
        "/_redirects",
    ],
)
def test_an_old_address_at_which_something_is_is_told(
    archive: SmallSite, capsys: pytest.CaptureFixture[str], alias: str
) -> None:
    archive.write("articles/mot.md", Title="Một", Aliases=alias)
    assert told(archive, capsys)[0] == "articles/mot.md:4 DOI02"


def test_a_page_that_comes_where_an_old_address_is_is_told(
    archive: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.write("articles/mot.md", Title="Một", Aliases="/2024/01/ba/")
    archive.build()
    archive.write("articles/ba.md", Title="Ba")
    assert told(archive, capsys) == ["articles/mot.md:4 DOI02"]
    archive.write("articles/ba.md", Title="Ba", Date="09/09/2024", Slug="x")
    archive.write("articles/hai.md", Title="Hai", Aliases="/2024/09/x/")
    assert told(archive, capsys) == ["articles/hai.md:4 DOI02"]


def test_a_static_file_that_comes_where_an_old_address_is_is_told(
    archive: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.settings["STATIC_PATHS"] = ["extra"]
    archive.raw("extra/1.html", "x")

    def extra(folder: Path) -> None:
        (folder / "1.html").write_text("x")

    with pytest.raises(BuildFailed):
        archive.build(extra=extra)
    assert "DOI02" in capsys.readouterr().err


def test_one_old_address_of_two_is_told(
    archive: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.write("articles/hai.md", Title="Hai", Aliases="/1.HTML")
    assert told(archive, capsys) == ["articles/mot.md:4 DOI03"]
    archive.write("articles/hai.md", Title="Hai")
    archive.raw("chuyen-huong.csv", "\n/1.html;/luu-tru/")
    assert told(archive, capsys) == ["chuyen-huong.csv:2 DOI03"]
    archive.raw("chuyen-huong.csv", "/2.html;/luu-tru/")
    archive.write("articles/hen.md", Title="Hẹn", Date="09/09/2024", Aliases="/2.html")
    assert told(archive, capsys) == ["chuyen-huong.csv:1 DOI03"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("/a/;/a", "DOI07"),
        ("/a/;/1.html", "DOI07"),
        ("/a/;/1.html#x", "DOI07"),
        ("/a/;/b/\n/b/;/a/", "DOI07"),
        ("/a/;/khong-co/", "DOI06"),
        ("/a/;articles/khong-co.md", "DOI06"),
        ("/a/;articles/nhap.md", "DOI08"),
        ("/a/;/2024/09/hen/", "DOI08"),
    ],
)
def test_a_line_that_leads_round_in_circles_or_nowhere_is_told(
    archive: SmallSite, capsys: pytest.CaptureFixture[str], line: str, code: str
) -> None:
    archive.write("articles/nhap.md", Title="Nháp", Status="draft")
    archive.write("articles/hen.md", Title="Hẹn", Date="09/09/2024")
    archive.build()
    archive.raw("chuyen-huong.csv", line)
    assert told(archive, capsys)[0] == f"chuyen-huong.csv:1 {code}"


@pytest.mark.parametrize("target", ["/robots.txt", "/rss.xml", "/2024/01/hai", "/?p#x", "/"])
def test_whatever_the_site_has_may_be_led_to(
    archive: SmallSite, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    archive.raw("chuyen-huong.csv", f"/a/;{target}")
    assert told(archive, capsys) == []


def test_a_page_that_goes_is_told_where_an_old_address_leads_to_it(
    archive: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.raw("chuyen-huong.csv", "/a/;/2024/01/hai/\n/b/;articles/hai.md")
    archive.build()
    archive.write("articles/hai.md", Title="Hai", Date="12/01/2024", Status="draft")
    expected = ["chuyen-huong.csv:1 DOI08", "chuyen-huong.csv:2 DOI08"]
    assert told(archive, capsys) == expected
    archive.write("articles/hai.md", Title="Hai", Date="12/01/2024")
    assert told(archive, capsys) == []
    (archive.content / "articles" / "hai.md").unlink()
    assert told(archive, capsys) == ["chuyen-huong.csv:1 DOI06", "chuyen-huong.csv:2 DOI06"]


def test_an_old_address_leads_to_a_term_only_where_that_is_now(
    archive: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.write("articles/mot.md", Title="Một", Tags="Bắc Hà")
    archive.write("articles/hai.md", Title="Hai", Date="12/01/2024", Tags="Bạc Hà")
    archive.raw("chuyen-huong.csv", "/a/;/the/bajc-haf/\n/b/;/the/bac-ha-2/")
    assert told(archive, capsys) == ["chuyen-huong.csv:1 DOI07"]


def test_a_list_that_the_settings_name_has_to_be_there(
    archive: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.settings["BUILD"] |= {"redirects": "cu.csv"}
    assert told(archive, capsys) == ["cu.csv TEP01"]
