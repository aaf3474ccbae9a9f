"""Addresses of films on other sites that are shown as a labelled box.

The box is a link: the other site is asked for nothing until somebody presses it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from plugins.core.text.expressions import expression


class Embed(NamedTuple):
    """A film elsewhere: the name of its site, and its address with a scheme."""

    site: str
    url: str


_PATTERNS = (
    (
        "YouTube",
        r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com/"
        r"(?:(?:watch|playlist)/?\?(?:\S*?[&;])?(?:v|list)=[\w-]+|(?:shorts|live|embed|v)/[\w-]+)"
        r"|youtu\.be/[\w-]+",
    ),
    ("Vimeo", r"(?:www\.)?vimeo\.com/(?:[a-z]+/)*(?:[\w-]+/)*\d+|player\.vimeo\.com/video/\d+"),
    (
        "Facebook",
        r"(?:[\w-]+\.)?facebook\.com/(?:watch/?(?:live/?)?\?(?:\S*?[&;])?v=\d+|video\.php\?v=\d+"
        r"|reel/\d+|share/[vr]/\w+|[^/\s?]+/videos/(?:[^/\s?]+/)?\d+)|fb\.watch/[\w-]+",
    ),
    (
        "TikTok",
        r"(?:(?:www|m)\.)?tiktok\.com/(?:@[\w.-]+/video/\d+|v/\d+|t/\w+|embed/(?:v2/)?\d+)"
        r"|v[mt]\.tiktok\.com/\w+",
    ),
)
_HOSTS = expression(r"youtu|vimeo\.com/|facebook\.com/|fb\.watch/|tiktok\.com/", re.IGNORECASE)
# An address as other programs write it: <…>, [address](address).
_BRACKETS = expression(r"<(?P<plain>[^<>\s]+)>|\[(?P<text>[^\[\]\s]+)\]\((?P<link>[^()\s]+)\)")


@cache
def _address() -> re.Pattern[str]:  # 1 ms, which most texts can be spared
    return re.compile(
        r"(?P<scheme>https?://|//)?(?P<rest>"
        + "|".join(f"(?P<{site}>{pattern})" for site, pattern in _PATTERNS)
        + r")(?P<more>[/?&#;]\S*)?",
        re.IGNORECASE,
    )


def find_embed(line: str) -> Embed | None:
    """Return the film whose address is all that ``line`` holds, or ``None``."""
    if not _HOSTS.search(line):
        return None
    text = line.strip()
    if bracketed := _BRACKETS.fullmatch(text):
        text = bracketed["plain"] or bracketed["link"]
        if bracketed["text"] not in (None, text):
            return None
    match = _address().fullmatch(text.replace("\\_", "_").rstrip(".,;"))
    if match is None:
        return None
    site = next(site for site, _ in _PATTERNS if match[site])
    return Embed(site, f"https://{match['rest']}{match['more'] or ''}")
