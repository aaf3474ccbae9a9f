from __future__ import annotations

import pytest

from plugins.figures.media.kinds import is_media_name, is_playable, kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ban-tin.mp4", "video"),
        ("Bản tin.WEBM", "video"),
        ("a.mov", "video"),
        ("phỏng vấn.mp3", "audio"),
        ("a.m4a", "audio"),
        ("ke-hoach 12 (bản ký).pdf", "file"),
        ("a.DOCX", "file"),
        ("van-ban/a.xlsx", "file"),
    ],
)
def test_media_are_known_by_their_end(name: str, kind: str) -> None:
    assert is_media_name(name)
    assert kind_of(name) == kind
    assert is_playable(name)


@pytest.mark.parametrize("name", ["a.avi", "a.WMV", "a.amr"])
def test_what_no_browser_plays_is_known(name: str) -> None:
    assert is_media_name(name)
    assert not is_playable(name)


@pytest.mark.parametrize(
    "name", ["pdf", ".pdf", "a.jpg", "a.html", "a.js", "www.x.vn/a.pdf", "laocai.gov.vn/v/a.pdf"]
)
def test_other_names_are_none(name: str) -> None:
    assert not is_media_name(name)
