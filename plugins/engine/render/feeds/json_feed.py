"""JSON Feed 1.1 (jsonfeed.org), whose own fields begin with an underscore."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from plugins.attribution import Source
from plugins.engine.render.feeds.item import Author, Channel, Item

_VERSION = "https://jsonfeed.org/version/1.1"


def write_json_feed(channel: Channel, items: Iterable[Item]) -> str:
    """Return a feed in JSON. ``_source`` names where a reprint comes from, ``_image`` what stands
    under the photo."""
    told = {
        "version": _VERSION,
        "title": channel.title,
        "home_page_url": channel.page,
        "feed_url": channel.url,
        "description": channel.description,
        "icon": channel.icon,
        "language": channel.language,
    }
    told = _known(told) | {"items": [_item(item, channel.language) for item in items]}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _item(item: Item, language: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": item.url,
        "url": item.url,
        "title": item.title,
        "summary": item.description,
        "date_published": _moment(item.published),
        "date_modified": _moment(item.updated),
        "authors": [_author(author) for author in item.authors],
        "tags": list(item.tags),
        "language": language,
    }
    html = item.html
    # One of the two there has to be, even if it is empty.
    content = {"content_text": item.description} if html is None else {"content_html": html}
    told = _known(told) | content
    if photo := item.photo:
        told["image"] = photo.url
        told["_image"] = _known(
            {
                "width": photo.width,
                "height": photo.height,
                "caption": photo.caption,
                "credit": photo.credit,
            }
        )
    if item.source:
        told["_source"] = _source(item.source)
    return told


def _source(source: Source) -> dict[str, Any]:
    return _known(
        {
            "author": source.author,
            "outlets": [_author(Author(one.name, one.url or "")) for one in source.outlets],
            "url": source.url,
            "date_published": _moment(source.date),
        }
    )


def _author(author: Author) -> dict[str, str]:
    return _known(author._asdict())


def _moment(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""  # RFC 3339


def _known(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value}
