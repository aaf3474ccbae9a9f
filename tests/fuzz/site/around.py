"""What happens to a site besides its content: its theme, its settings, its clock."""

from __future__ import annotations

from tests.fuzz.site.edit import Action, pick
from tests.fuzz.site.site import Site

_TEMPLATES = (
    ("templates/base.html", "</body>"),
    ("templates/components/teaser.html", "</article>"),
    ("templates/fragments/latest.html", "</main>"),
    ("templates/components/source.html", "{% endmacro %}"),
    ("templates/404.html", "{% endblock %}"),
)
# What Pelican's settings and ours both say, they may not say differently.
_UNSAID = {"DEFAULT_CATEGORY": "misc", "AUTHOR": None}
_SETTINGS: tuple[dict[str, object], ...] = (
    {"SITEURL": "https://bantin.example.vn"},
    {"SITEURL": ""},
    {"RELATIVE_URLS": True},
    {"RELATIVE_URLS": False},
    {"FEED_MAX_ITEMS": 2},
    {"DELETE_OUTPUT_DIRECTORY": True},
    {"DELETE_OUTPUT_DIRECTORY": False},
    _UNSAID | {"ARTICLES": {"default_category": "Tin ngắn", "default_byline": "Lò Mai"}},
    _UNSAID | {"ARTICLES": {"default_byline": "Tòa soạn", "term_slugs": {"Bạc Hà": "bac-ha"}}},
    {"ARTICLES": {}, "DEFAULT_CATEGORY": "Tin vắn", "AUTHOR": "Lò Mai"},
    {"USE_FOLDER_AS_CATEGORY": True},
    {"USE_FOLDER_AS_CATEGORY": False},
    {"SLUGIFY_SOURCE": "basename"},
    {"SLUGIFY_SOURCE": "title"},
    {"DEFAULT_METADATA": {"tags": ["xuân", "chợ phiên"], "series": "Tết"}},
    {"DEFAULT_METADATA": {"status": "hidden"}},
    {"DEFAULT_METADATA": {}},
    {"SITENAME": "Bản tin khác"},
    {"CATEGORY_FEED_ATOM": None},
    {"SITE": {"name": "Bản tin", "banners": [{"image": "ruong.jpg", "alt": "Ruộng"}]}},
    {"SITE": {"name": "Bản tin", "links": [{"name": "Báo A", "url": "https://a.vn/"}]}},
)
_BUILD: tuple[dict[str, object], ...] = (
    {"articles_per_page": 3},
    {"articles_per_page": 2},
    {"navigation": ["Văn hóa", "Xã hội"]},
    {"navigation": []},
    {"related_articles": 0},
    {"related_articles": 4},
    {"home_articles": 0, "section_articles": 1},
    {"latest_articles": 1, "fragment_articles": 1},
    {"trust_times": False},
    {"trust_times": True},
    {"articles_per_month_page": 1},
)


def _template(site: Site, a: int, b: int) -> None:
    name, mark = pick(_TEMPLATES, a)
    path = site.theme / name
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(mark, f"<!-- {b} -->{mark}", 1), encoding="utf-8")


def _override(site: Site, a: int, b: int) -> None:
    site.settings["THEME_TEMPLATES_OVERRIDES"] = [str(site.overrides)] if a % 4 else []
    source = (site.theme / "templates" / "404.html").read_text(encoding="utf-8")
    (site.overrides / "404.html").write_text(f"<!-- {b} -->{source}", encoding="utf-8")


def _words(site: Site, _: int, b: int) -> None:
    path = site.theme / "strings.toml"
    text = path.read_text(encoding="utf-8")
    new = f'home = "Trang chủ {b}"'
    path.write_text(text.replace('home = "Trang chủ', f"{new} # ", 1), encoding="utf-8")


def _style(site: Site, _: int, b: int) -> None:
    with (site.theme / "static/css/base.css").open("a", encoding="utf-8") as file:
        file.write(f"\n.x{b} {{ color: red; }}\n")


def _asset(site: Site, a: int, b: int) -> None:
    if a % 2:
        with (site.theme / "static/js/share.js").open("a", encoding="utf-8") as file:
            file.write(f"\nwindow.x{b} = {b};\n")
    else:
        path = site.theme / "static/favicon.svg"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("</svg>", f"<!-- {b} --></svg>"), encoding="utf-8")


def _setting(site: Site, a: int, _: int) -> None:
    site.settings |= pick(_SETTINGS, a)


def _build_setting(site: Site, a: int, _: int) -> None:
    site.settings["BUILD"] = site.settings["BUILD"] | pick(_BUILD, a)


def _later(site: Site, a: int, b: int) -> None:
    site.advance(a % 8 + b / 24)


def _earlier(site: Site, a: int, b: int) -> None:
    site.advance(-(a % 8) - b / 24)


def _long_ago(site: Site, a: int, _: int) -> None:
    site.advance(-1000 if a % 2 else 1000)


AROUND: dict[str, Action] = {
    "template": _template,
    "override": _override,
    "words": _words,
    "style": _style,
    "asset": _asset,
    "setting": _setting,
    "build setting": _build_setting,
    "later": _later,
    "earlier": _earlier,
    "long ago": _long_ago,
}
"""What is changed around the content."""
