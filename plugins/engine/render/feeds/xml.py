"""RSS 2.0 with Media RSS (rssboard.org) and Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from typing import Any

from feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from feedgenerator.django.utils.feedgenerator import rfc3339_date

from plugins.engine.render.feeds.item import Channel, Item, Photo

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_PHOTO_TYPE = "image/jpeg"  # of the large view, always


class _Feed(SyndicationFeed):
    """A feed whose date is that of its articles, also when there are none yet: feedgenerator
    takes the moment of the build then, and two builds would differ."""

    def latest_post_date(self) -> datetime:
        found: datetime = super().latest_post_date() if self.items else _NEVER
        return found


class _AtomFeed(_Feed, Atom1Feed):
    """Atom whose entries name their source (``<source>``, and a link to it), and have a photo."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        told: Item = item["told"]
        if photo := told.photo:
            # Without a length, which RSS would insist on: the file may not be made yet.
            link = {"rel": "enclosure", "type": _PHOTO_TYPE, "href": photo.url}
            title = {"title": photo.caption} if photo.caption else {}
            handler.addQuickElement("link", "", link | title)
        if source := told.source:
            if source.url:
                handler.addQuickElement("link", "", {"rel": "via", "href": source.url})
            handler.startElement("source", {})
            if source.url:
                handler.addQuickElement("id", source.url)
            handler.addQuickElement("title", source.outlet)
            if source.date:
                handler.addQuickElement("updated", rfc3339_date(source.date))
            if source.author:
                handler.startElement("author", {})
                handler.addQuickElement("name", source.author)
                handler.endElement("author")
            handler.endElement("source")


class _RssFeed(_Feed, Rss201rev2Feed):
    """RSS whose items name their source (``<source>``) and have a photo (Media RSS)."""

    def rss_attributes(self) -> dict[str, str]:
        names: dict[str, str] = super().rss_attributes()
        return names | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:media": "http://search.yahoo.com/mrss/",
        }

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        told: Item = item["told"]
        if told.html is not None:
            handler.addQuickElement("content:encoded", told.html)
        if told.source and told.source.url:
            handler.addQuickElement("source", told.source.outlet, {"url": told.source.url})
        if told.photo:
            _add_media(handler, told.photo)


def _add_media(handler: Any, photo: Photo) -> None:
    size = {"width": str(photo.width), "height": str(photo.height)}
    about = {"url": photo.url, "type": _PHOTO_TYPE, "medium": "image"}
    handler.startElement("media:content", about | size)
    if photo.caption:
        handler.addQuickElement("media:description", photo.caption, {"type": "plain"})
    if photo.credit:
        role = {"role": "photographer", "scheme": "urn:ebu"}
        handler.addQuickElement("media:credit", photo.credit, role)
    handler.endElement("media:content")


def write_rss(channel: Channel, items: Iterable[Item]) -> str:
    """Return a feed in RSS. It says nothing of how long it may be kept (``<ttl>``): the server
    does, for every file."""
    return _write(_RssFeed, channel, items)


def write_atom(channel: Channel, items: Iterable[Item]) -> str:
    """Return a feed in Atom."""
    return _write(_AtomFeed, channel, items)


def _write(format_: type[_Feed], channel: Channel, items: Iterable[Item]) -> str:
    feed = format_(
        title=channel.title,
        link=channel.page,
        feed_url=channel.url,
        description=channel.description,
        language=channel.language,
    )
    for item in items:
        feed.add_item(
            title=item.title,
            link=item.url,
            unique_id=item.url,
            # Both formats take it for HTML.
            description=escape(item.description, quote=False),
            content=item.html,
            categories=item.tags,
            author_name=item.byline,
            pubdate=item.published,
            updateddate=item.updated,
            item_copyright=item.rights or None,
            told=item,
        )
    text: str = feed.writeString("utf-8")
    return text
