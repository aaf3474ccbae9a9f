"""What a feed says of itself and of an article, in every format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urljoin

from markupsafe import Markup

from plugins.attribution import Source
from plugins.core.article import Article
from plugins.core.dates.date import format_full
from plugins.core.html.tags import attributes, replace_start_tags, set_attributes
from plugins.core.text.expressions import expression
from plugins.figures import Figure
from plugins.metadata.captions import captioned_photos

# No character of XML 1.0 (its section 2.2), which a photo's own caption may hold.
_NO_CHARACTERS = expression("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What the reader of articles leaves as it was typed; all other links are whole addresses.
_RELATIVE_LINK = expression(r"<a\s[^<>]*href=\"(?:[#?]|//)", re.IGNORECASE)


class Channel(NamedTuple):
    """A feed: its title and description, the code of its language, its own address, that of the
    page whose articles it holds, and that of the site's icon, ``""`` if it has none. All are
    whole."""

    title: str
    description: str
    language: str
    url: str
    page: str
    icon: str


class Photo(NamedTuple):
    """An article's lead photo: whole address, size in pixels, and what stands under it."""

    url: str
    width: int
    height: int
    caption: str
    credit: str


class Author(NamedTuple):
    """Who wrote an article, with a whole address, ``""`` if there is none."""

    name: str
    url: str = ""


class Item(NamedTuple):
    """An article in a feed.

    ``url`` is its whole address. ``summary`` and ``credit``, a sentence that names its source or
    ``""``, are plain text; ``html`` is its whole text with that sentence, ``None`` in a feed of
    summaries. ``rights`` says whose a reprint is.
    """

    url: str
    title: str
    summary: str
    credit: str
    html: str | None
    published: datetime | None
    updated: datetime | None
    authors: tuple[Author, ...]
    tags: tuple[str, ...]
    source: Source | None
    rights: str
    photo: Photo | None

    @property
    def description(self) -> str:
        """The summary with the source."""
        return f"{self.summary} {self.credit}".strip()

    @property
    def byline(self) -> str:
        """Who signed it; of a reprint that nobody here signed, who wrote it, else its outlet."""
        return ", ".join(author.name for author in self.authors)


def item_of(
    article: Article,
    html: str | None,
    figures: Iterable[Figure],
    root: str,
    words: Mapping[str, Any],
) -> Item:
    """Return what a feed says of an article.

    ``html`` and ``figures`` are its body's, ``html`` with whole addresses, or ``None`` for a
    summary only. ``root`` is the site's address with a slash at its end, ``words`` the theme's.
    """
    source = article.source
    link = urljoin(root, article.url)
    credit = _printable(_source_line(source, words))
    if html is not None:
        html = _printable(_with_whole_links(html, link))
        html += str(Markup("<p>{}</p>").format(credit)) if credit else ""
    rights = words["feed"]["rights"].format(name=source.outlet) if source else ""
    changes = [moment for moment in (article.date, article.modified) if moment]
    return Item(
        url=link,
        title=_printable(article.title),
        summary=_printable(article.summary_text),
        credit=credit,
        html=html,
        published=article.date,
        updated=max(changes, default=None),
        authors=tuple(_authors(article, root)),
        tags=tuple(str(term) for term in (article.category, *article.tags)),
        source=source,
        rights=_printable(rights),
        photo=_photo(article, figures, root),
    )


def _printable(text: str) -> str:
    return _NO_CHARACTERS.sub("", text)


def _with_whole_links(html: str, base: str) -> str:
    """Return HTML whose links lead somewhere in a feed reader, too: notes, above all."""

    def whole(tag: str) -> str:
        href = next((each.value for each in attributes(tag) if each.name == "href"), "")
        return set_attributes(tag, {"href": urljoin(base, href)}) if href else tag

    return replace_start_tags(html, "a", whole) if _RELATIVE_LINK.search(html) else html


def _source_line(source: Source | None, words: Mapping[str, Any]) -> str:
    """Return ``Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử (Thứ Năm, 11/01/2024).``"""
    if source is None:
        return ""
    who = ", ".join(part for part in (source.author, source.outlet) if part)
    when = f" ({format_full(source.date)})" if source.date else ""
    return f"{words['source']['label']} {who}{when}."


def _authors(article: Article, root: str) -> list[Author]:
    if article.authors:
        return [Author(author.name, urljoin(root, author.url)) for author in article.authors]
    source = article.source
    if source is None:
        return []
    if source.author:
        return [Author(source.author)]
    return [Author(outlet.name, outlet.url or "") for outlet in source.outlets]


def _photo(article: Article, figures: Iterable[Figure], root: str) -> Photo | None:
    if article.lead_photo is None:
        return None
    lead, caption, credit = captioned_photos(article, figures)[0]
    large = lead.large
    return Photo(
        urljoin(root, large.url),
        large.width,
        large.height,
        _printable(caption),
        _printable(credit),
    )
