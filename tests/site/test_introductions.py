from __future__ import annotations

import json

from tests.site.newsroom import Newsroom

SERIES = "chuyen-de/giap-tet/"


def introduce(newsroom: Newsroom, name: str = "gioi-thieu-tet", **head: str) -> None:
    fields = {"Title": "Giáp Tết", "Series": "Giáp Tết", "Summary": "Sapo.", "Date": ""} | head
    newsroom.write(f"pages/{name}.md", "Lời **giới thiệu**.", **fields)


def clean(newsroom: Newsroom) -> dict[str, bytes]:
    newsroom.build("--ignore-cache")
    return newsroom.files()


def test_a_series_has_a_page_with_its_introduction_and_its_articles(newsroom: Newsroom) -> None:
    introduce(newsroom)
    newsroom.write("articles/mot.md", Title="Một", Series="Giáp Tết")
    newsroom.write("articles/hai.md", Title="Hai", Series="giáp  tết", Date="12/01/2024")
    newsroom.write("articles/ba.md", Title="Ba")
    said = newsroom.build().said
    assert (said.count("CẢNH BÁO"), said.count("[DAU26]")) == (1, 1)  # that it is written twice
    page = newsroom.soup(SERIES)
    assert page.select_one(".introduction p").get_text() == "Lời giới thiệu."  # type: ignore[union-attr] # it is there
    assert [each.get_text() for each in page.select(".teaser__title")] == ["Hai", "Một"]
    article = newsroom.soup("2024/01/mot/")
    assert article.select_one(f'a[href="/{SERIES}"]') is not None
    # The introduction stands there, and nowhere else.
    assert "gioi-thieu-tet/index.html" not in newsroom.files()
    assert "/gioi-thieu-tet/" not in newsroom.page("")
    assert newsroom.soup("chuyen-de/").select_one(f'a[href="/{SERIES}"]') is not None


def test_what_changes_of_a_series_is_seen(newsroom: Newsroom) -> None:
    introduce(newsroom)
    newsroom.write("articles/mot.md", Title="Một", Series="Giáp Tết")
    newsroom.build()
    newsroom.write(
        "pages/gioi-thieu-tet.md",
        "Lời khác.",
        Title="Giáp Tết",
        Series="Giáp Tết",
        Summary="Sapo.",
        Date="",
    )
    newsroom.build()
    assert "Lời khác." in newsroom.page(SERIES)
    assert newsroom.files() == clean(newsroom)
    (newsroom.content / "pages" / "gioi-thieu-tet.md").unlink()
    newsroom.build()
    assert "Lời khác." not in newsroom.page(SERIES)
    assert newsroom.files() == clean(newsroom)
    newsroom.write("articles/mot.md", Title="Một")
    newsroom.build()
    assert not [name for name in newsroom.files() if name.startswith("chuyen-de/")]
    assert newsroom.files() == clean(newsroom)


def test_an_introduction_that_nobody_sees_is_told(newsroom: Newsroom) -> None:
    introduce(newsroom)
    introduce(newsroom, "lan-hai")
    newsroom.write("articles/mot.md", Title="Một")
    said = newsroom.build().said
    assert "pages/gioi-thieu-tet.md: CẢNH BÁO: chưa có bài nào thuộc chuyên đề “Giáp Tết”" in said
    assert "pages/lan-hai.md: CẢNH BÁO: chuyên đề “Giáp Tết” đã có lời giới thiệu ở" in said
    newsroom.write("articles/mot.md", Title="Một", Series="Giáp Tết")
    said = newsroom.build().said
    assert "chưa có bài nào" not in said
    assert "pages/lan-hai.md: CẢNH BÁO" in said


AUTHOR = "tac-gia/giang-mai/"


def introduce_author(newsroom: Newsroom, text: str = "Lời **giới thiệu**.", **head: str) -> None:
    fields = {"Title": "Giàng Mai, phóng viên", "Authors": "Giàng Mai", "Date": ""}
    newsroom.write("pages/giang-mai.md", text, **fields | {"Summary": "Viết về chợ."} | head)


def test_an_author_is_introduced_on_the_page_of_the_authors_articles(newsroom: Newsroom) -> None:
    introduce_author(newsroom)
    newsroom.write("articles/mot.md", Title="Một", Authors="Giàng Mai")
    assert newsroom.build().said.count("CẢNH BÁO") == 0
    page = newsroom.soup(AUTHOR)
    assert page.h1 is not None
    assert page.h1.get_text() == "Giàng Mai, phóng viên"
    assert [each.get_text(strip=True) for each in page.select("main .introduction")] == [
        "Lờigiới thiệu."
    ]
    assert page.select_one(".standfirst") is not None
    assert "giang-mai/index.html" not in newsroom.files()
    assert "/giang-mai/" not in newsroom.page("").replace(AUTHOR, "")
    # Search engines are told who it is.
    told = json.loads(page.select_one('script[type="application/ld+json"]').get_text())  # type: ignore[union-attr] # it is there
    assert told["mainEntity"]["description"] == "Viết về chợ."
    introduce_author(newsroom, "Lời khác.")
    newsroom.build()
    assert "Lời khác." in newsroom.page(AUTHOR)
    assert newsroom.files() == clean(newsroom)
    (newsroom.content / "pages" / "giang-mai.md").unlink()
    newsroom.build()
    assert "Tác giả: Giàng Mai" in newsroom.page(AUTHOR)
    assert newsroom.files() == clean(newsroom)


