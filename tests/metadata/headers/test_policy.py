from __future__ import annotations

import pytest

from plugins.metadata.headers.policy import (
    PAGE_DIGEST,
    Allowed,
    digest,
    page_policy,
    policy,
    sandbox_policy,
    site_policy,
)

NEWSROOM = Allowed(("www.youtube-nocookie.com",), "https://dem.example/tk/v1/", script="a{}")
# echo -n 'a{}' | openssl dgst -sha256 -binary | base64
DIGEST = "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"


def parsed(text: str) -> dict[str, str]:
    """Return the directives of a policy (CSP, 2.2.1): of two of one name the first counts."""
    found: dict[str, str] = {}
    for part in text.split(";"):
        name, _, sources = part.strip().partition(" ")
        assert name not in found, f"{name} is said twice"
        found[name] = sources
    return found


def test_nothing_is_allowed_but_what_pages_need() -> None:
    assert parsed(page_policy(NEWSROOM)) == {
        "default-src": "'none'",
        "script-src": f"'self' {DIGEST}",
        "style-src": PAGE_DIGEST,
        "img-src": "'self' https://dem.example/tk/v1/",
        "font-src": "'self'",
        "media-src": "'self'",
        "connect-src": "'self' https://dem.example/tk/v1/",
        "manifest-src": "'self'",
        "frame-src": "https://www.youtube-nocookie.com",
        "base-uri": "'none'",
        "form-action": "'self'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }


def test_a_header_says_the_same_of_all_but_the_style_and_what_only_a_header_can() -> None:
    header, tag = parsed(site_policy(NEWSROOM)), parsed(page_policy(NEWSROOM))
    assert tag.keys() - header.keys() == {"default-src", "style-src"}
    # HTML, 4.2.5.3: this a browser passes over in a tag.
    assert header.pop("frame-ancestors") == "'self'"
    others = header.items() - tag.items()
    assert others == {(name, "'none'") for name in ("object-src", "worker-src", "style-src-attr")}
    assert '"' not in page_policy(NEWSROOM)


def test_what_stands_in_a_page_is_named_as_browsers_do() -> None:
    assert digest("a{}") == DIGEST


def test_a_bulletin_without_frames_allows_none() -> None:
    assert "frame-src" not in parsed(page_policy(Allowed()))
    assert parsed(site_policy(Allowed()))["frame-src"] == "'none'"


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
    said = parsed(page_policy(Allowed((), counter)))
    assert said["connect-src"] == said["img-src"] == source
    assert said["script-src"] == "'self'"


def test_only_a_preview_loads_style_sheets() -> None:
    preview = Allowed(own_sheets=True)
    assert parsed(page_policy(preview))["style-src"] == f"'self' {PAGE_DIGEST}"


def test_what_others_wrote_runs_nothing() -> None:
    said = parsed(sandbox_policy())
    assert (said["default-src"], said["sandbox"]) == ("'none'", "")


def test_nothing_unsafe_is_said() -> None:
    for text in (site_policy(NEWSROOM), page_policy(NEWSROOM)):
        assert "unsafe" not in text
        assert "data:" not in text
    assert all(each.sources for each in policy(NEWSROOM))
