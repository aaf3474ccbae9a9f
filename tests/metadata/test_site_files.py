from __future__ import annotations

import json
from xml.etree import ElementTree

from plugins.metadata.site_files import Section, llms, manifest, opensearch, robots

SITE = "https://bantin.example/tin"


def test_robots_shuts_nobody_out_and_names_the_sitemap() -> None:
    assert robots(SITE).splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://bantin.example/tin/sitemap.xml",
    ]
    assert "Sitemap" not in robots("")


def test_the_manifest_holds_relative_addresses_only() -> None:
    told = json.loads(
        manifest("Bản tin", "Tin của tỉnh.", {192: "theme/icons/icon-192.0.png"}, "vi")
    )
    assert (told["name"], told["lang"], told["start_url"]) == ("Bản tin", "vi", "./")
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
    assert told["icons"][0]["sizes"] == "192x192"
    assert "https:" not in json.dumps(told)


def test_a_browser_is_told_where_to_search() -> None:
    told = ElementTree.fromstring(opensearch("Tin & ảnh", "Tìm.", f"{SITE}/tim-kiem/", "vi"))
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert told.findtext(f"{space}ShortName") == "Tin & ảnh"
    url = told.find(f"{space}Url")
    assert url is not None
    assert url.get("template") == f"{SITE}/tim-kiem/?q={{searchTerms}}"
    long = opensearch("Cổng thông tin của tỉnh", "Tìm.", SITE, "vi")
    assert "<ShortName>Cổng thông tin</ShortName>" in long


def test_llms_txt_has_name_description_and_the_sections_that_have_links() -> None:
    sections = [Section("Chuyên mục", [("Y tế", "chuyen-muc/y-te/")]), Section("Trang", [])]
    assert llms("Bản tin", ("Tin của tỉnh.", "", "Ghi nguồn."), SITE, sections) == (
        "# Bản tin\n\n> Tin của tỉnh.\n\nGhi nguồn.\n\n"
        "## Chuyên mục\n\n- [Y tế](https://bantin.example/tin/chuyen-muc/y-te/)\n"
    )
