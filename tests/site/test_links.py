from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

LOADED = [
    *["img[src]", "source[src]", "script[src]", "iframe[src]", "video[src]"],
    *["link[rel~=icon]", "link[rel~=preload]", "link[rel~=stylesheet]"],
]


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, BeautifulSoup]:
    """Every page of the built bulletin by its address ("/2024/01/x/")."""
    return {
        "/" + path.relative_to(built_site).as_posix().removesuffix("index.html"): BeautifulSoup(
            path.read_text(encoding="utf-8"), "html.parser"
        )
        for path in sorted(built_site.rglob("*.html"))
    }


def _references(page: BeautifulSoup) -> Iterator[str]:
    for tag in page.find_all(["a", "link", "img", "script", "source", "section"]):
        assert isinstance(tag, Tag)
        for name in ("href", "src", "data-src"):
            if tag.has_attr(name):
                yield str(tag[name])


def test_every_link_inside_the_bulletin_leads_somewhere(
    built_site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    dead = set()
    for address, page in pages.items():
        for reference in _references(page):
            parts = urlsplit(reference)
            if parts.scheme or parts.netloc or parts.path.startswith("/tk/"):
                continue  # another site's, or the visitor counter's service
            target = unquote(parts.path) or address
            assert target.startswith("/"), f"{address}: {reference} depends on where it stands"
            file = built_site / target.lstrip("/")
            there = (file / "index.html" if target.endswith("/") else file).is_file()
            if there and parts.fragment:
                there = pages[target].find(id=unquote(parts.fragment)) is not None
            if not there:
                dead.add((address, reference))
    assert dead == set()


def test_no_page_loads_anything_from_another_host(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        for tag in page.select(", ".join(LOADED)):
            for name in ("src", "href"):
                assert not urlsplit(str(tag.get(name, ""))).netloc, f"{address}: {tag}"
        for style in page.find_all("style"):
            # What a style sheet loads; it may name an address that links are compared with.
            loaded = re.findall(r"url\(.*?\)|@import.*?;|image-set\(.*?\)", style.get_text())
            assert loaded, "the fonts"
            assert not [each for each in loaded if "//" in each], address


def test_no_two_elements_of_a_page_share_an_id(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        names = [str(tag["id"]) for tag in page.find_all(id=True)]
        assert len(names) == len(set(names)), address
