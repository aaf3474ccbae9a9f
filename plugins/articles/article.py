"""The article and the static page as Pelican's content objects."""

from __future__ import annotations

from typing import Any

from pelican.contents import Article, Content, Page

from plugins.articles.document import SITE_ROOT


class _RootedContent:
    """Content whose HTML holds :data:`SITE_ROOT` wherever the site's address belongs."""

    def _update_content(self, content: str, siteurl: str) -> str:
        updated: str = super()._update_content(content, siteurl)  # type: ignore[misc]
        return updated.replace(SITE_ROOT, siteurl.rstrip("/"))


class BulletinArticle(_RootedContent, Article):
    """An article. Its attributes come from the reader's metadata; terms come last."""

    problems: list[Any]
    summary_text: str
    category_name: str
    tag_names: list[str]
    author_names: list[str]


class BulletinPage(_RootedContent, Page):
    """A static page, such as "Giới thiệu"."""

    problems: list[Any]
    summary_text: str

    def _expand_settings(self, key: str, klass: str | None = None) -> str:
        # Pelican would look for settings named after this class.
        expanded: str = Content._expand_settings(self, key, klass or "page")
        return expanded
