from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.site.json_feed import faults
from tests.site.newsroom import Newsroom

NAMES = ("rss.xml", "atom.xml", "feed.json")
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"


def _feeds(site: Path, name: str) -> list[tuple[Path, ET.Element]]:
    # Our own build wrote these files: nothing hostile is in them.
    found = [(path, ET.parse(path).getroot()) for path in sorted(site.rglob(name))]
    assert found
    return found


def _text(element: ET.Element, name: str) -> str:
    text = (element.findtext(name) or "").strip()
    assert text, f"<{name}> is missing or empty in {ET.tostring(element, encoding='unicode')}"
    return text


def _is_absolute(address: str) -> bool:
    return urlsplit(address).scheme == "https" and bool(urlsplit(address).netloc)


def test_the_bulletin_and_each_category_have_a_feed_in_each_format(published_site: Path) -> None:
    categories = [path for path in (published_site / "chuyen-muc").iterdir() if path.is_dir()]
    for folder in [published_site, *categories]:
        for name in NAMES:
            assert (folder / name).is_file()


def test_every_page_announces_the_feeds_and_a_category_its_own_too(published_site: Path) -> None:
    expected = {"": [f"/{name}" for name in NAMES], "luu-tru": [f"/{name}" for name in NAMES]}
    own = [f"/chuyen-muc/van-hoa/{name}" for name in NAMES]
    expected["chuyen-muc/van-hoa"] = expected[""] + own
    for folder, addresses in expected.items():
        html = (published_site / folder / "index.html").read_text(encoding="utf-8")
        links = BeautifulSoup(html, "html.parser").select('head > link[rel="alternate"]')
        assert [link["href"] for link in links] == addresses
        assert [link["type"] for link in links[:3]] == [
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
        ]


def test_rss_has_what_rss_2_asks_for(published_site: Path) -> None:
    for path, root in _feeds(published_site, "rss.xml"):
        assert (root.tag, root.get("version")) == ("rss", "2.0")
        channel = root.find("channel")
        assert channel is not None
        assert _is_absolute(_text(channel, "link"))
        _text(channel, "title")
        _text(channel, "description")
        items = channel.findall("item")
        assert items, path
        for item in items:
            _text(item, "title")
            assert _is_absolute(_text(item, "link"))
            assert parsedate_to_datetime(_text(item, "pubDate")).tzinfo
        identities = [_text(item, "guid") for item in items]
        assert len(identities) == len(set(identities))


def test_atom_has_what_rfc_4287_asks_for(published_site: Path) -> None:
    for path, root in _feeds(published_site, "atom.xml"):
        assert root.tag == ATOM + "feed"
        entries = root.findall(ATOM + "entry")
        assert entries, path
        for element in [root, *entries]:
            _text(element, ATOM + "title")
            assert urlsplit(_text(element, ATOM + "id")).scheme
            assert datetime.fromisoformat(_text(element, ATOM + "updated")).tzinfo
        for entry in entries:
            assert root.find(ATOM + "author") is not None or entry.find(ATOM + "author") is not None
            links = [link.get("href", "") for link in entry.findall(ATOM + "link")]
            assert links
            assert all(map(_is_absolute, links))
        identities = [_text(entry, ATOM + "id") for entry in entries]
        assert len(identities) == len(set(identities))


