from __future__ import annotations

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
    assert newsroom.build().said.count("CẢNH BÁO") == 0
    page = newsroom.soup(SERIES)
    assert page.select_one(".series__introduction p").get_text() == "Lời giới thiệu."  # type: ignore[union-attr] # it is there
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
