"""Static pages in another language than the site's."""

from __future__ import annotations

from tests.site.newsroom import Newsroom


def test_a_page_in_english_says_so_for_its_text_and_where_it_is_linked_to(
    newsroom: Newsroom,
) -> None:
    newsroom.write("articles/mot.md", Title="Một")
    newsroom.write("pages/contact.md", "Write to us.", Title="Contact", Date="", Lang="en")
    newsroom.write("pages/lien-he.md", "Gửi thư.", Title="Liên hệ", Date="")
    assert newsroom.build().said.count("CẢNH BÁO") == 0
    page = newsroom.soup("contact/")
    assert page.html is not None
    assert page.html["lang"] == "vi"
    assert page.select_one('main[lang="en"] .content') is not None
    link = newsroom.soup("").select_one('.site-footer a[href="/contact/"]')
    assert link is not None
    assert (link.get_text(), link["lang"], link["hreflang"]) == ("Contact (English)", "en", "en")
    assert "lang=" not in str(newsroom.soup("lien-he/").main)
    newsroom.write("pages/contact.md", "Write to us.", Title="Contact", Date="", Lang="de")
    newsroom.build()
    link = newsroom.soup("2024/01/mot/").select_one('.site-footer a[href="/contact/"]')
    assert link is not None
    assert (link.get_text(), link["lang"]) == ("Contact", "de")
    incremental = newsroom.files()
    newsroom.build("--ignore-cache")
    assert newsroom.files() == incremental


def test_what_is_no_language_or_stands_in_an_article_is_told(newsroom: Newsroom) -> None:
    newsroom.write("articles/mot.md", Title="Một", Lang="en")
    newsroom.write("pages/contact.md", Title="Contact", Date="", Lang="English")
    said = newsroom.build().said
    assert "articles/mot.md:3: CẢNH BÁO: “Lang” không có tác dụng ở bài viết" in said
    assert "pages/contact.md:2: LỖI: “Lang: English” không phải mã của một ngôn ngữ" in said


def test_publishing_asks_for_a_page_in_english(newsroom: Newsroom) -> None:
    newsroom.write("articles/mot.md", Title="Một")
    missing = "chưa có trang nào bằng tiếng Anh"
    assert missing in newsroom.build(settings="publishconf.py").said
    newsroom.write("pages/contact.md", "Write to us.", Title="Contact", Date="", Lang="en-GB")
    assert missing not in newsroom.build(settings="publishconf.py").said
    assert missing not in newsroom.build().said
