from __future__ import annotations

import unicodedata

import pytest

from plugins.photos import EmbeddedMetadata, credit_beside


@pytest.mark.parametrize(
    ("caption", "byline", "credit", "lacking"),
    [
        ("", "", "", ""),
        ("Chợ.", "Hà Linh", "", "Hà Linh"),
        ("Chợ.", "", "TTXVN", "TTXVN"),
        ("Chợ.", "Hà Linh", "TTXVN", "Hà Linh/TTXVN"),
        ("Chợ.", "Hà Linh", "Hà Linh/TTXVN", "Hà Linh/TTXVN"),
        ("Chợ do Hà Linh chụp.", "Hà Linh", "TTXVN", ""),
        ("Chợ do HÀ LINH chụp.", "Hà Linh", "", ""),
        ("Chợ, theo TTXVN.", "Hà Linh", "TTXVN", "Hà Linh"),
        ("Chợ, theo TTXVN.", "", "TTXVN", ""),
        ("Lan Anh về bản hà linhh.", "Anh Hà", "", "Anh Hà"),
        ("Bình an, (An).", "An", "", ""),
        ("Bình an.", "An", "", "An"),
        ("A+B?", "C. (D", "", "C. (D"),
    ],
)
def test_a_caption_lacks_the_names_that_do_not_stand_in_it(
    caption: str, byline: str, credit: str, lacking: str
) -> None:
    embedded = EmbeddedMetadata("", byline, credit)
    assert credit_beside(caption, embedded) == lacking
    assert credit_beside(unicodedata.normalize("NFD", caption), embedded) == lacking