def test_a_json_feed_has_what_version_1_1_asks_for(published_site: Path) -> None:
    for path in sorted(published_site.rglob("feed.json")):
        feed = json.loads(path.read_text(encoding="utf-8"))
        assert faults(feed) == [], path
        assert feed["title"]
        assert feed["feed_url"].endswith(path.relative_to(published_site).as_posix())
        assert all(map(_is_absolute, (feed["home_page_url"], feed["feed_url"], feed["icon"])))
        assert feed["items"], path
        for item in feed["items"]:
            assert ("content_html" in item) != ("content_text" in item)
            assert datetime.fromisoformat(item["date_published"]).tzinfo
            assert datetime.fromisoformat(item["date_modified"]).tzinfo
            assert all(author["name"] for author in item["authors"])
            authors = [author["url"] for author in item["authors"] if "url" in author]
            images = [item["image"]] if "image" in item else []
            assert all(map(_is_absolute, (item["url"], *authors, *images)))
        identities = [item["id"] for item in feed["items"]]
        assert len(identities) == len(set(identities))


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({"version": "https://jsonfeed.org/version/1"}, ".version"),
        ({"title": None}, ".title"),
        ({"author": {"name": "A"}}, ".author: is neither"),  # of version 1
        ({"_a.b": {}}, "._a.b: is neither"),
        ({"home_page_url": "/"}, ".home_page_url"),
        ({"language": "Tiếng Việt"}, ".language"),
        ({"hubs": [{"type": "WebSub"}]}, ".hubs[0].url: is missing"),
        ({"items": {}}, ".items: is no array"),
        ({"items": [{"id": 7, "content_text": ""}]}, ".items[0].id"),
        ({"items": [{"id": "a"}]}, ".items[0]: has none of"),
        ({"items": [{"id": "a", "content_text": ""}] * 2}, ".items: two of one id"),
        (
            {"items": [{"id": "a", "content_text": "", "authors": [{}]}]},
            ".items[0].authors[0]: has",
        ),
        ({"items": [{"id": "a", "content_text": "", "tags": "x"}]}, ".items[0].tags: is no array"),
        *(
            (
                {"items": [{"id": "a", "content_text": "", "date_modified": moment}]},
                ".items[0].date",
            )
            for moment in ("2024-01-11", "2024-01-11T08:00:00", "2024-01-11 08:00:00+07:00")
        ),
        (
            {
                "items": [
                    {"id": "a", "content_text": "", "attachments": [{"url": "https://a.vn/b"}]}
                ]
            },
            ".items[0].attachments[0].mime_type: is missing",
        ),
    ],
)
def test_a_json_feed_that_is_not_one_is_known(told: dict[str, Any], fault: str) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Tin", "items": []}
    assert faults(feed) == []
    (found,) = faults(feed | told)
    assert found.startswith(fault)


def _told(path: Path) -> list[dict[str, Any]]:
    """Return what a feed reader finds in a feed in XML."""
    read = feedparser.parse(path.read_bytes())
    assert not read.bozo, (path, read.get("bozo_exception"))
    entries: list[dict[str, Any]] = read.entries
    return entries


def test_a_feed_reader_finds_the_same_articles_in_all_three(published_site: Path) -> None:
    for path in sorted(published_site.rglob("feed.json")):
        items = json.loads(path.read_text(encoding="utf-8"))["items"]
        for name in ("rss.xml", "atom.xml"):
            found = _told(path.with_name(name))
            assert [(each["id"], each["title"]) for each in found] == [
                (item["id"], item["title"]) for item in items
            ]
            assert [each["author"] for each in found] == [
                ", ".join(author["name"] for author in item["authors"]) for item in items
            ]


def test_a_feed_reader_finds_photo_and_photographer(published_site: Path) -> None:
    items = json.loads((published_site / "feed.json").read_text(encoding="utf-8"))["items"]
    pictured = {item["id"]: item for item in items if "image" in item}
    assert len(pictured) > 5
    rss = {each["id"]: each for each in _told(published_site / "rss.xml")}
    atom = {each["id"]: each for each in _told(published_site / "atom.xml")}
    for name, item in pictured.items():
        (media,) = rss[name]["media_content"]
        assert (media["url"], int(media["width"])) == (item["image"], item["_image"]["width"])
        credited = [each["content"] for each in rss[name].get("media_credit", [])]
        assert credited == ([item["_image"]["credit"]] if "credit" in item["_image"] else [])
        assert [each["href"] for each in atom[name]["enclosures"]] == [item["image"]]
        photo = published_site / item["image"].removeprefix("https://bantin.example.vn/")
        with Image.open(photo) as picture:
            assert picture.size == (item["_image"]["width"], item["_image"]["height"])


