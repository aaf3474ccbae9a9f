from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.site.report import compared, paired, write_page

PAGE = """# Speed

<!-- results: written by make bench -->
<!-- end of results -->

The end.
"""


def test_the_ratio_is_of_turns_not_of_medians() -> None:
    row = paired("full build", 1000, [[1.0, 4.0, 3.0], [2.0, 2.0, 1.0]])
    assert str(row) == (
        "| full build | 1,000 | 3.00 (1.00–4.00) s | Hugo 2.00 (1.00–2.00) s | 2.00 (0.50–3.00) |"
    )


def test_one_turn_has_no_spread() -> None:
    row = paired("full build", 10, [[150.4], [12.34]], rival="stock")
    assert (row.ours, row.rival, row.ratio) == ("150 s", "stock 12.3 s", "12.2")


def test_a_row_takes_the_place_of_its_like_and_the_others_stay(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    first = [compared("memory", size, [size, 2.0 * size], "MiB") for size in (10, 100)]
    write_page(page, first, "yesterday")
    write_page(page, [compared("memory", 10, [30, 20], "MiB")], "today")
    text = page.read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| memory")]
    assert rows == [
        "| memory | 10 | 30.0 MiB | Hugo 20.0 MiB | 1.50 | today |",
        "| memory | 100 | 100 MiB | Hugo 200 MiB | 0.50 | yesterday |",
    ]
    assert text.startswith("# Speed\n\n<!--")
    assert text.endswith("-->\n\nThe end.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_a_page_without_the_section_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Speed\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no section"):
        write_page(page, [], "today")
    assert page.read_text(encoding="utf-8") == "# Speed\n"
