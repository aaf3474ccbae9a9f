from __future__ import annotations

from pathlib import Path

from tests.site.nu import check


def test_every_page_is_valid_html_with_valid_css(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    assert len(pages) > 40
    assert check(pages) == []


def test_every_published_page_is_valid_html(published_site: Path) -> None:
    assert check(sorted(published_site.rglob("*.html"))) == []


def test_the_checker_finds_a_fault_in_html_and_in_css(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html><html lang=vi><title>Trang</title><style>p { colour: red }</style>"
        "<p><div>Sai</div></p>",
        encoding="utf-8",
    )
    found = check([page])
    assert any("colour" in fault for fault in found)
    assert any("p" in fault and "No “p” element in scope" in fault for fault in found)
