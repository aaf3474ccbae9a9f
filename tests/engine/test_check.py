from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.problems import Problem
from plugins.engine import check as checked
from tests.engine.made import NOW
from tests.engine.small_site import SmallSite, nothing_more


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def check(site: SmallSite) -> list[Problem]:
    return checked.check(site.project, NOW, nothing_more)


def told(site: SmallSite) -> list[tuple[str, int | None, str]]:
    return [(one.path, one.line, one.check.code) for one in check(site)]


def test_all_that_is_wrong_is_told_again_and_nothing_is_built(site: SmallSite) -> None:
    site.write("articles/a.md", "Nhà của của ta.")
    site.write("articles/b.md", "[Xem](/khong-co/) nhé.")
    site.write("articles/c.md", Date="hôm nào")
    site.write("pages/d.md", "Của ta.", Title="Trang", Tags="thừa")
    found = [
        ("articles/a.md", 5, "SOAT01"),
        ("articles/c.md", 2, "NGAY01"),
        ("pages/d.md", 4, "DAU21"),
    ]
    assert told(site) == found
    assert told(site) == found  # nothing changed
    site.write("articles/c.md")
    # Where links lead is only known once every article can be read.
    mended = [found[0], ("articles/b.md", 5, "LKET02"), found[2]]
    assert told(site) == mended
    assert told(site) == mended
    assert not site.output.exists()


def test_an_error_goes_when_another_file_mends_it(site: SmallSite) -> None:
    site.write("articles/a.md", "[Xem](/2024/01/moi/) nhé.")
    assert [code for *_, code in told(site)] == ["LKET02"]
    site.write("articles/moi.md")
    assert told(site) == []


def test_an_address_that_another_article_has_is_told_each_time(site: SmallSite) -> None:
    site.write("articles/a.md", Slug="mot")
    assert told(site) == []
    site.write("articles/b.md", Slug="mot")
    found = told(site)
    assert [(path, code) for path, _, code in found] == [("articles/b.md", "TRANG01")]
    assert told(site) == found
    site.write("articles/a.md", Slug="hai")
    assert told(site) == []


def test_what_stops_a_build_is_what_a_check_calls_an_error(site: SmallSite) -> None:
    site.write("articles/a.md", "![](khong-co.jpg)")
    (found,) = check(site)
    assert (found.check.code, found.level) == ("ANH01", "error")
    site.photo("articles/khong-co.jpg")
    assert [one.level for one in check(site)] == ["warning"]  # no caption
    site.build()
    assert check(site) == check(site)


def test_a_warning_that_a_file_silences_is_not_told_wherever_it_is_found(site: SmallSite) -> None:
    site.write("articles/sau.md", Date="11/01/2034")
    site.write("articles/a.md", "[Xem](sau.md) nhé.")
    assert [code for *_, code in told(site)] == ["LKET03"]
    site.write("articles/a.md", "[Xem](sau.md) nhé. <!-- bỏ qua LKET03 -->")
    assert told(site) == []
    site.write("articles/a.md", "[Xem](sau.md) nhé.", Skip_checks="LKET03")
    assert told(site) == []
    site.write("articles/a.md", "[Xem](sau.md) nhé.")
    site.settings["PROOFREADING"] = {"silent": ["LKET03"]}
    assert told(site) == []


def test_a_state_that_is_damaged_is_given_up(site: SmallSite) -> None:
    site.write("articles/a.md", "Nhà của của ta.")
    found = told(site)
    (state,) = (site.folder / "cache").rglob("*.sqlite")
    state.write_bytes(b"x" * 5000)
    assert told(site) == found
