"""What is looked for in an article, and what is shown of it among the results."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Literal, NamedTuple

from plugins.core.article import Article, Body
from plugins.core.terms import term_key
from plugins.core.text.expressions import expression
from plugins.core.text.spaces import squeeze

FilterKind = Literal["category", "source", "photo"]
# Between the letters of one word; all other tags stand between words.
_WITHIN = expression(
    r"</?(?:a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|mark|q|s|small|span|strong|u|wbr)(?:\s[^>]*)?>"
)
_TAG = expression(r"<[^>]*>")
_MOST_SHOWN = 400  # letters of a standfirst: more than results show


class Document(NamedTuple):
    """An article for the index: the texts in which words stand most prominently, less, and least,
    its filters, and what results show, as a line of JSON."""

    titles: tuple[str, ...]
    summaries: tuple[str, ...]
    texts: tuple[str, ...]
    filters: tuple[str, ...]
    shown: str


def filter_name(kind: FilterKind, name: str = "") -> str:
    """Return how a filter is called in the index, where no word begins so."""
    return f"@{kind} {term_key(name)}"


def document_of(article: Article, body: Body) -> Document:
    """Return what the index has of an article: its title and number, its standfirst, its text with
    captions, and who wrote, published, issued or tagged it."""
    outlets = [one.name for one in article.source.outlets] if article.source else []
    official = article.document
    names = (
        *article.author_names,
        *((article.source.author or "",) if article.source else ()),
        *outlets,
        *article.tag_names,
        article.series_name,
        official.issuer if official else "",
        *(file.name for file in (official.files if official else ())),
    )
    filters = [filter_name("source", name) for name in outlets]
    if article.kind == "article":
        filters.append(filter_name("category", article.category_name))
    if article.lead_photo or body.photos:
        filters.append(filter_name("photo"))
    return Document(
        tuple(filter(None, (article.title, official.number if official else ""))),
        (article.summary_text,) if article.summary_text else (),
        tuple(filter(None, (plain_text(body.html), *names))),
        tuple(filters),
        json.dumps(list(_shown(article)), ensure_ascii=False, separators=(",", ":")),
    )


def plain_text(markup: str) -> str:
    """Return the words of an article's HTML, as a reader sees them."""
    return squeeze(html.unescape(_TAG.sub(" ", _WITHIN.sub("", markup))))


def _shown(article: Article) -> Iterator[object]:
    yield article.title
    yield article.url
    yield article.date.isoformat(timespec="minutes") if article.date else ""
    yield article.summary_text[:_MOST_SHOWN]
    yield article.category.name if article.category and article.kind == "article" else ""
    if article.lead_photo:
        thumbs = [one for one in article.lead_photo.made if one.purpose == "thumb"]
        smallest = min(thumbs, key=lambda one: (one.width, one.format == "jpeg"))
        yield from (smallest.url, next(one.url for one in thumbs if one.format == "jpeg"))
