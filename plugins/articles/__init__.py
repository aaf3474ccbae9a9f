"""Reads articles: front matter, dates, names, addresses, and what a pasted text leaves behind.

Read in this order: ``document`` (what is handed round), ``text``, ``frontmatter`` with
``keys`` and ``values`` (the head), ``fields`` with ``dates`` and ``slugs`` (its meaning),
``terms`` and ``collation`` (names), ``prose``, ``headings``, ``definitions``, ``links``,
``shortcuts``, ``cleaning`` with ``anchors``, ``pasted`` and ``excerpt`` (the body), ``lead``,
``reader``.
"""

from __future__ import annotations

from typing import Any

from pelican import signals

from plugins.articles.article import BulletinArticle, BulletinPage
from plugins.articles.config import ArticleSettings
from plugins.articles.document import SITE_ROOT, Document, Field
from plugins.settings import load_settings

__all__ = ["SITE_ROOT", "BulletinArticle", "BulletinPage", "Document", "Field", "register"]


def _read_settings(pelican: Any) -> None:
    settings = pelican.settings
    settings["ARTICLE_SETTINGS"] = load_settings(
        ArticleSettings, "ARTICLES", settings.get("ARTICLES", {})
    )
    markdown = settings["MARKDOWN"]
    # As Pelican's own Markdown reader has it: a configured extension is a wanted one.
    wanted = [*markdown.get("extension_configs", {}), *markdown.get("extensions", [])]
    names = ("prose", "headings", "definitions", "links", "shortcuts")
    ours = [f"plugins.articles.{name}" for name in names]
    markdown["extensions"] = list(dict.fromkeys([*wanted, *ours]))


def _add_reader(readers: Any) -> None:
    from plugins.articles.reader import ArticleReader

    for extension in ArticleReader.file_extensions:
        readers.reader_classes[extension] = ArticleReader


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(_read_settings)
    signals.readers_init.connect(_add_reader)
