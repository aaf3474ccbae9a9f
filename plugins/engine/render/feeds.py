"""RSS 2.0 and Atom (RFC 4287) feeds that carry the source of a reprint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from markupsafe import Markup

from plugins.core.article import Article
from plugins.core.dates.date import format_full
from plugins.core.terms import Term
from plugins.engine.project.config import Site

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class _Dated(SyndicationFeed):
    """A feed whose date is that of its articles, also when there are none yet: feedgenerator
    takes the moment of the build then, and two builds would differ."""

    def latest_post_date(self) -> datetime:
        found: datetime = super().latest_post_date() if self.items else _NEVER
        return found


class _AtomFeed(_Dated, Atom1Feed):
    pass


class _RssFeed(_Dated, Rss201rev2Feed):
    """RSS whose items name their source (``<source>``, RSS 2.0)."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if item["source_url"]:
            handler.addQuickElement("source", item["source_name"], {"url": item["source_url"]})


def write_feed(
    url: str,
    format_: str,
    term: Term | None,
    articles: Iterable[Article],
    html_of: Callable[[Article], str],
    site: Site,
    settings: Mapping[str, Any],
    words: Mapping[str, Any],
) -> str:
    """Return the feed that stands at ``url`` (relative to the site's root).

    ``format_`` is ``rss`` or ``atom``; ``term`` the category whose articles these are;
    ``html_of`` gives an article's HTML, which Atom carries whole. Of Pelican's ``settings``
    SITEURL, FEED_DOMAIN, SITENAME and DEFAULT_LANG are used.
    """
    root = f"{settings['SITEURL']}/"
    title = settings["SITENAME"]
    feed = (_RssFeed if format_ == "rss" else _AtomFeed)(
        title=f"{title} - {term.name}" if term else title,
        link=root,
        feed_url=urljoin(f"{settings['FEED_DOMAIN']}/", url),
        description=site.description,
        subtitle=site.description,
        language=settings["DEFAULT_LANG"],
    )
    for article in articles:
        source = article.source
        credit = _source_line(source, words)
        content = None
        if format_ == "atom":
            content = html_of(article)
            # Text: Markup would escape the text to which it is added.
            content += str(Markup("<p>{}</p>").format(credit)) if credit else ""
        link = urljoin(root, article.url)
        feed.add_item(
            title=article.title,
            link=link,
            unique_id=link,
            description=f"{article.summary_text} {credit}".strip(),
            content=content,
            categories=[str(term) for term in (article.category, *article.tags)],
            author_name=_author(article),
            pubdate=article.date,
            updateddate=article.modified or article.date,
            source_name=source.outlet if source else "",
            source_url=source.url if source else None,
        )
    text: str = feed.writeString("utf-8")
    return text


def _source_line(source: Any, words: Mapping[str, Any]) -> str:
    """Return ``Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử (Thứ Năm, 11/01/2024).``"""
    if source is None:
        return ""
    who = ", ".join(part for part in (source.author, source.outlet) if part)
    when = f" ({format_full(source.date)})" if source.date else ""
    return f"{words['source']['label']} {who}{when}."


def _author(article: Article) -> str:
    if article.authors:
        return ", ".join(author.name for author in article.authors)
    source = article.source
    return (source.author or source.outlet) if source else ""
