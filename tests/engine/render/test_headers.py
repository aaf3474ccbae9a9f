from __future__ import annotations

import pytest

from plugins.engine.render.headers import headers_file, policy_of_pages, way_to_root
from plugins.metadata.headers.policy import PAGE_DIGEST, digest
from tests.engine.small_site import SmallSite


@pytest.mark.parametrize(
    ("save_as", "way"),
    [("index.html", "."), ("the/index.html", ".."), ("2024/01/a/index.html", "../../..")],
)
def test_the_way_from_a_page_to_the_root(save_as: str, way: str) -> None:
    assert way_to_root(save_as) == way


def test_a_page_names_the_digest_of_its_own_style(site: SmallSite) -> None:
    assert f"style-src {PAGE_DIGEST};" in policy_of_pages(site.project)


def test_only_a_preview_allows_the_style_sheet_that_it_adds(site: SmallSite) -> None:
    site.settings["BUILD"]["preview"] = True
    assert f"style-src 'self' {PAGE_DIGEST};" in policy_of_pages(site.project)


def test_a_file_for_hosts_outlives_the_styles_of_a_build(site: SmallSite) -> None:
    told = headers_file(site.project)
    assert "script-src 'self'; " in told
    assert "style-src " not in told
    assert PAGE_DIGEST not in told


def test_pages_and_hosts_allow_the_one_script_that_stands_in_pages(site: SmallSite) -> None:
    script = site.theme / "static" / "js" / "first" / "colours.js"
    script.parent.mkdir(parents=True)
    script.write_text("let a;", encoding="utf-8")
    for told in (headers_file(site.project), policy_of_pages(site.project)):
        assert f"script-src 'self' {digest('let a;')}; " in told
