from __future__ import annotations

import pytest

from plugins.engine.render.assets import Assets
from plugins.engine.render.headers import headers_file, policy_of_pages, way_to_root
from plugins.metadata.headers.policy import digest
from tests.engine.small_site import SmallSite


@pytest.mark.parametrize(
    ("save_as", "way"),
    [("index.html", "."), ("the/index.html", ".."), ("2024/01/a/index.html", "../../..")],
)
def test_the_way_from_a_page_to_the_root(save_as: str, way: str) -> None:
    assert way_to_root(save_as) == way


def test_where_links_are_relative_each_depth_has_a_style_of_its_own(site: SmallSite) -> None:
    fonts = site.folder / "theme" / "static" / "css" / "base.css"
    fonts.write_text("a { background: url(../icons/x.svg) }", encoding="utf-8")
    site.settings["RELATIVE_URLS"] = True
    assets = Assets(site.project.theme / "static", site.project.site.url)
    of = policy_of_pages(site.project, assets)
    home, article = of("index.html"), of("2024/01/a/index.html")
    assert digest(assets.css(".")) in home
    assert digest(assets.css("../../..")) in article
    assert home != article
    told = headers_file(site.project, assets)
    for way in (".", "..", "../..", "../../..", "../../../.."):
        assert digest(assets.css(way)) in told


def test_all_pages_of_a_site_below_a_path_have_one_policy(site: SmallSite) -> None:
    site.settings["SITEURL"] = "https://bantin.example/tin"
    assets = Assets(site.project.theme / "static", site.project.site.url)
    of = policy_of_pages(site.project, assets)
    assert of("index.html") is of("2024/01/a/index.html")
    assert digest(assets.css("/tin")) in of("index.html")


def test_only_a_preview_allows_the_style_sheet_that_it_adds(site: SmallSite) -> None:
    assets = Assets(site.project.theme / "static", site.project.site.url)
    assert "style-src 'sha256-" in policy_of_pages(site.project, assets)("index.html")
    site.settings["BUILD"]["preview"] = True
    assert "style-src 'self' 'sha256-" in policy_of_pages(site.project, assets)("index.html")
