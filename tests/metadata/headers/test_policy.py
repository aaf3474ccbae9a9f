from __future__ import annotations

import base64
import hashlib

import pytest

from plugins.metadata.headers.policy import (
    Allowed,
    digest,
    lasting_policy,
    page_policy,
    policy,
    sandbox_policy,
    site_policy,
)

STYLE = "a{color:red}"
NEWSROOM = Allowed((STYLE,), ("www.youtube-nocookie.com",), "https://dem.example/tk/v1/")


def parsed(text: str) -> dict[str, str]:
    """Return the directives of a policy (CSP, 2.2.1): of two of one name the first counts."""
    found: dict[str, str] = {}
    for part in text.split(";"):
        name, _, sources = part.strip().partition(" ")
        assert name not in found, f"{name} is said twice"
        found[name] = sources
    return found


def test_nothing_is_allowed_but_what_pages_need() -> None:
    hash_ = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    assert parsed(site_policy(NEWSROOM)) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": f"'sha256-{hash_}'",
        "img-src": "'self' https://dem.example/tk/v1/",
        "font-src": "'self'",
        "media-src": "'self'",
        "connect-src": "'self' https://dem.example/tk/v1/",
        "manifest-src": "'self'",
        "frame-src": "https://www.youtube-nocookie.com",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
        "frame-ancestors": "'self'",
    }


def test_a_page_says_all_that_a_tag_can() -> None:
    header, tag = parsed(site_policy(NEWSROOM)), parsed(page_policy(NEWSROOM))
    # HTML, 4.2.5.3: these a browser passes over in a tag.
    assert header.keys() - tag.keys() == {"frame-ancestors"}
    assert tag.items() <= header.items()
    assert '"' not in page_policy(NEWSROOM)


def test_a_header_that_lasts_says_the_same_of_all_but_the_style() -> None:
    lasting, header = parsed(lasting_policy(NEWSROOM)), parsed(site_policy(NEWSROOM))
    assert header.keys() - lasting.keys() == {"default-src", "style-src"}
    others = lasting.items() - header.items()
    assert others == {(name, "'none'") for name in ("object-src", "worker-src", "style-src-attr")}
    assert lasting_policy(NEWSROOM) == lasting_policy(Allowed((), *_other_than_styles()))


def _other_than_styles() -> tuple[tuple[str, ...], str]:
    return NEWSROOM.embed_hosts, NEWSROOM.counter


def test_a_bulletin_without_frames_allows_none() -> None:
    none = Allowed((STYLE,))
    assert "frame-src" not in parsed(site_policy(none))
    assert parsed(lasting_policy(none))["frame-src"] == "'none'"


@pytest.mark.parametrize(
    ("counter", "source"),
    [
        ("", "'self'"),
        ("/tk/v1/", "'self'"),
        ("http://127.0.0.1:8801/tk/v1/", "'self' http://127.0.0.1:8801/tk/v1/"),
        ("//dem.example/v1/", "'self' dem.example/v1/"),
        ("https://dem.example/v1;script-src */", "'self' https://dem.example/v1%3Bscript-src%20*/"),
        ('https://dem.example/"><script>$x/', "'self' https://dem.example/%22%3E%3Cscript%3E%24x/"),
    ],
)
def test_the_counter_is_asked_where_the_settings_say_and_adds_nothing_else(
    counter: str, source: str
) -> None:
    said = parsed(site_policy(Allowed((STYLE,), (), counter)))
    assert said["connect-src"] == said["img-src"] == source
    assert said["script-src"] == "'self'"


def test_only_a_preview_loads_style_sheets() -> None:
    preview = Allowed((STYLE,), own_sheets=True)
    assert parsed(page_policy(preview))["style-src"] == f"'self' {digest(STYLE)}"


def test_what_others_wrote_runs_nothing() -> None:
    said = parsed(sandbox_policy())
    assert (said["default-src"], said["sandbox"]) == ("'none'", "")


def test_nothing_unsafe_is_said() -> None:
    for text in (site_policy(NEWSROOM), page_policy(NEWSROOM), lasting_policy(NEWSROOM)):
        assert "unsafe" not in text
        assert "data:" not in text
    assert all(each.sources for each in policy(NEWSROOM))
