"""An article for search engines: ``NewsArticle`` of schema.org as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.core.article import Article
from plugins.core.dates.date import format_iso
from plugins.photos import Photo


def news_article(
    article: Article,
    description: str,
    photo: Photo | None,
    page_url: str,
    *,
    site_url: str,
    publisher: str,
    default_byline: str,
) -> dict[str, Any]:
    """Return what search engines show of an article (schema.org/NewsArticle, after Google's
    guidelines for articles).

    ``page_url`` is relative to ``site_url``, the site's root without a slash at its end. Whoever
    the article was taken from is an author of it, and its address what it is based on. The
    newsroom signs with ``default_byline``, which is no person's name.
    """
    if article.date is None:
        raise ValueError(f"{article.path}: an article without a date is on no page")
    news: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": description,
        "datePublished": format_iso(article.date),
        "dateModified": format_iso(max(article.date, article.modified or article.date)),
        "author": list(_authors(article, site_url, default_byline)),
        "publisher": {"@type": "Organization", "name": publisher, "url": f"{site_url}/"},
        "mainEntityOfPage": f"{site_url}/{page_url}",
    }
    if photo:
        news["image"] = [f"{site_url}/{crop.url}" for crop in photo.ratios]
    if article.source and article.source.url:
        news["isBasedOn"] = article.source.url
    return news


def _authors(article: Article, site_url: str, default_byline: str) -> Iterator[dict[str, str]]:
    for author in article.authors:
        kind = "Organization" if author.name == default_byline else "Person"
        yield {"@type": kind, "name": author.name, "url": f"{site_url}/{author.url}"}
    source = article.source
    if source and source.author:
        yield {"@type": "Person", "name": source.author}
    elif source:
        yield from ({"@type": "Organization", "name": outlet.name} for outlet in source.outlets)
