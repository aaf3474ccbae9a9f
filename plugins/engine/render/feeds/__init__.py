"""Feeds of all articles or of a category's: RSS 2.0, Atom and JSON Feed.

``item.py`` has what a feed says of itself and of an article, whatever its format; ``xml.py`` writes
it as RSS and as Atom, ``json_feed.py`` as JSON Feed. In each, an article names its source in words
and as data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plugins.engine.render.feeds.item import Channel, Item
from plugins.engine.render.feeds.json_feed import write_json_feed
from plugins.engine.render.feeds.xml import write_atom, write_rss

WRITERS: dict[str, Callable[[Channel, Iterable[Item]], str]] = {
    "rss": write_rss,
    "atom": write_atom,
    "json": write_json_feed,
}
"""What makes the text of a feed, by the names of formats in
:data:`~plugins.engine.project.config.FEED_FORMATS`."""
