from __future__ import annotations

import json

from plugins.metadata.site_files import Section, llms, manifest, robots

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


def test_llms_txt_has_name_description_and_the_sections_that_have_links() -> None:
    sections = [Section("Chuyên mục", [("Y tế", "chuyen-muc/y-te/")]), Section("Trang", [])]
    assert llms("Bản tin", ("Tin của tỉnh.", "", "Ghi nguồn."), SITE, sections) == (
        "# Bản tin\n\n> Tin của tỉnh.\n\nGhi nguồn.\n\n"
        "## Chuyên mục\n\n- [Y tế](https://bantin.example/tin/chuyen-muc/y-te/)\n"
    )
