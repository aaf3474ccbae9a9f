from __future__ import annotations

from pathlib import Path

from tests.site.selectors import all_selectors, holding, left_out


def test_no_rule_is_left_out_that_holds_on_a_page(built_site: Path) -> None:
    of_all = all_selectors()
    assert len(of_all) > 250
    seen = set()
    for path in sorted(built_site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        missing = left_out(html, of_all)
        assert holding(html, missing) == set(), path
        seen |= missing
    assert len(seen) > 150
