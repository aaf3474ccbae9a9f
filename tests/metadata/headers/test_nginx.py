from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality.server import LEVEL
from plugins.metadata.headers.nginx import nginx_include
from plugins.metadata.headers.rules import BRIEFLY, CACHE, HSTS, headers_of, rules
from plugins.metadata.headers.types import TYPES
from tests.metadata.headers.reading import Directive, location, read_nginx, told_by_nginx
from tests.metadata.headers.test_rules import PATHS

TABLE = rules("script-src 'self'; frame-ancestors 'self'")


@pytest.fixture(scope="module")
def directives(tmp_path_factory: pytest.TempPathFactory) -> list[Directive]:
    return read(tmp_path_factory.mktemp("nginx"))


def read(folder: Path, root: str = "") -> list[Directive]:
    file = folder / "include.conf"
    file.write_text(nginx_include(TABLE, root), encoding="utf-8")
    return read_nginx(file, folder)


@pytest.mark.parametrize("path", [path for path in PATHS if path != "_headers"])
def test_nginx_sends_what_the_table_says(directives: list[Directive], path: str) -> None:
    expected = {CACHE: BRIEFLY} | headers_of(path, TABLE)
    told = told_by_nginx(directives)(path)
    assert dict(told) == expected
    assert len(told) == len(expected), "a header is said twice"


def test_a_browser_is_bound_to_tls_over_tls_only(directives: list[Directive]) -> None:
    with_tls, without = (dict(told_by_nginx(directives, tls=tls)("")) for tls in (True, False))
    assert with_tls.keys() - without.keys() == {HSTS}


@pytest.mark.parametrize(
    "uri",
    ["/.published", "/.build.lock", "/.build-x1/index.html", "/anh/.x", "/_headers", "/_redirects"],
)
def test_a_builds_own_notes_are_not_there_for_readers(
    directives: list[Directive], uri: str
) -> None:
    (answer,) = location(directives, uri)["block"]
    assert (answer["directive"], answer["args"]) == ("return", ["404"])


def test_what_proves_who_owns_a_host_is_served(directives: list[Directive]) -> None:
    assert location(directives, "/.well-known/security.txt")["args"] == ["/"]


def test_what_is_missing_is_the_sites_own_page_with_its_headers(
    directives: list[Directive],
) -> None:
    (page,) = (each["args"] for each in directives if each["directive"] == "error_page")
    assert page == ["403", "404", "=404", "/404.html"]
    assert {each["args"][-1] for each in location(directives, "/404.html")["block"]} == {"always"}


def test_the_page_of_what_is_gone_has_the_headers_of_pages(directives: list[Directive]) -> None:
    (pages,) = (each for each in directives if each["args"] == ["/"])
    assert {each["args"][-1] for each in pages["block"]} == {"always"}
    photos = location(directives, "/anh/khong-co.jpg")
    assert "always" not in {each["args"][-1] for each in photos["block"]}


def test_nginx_knows_every_type(directives: list[Directive]) -> None:
    (types,) = (each["block"] for each in directives if each["directive"] == "types")
    assert {end: each["directive"] for each in types for end in each["args"]} == TYPES
    assert TYPES["avif"] == "image/avif"
    assert TYPES["webmanifest"] == "application/manifest+json"
    assert TYPES["woff2"] == "font/woff2"


def test_a_site_below_a_path_is_served_there(tmp_path: Path) -> None:
    below = read(tmp_path, "/ban-tin")
    told = dict(told_by_nginx(below)("ban-tin/anh/a-1a2b3c4d.avif"))
    assert told == headers_of("anh/a-1a2b3c4d.avif", TABLE)
    assert location(below, "/ban-tin/.published")["block"][0]["args"] == ["404"]
    matches = [each["args"][-1] for each in below if each["directive"] == "location"]
    assert [match for match in matches if "/ban" not in match] == [r"/\.(?!well-known/)"]


def test_texts_are_compressed_as_they_are_where_pages_are_weighed(
    directives: list[Directive],
) -> None:
    (level,) = (each["args"] for each in directives if each["directive"] == "gzip_comp_level")
    assert level == [str(LEVEL)]
