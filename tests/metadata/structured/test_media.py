from __future__ import annotations

from datetime import datetime
from pathlib import Path

from plugins.core.dates.date import TIME_ZONE
from plugins.figures import Film
from plugins.metadata.captions import CaptionedPhoto
from plugins.metadata.structured.media import images, videos
from tests.engine.made import photo

SITE = "https://bantin.example/x"
NOON = datetime(2024, 1, 11, 12, tzinfo=TIME_ZONE)
LEAD = photo(Path("a.jpg"), 1600, lead=True)


def test_of_the_first_photo_there_are_three_ratios_and_of_each_the_whole() -> None:
    other = photo(Path("b.jpg"), 500)
    told = images([CaptionedPhoto(LEAD, "", ""), CaptionedPhoto(other, "", "")], SITE)
    assert [(each["width"], each["height"]) for each in told] == [
        (400, 400),
        (533, 400),
        (711, 400),
        (1600, 400),
        (500, 400),
    ]
    assert [each["url"] for each in told[3:]] == [f"{SITE}/{LEAD.url}", f"{SITE}/{other.url}"]
    assert {frozenset(each) for each in told} == {frozenset(("@type", "url", "width", "height"))}


def test_a_photo_says_what_it_shows_and_who_took_it() -> None:
    told = images([CaptionedPhoto(photo(Path("b.jpg")), "Chợ.", "Ngọc Bằng")], SITE)[0]
    assert (told["caption"], told["creditText"]) == ("Chợ.", "Ngọc Bằng")
    assert told["creator"] == [{"@type": "Person", "name": "Ngọc Bằng"}]


def test_a_credit_that_may_be_nobodys_name_is_text_only() -> None:
    told = images([CaptionedPhoto(photo(Path("b.jpg")), "", "Nhân vật cung cấp")], SITE)[0]
    assert told["creditText"] == "Nhân vật cung cấp"
    assert "creator" not in told


def test_a_film_with_a_caption_and_a_picture_came_out_with_its_article() -> None:
    assert videos([Film("tep/a.mp4", "anh/a-lon.jpg", "Lễ hội.")], NOON, SITE) == [
        {
            "@type": "VideoObject",
            "name": "Lễ hội.",
            "thumbnailUrl": f"{SITE}/anh/a-lon.jpg",
            "uploadDate": "2024-01-11T12:00:00+07:00",
            "contentUrl": f"{SITE}/tep/a.mp4",
        }
    ]


def test_a_film_that_lacks_what_is_asked_of_it_is_left_out() -> None:
    assert (
        videos([Film("tep/a.mp4", "", "A"), Film("tep/a.mp4", "anh/a.jpg", "")], NOON, SITE) == []
    )
