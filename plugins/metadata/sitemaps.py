"""Sitemaps (sitemaps.org, protocol 0.9) with Google's extensions for images and for news."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from plugins.core.article import Article, Body
from plugins.core.dates.date import format_iso
from plugins.core.document import SITE_ROOT

_PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MOST_IMAGES = 1000  # of one page, after Google


def page_entry(url: str, *details: str) -> str:
    """Return what a sitemap says of the page at ``url`` (relative to the site's root), with
    :data:`~plugins.core.document.SITE_ROOT` where the site's address belongs."""
    return f"<url><loc>{SITE_ROOT}/{escape(url)}</loc>{''.join(details)}</url>\n"


def article_entry(article: Article, body: Body) -> str:
    """Return what a sitemap says of an article: its last change, and its photos."""
    if article.date is None:
        return ""
    photos = [*body.photos, *((article.lead_photo,) if article.lead_photo else ())]
    images = dict.fromkeys(photo.url for photo in photos)
    return page_entry(
        article.url,
        f"<lastmod>{format_iso(max(article.date, article.modified or article.date))}</lastmod>",
        *(
            f"<image:image><image:loc>{SITE_ROOT}/{escape(url)}</image:loc></image:image>"
            for url in list(images)[:_MOST_IMAGES]
        ),
    )


def write_sitemap(entries: Iterable[str], site_url: str) -> str:
    """Return a sitemap of such entries. ``site_url`` has no slash at its end."""
    rows = "".join(entries).replace(SITE_ROOT, escape(site_url))
    return f'{_HEAD}<urlset xmlns="{_PROTOCOL}" xmlns:image="{_IMAGE}">\n{rows}</urlset>\n'


def write_index(urls: Iterable[str], site_url: str) -> str:
    """Return the sitemap that names the others, which stand at ``urls``."""
    rows = "".join(f"<sitemap><loc>{escape(f'{site_url}/{url}')}</loc></sitemap>\n" for url in urls)
    return f'{_HEAD}<sitemapindex xmlns="{_PROTOCOL}">\n{rows}</sitemapindex>\n'


def write_news_sitemap(articles: Iterable[Article], site_url: str, name: str, language: str) -> str:
    """Return the sitemap of the latest articles, for Google News.

    ``name`` is the publication's, ``language`` its code (ISO 639).
    """
    paper = f"<news:name>{escape(name)}</news:name><news:language>{language}</news:language>"
    rows = "".join(
        page_entry(
            article.url,
            f"<news:news><news:publication>{paper}</news:publication>",
            f"<news:publication_date>{format_iso(article.date)}</news:publication_date>",
            f"<news:title>{escape(article.title)}</news:title></news:news>",
        )
        for article in articles
        if article.date is not None
    ).replace(SITE_ROOT, escape(site_url))
    return f'{_HEAD}<urlset xmlns="{_PROTOCOL}" xmlns:news="{_NEWS}">\n{rows}</urlset>\n'
