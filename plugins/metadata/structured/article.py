"""An article (schema.org: NewsArticle; after Google's guidelines for articles)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plugins.core.article import Article
from plugins.core.dates.date import format_iso
from plugins.figures import Figure, Film
from plugins.metadata.captions import captioned_photos
from plugins.metadata.structured.identity import Identity, publisher
from plugins.metadata.structured.media import images, videos
from plugins.metadata.structured.parties import authors, original, outlets


def news_article(
    article: Article,
    description: str,
    figures: Iterable[Figure],
    films: Iterable[Film],
    identity: Identity,
    default_byline: str,
) -> dict[str, Any]:
    """Return what is said of an article. ``figures`` and ``films`` are its body's.

    Raises ``ValueError`` for an article without a date, which is on no page.
    """
    if article.date is None:
        raise ValueError(f"{article.path}: an article without a date is on no page")
    site_url, source = identity.url, article.source
    told: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": article.title,
        "description": description,
        "datePublished": format_iso(article.date),
        "dateModified": format_iso(max(article.date, article.modified or article.date)),
        "inLanguage": identity.language,
        "isAccessibleForFree": True,
        "mainEntityOfPage": f"{site_url}/{article.url}",
        "articleSection": article.category.name if article.category else "",
        "keywords": [term.name for term in article.tags],
        "author": authors(article, site_url, default_byline),
        "publisher": publisher(identity),
        "image": images(captioned_photos(article, figures), site_url),
        "video": videos(films, article.date, site_url),
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": correction.text,
                "datePublished": format_iso(correction.date),
            }
            for correction in article.corrections
        ],
    }
    if source:
        first = outlets(source, site_url)
        told["isBasedOn"] = original(source, site_url)
        told["sourceOrganization"] = told["copyrightHolder"] = first
    return {name: value for name, value in told.items() if value}
