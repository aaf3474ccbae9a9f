"""RSS 2.0 and Atom (RFC 4287) feeds that carry the source of a reprint."""

from __future__ import annotations

from typing import Any

from feedgenerator import Atom1Feed, Rss201rev2Feed
from markupsafe import Markup
from pelican.writers import Writer

from plugins.articles.dates import format_full


class _RssFeed(Rss201rev2Feed):
    """RSS whose items name their source (``<source>``, RSS 2.0)."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if item["source_url"]:
            handler.addQuickElement("source", item["source_name"], {"url": item["source_url"]})


class BulletinWriter(Writer):
    """Pelican's writer, with feeds that say who wrote what and where it comes from."""

    def _create_new_feed(self, feed_type: str, feed_title: str | None, context: Any) -> Any:
        self._words = context["t"]
        title = context["SITENAME"]
        feed_class = _RssFeed if feed_type == "rss" else Atom1Feed
        return feed_class(
            title=f"{title} - {feed_title}" if feed_title else title,
            link=f"{self.site_url}/",
            feed_url=self.feed_url,
            description=context["SITE"].description,
            subtitle=context["SITE"].description,
            language=context["DEFAULT_LANG"],
        )

    def _add_item_to_the_feed(self, feed: Any, item: Any) -> None:
        link = self.urljoiner(self.site_url, item.url)
        source = item.source
        credit = self._source_line(source)
        content = None
        if isinstance(feed, Atom1Feed):
            content = item.get_content(self.site_url)
            content += Markup("<p>{}</p>").format(credit) if credit else ""
        feed.add_item(
            title=item.title,
            link=link,
            unique_id=link,
            description=f"{item.summary_text} {credit}".strip(),
            content=content,
            categories=[item.category.name, *(tag.name for tag in item.tags)],
            author_name=_author(item),
            pubdate=item.date,
            updateddate=getattr(item, "modified", item.date),
            source_name=source.outlet if source else "",
            source_url=source.url if source else None,
        )

    def _source_line(self, source: Any) -> str:
        """Return ``Nguồn: Trần Tuấn Ngọc, Báo Lào Cai điện tử (Thứ Năm, 11/01/2024).``"""
        if source is None:
            return ""
        who = ", ".join(part for part in (source.author, source.outlet) if part)
        when = f" ({format_full(source.date)})" if source.date else ""
        return f"{self._words['source']['label']} {who}{when}."


def _author(article: Any) -> str:
    if article.authors:
        return ", ".join(author.name for author in article.authors)
    source = article.source
    return (source.author or source.outlet) if source else ""
