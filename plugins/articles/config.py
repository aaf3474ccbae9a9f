"""Settings of the article reader (``ARTICLES`` in ``pelicanconf.py``)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from plugins.core.errors import SettingsError
from plugins.core.settings import check_least
from plugins.core.text.slugs import Substitutions

STATUSES = ("published", "draft", "hidden", "withdrawn")


@dataclass(frozen=True)
class ArticleSettings:
    """``default_category`` takes articles that name none, and
    ``default_byline`` signs originals that name no author. ``categories`` are those that the
    newsroom has besides the menu's (``BUILD["navigation"]``) and the default one: an article's
    that is almost one of them all is warned of, and with ``closed_categories`` one that is none
    of them is an error. ``default_head`` is what the head of an article says that does not say it
    itself, by key (``{"Status": "draft"}``). With ``folder_is_category`` an article that names no
    category is in that of its folder. ``slug_source`` is what an address is made of where nothing
    pins it: the ``title``, or the name of the file (``basename``).
    ``slug_substitutions`` are made in what addresses of articles (``"article"``) and of terms (by
    their kinds) are made of. ``term_slugs`` pins the address of a category, tag, author or outlet
    by its name (``{"Bạc Hà": "bac-ha-rau"}``).
    ``embed_hosts`` are the hosts an ``<iframe>`` may show. ``excerpt_words`` is the length
    of the excerpt that stands in lists for an article without a standfirst."""

    default_category: str = "Tin tức"
    default_byline: str = "Ban Biên tập"
    categories: tuple[str, ...] = ()
    closed_categories: bool = False
    default_head: dict[str, Any] = field(default_factory=dict)
    folder_is_category: bool = False
    slug_source: str = "title"
    slug_substitutions: dict[str, Substitutions] = field(default_factory=dict)
    term_slugs: dict[str, str] = field(default_factory=dict)
    embed_hosts: tuple[str, ...] = ("www.youtube-nocookie.com",)
    excerpt_words: int = 40

    def __post_init__(self) -> None:
        check_least(self, "ARTICLES", 1, "excerpt_words")
        if self.slug_source not in ("title", "basename"):
            raise SettingsError(
                "SLUGIFY_SOURCE",
                f"không thể là {self.slug_source!r}",
                "Ghi 'title' hoặc 'basename'.",
            )
