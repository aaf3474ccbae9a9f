"""Settings of the build (``BUILD`` in ``pelicanconf.py``)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plugins.attribution.lines.links import is_web_url
from plugins.core.errors import SettingsError
from plugins.core.listing import is_ignored
from plugins.core.settings import check_least
from plugins.metadata.structured.identity import ORGANIZATION_TYPES

FEED_FORMATS = ("rss", "atom", "json")
"""What a feed may be written as."""


@dataclass(frozen=True)
class BuildSettings:
    """``navigation`` names the categories that come first in the menu, in this order; the
    others follow alphabetically. The numbers are articles: on a list page, on the page of a
    month, beside the lead story, in a section of the home page, in "Thông tin mới nhất" on the
    home page, in the same as other pages fetch it, related to one, of its category beside it, and
    in each block of the home page for documents, notices or films.
    ``full_text_feeds`` are the formats (:data:`FEED_FORMATS`) of feeds that carry articles whole,
    not their summaries only.
    ``check_publisher`` reports what the publisher's identity lacks; production sets it.
    ``cache_dir`` keeps what the next build need not do again; ``trust_times`` takes a file of
    the same size and time for unchanged, without it all content is read in each build.
    ``preview`` shows drafts and articles that wait for their time as if they were out; production
    refuses it.
    ``served_by_others`` are beginnings of paths of this host that another program serves
    (``/dich-vu/``): a link there leads to no page of ours, but is not dead. ``redirects`` is the
    list of old addresses with what each leads to now, a CSV file in the content folder; that of
    the usual name need not be there. ``search_database`` is a file in which articles are kept for a
    search that a server answers (docs/search.md); empty, there is none."""

    navigation: tuple[str, ...] = ()
    articles_per_page: int = 20
    articles_per_month_page: int = 60
    home_articles: int = 6
    section_articles: int = 4
    latest_articles: int = 6
    fragment_articles: int = 8
    related_articles: int = 4
    full_text_feeds: tuple[str, ...] = ("atom",)
    category_articles: int = 6
    collection_articles: int = 3
    check_publisher: bool = False
    cache_dir: str = ".cache/build"
    trust_times: bool = True
    preview: bool = False
    served_by_others: tuple[str, ...] = ()
    redirects: str = "chuyen-huong.csv"
    search_database: str = ""

    def __post_init__(self) -> None:
        if not _is_inside(self.redirects):
            raise SettingsError(
                "BUILD['redirects']",
                f"phải là một tệp trong thư mục nội dung, không phải {self.redirects!r}",
                "Ghi đường dẫn tính từ thư mục nội dung, ví dụ 'chuyen-huong.csv'.",
            )
        if self.preview and self.check_publisher:
            raise SettingsError(
                "BUILD['preview']",
                "đang là True, nên bản chính thức sẽ đăng cả bản nháp và bài hẹn giờ",
                "Xóa nó khỏi tệp thiết lập; muốn xem bản nháp thì dùng make devserver.",
            )
        check_least(self, "BUILD", 1, "articles_per_page", "articles_per_month_page")
        shown = ("home", "section", "latest", "fragment", "related", "category", "collection")
        check_least(self, "BUILD", 0, *(f"{where}_articles" for where in shown))
        for name in self.full_text_feeds:
            if name not in FEED_FORMATS:
                raise SettingsError(
                    "BUILD['full_text_feeds']",
                    f"không thể có {name!r}",
                    f"Chỉ dùng được: {', '.join(FEED_FORMATS)}.",
                )


def _is_inside(path: str) -> bool:
    """Whether a path is none, or one of a file that a walk through the content folder comes to."""
    parts = path.split("/")
    return not path or not ("\\" in path or "" in parts or any(map(is_ignored, parts)))


@dataclass(frozen=True)
class Publisher:
    """Who answers for the site: what Vietnamese rules have a general news site say on its
    home page (Circular 09/2014/TT-BTTTT, Decree 147/2024/NĐ-CP). All are plain text."""

    governing_body: str = ""
    organisation: str = ""
    responsible_person: str = ""
    licence_number: str = ""
    licence_date: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class WebLink:
    """Another site: its name, and its address."""

    name: str
    url: str


@dataclass(frozen=True)
class Banner:
    """A picture beside pages: ``image`` is a file in the folder of photos, ``alt`` says what it
    shows, ``url`` is where it leads, empty if nowhere."""

    image: str
    alt: str
    url: str = ""


@dataclass(frozen=True)
class Site:
    """Who the bulletin is (``SITE`` in ``pelicanconf.py``), as templates see it.

    ``url`` is the bulletin's public address without a slash at its end: canonical links,
    previews and share links need it in every build. Empty, these are left out.
    ``login_url`` is where "Đăng nhập" leads: a path of the site, or an absolute address.
    ``emblem`` stands before the name: a file of the theme's ``static`` folder, a path of the site
    that begins with a slash, or an absolute address; it is shown within a square.
    ``hotline`` is the telephone number at which readers reach the newsroom. Both may be empty.
    ``indexnow_key`` is known to search engines as the site's (plugins/engine/publish/indexnow.py):
    8 to 128 letters, digits and dashes; empty, none is told of what is new.
    ``organization`` is what search engines are told that the publisher is, one of
    :data:`~plugins.metadata.structured.identity.ORGANIZATION_TYPES`; empty, its names tell.
    ``links`` and ``banners`` are other sites and pictures that stand beside pages; they lead to
    paths of the site that begin with a slash, or to absolute addresses.
    """

    name: str
    tagline: str = ""
    description: str = ""
    url: str = ""
    login_url: str = "/dang-nhap/"
    organization: str = ""
    emblem: str = ""
    hotline: str = ""
    publisher: Publisher = field(default_factory=Publisher)
    indexnow_key: str = ""
    links: tuple[WebLink, ...] = ()
    banners: tuple[Banner, ...] = ()

    def __post_init__(self) -> None:
        if self.organization not in ("", *ORGANIZATION_TYPES):
            raise SettingsError(
                "SITE['organization']",
                f"không thể là {self.organization!r}",
                f"Ghi một trong: {', '.join(ORGANIZATION_TYPES)}; hoặc xóa nó.",
            )
        if self.indexnow_key and not re.fullmatch(r"[A-Za-z0-9-]{8,128}", self.indexnow_key):
            raise SettingsError(
                "SITE['indexnow_key']",
                "không dùng làm khóa IndexNow được",
                "Ghi 8 đến 128 chữ cái không dấu, chữ số, gạch nối; hoặc để trống.",
            )
        for number, link in enumerate(self.links):
            _require(link.name, f"SITE['links'][{number}]['name']", "Ghi tên trang web.")
            _check_target(link.url, f"SITE['links'][{number}]['url']")
        for number, banner in enumerate(self.banners):
            place = f"SITE['banners'][{number}]"
            _require(banner.image, f"{place}['image']", "Ghi tên tệp trong thư mục ảnh.")
            _require(banner.alt, f"{place}['alt']", "Ghi một câu nói ảnh cho biết điều gì.")
            if banner.url:
                _check_target(banner.url, f"{place}['url']")


def _require(text: str, place: str, fix: str) -> None:
    if not text.strip():
        raise SettingsError(place, "còn để trống", fix)


def _check_target(url: str, place: str) -> None:
    if not (is_web_url(url) or re.fullmatch(r"/(?!/)\S*", url)):
        raise SettingsError(
            place,
            f"không phải địa chỉ một trang web: {url!r}",
            "Ghi đủ từ “https://”, hoặc đường dẫn trên trang này, bắt đầu bằng “/”.",
        )
