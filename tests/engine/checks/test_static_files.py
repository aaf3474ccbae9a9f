"""Static files that a browser may run are told."""

from __future__ import annotations

import pytest

from plugins.core import checks
from plugins.engine.checks.static_files import active_files
from tests.engine.small_site import SmallSite, nothing_more

PLAIN_SVG = "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>"


def told(site: SmallSite) -> list[str]:
    static = (path for path in site.content.rglob("*") if path.is_file())
    paths = [path.relative_to(site.content).as_posix() for path in static]
    found = list(active_files(site.project, paths))
    assert {problem.check for problem in found} <= {checks.STATIC_ACTIVE}
    return [f"{problem.path}: {problem.message}" for problem in found]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<p>"),
        ("a.HTM", "<p>"),
        ("a.js", "x()"),
        ("a.php", "<?php"),
        ("a.xml", "<a/>"),
        ("a.xhtml", "<a/>"),
        ("a", "x"),
        ("a.svg", f"{PLAIN_SVG}<script>x()</script>"),
        ("a.svg", "<svg onload = 'x()'/>"),
        ("b.svg", '<a href="JavaScript:x()"/>'),
        ("báo cáo.pdf", "<html>"),
        ("a.txt", "  <script>"),
    ],
)
def test_what_a_browser_may_run_is_told_with_file_and_setting(
    site: SmallSite, name: str, text: str
) -> None:
    site.raw(f"extra/sâu/{name}", text)
    (said,) = told(site)
    assert said.startswith(f"extra: “extra/sâu/{name}” được đăng")
    assert "STATIC_PATHS" in said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("robots.txt", "User-agent: *"),
        ("CNAME", "bantin.example"),
        ("_headers", "/*"),
        (".well-known/security.txt", "Contact: x"),
        ("favicon.ico", "\0"),
        ("anh.JPG", "x"),
        ("site.webmanifest", "{}"),
        ("hinh.svg", PLAIN_SVG),
        ("a.pdf", "%PDF-1.7"),
    ],
)
def test_what_no_browser_runs_passes(site: SmallSite, name: str, text: str) -> None:
    site.raw(f"extra/{name}", text)
    assert told(site) == []


def test_a_file_is_judged_by_the_name_under_which_it_is_published(site: SmallSite) -> None:
    site.raw("extra/a.txt", "x")
    site.settings["EXTRA_PATH_METADATA"] = {"extra/a.txt": {"path": "a.html"}}
    (said,) = told(site)
    assert "“extra/a.txt” được đăng nguyên như thế theo EXTRA_PATH_METADATA" in said


def test_many_are_told_at_once(site: SmallSite) -> None:
    for number in range(8):
        site.raw(f"extra/a{number}.html", "x")
    (said,) = told(site)
    assert "“extra/a4.html” và 3 tệp nữa" in said


def test_a_build_tells_it_and_goes_on_knowing(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("articles/a.md")
    site.raw("extra/a.html", "x")
    assert site.build().warnings == 0
    assert "[TEP21]" in capsys.readouterr().err
    assert site.build(extra=None).warnings == 1
    site.path("extra/a.html").unlink()
    assert site.build(extra=nothing_more).warnings == 0
