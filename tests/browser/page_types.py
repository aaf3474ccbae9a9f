"""One page of the built sample bulletin for every kind of page there is."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path

ARTICLE = r"\d{4}/\d{2}/[^/]+/"
Wanted = Callable[[str], bool]


def _has(*needles: str) -> Wanted:
    return lambda html: all(needle in html for needle in needles)


def _lacks(*needles: str) -> Wanted:
    return lambda html: not any(needle in html for needle in needles)


def _any(html: str) -> bool:
    return True


# Name: address below the site's root, and what else the page must hold.
PAGE_TYPES: dict[str, tuple[str, Wanted]] = {
    "home": ("", _any),
    "original article": (ARTICLE, _lacks('<footer class="source"')),
    "reprint": (ARTICLE, _has('<footer class="source"')),
    "side-by-side gallery": (ARTICLE, _has('class="gallery__photos"')),
    "strip gallery": (ARTICLE, _has('class="gallery__photos gallery__photos--strip"')),
    "corrected article": (ARTICLE, _has('class="corrections"')),
    "article with a table": (ARTICLE, _has("<table")),
    "category": (r"chuyen-muc/[^/]+/", _any),
    "older page of a list": (r".+/trang/\d+/", _any),
    "tag": (r"the/[^/]+/", _any),
    "series": (r"chuyen-de/[^/]+/", _has("introduction")),
    "author": (r"tac-gia/[^/]+/", _any),
    "source": (r"nguon/[^/]+/", _any),
    "list of terms": (r"(chuyen-muc|the|tac-gia|nguon)/", _any),
    "list of names": (r"(chuyen-muc|the|tac-gia|nguon)/", _any),
    "archive": ("luu-tru/", _any),
    "year": (r"\d{4}/", _any),
    "month": (r"\d{4}/\d{2}/", _any),
    "static page": ("gioi-thieu/", _any),
    "documents": ("van-ban/", _any),
    "document": (r"van-ban/[^/]+/", _any),
    "notices": ("thong-bao/", _any),
    "notice": (r"thong-bao/[^/]+/", _has("<table")),
    "videos": ("video/", _any),
    "article with a film": (ARTICLE, _has("<video")),
    "article with a film elsewhere": (ARTICLE, _has('class="embed__link"')),
    "login page": ("dang-nhap/", _any),
    "search": ("tim-kiem/", _any),
    "404": (r"404\.html", _any),
    "latest-news fragment": (r"manh/tin-moi\.html", _any),
}


@functools.cache
def find_page(site: Path, kind: str) -> str:
    """Return the address (relative to the site's root) of a page of this kind.

    Fails the test if the sample bulletin has none: every kind is to be looked at. The site is
    looked through once, for nobody changes it. A page at an old address leads on to another, and
    is none of these.
    """
    address, wanted = PAGE_TYPES[kind]
    for path in sorted(site.rglob("*.html")):
        found = path.relative_to(site).as_posix().removesuffix("index.html")
        if re.fullmatch(address, found):
            html = path.read_text(encoding="utf-8")
            if wanted(html) and 'http-equiv="refresh"' not in html:
                return found
    raise AssertionError(f"the sample bulletin has no page of the kind {kind!r}")
