"""What servers are told of a whole site, and what its pages say themselves."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup

from plugins.engine.project.project import read_project
from plugins.engine.publish.nginx import write_include
from plugins.metadata.headers.policy import digest
from plugins.metadata.headers.rules import CSP
from tests.conftest import ROOT
from tests.metadata.headers.reading import read_nginx, told_by_hosts, told_by_nginx
from tests.metadata.headers.test_policy import parsed
from tests.site.newsroom import Newsroom

IN_HEADERS_ONLY = {"frame-ancestors", "object-src", "worker-src", "style-src-attr"}
OF_THE_PAGE = {"default-src", "style-src"}
"""What headers leave to the pages, which differ in their styles."""


class Site(NamedTuple):
    """A built site, and its pages by their names, parsed once for all tests."""

    folder: Path
    pages: dict[str, BeautifulSoup]


@pytest.fixture(scope="module", params=["built_site", "published_site", "relative_site"])
def site(request: pytest.FixtureRequest) -> Site:
    folder: Path = request.getfixturevalue(request.param)
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}
    pages = {
        name: BeautifulSoup(path.read_bytes(), "html.parser")
        for name, path in files.items()
        if not name.startswith("tep/")
    }
    assert pages
    return Site(folder, pages)


def said(page: BeautifulSoup) -> str:
    (tag,) = page.find_all("meta", attrs={"http-equiv": CSP})
    return str(tag["content"])


def test_every_page_states_its_policy_before_anything_that_it_is_about(site: Site) -> None:
    for name, page in site.pages.items():
        tag = page.find("meta", attrs={"http-equiv": CSP})
        assert tag is not None, name
        before = [each.name for each in tag.find_previous_siblings()]
        assert before == ["meta"], name  # the one with the charset


def test_the_style_of_every_page_is_in_its_policy(site: Site) -> None:
    for name, page in site.pages.items():
        for style in page.find_all("style"):
            own = digest(style.get_text())
            assert own == parsed(said(page))["style-src"], name


def test_a_script_in_a_page_is_named_in_its_policy(site: Site) -> None:
    for name, page in site.pages.items():
        for script in page.find_all("script", src=False):
            if script.get("type") != "application/ld+json":
                allowed = parsed(said(page))["script-src"].split()
                assert allowed == ["'self'", digest(script.get_text())], name
        for tag in page.find_all(True):
            assert not [each for each in tag.attrs if each.startswith("on")], name


def test_no_page_is_styled_by_an_attribute(site: Site) -> None:
    assert {
        name: page.find(style=True) for name, page in site.pages.items() if page.find(style=True)
    } == {}


def test_pages_hosts_and_nginx_say_the_same(site: Site, tmp_path: Path) -> None:
    write_include(read_project(str(ROOT / "publishconf.py")), tmp_path / "include.conf")
    server = told_by_nginx(read_nginx(tmp_path / "include.conf", tmp_path))
    hosts = told_by_hosts((site.folder / "_headers").read_text(encoding="utf-8"))
    for name, page in site.pages.items():
        by_host, by_nginx = dict(hosts(name)), dict(server(name))
        assert by_host.keys() | {"Cache-Control"} == by_nginx.keys(), name
        others = by_host.keys() - {CSP}
        assert {each: by_host[each] for each in others} == {
            each: by_nginx[each] for each in others
        }, name
        policies = [parsed(each) for each in (said(page), by_host[CSP], by_nginx[CSP])]
        in_page, in_hosts, in_nginx = policies
        assert in_hosts == in_nginx, name
        assert in_hosts.keys() - in_page.keys() == IN_HEADERS_ONLY, name
        assert in_page.keys() - in_hosts.keys() == OF_THE_PAGE, name
        rest = in_page.keys() - OF_THE_PAGE
        assert {each: in_page[each] for each in rest} == {each: in_hosts[each] for each in rest}


def test_the_policy_follows_the_settings(newsroom: Newsroom) -> None:
    newsroom.write("articles/a.md")
    assert newsroom.build().status == 0
    before = newsroom.files()["_headers"].decode()
    newsroom.more_settings = (
        'ARTICLES = {**ARTICLES, "embed_hosts": ("video.example",)}\n'
        'COUNTER = {"endpoint": "https://dem.example/tk/v1/"}\n'
    )
    assert newsroom.build().status == 0
    told = parsed(dict(told_by_hosts(newsroom.files()["_headers"].decode())("index.html"))[CSP])
    in_page = parsed(said(BeautifulSoup(newsroom.page(""), "html.parser")))
    for policy in (told, in_page):
        assert policy["frame-src"] == "https://video.example"
        assert policy["connect-src"] == "'self' https://dem.example/tk/v1/"
        assert policy["img-src"] == "'self' https://dem.example/tk/v1/"
    changed = newsroom.files()
    assert newsroom.build("--ignore-cache").status == 0
    assert newsroom.files() == changed
    newsroom.more_settings = ""
    assert newsroom.build().status == 0
    assert newsroom.files()["_headers"].decode() == before
