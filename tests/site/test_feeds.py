from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"


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


def test_the_bulletin_and_each_category_have_both_feeds(published_site: Path) -> None:
    categories = [path for path in (published_site / "chuyen-muc").iterdir() if path.is_dir()]
    for folder in [published_site, *categories]:
        assert (folder / "rss.xml").is_file()
        assert (folder / "atom.xml").is_file()


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


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_names_no_address_of_the_articles_own_folder(
    published_site: Path, name: str
) -> None:
    for path in sorted(published_site.rglob(name)):
        text = path.read_text(encoding="utf-8")
        assert "\ufdd0" not in text
        assert "{static}" not in text
        assert 'src="/' not in text.replace("&quot;", '"'), path
