from __future__ import annotations

import pytest

from plugins.photos.inspect.formats import DRAWN, PUBLISHED, UNSHOWABLE, extension, is_photo_name


@pytest.mark.parametrize(
    "name",
    [f"chợ phiên.{end}" for end in (*PUBLISHED, *UNSHOWABLE, *DRAWN, "JPG", "Heic")],
)
def test_names_of_photos_are_known_by_their_end(name: str) -> None:
    assert is_photo_name(name)


@pytest.mark.parametrize("name", ["a.pdf", "jpg", ".jpg", "anh/.jpg", "a.jpg.exe", "a.jpgx", ""])
def test_other_names_are_none(name: str) -> None:
    assert not is_photo_name(name)


def test_an_extension_is_what_follows_the_last_dot() -> None:
    assert [extension(name) for name in ("a.b.JPG", "a", "a.")] == ["jpg", "", ""]
