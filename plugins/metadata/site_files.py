"""What programs ask for at the site's root: ``robots.txt``, the web manifest, ``opensearch.xml``,
``llms.txt``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NamedTuple

_LONGEST_NAME, _LONGEST_DESCRIPTION = 16, 1024  # letters, after OpenSearch


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


def opensearch(name: str, description: str, search_url: str, language: str) -> str:
    """Return what a browser has to know to search the site from its address bar (OpenSearch 1.1).
    ``search_url`` is the absolute address of the search page."""
    short = name
    if len(name) > _LONGEST_NAME:
        short = name[: _LONGEST_NAME + 1].rpartition(" ")[0] or name[:_LONGEST_NAME]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(short)}</ShortName>\n"
        f"<Description>{escape(description[:_LONGEST_DESCRIPTION])}</Description>\n"
        f"<Language>{language}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Url type="text/html" template="{escape(search_url)}?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )


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
