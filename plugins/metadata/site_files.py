"""What programs ask for at the site's root: ``robots.txt``, the web manifest, ``llms.txt``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Section(NamedTuple):
    """A heading of ``llms.txt`` with its links: name and address relative to the site's root."""

    heading: str
    links: Sequence[tuple[str, str]]


def robots(site_url: str) -> str:
    """Return a ``robots.txt`` (RFC 9309) that shuts nobody out and names the sitemap."""
    sitemap = f"\nSitemap: {site_url}/sitemap.xml\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def manifest(name: str, description: str, icons: Mapping[int, str], language: str) -> str:
    """Return the web app manifest (W3C), which stands at the site's root.

    ``icons`` are addresses of square PNG files by their side in pixels. All addresses are
    relative, for the site may lie below a path. Colours are the pages' own.
    """
    told = {
        "name": name,
        "description": description,
        "lang": language,
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "id": "./",
        # With the browser's own way back: a bulletin is pages.
        "display": "minimal-ui",
        "icons": [
            {"src": url, "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
            for side, url in icons.items()
            for purpose in ("any", "maskable")
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def llms(name: str, said: Iterable[str], site_url: str, sections: Iterable[Section]) -> str:
    """Return ``llms.txt`` (llmstxt.org): in Markdown, what the site is and where things are.

    ``said`` are paragraphs, of which the first sums the site up; empty ones are left out.
    """
    summary, *more = said
    parts = [f"# {name}", f"> {summary}" if summary else "", *more]
    parts += [
        "\n".join((f"## {heading}\n", *(f"- [{text}]({site_url}/{url})" for text, url in links)))
        for heading, links in sections
        if links
    ]
    return "\n\n".join(filter(None, parts)) + "\n"
