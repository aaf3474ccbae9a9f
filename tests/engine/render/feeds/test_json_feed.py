from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from plugins.engine.render.feeds.item import Item
from plugins.engine.render.feeds.json_feed import write_json_feed
from plugins.figures import Figure
from tests.engine.made import photo
from tests.engine.render.feeds.test_item import CREDIT, REPRINT, item, made
from tests.engine.render.feeds.test_xml import CHANNEL

LINK = "https://bantin.example/x/2024/01/mot/"


def feed(*items: Item) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(write_json_feed(CHANNEL, items))
    return read


def test_a_feed_names_itself() -> None:
    assert feed() == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Bản tin - Văn hóa",
        "home_page_url": "https://bantin.example/chuyen-muc/van-hoa/",
        "feed_url": "https://tin.example/chuyen-muc/van-hoa/feed",
        "description": "Về chúng tôi",
        "language": "vi",
        "items": [],
    }
    shown = write_json_feed(CHANNEL._replace(icon="https://bantin.example/a.png"), [])
    assert json.loads(shown)["icon"] == "https://bantin.example/a.png"


def test_an_item_is_plain_text_in_a_feed_of_summaries() -> None:
    assert feed(item(made(summary_text="a < b")))["items"] == [
        {
            "id": LINK,
            "url": LINK,
            "title": "mot",
            "summary": "a < b",
            "content_text": "a < b",
            "date_published": "2024-01-31T08:00:00+07:00",
            "date_modified": "2024-01-31T08:00:00+07:00",
            "tags": ["Văn hóa", "Tết"],
            "language": "vi",
        }
    ]


def test_an_item_without_a_summary_still_has_content_of_one_kind() -> None:
    (empty,) = feed(item(made(summary_text="")))["items"]
    assert empty["content_text"] == ""
    (whole,) = feed(item(made(), "<p>Thân bài</p>"))["items"]
    assert whole["content_html"] == "<p>Thân bài</p>"
    assert "content_text" not in whole


def test_a_reprint_names_its_source_in_words_and_as_data() -> None:
    (one,) = feed(item(made(source=REPRINT)))["items"]
    assert one["content_text"] == one["summary"] == f"Tóm tắt. {CREDIT}"
    assert one["authors"] == [{"name": "Trần Tuấn Ngọc"}]
    assert one["_source"] == {
        "author": "Trần Tuấn Ngọc",
        "outlets": [{"name": "Báo Lào Cai điện tử", "url": "https://bao.example/"}],
        "url": "https://bao.example/bai",
        "date_published": "2024-01-11T00:00:00+07:00",
    }


def test_the_lead_photo_has_its_caption_and_photographer_beside_it() -> None:
    lead = photo(Path("a.jpg"))
    (one,) = feed(item(made(lead_photo=lead), None, Figure((lead,), "Chợ.", "Hà")))["items"]
    assert one["image"] == f"https://bantin.example/x/{lead.url}"
    assert one["_image"] == {"width": 600, "height": 400, "caption": "Chợ.", "credit": "Hà"}
