from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.site.newsroom import Newsroom


def test_what_programs_ask_for_at_the_root_is_there(published_site: Path) -> None:
    with Image.open(published_site / "favicon.ico") as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    with Image.open(published_site / "apple-touch-icon.png") as icon:
        assert (icon.size, icon.mode) == ((180, 180), "RGB")
    told = json.loads((published_site / "site.webmanifest").read_bytes())
    assert {icon["sizes"] for icon in told["icons"]} == {"192x192", "512x512"}
    for icon in told["icons"]:
        with Image.open(published_site / icon["src"]) as drawn:
            assert icon["sizes"] == "{}x{}".format(*drawn.size)
    robots = (published_site / "robots.txt").read_text(encoding="utf-8")
    assert "Sitemap: https://bantin.example.vn/sitemap.xml\n" in robots


def test_every_link_of_llms_txt_leads_somewhere(published_site: Path) -> None:
    text = (published_site / "llms.txt").read_text(encoding="utf-8")
    links = re.findall(r"\]\(https://bantin\.example\.vn/([^)]*)\)", text)
    assert len(links) > 10
    files = (published_site / url for url in links)
    assert [str(f) for f in files if not (f / "index.html" if f.is_dir() else f).is_file()] == []


def test_every_page_has_a_picture_for_other_sites(published_site: Path) -> None:
    for path in published_site.rglob("*.html"):
        page = BeautifulSoup(path.read_bytes(), "html.parser")
        if page.find("meta", property="og:title") is None:
            continue  # the fragment
        picture = page.find("meta", property="og:image")
        assert picture is not None, path
        name = str(picture["content"]).removeprefix("https://bantin.example.vn/")
        size = [page.find("meta", property=f"og:image:{side}") for side in ("width", "height")]
        with Image.open(published_site / name) as drawn:
            assert [str(drawn.size[0]), str(drawn.size[1])] == [
                str(each["content"]) for each in size if each
            ]


@pytest.mark.parametrize("name", ["robots.txt", "llms.txt", "favicon.ico"])
def test_a_file_of_the_newsrooms_own_stands_in_for_ours(newsroom: Newsroom, name: str) -> None:
    newsroom.write("articles/a.md")
    assert newsroom.build().status == 0
    ours = newsroom.files()
    own = newsroom.raw(f"extra/{name}", b"cua toa soan\n")
    assert newsroom.build().status == 0
    theirs = newsroom.files()
    assert theirs[name] == b"cua toa soan\n"
    assert newsroom.build("--ignore-cache").status == 0
    assert newsroom.files() == theirs
    own.unlink()
    assert newsroom.build().status == 0
    assert newsroom.files() == ours


def test_an_icon_is_what_the_mark_says() -> None:
    from tools.icons import STATIC, draw

    drawn = io.BytesIO()
    draw((192, 192), 192).convert("RGB").save(drawn, "PNG", optimize=True)
    with Image.open(drawn) as now, Image.open(STATIC / "icons" / "icon-192.png") as committed:
        assert now.tobytes() == committed.tobytes()
