"""Settings of the build (``BUILD`` in ``pelicanconf.py``)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plugins.core.errors import SettingsError
from plugins.core.settings import check_least


@dataclass(frozen=True)
class BuildSettings:
    """``navigation`` names the categories that come first in the menu, in this order; the
    others follow alphabetically. The numbers are articles: on a list page, on the page of a
    month, beside the lead story, in a section of the home page, in "Thông tin mới nhất" on the
    home page, in the same as other pages fetch it, related to one, and of its category beside it.
    ``check_publisher`` reports what the publisher's identity lacks; production sets it.
    ``cache_dir`` keeps what the next build need not do again; ``trust_times`` takes a file of
    the same size and time for unchanged, without it all content is read in each build.
    ``preview`` shows drafts and articles that wait for their time as if they were out.
    ``served_by_others`` are beginnings of paths of this host that another program serves
    (``/dich-vu/``): a link there leads to no page of ours, but is not dead."""

    navigation: tuple[str, ...] = ()
    articles_per_page: int = 20
    articles_per_month_page: int = 60
    home_articles: int = 6
    section_articles: int = 4
    latest_articles: int = 6
    fragment_articles: int = 8
    related_articles: int = 4
    category_articles: int = 6
    check_publisher: bool = False
    cache_dir: str = ".cache/build"
    trust_times: bool = True
    preview: bool = False
    served_by_others: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_least(self, "BUILD", 1, "articles_per_page", "articles_per_month_page")
        shown = ("home", "section", "latest", "fragment", "related", "category")
        check_least(self, "BUILD", 0, *(f"{where}_articles" for where in shown))


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
    """

    name: str
    tagline: str = ""
    description: str = ""
    url: str = ""
    login_url: str = "/dang-nhap/"
    emblem: str = ""
    hotline: str = ""
    publisher: Publisher = field(default_factory=Publisher)
    indexnow_key: str = ""

    def __post_init__(self) -> None:
        if self.indexnow_key and not re.fullmatch(r"[A-Za-z0-9-]{8,128}", self.indexnow_key):
            raise SettingsError(
                "SITE['indexnow_key']",
                "không dùng làm khóa IndexNow được",
                "Ghi 8 đến 128 chữ cái không dấu, chữ số, gạch nối; hoặc để trống.",
            )
