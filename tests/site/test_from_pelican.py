"""A site as ``pelican-quickstart`` begins one, with what people add to it, built here."""

from __future__ import annotations

import re

from tests.site.newsroom import Newsroom

# What docs/from-pelican.md has people copy into the settings file of this project.
_THEIRS = """
AUTHOR = "Lò Mai"
ARTICLES = {}
SITENAME = "Bản tin xã"
SITEURL = ""
del SITE
PATH = "content"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
LINKS = (("Pelican", "https://getpelican.com/"),)
SOCIAL = (("Một trang", "https://vi.du.vn/"),)
DEFAULT_PAGINATION = 1
RELATIVE_URLS = False
USE_FOLDER_AS_CATEGORY = True
DEFAULT_CATEGORY = "Tin khác"
DEFAULT_DATE_FORMAT = "%d/%m/%Y"
ARTICLE_LANG_URL = ""
STATIC_PATHS = ["extra", "files"]
EXTRA_PATH_METADATA = {"extra/robots.txt": {"path": "robots.txt"}}
PLUGIN_PATHS = ["pelican-plugins"]
PLUGINS = [*PLUGINS, "sitemap", "neighbors", "related_posts"]
SITEMAP = {"format": "xml"}
GITHUB_URL = ""
"""


def test_a_site_that_began_with_pelican_is_built_and_told_what_is_different(
    newsroom: Newsroom,
) -> None:
    newsroom.more_settings = _THEIRS
    newsroom.raw(
        "thoi-su/hop-cho.md",
        "Title: Họp chợ\nDate: 2024-01-11 10:20\nModified: 2024-01-12\nTags: chợ, xuân\n"
        "Slug: hop-cho\nAuthors: Mai Lan, Lò Sa\nSummary: Sapo.\n\n"
        "Xem [bài kia]({filename}../kia.md) và [tệp]({static}/files/bang.csv).\n",
    )
    newsroom.raw("kia.md", "Title: Bài kia\nDate: 2024-01-10\n\nThân bài.\n")
    newsroom.raw("nhap.md", "Title: Nháp\nDate: 2024-01-10\nStatus: draft\n\nThân bài.\n")
    newsroom.raw("pages/gioi-thieu.md", "Title: Giới thiệu\n\nVề trang này.\n")
    newsroom.raw("files/bang.csv", "a,b\n")
    newsroom.raw("extra/robots.txt", "User-agent: *\n")
    built = newsroom.build()
    assert built.status == 0, built.said
    assert "Traceback" not in built.said
    assert re.findall(r"(\w+) không có tác dụng", built.said) == [
        "LINKS",
        "SOCIAL",
        "DEFAULT_DATE_FORMAT",
    ]
    assert "sitemap (" in built.said
    assert "neighbors (" in built.said
    pages = newsroom.files().keys()
    assert {
        "2024/01/hop-cho/index.html",
        "2024/01/bai-kia/index.html",
        "gioi-thieu/index.html",
        "chuyen-muc/thoi-su/index.html",
        "chuyen-muc/tin-khac/index.html",
        "tac-gia/lo-mai/index.html",
        "the/xuan/index.html",
        "files/bang.csv",
        "robots.txt",
    } <= pages
    assert not [name for name in pages if "nhap" in name or name.endswith(".md")]
    assert newsroom.files()["robots.txt"] == b"User-agent: *\n"


def test_copy_in_other_formats_is_not_lost_unseen(newsroom: Newsroom) -> None:
    newsroom.write("articles/a.md")
    newsroom.raw("articles/b.rst", "Bài\n###\n\n:date: 2024-01-11\n\nThân bài.\n")
    newsroom.raw("articles/c.html", "<html><head><title>C</title></head></html>")
    built = newsroom.build()
    assert built.status == 1
    assert "articles/b.rst: LỖI: tệp .rst không được đọc" in built.said
    assert "articles/c.html: LỖI: tệp .html không được đọc" in built.said