def test_an_introduction_of_an_author_that_nobody_sees_is_told(newsroom: Newsroom) -> None:
    introduce_author(newsroom)
    introduce(newsroom, Authors="Lò Mai, Giàng Mai")
    newsroom.write("articles/mot.md", Title="Một", Series="Giáp Tết", Authors="Lò Mai")
    said = newsroom.build().said
    assert "pages/giang-mai.md: CẢNH BÁO: chưa có bài nào của tác giả “Giàng Mai”" in said
    assert "CẢNH BÁO: trang này chỉ giới thiệu được “Giáp Tết”" in said
    assert "Lời giới thiệu" not in newsroom.soup("tac-gia/lo-mai/").get_text()


def test_a_page_without_authors_introduces_nobody(newsroom: Newsroom) -> None:
    newsroom.write("pages/lien-he.md", "Gửi thư.\n\nBan Biên tập", Title="Liên hệ", Date="")
    newsroom.write("articles/mot.md", Title="Một", Authors="Ban Biên tập")
    newsroom.build()
    assert "lien-he/index.html" in newsroom.files()


def test_an_old_address_of_an_introduction_leads_to_the_list(newsroom: Newsroom) -> None:
    introduce(newsroom, Aliases="/tet/")
    introduce_author(newsroom, Aliases="/mai/")
    newsroom.raw("chuyen-huong.csv", "/gt/;pages/giang-mai.md")
    newsroom.write("articles/mot.md", Title="Một", Series="Giáp Tết", Authors="Giàng Mai")
    newsroom.build()
    assert f"/{SERIES}" in newsroom.page("tet/")
    assert f"/{AUTHOR}" in newsroom.page("mai/")
    assert f"/{AUTHOR}" in newsroom.page("gt/")
    # Without articles there is no list, and an old address leads nowhere.
    newsroom.write("articles/mot.md", Title="Một", Series="Giáp Tết", Authors="Lò Mai")
    newsroom.build()
    assert not {"mai/index.html", "gt/index.html"} & newsroom.files().keys()
    assert newsroom.files() == clean(newsroom)
    newsroom.write("articles/mot.md", Title="Một", Authors="Giàng Mai")
    newsroom.build()
    assert "tet/index.html" not in newsroom.files()
    assert f"/{AUTHOR}" in newsroom.page("mai/")
    assert newsroom.files() == clean(newsroom)
    # It stands for itself again.
    introduce_author(newsroom, Aliases="/mai/", Authors="")
    newsroom.build()
    assert '"/giang-mai-phong-vien/"' in newsroom.page("mai/")
    assert newsroom.files() == clean(newsroom)


def test_a_link_to_the_file_of_an_introduction_leads_to_the_list(newsroom: Newsroom) -> None:
    introduce(newsroom)
    introduce_author(newsroom)
    newsroom.write("articles/mot.md", Title="Một", Series="Giáp Tết", Authors="Giàng Mai")
    text = (
        "Xem [loạt bài](../pages/gioi-thieu-tet.md#a) và [chị Mai]({filename}/pages/giang-mai.md)."
    )
    newsroom.write("articles/hai.md", text, Title="Hai")
    said = newsroom.build().said
    assert said.count("CẢNH BÁO") == 0
    links = [str(a["href"]) for a in newsroom.soup("2024/01/hai/").select(".content a")]
    assert links == [f"/{SERIES}#bai-a", f"/{AUTHOR}"]
    # Without articles there is no list: it is told, as a link to a draft is.
    newsroom.write("articles/mot.md", Title="Một", Series="Giáp Tết", Authors="Lò Mai")
    newsroom.build()
    links = [str(a["href"]) for a in newsroom.soup("2024/01/hai/").select(".content a")]
    assert links == [f"/{SERIES}#bai-a", "/"]
    again = newsroom.build("--ignore-cache").said
    assert "articles/hai.md:4: CẢNH BÁO: liên kết tới bài chưa đăng: pages/giang-mai.md" in again
    newsroom.write("articles/mot.md", Title="Một", Authors="Giàng Mai")
    newsroom.build()
    links = [str(a["href"]) for a in newsroom.soup("2024/01/hai/").select(".content a")]
    assert links == ["/#bai-a", f"/{AUTHOR}"]
    assert newsroom.files() == clean(newsroom)
    # It stands for itself again.
    introduce_author(newsroom, Authors="")
    newsroom.build()
    assert 'href="/giang-mai-phong-vien/"' in newsroom.page("2024/01/hai/")
    assert newsroom.files() == clean(newsroom)


def test_the_address_that_an_introduction_would_have_is_told_with_that_of_the_list(
    newsroom: Newsroom,
) -> None:
    introduce(newsroom)
    newsroom.write("articles/mot.md", "Xem [loạt bài](/giap-tet/).", Title="Một", Series="Giáp Tết")
    built = newsroom.build()
    assert f"Có lẽ là /{SERIES}. Mở trang ấy" in built.said
