from __future__ import annotations

from itertools import combinations

import pytest

from plugins.figures.media.attaching import ATTACHED
from plugins.figures.media.kinds import SOUNDS, VIDEOS
from plugins.metadata.headers.rules import CACHE, CSP, DOWNLOADED, headers_of, rules

TABLE = rules("default-src 'none'")
PATHS = (
    *("index.html", "rss.xml", "manh/tin-moi.html", "anh/cho-phien-1a2b3c4d.avif", "_headers"),
    *("theme/js/site.1a2b3c4d.js", "theme/fonts/a.1a2b3c4d.woff2", "theme/share.1a2b3c4d.png"),
    *("theme/favicon.1a2b3c4d.svg", "theme/fonts/OFL.txt", "tep/a-1a2b3c4d.pdf", "tep/a.mp4"),
    *(f"tep/a-1a2b3c4d.{suffix}" for suffix in DOWNLOADED),
)


@pytest.mark.parametrize("path", PATHS)
def test_no_header_is_said_twice_of_a_file_but_a_stricter_policy(path: str) -> None:
    met = [rule.headers.keys() for rule in TABLE if rule.holds(path)]
    twice = {name for one, other in combinations(met, 2) for name in one & other}
    assert twice <= {CSP}


@pytest.mark.parametrize("path", PATHS)
def test_every_file_has_what_keeps_it_safe(path: str) -> None:
    said = headers_of(path, TABLE)
    assert said["X-Content-Type-Options"] == "nosniff"
    assert said[CSP].startswith("default-src 'none'")
    assert said["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "preload" not in said["Strict-Transport-Security"]


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("anh/cho-phien-1a2b3c4d.avif", True),
        ("theme/js/site.1a2b3c4d.js", True),
        ("theme/share.1a2b3c4d.png", True),
        ("tep/a-1a2b3c4d.pdf", True),
        ("theme/fonts/OFL.txt", False),
        ("index.html", False),
        ("rss.xml", False),
        ("favicon.ico", False),
    ],
)
def test_only_what_is_named_by_its_content_is_kept_for_ever(path: str, kept: bool) -> None:
    assert ("immutable" in headers_of(path, TABLE).get(CACHE, "")) is kept


@pytest.mark.parametrize("suffix", ["html", "svg", "xml", "docx", "zip", "js"])
def test_an_attachment_that_could_run_is_saved_and_has_no_origin(suffix: str) -> None:
    said = headers_of(f"tep/a-1a2b3c4d.{suffix}", TABLE)
    assert said["Content-Disposition"] == "attachment"
    assert "sandbox" in said[CSP]


def test_whatever_may_be_attached_is_saved_but_for_what_pages_show() -> None:
    shown = ATTACHED - frozenset(DOWNLOADED)
    assert shown == {"pdf", *VIDEOS, *SOUNDS, "vtt"}


@pytest.mark.parametrize("suffix", ["pdf", "mp4", "mp3"])
def test_an_attachment_that_browsers_show_is_shown(suffix: str) -> None:
    said = headers_of(f"tep/a-1a2b3c4d.{suffix}", TABLE)
    assert "Content-Disposition" not in said
    assert "sandbox" not in said[CSP]


@pytest.mark.parametrize(
    "path", ["rss.xml", "chuyen-muc/y-te/atom.xml", "anh/a-1200x630.jpg", "theme/share.0.png"]
)
def test_feeds_and_shared_pictures_may_be_shown_by_others(path: str) -> None:
    assert "Cross-Origin-Resource-Policy" not in headers_of(path, TABLE)
