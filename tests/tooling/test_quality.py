from __future__ import annotations

import gzip
import json
import statistics
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from benchmarks.quality.bulletin import measured_pages
from benchmarks.quality.photographs import TARGET, bits_per_pixel, photograph
from benchmarks.quality.report import Row, most, none_found, write_page
from benchmarks.quality.server import serve

PAGE = """# Quality

<!-- results: written by make audit -->
<!-- end of results -->

The end.
"""


def test_an_aim_that_is_exceeded_once_is_not_kept() -> None:
    assert str(most("weight", 10.5, [9, 10.75], "kB", 2)) == (
        "| weight | ≤ 10.50 kB | 10.75 kB | **no** |"
    )
    assert most("weight", 1000, [1000], "kB") == Row("weight", "≤ 1,000.0 kB", "1,000.0 kB", True)


def test_what_a_checker_finds_is_said_in_short() -> None:
    assert str(none_found("links", [], "7 pages")) == "| links | 0 findings | 0 (7 pages) | yes |"
    found = none_found("links", ["a|b\nc", "d", "e", "f"], "7 pages")
    assert str(found) == "| links | 0 findings | 4: a\\|b c; d; e (7 pages) | **no** |"


def test_results_take_the_place_of_the_last_ones(tmp_path: Path) -> None:
    page = tmp_path / "quality.md"
    page.write_text(PAGE, encoding="utf-8")
    write_page(page, [Row("old", "1", "1", True)], ["yesterday"])
    write_page(page, [Row("new", "1", "2", False)], ["today"])
    text = page.read_text(encoding="utf-8")
    assert "| new | 1 | 2 | **no** |\n\n- today\n" in text
    assert "old" not in text
    assert text.startswith("# Quality\n")
    assert text.endswith("\n\nThe end.\n")
    assert list(tmp_path.iterdir()) == [page]


def test_a_page_without_a_place_for_results_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "quality.md"
    page.write_text("# Quality\n", encoding="utf-8")
    with pytest.raises(ValueError, match="quality"):
        write_page(page, [], [])


def test_the_pictures_weigh_as_photographs_do(tmp_path: Path) -> None:
    sizes = []
    for seed, size in enumerate([(1600, 1067), (1067, 1600), (1600, 1067)]):
        made = photograph(seed, size)
        assert made.size == size
        made.save(tmp_path / "a.jpg", quality=92)
        sizes.append(bits_per_pixel(tmp_path / "a.jpg"))
    least, greatest = TARGET
    assert least <= statistics.median(sizes) <= greatest


def test_pages_of_each_kind_are_measured(published_site: Path) -> None:
    pages = measured_pages(published_site)
    assert len(set(pages.values())) == len(pages) == 5
    for address in pages.values():
        assert (published_site / address / "index.html").is_file()


def test_the_site_is_served_packed_and_with_its_headers(published_site: Path) -> None:
    with serve(published_site) as root:
        with urllib.request.urlopen(f"{root}/gioi-thieu/") as answer:
            page = published_site / "gioi-thieu" / "index.html"
            assert gzip.decompress(answer.read()) == page.read_bytes()
            assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        photo = next((published_site / "anh").glob("*.avif"))
        with urllib.request.urlopen(f"{root}/anh/{photo.name}") as answer:
            assert answer.read() == photo.read_bytes()
            assert "immutable" in answer.headers["Cache-Control"]
            assert answer.headers["Content-Type"] == "image/avif"
        with urllib.request.urlopen(f"{root}/tk/v1/visit", data=b"") as answer:
            assert json.loads(answer.read())["v"] == 1
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{root}/khong-co/")
