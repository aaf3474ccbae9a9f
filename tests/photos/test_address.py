from __future__ import annotations

import hashlib

import pytest

from plugins.photos import photo_address

DIGEST = hashlib.sha256(b"anh").hexdigest()


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
def test_an_address_is_the_slug_of_the_name_and_the_hash_of_the_content(
    name: str, slug: str
) -> None:
    assert photo_address(name, DIGEST) == f"anh/{slug}-{DIGEST[:8]}.jpg"


def test_other_content_gets_another_address() -> None:
    other = hashlib.sha256(b"khac").hexdigest()
    assert photo_address("a.jpg", DIGEST) != photo_address("a.jpg", other)


def test_the_extension_is_in_small_letters() -> None:
    assert photo_address("a.WebP", DIGEST).endswith(".webp")


def test_an_address_stays_short_enough_for_every_file_system() -> None:
    assert len(photo_address("rất dài " * 60 + ".jpg", DIGEST)) < 110
