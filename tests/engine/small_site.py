"""A bulletin of a few files with a theme of a few lines, built in this process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.engine.build import Outcome, build
from plugins.engine.project.project import Project, project_of
from tests.engine.made import NOW
from tests.site_files import SiteFiles, caches

_EXTENSIONS = [
    *(f"plugins.articles.{name}" for name in ("typed.extension", "links")),
    "plugins.attribution.extension",
    "plugins.figures.extension",
]
_PAGE = """\
{{ SITEURL }}|{{ page_kind }}|{{ t.words.hello }}
{% for term in nav %}menu {{ term.name }}={{ term.url }}
{% endfor %}
{% macro teaser(one) %}{{ one.title }} ({{ one.category }}) /{{ one.url }}: {{ one.summary_text }}
{% for tag in one.tags %}#{{ tag.name }}={{ tag.url }}
{% endfor %}{% endmacro %}
{% for one in (article, page, lead, newer, older) if one %}{{ teaser(one) }}{% endfor %}
{{ content | default("") }}
{% for list in (articles, related, same_category, latest) if list %}
{% for one in list %}{{ teaser(one) }}{% endfor %}
{% endfor %}
{% for section in sections %}{% for one in section.articles %}{{ teaser(one) }}{% endfor %}
{% endfor %}
{% for block in collections %}{{ block.url }}
{% for one in block.articles %}{{ teaser(one) }}{% endfor %}
{% endfor %}
{% for term in terms %}{{ term.name }} {% endfor %}
{% for year in years %}{{ year.year }}: {% for month in year.months %}{{ month.count }} {% endfor %}
{% endfor %}{{ period }}{{ pager }}{{ target }}
"""
_STRINGS = """\
words.hello = "Chào"
source.label = "Nguồn:"
feed.rights = "Bản quyền thuộc {name}."
nav.archive = "Lưu trữ"
search.description = "Tìm tin trên {site}."
[terms]
category = "Mục"
tag = "Thẻ"
series = "Đề"
author = "Tác giả"
source = "Nguồn"
document = "Văn bản"
notice = "Thông báo"
video = "Video"
[llms]
rights = ""
categories = "Mục"
pages = "Trang"
lists = "Danh mục"
sitemap = "Sơ đồ"
"""
_TEMPLATES = (
    "404",
    "archives",
    "article",
    "author",
    "category",
    "collection",
    "fragments/latest",
    "index",
    "page",
    "period_archives",
    "redirect",
    "search",
    "series",
    "source",
    "tag",
    "terms",
)


def make_theme(folder: Path) -> Path:
    """Write a theme whose every page shows all that it is given."""
    for name in _TEMPLATES:
        file = folder / "templates" / f"{name}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text('{% include "all.html" %}', encoding="utf-8")
    (folder / "templates" / "all.html").write_text(_PAGE, encoding="utf-8")
    for name, text in {
        "strings.toml": _STRINGS,
        "static/css/order.txt": "base.css",
        "static/css/base.css": "a { color: red }",
        "static/js/a.js": "let a = 1;",
        "static/icons/x.svg": "<svg/>",
    }.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def settings_for(folder: Path) -> dict[str, Any]:
    """Return settings as Pelican hands them over, for a bulletin in ``folder``."""
    kept = caches(folder / "cache")
    return {
        "PATH": str(folder / "content"),
        "OUTPUT_PATH": str(folder / "output"),
        "THEME": str(folder / "theme"),
        "ARTICLE_PATHS": [""],
        "ARTICLE_EXCLUDES": ["pages", "extra"],
        "PAGE_PATHS": ["pages"],
        "ARTICLE_URL": "{date:%Y}/{date:%m}/{slug}/",
        "PAGE_URL": "{slug}/",
        "MARKDOWN": {"extensions": _EXTENSIONS, "output_format": "html"},
        "BUILD": {**kept["BUILD"], "articles_per_page": 3},
        "PHOTOS": {**kept["PHOTOS"], "widths": [40], "thumbs": [40]},
        "SITE": {"name": "Bản tin"},
        "SITENAME": "Bản tin",
        "SITEURL": "https://bantin.example",
        "FEED_DOMAIN": "https://bantin.example",
        "FEED_ALL_RSS": "rss.xml",
        "FEED_ALL_ATOM": None,
        "FEED_ALL_JSON": "feed.json",
        "CATEGORY_FEED_RSS": None,
        "CATEGORY_FEED_ATOM": "chuyen-muc/{slug}/atom.xml",
        "FEED_MAX_ITEMS": 3,
        "DEFAULT_LANG": "vi",
        "RELATIVE_URLS": False,
        "STATIC_PATHS": ["extra"],
        "PLUGINS": ["plugins.articles"],
        "TEMPLATE_PAGES": {},
        "OUTPUT_SOURCES": False,
        "DELETE_OUTPUT_DIRECTORY": False,
        "OUTPUT_RETENTION": [],
    }


def nothing_more(folder: Path) -> None:
    """Add nothing to the site."""


class SmallSite(SiteFiles):
    """A bulletin below ``folder``; its ``settings`` may be changed."""

    head: Mapping[str, str] = {"Date": "11/01/2024 08:00", "Summary": "Sapo."}
    body = "Thân bài."

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "content", folder / "output", settled=1_700_000_000)
        self.folder = folder
        self.theme = make_theme(folder / "theme")
        self.settings = settings_for(folder)

    @property
    def project(self) -> Project:
        """The project as the settings now are."""
        return project_of(self.settings | {"OUTPUT_PATH": str(self.output)})

    def build(
        self,
        *,
        now: datetime = NOW,
        clean: bool = False,
        extra: Callable[[Path], None] | None = nothing_more,
    ) -> Outcome:
        """Build in one process."""
        return build(self.project, now, clean=clean, processes=1, extra=extra)

    def rendered(self, outcome: Outcome) -> set[str]:
        """Return what a build rendered, as addresses."""
        return {path.removesuffix("index.html") for path in outcome.reasons}

    def clean_files(self, now: datetime = NOW) -> dict[str, bytes]:
        """Return what a clean build of the same makes, elsewhere."""
        with self.elsewhere():
            self.build(now=now, clean=True)
            return self.files()
