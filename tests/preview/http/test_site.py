from __future__ import annotations

from pathlib import Path

import pytest

from plugins.preview.http.site import answer, content_type, file_at, read_from

FILES = {
    "index.html": b"home",
    "404.html": b"missing",
    "2024/01/bai/index.html": b"article",
    "tep/Báo cáo.pdf": b"file",
    ".published": b"secret",
    ".build.lock": b"",
    ".build-x1/index.html": b"half",
}


@pytest.mark.parametrize(
    ("target", "status", "body"),
    [
        ("/", 200, b"home"),
        ("/?q=1", 200, b"home"),
        ("/2024/01/bai/", 200, b"article"),
        ("/2024/01/bai/index.html", 200, b"article"),
        ("/tep/B%C3%A1o%20c%C3%A1o.pdf", 200, b"file"),
        ("/2024/01/khong/", 404, b"missing"),
        ("/2024/01/", 404, b"missing"),
        ("/.published", 404, b"missing"),
        ("/2024/../.published", 404, b"missing"),
        ("/%2epublished", 404, b"missing"),
        ("/.build.lock", 404, b"missing"),
        ("/.build-x1/", 404, b"missing"),
        ("/%2e%2e/index.html", 404, b"missing"),
        ("/..%2findex.html", 404, b"missing"),
        ("/index.html%00", 404, b"missing"),
        ("/%ff", 404, b"missing"),
    ],
)
def test_what_stands_at_an_address(target: str, status: int, body: bytes) -> None:
    found = answer(target, FILES.get)
    assert (found.status, found.body) == (status, body)


@pytest.mark.parametrize("target", ["/2024/01/bai", "//2024/01/bai?x=1", "/2024//01/bai"])
def test_a_folder_without_its_slash_leads_to_the_one_with_it(target: str) -> None:
    found = answer(target, FILES.get)
    assert (found.status, found.location) == (301, "/2024/01/bai/")


def test_a_redirection_never_leads_to_another_host() -> None:
    files = {"ke.example/index.html": b"x"}
    assert answer("//ke.example", files.get).location == "/ke.example/"


def test_nothing_outside_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "bi-mat.html").write_text("x")
    (tmp_path / "ra").mkdir()
    for target in ("/../bi-mat.html", "/%2e%2e/bi-mat.html", f"/{tmp_path}/bi-mat.html"):
        assert answer(target, read_from(tmp_path / "ra")).status == 404


def test_a_site_without_a_page_for_it_says_that_a_page_is_missing() -> None:
    found = answer("/x", lambda path: None)
    assert (found.status, found.type) == (404, "text/html; charset=utf-8")
    assert "Không tìm thấy trang" in found.body.decode()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/index.html", "text/html; charset=utf-8"),
        ("rss.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("theme/a.1a2b.woff2", "font/woff2"),
        ("anh/a.webp", "image/webp"),
        ("anh/a.avif", "image/avif"),
        ("theme/favicon.svg", "image/svg+xml"),
        ("tep/a.pdf", "application/pdf"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_types_do_not_depend_on_the_machine(name: str, expected: str) -> None:
    assert content_type(name) == expected


@pytest.mark.parametrize(
    ("target", "file"),
    [
        ("/", "index.html"),
        ("/2024/01/b%C3%A0i/?x=1", "2024/01/bài/index.html"),
        ("/rss.xml", "rss.xml"),
        ("/../x", None),
    ],
)
def test_the_file_that_an_address_asks_for(target: str, file: str | None) -> None:
    assert file_at(target) == file
