from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plugins.figures import Figure
from plugins.metadata.captions import captioned_photos
from tests.engine.made import article, photo

A, B, C = (photo(Path(f"{name}.jpg")) for name in "abc")
LEAD = photo(Path("b.jpg"), lead=True)


def test_photos_stand_in_the_order_of_the_text_with_what_is_under_them() -> None:
    figures = [Figure((A, B), "Chợ.", "Hà"), Figure((C,), "Núi.", None)]
    told = captioned_photos(article("a"), figures)
    assert [(each.photo, each.caption, each.credit) for each in told] == [
        (A, "Chợ.", "Hà"),
        (B, "Chợ.", "Hà"),
        (C, "Núi.", ""),
    ]


def test_the_lead_photo_comes_first_with_its_crops_and_the_caption_it_has_in_the_text() -> None:
    one = replace(article("a"), lead_photo=LEAD)
    told = captioned_photos(one, [Figure((A,), "Một.", None), Figure((B,), "Hai.", "Hà")])
    assert [each.caption for each in told] == ["Hai.", "Một."]
    assert told[0].photo is LEAD
    assert told[0].credit == "Hà"


def test_a_lead_photo_outside_the_text_says_what_its_file_does() -> None:
    one = replace(article("a"), lead_photo=LEAD._replace(caption="Từ tệp.", credit="Tú"))
    (told,) = captioned_photos(one, [])
    assert (told.caption, told.credit) == ("Từ tệp.", "Tú")


def test_a_photo_that_stands_twice_is_told_once() -> None:
    told = captioned_photos(article("a"), [Figure((A,), "Một.", None), Figure((A,), "Hai.", None)])
    assert [each.caption for each in told] == ["Một."]
