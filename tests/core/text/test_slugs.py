from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from plugins.core.text.slugs import slugify, telex_slug

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựvxyỳỷỹýỵ"


def test_a_slug_is_ascii_with_hyphens_and_no_diacritics() -> None:
    assert slugify("Lào Cai: 28 điển hình “tiên tiến” năm 2023") == (
        "lao-cai-28-dien-hinh-tien-tien-nam-2023"
    )
    assert slugify("Đường về Đà Nẵng & Ơ kìa") == "duong-ve-da-nang-o-kia"


def test_signs_alone_make_no_slug() -> None:
    assert slugify("…!? —") == ""


@given(st.text())
def test_a_slug_never_holds_anything_but_letters_digits_and_hyphens(text: str) -> None:
    assert set(slugify(text)) <= set(string.ascii_lowercase + string.digits + "-")


def test_telex_spells_every_diacritic_behind_its_letter() -> None:
    assert telex_slug("Bắc Hà") == "bawsc-haf"
    assert telex_slug("Bạc Hà") == "bajc-haf"
    assert telex_slug("Đỗ") == "ddoox"


@given(st.text(VIETNAMESE, min_size=1, max_size=8), st.text(VIETNAMESE, min_size=1, max_size=8))
def test_two_names_of_the_same_letters_differ_in_telex_when_they_differ(a: str, b: str) -> None:
    if slugify(a) == slugify(b) and a != b:
        assert telex_slug(a) != telex_slug(b)
