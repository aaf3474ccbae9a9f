"""Every element of a page is one that the theme has, or one that an article may have.

What is allowed is written down here a second time, and not asked of the program under test.
``Element`` is what a parser makes of a page: BeautifulSoup's here, Chromium's in
:mod:`~tests.fuzz.hostile.browser`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

HOST = "bantin.example.vn"
"""Of the project's own settings (``SITE["url"]``)."""
EMBEDS = ("https://www.youtube-nocookie.com/",)

_TEXT = """
a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup data dd del
details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd
li main mark nav ol p picture pre q rp rt ruby s samp search section small source span strong sub
summary sup table tbody td tfoot th thead time tr track u ul var video audio wbr iframe
"""
_ELEMENTS = frozenset(_TEXT.split())
_ATTRIBUTES = """
abbr allowfullscreen alt cite class colspan controls datetime decoding default dir download
fetchpriority headers height href hreflang id kind label lang loading loop media muted name open
playsinline poster preload referrerpolicy rel reversed role rowspan scope sizes span src srclang
srcset start tabindex target title translate type value width data-count data-of data-y data-on
"""
_ALLOWED = frozenset(_ATTRIBUTES.split())
_URLS = """
action archive background cite classid code codebase content data formaction from href icon
imagesrcset longdesc lowsrc manifest ping poster profile src srcdoc srcset to usemap values
xlink:href
"""
_HOLD_URLS = frozenset(_URLS.split()) - {"content"}
_LOADED = frozenset(("src", "srcset", "poster", "data", "imagesrcset"))
_SCHEMES = frozenset(("http", "https", "mailto", "tel", ""))
# URL, 4.4: what a browser takes away before it reads an address.
_STRIPPED = re.compile(r"^[\0-\x20]+|[\0-\x20]+$|[\t\n\r]")
_OWN_SCRIPT = re.compile(rf"(?:https://{re.escape(HOST)})?/theme/js/[\w./-]+\.js")
_NUMBER = re.compile(r"\d+")
_REFRESH = re.compile(r"0; url=(?:/(?![/\\])|https?://)[^\"]*")


class Element(NamedTuple):
    """An element's name in lower case and its attributes; ``text`` of a script or a style, else
    empty; ``inside`` says that it stands in an article's text, ``in_head`` in the page's head."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    text: str
    inside: bool
    in_head: bool


def parsed(html: str) -> Iterator[Element]:
    """Yield the elements of a page as BeautifulSoup has them."""
    soup = BeautifulSoup(html, "html.parser", multi_valued_attributes=None)
    inside = {id(each) for content in soup.select("div.content") for each in content.find_all()}
    head = {id(each) for each in soup.head.find_all()} if soup.head else set()
    for tag in soup.find_all():
        assert isinstance(tag, Tag)
        attributes = tuple((name, str(value)) for name, value in tag.attrs.items())
        text = tag.get_text() if tag.name in ("script", "style") else ""
        yield Element(tag.name, attributes, text, id(tag) in inside, id(tag) in head)


class Judge:
    """Says what is wrong with elements; ``theme`` are those of pages without any article's text,
    of which the theme's own may stand on every page."""

    def __init__(self, theme: Iterable[Element]) -> None:
        self._theme = {_form(each) for each in theme if not each.inside}

    def wrong(self, elements: Iterable[Element]) -> list[str]:
        """Return what should not be in a page."""
        return [f"{why}: {each!r:.300}" for each in elements for why in self._of(each)]

    def _of(self, each: Element) -> Iterator[str]:
        names = dict(each.attributes)
        yield from (why for name, text in each.attributes if (why := _address(each, name, text)))
        yield from (f"attribute {name}" for name in names if name.startswith("on"))
        if _form(each) in self._theme and not each.inside:
            return
        if each.name == "script" and not each.inside:
            yield from _script(each, names)
        elif each.name == "style" and each.in_head and not names:
            return
        elif each.name in ("meta", "link", "title") and each.in_head:
            if names.get("http-equiv", "") == "refresh" and not _REFRESH.fullmatch(
                names["content"]
            ):
                yield "refresh"
        elif each.name == "option" and not each.inside and names.keys() == {"value"}:
            return  # a category or an outlet to search in
        elif each.name in ("html", "head", "body"):
            yield from (f"attribute {name}" for name in names.keys() - _ALLOWED)
        elif each.name not in _ELEMENTS:
            yield "element"
        elif each.name == "iframe" and not names.get("src", "").startswith(EMBEDS):
            yield "frame"
        else:
            yield from (
                f"attribute {name}" for name in names if not name.startswith("aria-")
                if name not in _ALLOWED
            )  # fmt: skip
            if each.inside and (found := names.get("id", "bai-")) and not found.startswith(_IDS):
                yield "id of the page"


_IDS = ("bai-", "fn:", "fnref")


def _form(each: Element) -> tuple[object, ...]:
    """Return what an element is, whatever it says of an article, and however many there are: the
    search's layout follows from that."""
    return each.name, *(
        (name, _NUMBER.sub("0", value) if name == "data-index" else value)
        for name, value in each.attributes
        if name != "aria-label"
    )


def _script(each: Element, names: dict[str, str]) -> Iterator[str]:
    if names == {"type": "application/ld+json"}:
        try:
            json.loads(each.text)
        except ValueError:
            yield "JSON-LD that is none"
    elif (
        each.text or names.keys() - {"defer"} != {"src"} or not _OWN_SCRIPT.fullmatch(names["src"])
    ):
        yield "script"


def _address(each: Element, name: str, text: str) -> str:
    """Return what is wrong with an attribute's address, as a browser reads it."""
    if name not in _HOLD_URLS or each.name in ("data", "meta"):
        return ""
    urls = re.split(r",\s+", text) if name in ("srcset", "imagesrcset") else [text]
    for url in urls:
        read = _STRIPPED.sub("", url).replace("\\", "/")
        scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", read)
        if (scheme[1].lower() if scheme else "") not in _SCHEMES:
            return f"scheme in {name}"
        if name in _LOADED and each.name != "iframe":
            try:
                host = urlsplit(read).netloc
            except ValueError:
                host = "?"
            if (scheme or read.startswith("//")) and host != HOST:
                return f"another host in {name}"
    return ""
