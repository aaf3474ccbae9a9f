from __future__ import annotations

import re

from plugins.photos.config import PhotoSettings
from plugins.photos.model import Facts
from plugins.photos.plan.derivatives import plan
from plugins.photos.plan.picture import Phone, crop, picture

MADE = plan("a.jpg", Facts(4000, 3000, "ab" * 32), PhotoSettings(), lead=True)
PHONE = Phone("(max-width: 36em)", 768, "92vw")
SIZES = "(min-width:48em) 40rem, 100vw"


def without_hash(text: str) -> str:
    return re.sub(r"a-[0-9a-f]{10}", "a", text)


def test_the_modern_format_is_offered_in_all_widths_and_jpeg_is_the_fallback() -> None:
    made = picture(MADE, SIZES, root="/x/")
    (source,) = made.sources
    assert (source.type, source.sizes, source.media) == ("image/avif", SIZES, "")
    assert without_hash(source.srcset) == (
        "/x/anh/a-480.avif 480w, /x/anh/a-768.avif 768w, /x/anh/a-1200.avif 1200w"
    )
    assert without_hash(made.srcset).startswith("/x/anh/a-480.jpg 480w, ")
    assert without_hash(made.src) == "/x/anh/a-1200.jpg"
    assert (made.width, made.height, made.sizes) == (1200, 900, SIZES)
    assert without_hash(made.large) == "/x/anh/a-lon.jpg"


def test_a_phone_is_not_offered_more_than_it_is_worth() -> None:
    made = picture(MADE, SIZES, phone=PHONE)
    assert [(each.type, each.media) for each in made.sources] == [
        ("image/avif", "(max-width: 36em)"),
        ("image/jpeg", "(max-width: 36em)"),
        ("image/avif", ""),
    ]
    assert all("1200w" not in each.srcset for each in made.sources[:2])
    assert [each.sizes for each in made.sources] == ["92vw", "92vw", SIZES]


def test_a_small_photo_needs_no_sources_for_phones() -> None:
    small = plan("a.jpg", Facts(300, 200, "ab" * 32), PhotoSettings())
    assert len(picture(small, SIZES, phone=PHONE).sources) == 1


def test_thumbnails_have_their_own_picture_with_one_width_for_old_browsers() -> None:
    made = picture(MADE, "8rem", purpose="thumb")
    assert [without_hash(each.srcset) for each in made.sources] == [
        "anh/a-nho-240x160.avif 240w, anh/a-nho-480x320.avif 480w, anh/a-nho-768x512.avif 768w"
    ]
    assert without_hash(made.src) == "anh/a-nho-480x320.jpg"
    assert (made.srcset, made.width, made.height) == ("", 480, 320)


def test_crops_are_found_by_purpose() -> None:
    assert [(each.width, each.height) for each in crop(MADE, "share")] == [(1200, 630)]
    assert [(each.width, each.height) for each in crop(MADE, "ratio")] == [
        (1200, 1200),
        (1200, 900),
        (1200, 675),
    ]


def test_webp_is_offered_where_it_is_the_setting() -> None:
    made = plan("a.jpg", Facts(4000, 3000, "ab" * 32), PhotoSettings(modern="webp"))
    assert [each.type for each in picture(made, SIZES).sources] == ["image/webp"]
