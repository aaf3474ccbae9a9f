"""Reads articles: front matter, dates, names, addresses, and what a pasted text leaves behind.

Read in this order: ``document`` (what is handed round), ``text``, ``frontmatter`` with
``head_lines``, ``keys`` and ``values`` (the head), ``fields`` with ``dates``, ``moments``,
``names``, ``categories`` and ``slugs`` (its meaning), ``terms`` and ``collation`` (names),
``typed`` (what a newsroom's text means), ``slips``, ``links``,
``fences``, ``shortcuts``, ``cleaning`` with ``anchors`` and ``excerpt`` (the body),
``lead``, ``reader``.
"""

from __future__ import annotations

from typing import Any

from plugins.articles.article import Article, Body
from plugins.articles.document import SITE_ROOT, Document, Field

__all__ = ["SITE_ROOT", "Article", "Body", "Document", "Field", "register"]

_OURS = ("typed.extension", "links", "shortcuts")
_EXTENSIONS = [f"plugins.articles.{name}" for name in _OURS]


def _add_extensions(pelican: Any) -> None:
    markdown = pelican.settings["MARKDOWN"]
    # As Pelican's own Markdown reader has it: a configured extension is a wanted one.
    wanted = [*markdown.get("extension_configs", {}), *markdown.get("extensions", [])]
    markdown["extensions"] = list(dict.fromkeys([*wanted, *_EXTENSIONS]))
    site_url = pelican.settings.get("SITE", {}).get("url", "")
    markdown.setdefault("extension_configs", {})["plugins.articles.links"] = {"site_url": site_url}


def register() -> None:
    """Connect to Pelican."""
    from pelican import signals  # a third of a second, which an incremental build spares

    signals.initialized.connect(_add_extensions)