def test_a_reprint_names_its_source_in_every_format(published_site: Path) -> None:
    items = json.loads((published_site / "feed.json").read_text(encoding="utf-8"))["items"]
    rss = {each["id"]: each for each in _told(published_site / "rss.xml")}
    atom = {each["id"]: each for each in _told(published_site / "atom.xml")}
    reprints = [item for item in items if "_source" in item]
    assert len(reprints) > 2
    for item in reprints:
        outlets = [outlet["name"] for outlet in item["_source"]["outlets"]]
        texts = [item["content_text"], rss[item["id"]]["summary"]]
        texts += [atom[item["id"]]["summary"], atom[item["id"]]["content"][0]["value"]]
        for text in texts:
            assert "Nguồn:" in text
            assert all(outlet in text for outlet in outlets)
        assert all(outlet in atom[item["id"]]["rights"] for outlet in outlets)
        assert all(outlet in atom[item["id"]]["source"]["title"] for outlet in outlets)
        if url := item["_source"].get("url"):
            assert rss[item["id"]]["source"]["href"] == atom[item["id"]]["source"]["id"] == url


def _addresses(html: str) -> Iterator[str]:
    """Yield every address in HTML."""
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        yield from (str(tag[name]) for name in ("href", "src", "poster", "cite") if tag.get(name))
        for candidate in str(tag.get("srcset", "")).split(","):
            yield from candidate.split()[:1]


def test_what_an_article_shows_has_a_whole_address_in_every_format_that_carries_it(
    newsroom: Newsroom,
) -> None:
    newsroom.photo("articles/cho.jpg", size=(900, 600))
    newsroom.write(
        "articles/bai.md",
        "cho.jpg\nChợ.\n\nĐoạn[^1] [trang](/lien-he/) [bài](hai.md).\n\n[^1]: Chú thích.",
        Source="Báo A",
    )
    newsroom.write("articles/hai.md")
    newsroom.write("pages/lien-he.md", Date="", Slug="lien-he")
    newsroom.more_settings = (
        'BUILD["full_text_feeds"] = ["rss", "atom", "json"]\nPHOTOS["widths"] = [480, 768]'
    )
    assert newsroom.build(settings="publishconf.py").status == 0
    (item,) = [
        item for item in json.loads(newsroom.page("feed.json"))["items"] if item["title"] == "bai"
    ]
    # As they stand there: a feed reader would make addresses whole itself.
    rss, atom = (ET.parse(newsroom.output / name) for name in ("rss.xml", "atom.xml"))
    texts = [
        item["content_html"],
        *(each.text or "" for each in rss.iter(f"{CONTENT}encoded")),
        *(each.text or "" for each in atom.iter(f"{ATOM}content")),
    ]
    assert len(texts) == 5
    for text in texts:
        addresses = list(_addresses(text))
        assert [each for each in addresses if not _is_absolute(each)] == []
    carrying = [text for text in texts if "Nguồn: Báo A." in text]
    assert len(carrying) == 3
    for text in carrying:
        addresses = list(_addresses(text))
        assert len(addresses) > 8
        assert "https://bantin.example.vn/2024/01/bai/#fn:1" in addresses


def test_no_feed_need_carry_whole_articles(newsroom: Newsroom) -> None:
    newsroom.write("articles/bai.md", Summary="Sapo.", Source="Báo A")
    newsroom.more_settings = 'BUILD["full_text_feeds"] = []'
    assert newsroom.build(settings="publishconf.py").status == 0
    for name in ("rss.xml", "atom.xml"):
        (entry,) = _told(newsroom.output / name)
        assert entry["summary"] == "Sapo. Nguồn: Báo A."
        assert "content" not in entry
    assert "content_html" not in newsroom.page("feed.json")


@pytest.mark.parametrize("name", NAMES)
def test_a_feed_names_no_address_of_the_articles_own_folder(
    published_site: Path, name: str
) -> None:
    for path in sorted(published_site.rglob(name)):
        text = path.read_text(encoding="utf-8").replace('\\"', '"').replace("&quot;", '"')
        assert "\ufdd0" not in text
        assert "{static}" not in text
        assert 'src="/' not in text
        assert 'srcset="/' not in text
        assert 'href="/' not in text


def test_a_feed_names_the_sites_address_also_in_a_build_for_this_machine(built_site: Path) -> None:
    root = ET.parse(built_site / "rss.xml").getroot()
    assert root.findtext("channel/link") == "https://bantin.example.vn/"
