from __future__ import annotations

import pytest

from plugins.photos import photo_slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("le-hoi.jpg", "le-hoi"),
        ("Hội nghị tổng kết (2).jpg", "hoi-nghi-tong-ket-2"),
        ("Đường đèo Ô Quy Hồ.jpg", "duong-deo-o-quy-ho"),
        ("IMG_20240109_083011.JPG", "img-20240109-083011"),
        ("ảnh.bìa.jpg", "anh-bia"),
        ("风景.jpg", "anh"),
        ("---.jpg", "anh"),
    ],
)
def test_a_slug_is_what_ascii_knows_of_the_name(name: str, slug: str) -> None:
    assert photo_slug(name) == slug


def test_a_slug_stays_short_enough_for_every_file_system() -> None:
    assert len(photo_slug("rất dài " * 60 + ".jpg")) < 100
