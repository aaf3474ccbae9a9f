"""Settings of the bulletin: who we are, where pages live, and one dict per plugin."""

import logging
import os
import sys
from pathlib import Path

from jinja2 import StrictUndefined

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))  # so that "plugins.…" is ours, from any working directory

from plugins.engine.pelican import Bulletin  # noqa: E402 - needs the line above

# Who we are

SITENAME = "Bản tin Lào Cai"
SITEURL = ""
SITE = {
    "name": SITENAME,
    "tagline": "Tin tức, đời sống và con người vùng cao biên giới",
    "description": "Bản tin điện tử tổng hợp của tỉnh: thời sự, kinh tế, văn hóa, xã hội.",
    "url": "https://bantin.example.vn",
    "login_url": "/dang-nhap/",
    "hotline": "0214 000 0000",
    # Beside pages, as "banners" do: {"image": a file in images_dir, "alt": "…", "url": "/…/"}.
    "links": [
        {"name": "Cổng Thông tin điện tử Chính phủ", "url": "https://chinhphu.vn/"},
        {"name": "Cổng Dịch vụ công quốc gia", "url": "https://dichvucong.gov.vn/"},
        {"name": "Cơ sở dữ liệu quốc gia về pháp luật", "url": "https://vbpl.vn/"},
    ],
    "publisher": {
        "governing_body": "Ủy ban nhân dân tỉnh (mẫu)",
        "organisation": "Trung tâm Thông tin tỉnh (mẫu)",
        "responsible_person": "Nguyễn Văn Mẫu, Giám đốc",
        "licence_number": "01/GP-TTĐT (mẫu)",
        "licence_date": "02/01/2024",
        "address": "Số 1, đường Mẫu, thành phố Lào Cai",
        "phone": "0214 000 0000",
        "email": "bantin@example.vn",
    },
}

# Plugins

PELICAN_CLASS = Bulletin
PLUGINS = ["plugins.articles", "plugins.attribution", "plugins.figures"]

ARTICLES = {
    "default_category": "Tin tức",
    "default_byline": "Ban Biên tập",
    # Besides the menu's (BUILD): an article's that is almost one of all these is warned of.
    "categories": ["Du lịch", "Quốc phòng - An ninh"],
}
# Sizes, formats and limits of the published photos, too (plugins/photos/config.py). The widths
# go with the layout (plugins/photos/plan/layout.py); whatever changes pixels changes all addresses.
PHOTOS = {"images_dir": "images", "cache_dir": str(ROOT / ".cache" / "photos")}
ATTRIBUTION = {
    "outlet_pages": {
        "Báo Lào Cai": "https://baolaocai.vn/",
        "Báo Lào Cai điện tử": "https://baolaocai.vn/",
        "Báo Nhân Dân": "https://nhandan.vn/",
        "Báo Quân đội nhân dân": "https://www.qdnd.vn/",
        "Báo Tuổi Trẻ": "https://tuoitre.vn/",
        "Báo Thanh Niên": "https://thanhnien.vn/",
        "Báo Chính phủ": "https://baochinhphu.vn/",
        "Thông tấn xã Việt Nam": "https://vnanet.vn/",
        "TTXVN": "https://vnanet.vn/",
        "VietnamPlus": "https://www.vietnamplus.vn/",
        "VOV": "https://vov.vn/",
        "VTV": "https://vtv.vn/",
        "VnExpress": "https://vnexpress.net/",
        "VietNamNet": "https://vietnamnet.vn/",
        "Dân trí": "https://dantri.com.vn/",
    },
}
# The block "Thống kê truy cập" (docs/counter.md). `make serve` says where its counter answers.
COUNTER = {
    "endpoint": os.environ.get("COUNTER_ENDPOINT", ""),
    "known": str(ROOT / "counter.json"),
}
BUILD = {
    "navigation": ["Thời sự", "Kinh tế", "Xã hội", "Văn hóa", "Giáo dục", "Y tế", "Thể thao"],
    "home_articles": 8,
    "articles_per_month_page": 15,
    "cache_dir": str(ROOT / ".cache" / "build"),
}
# The desk in the browser (docs/toa-soan.md): accounts, drafts and their photos are kept there.
DESK = {"data_dir": str(ROOT / ".desk")}

# Reading

PATH = str(ROOT / "content")
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
ARTICLE_PATHS = [""]
ARTICLE_EXCLUDES = ["pages", "extra"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["extra"]
PATH_METADATA = r"extra/(?P<path>.*)"  # robots.txt, CNAME and their like go to the site's root
READERS = {"rst": None, "html": None, "htm": None}
MARKDOWN = {
    "extension_configs": {
        # What "extra" stands for: that looks for each by its short name in all installed packages.
        "plugins.articles.fences": {},
        "markdown.extensions.footnotes": {
            "BACKLINK_TITLE": "Về lại chỗ đang đọc, chú thích {}",
            "PLACE_MARKER": "\ufdd7",  # what nobody can type: they stand at the end
        },
        "markdown.extensions.attr_list": {},
        "markdown.extensions.def_list": {},
        "markdown.extensions.tables": {},
        "markdown.extensions.abbr": {},
        "markdown.extensions.md_in_html": {},
        "markdown.extensions.sane_lists": {},
    },
    "output_format": "html",
}
USE_FOLDER_AS_CATEGORY = False  # the newsroom files by year and month
LOAD_CONTENT_CACHE = True  # build only what changed, unless --ignore-cache says otherwise
LOG_FILTER = [
    # The reader says it in Vietnamese, with the line.
    (logging.WARNING, "Empty alt attribute for image %s in %s"),
    # Only publishconf.py knows the address.
    (
        logging.WARNING,
        "Feeds generated without SITEURL or FEED_DOMAIN set properly may not be valid",
    ),
]

# Addresses

ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = PAGE_URL + "index.html"
FEED_DOMAIN = SITEURL
FEED_ALL_RSS = "rss.xml"
FEED_ALL_ATOM = "atom.xml"
FEED_ALL_JSON = "feed.json"  # JSON Feed: a format of ours, which Pelican does not know
CATEGORY_FEED_RSS = "chuyen-muc/{slug}/rss.xml"
CATEGORY_FEED_ATOM = "chuyen-muc/{slug}/atom.xml"
CATEGORY_FEED_JSON = "chuyen-muc/{slug}/feed.json"
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 30

# Rendering

THEME = str(ROOT / "theme")
THEME_STATIC_PATHS: list[str] = []  # the build publishes the theme's assets itself
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "undefined": StrictUndefined,
    "extensions": ["plugins.engine.render.fragment_cache.FragmentCache"],
}
