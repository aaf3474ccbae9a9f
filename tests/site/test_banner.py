"""The banner of a static page, at the top of the front page."""

from __future__ import annotations

import pytest

from tests.site.newsroom import Newsroom


@pytest.fixture
def bulletin(newsroom: Newsroom) -> Newsroom:
    newsroom.write("articles/mot.md", Title="Một")
    newsroom.photo("images/le-hoi.jpg", size=(900, 150))
    return newsroom


def campaign(newsroom: Newsroom, name: str = "le-hoi", **head: str) -> None:
    fields = {"Title": f"Chào mừng “{name}” & bạn", "Slug": name, "Date": ""}
    newsroom.write(f"pages/{name}.md", **fields | {"Banner": "le-hoi.jpg"} | head)


def banner(newsroom: Newsroom) -> str | None:
    """Return where the banner of the front page leads."""
    link = newsroom.soup("").select_one(".front-banner a")
    return None if link is None else str(link["href"])


def test_a_banner_stands_on_the_front_page_and_leads_to_its_page(bulletin: Newsroom) -> None:
    campaign(bulletin)
    assert bulletin.build().said.count("CẢNH BÁO") == 0
    page = bulletin.soup("")
    assert banner(bulletin) == "/le-hoi/"
    assert page.select_one("header.masthead ~ .front-banner ~ main") is not None
    (image,) = page.select(".front-banner img")
    assert image["alt"] == "Chào mừng “le-hoi” & bạn"
    assert (image["width"], image["height"]) == ("768", "128")
    sources = page.select(".front-banner source")
    assert [source["type"] for source in sources] == ["image/avif"] * 2
    named = [entry.split()[0] for each in sources for entry in str(each["srcset"]).split(", ")]
    assert {
        name.removeprefix("/") for name in [*named, str(image["src"])]
    } <= bulletin.files().keys()
    # Phones are offered a small one.
    assert [str(source["srcset"]).count("w") for source in sources if source.get("media")] == [1]
    others = [name for name in bulletin.files() if name.endswith(".html") and name != "index.html"]
    assert not [name for name in others if b"front-banner" in bulletin.files()[name]]


def test_a_banner_goes_when_its_day_is_over(bulletin: Newsroom) -> None:
    campaign(bulletin, Banner_until="10/02/2024")
    bulletin.build(now="1707584340")  # 23:59 of that day
    assert banner(bulletin) == "/le-hoi/"
    bulletin.build(now="1707584400")
    assert banner(bulletin) is None
    assert "le-hoi/index.html" in bulletin.files()
    after = bulletin.files()
    bulletin.build("--ignore-cache", now="1707584400")
    assert bulletin.files() == after


def test_the_newest_of_two_banners_is_shown_and_the_other_told(bulletin: Newsroom) -> None:
    campaign(bulletin, Date="11/01/2024")
    campaign(bulletin, "xuan", Date="12/01/2024", Banner_until="31/01/2024")
    said = bulletin.build(now="1706000000").said
    assert "pages/le-hoi.md: CẢNH BÁO: trang nhất đang có băng rôn của pages/xuan.md" in said
    assert banner(bulletin) == "/xuan/"
    said = bulletin.build().said  # in February
    assert "CẢNH BÁO" not in said
    assert banner(bulletin) == "/le-hoi/"


def test_a_banner_that_cannot_be_shown_is_told_and_keeps_no_news_back(bulletin: Newsroom) -> None:
    campaign(bulletin, Banner="le-hoii.jpg")
    campaign(bulletin, "xuan", Banner="", Banner_until="31/01/2024")
    bulletin.write("articles/hai.md", Title="Hai", Banner="le-hoi.jpg")
    built = bulletin.build()
    assert built.status == 0
    assert "pages/le-hoi.md:3: CẢNH BÁO: băng rôn: " in built.said
    assert "le-hoi.jpg" in built.said
    assert "pages/xuan.md:3: CẢNH BÁO: có “Banner_until” mà thiếu “Banner” [TRANG10]" in built.said
    assert "articles/hai.md:3: CẢNH BÁO: “Banner” không có tác dụng ở bài viết" in built.said
    assert banner(bulletin) is None
    campaign(bulletin)
    bulletin.build()
    assert banner(bulletin) == "/le-hoi/"
    after = bulletin.files()
    bulletin.build("--ignore-cache")
    assert bulletin.files() == after


def test_a_draft_has_no_banner_and_an_introduction_leads_to_its_list(bulletin: Newsroom) -> None:
    campaign(bulletin, Status="draft")
    bulletin.build()
    assert banner(bulletin) is None
    campaign(bulletin, Series="Lễ hội")
    bulletin.build()
    assert banner(bulletin) is None  # its list has no article, which is told
    bulletin.write("articles/mot.md", Title="Một", Series="Lễ hội")
    bulletin.build()
    assert banner(bulletin) == "/chuyen-de/le-hoi/"
