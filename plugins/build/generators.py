"""Pelican's two generators of content, made to list every problem and to plan every page."""

from __future__ import annotations

import traceback
from datetime import datetime
from pathlib import Path
from typing import Any

from blinker import Signal
from pelican.contents import Content
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.plugins import signals

from plugins.articles import BulletinArticle, BulletinPage
from plugins.articles.collation import sort_key
from plugins.articles.text import normalise
from plugins.build.catalogue import Catalogue, build_catalogue
from plugins.build.sources import find_sources, no_articles, without_attached
from plugins.problems import Problem, ProblemError


class _ContentGenerator:
    """Reads files, and collects what is wrong with them instead of stopping at the first."""

    problems: list[Problem]

    def read_all(
        self, kind: str, content_class: type[Content], preread: Signal, context: Signal
    ) -> list[Any]:
        """Return the content of all readable files of a kind (``ARTICLE`` or ``PAGE``)."""
        generator: Any = self
        root = Path(generator.path)
        paths, unread = find_sources(
            root, generator.settings[f"{kind}_PATHS"], generator.settings[f"{kind}_EXCLUDES"]
        )
        self.problems = []
        contents = []
        for path in paths:
            try:
                content = generator.readers.read_file(
                    base_path=generator.path,
                    path=path,
                    content_class=content_class,
                    fmt="md",
                    context=generator.context,
                    preread_signal=preread,
                    preread_sender=generator,
                    context_signal=context,
                    context_sender=generator,
                )
            except ProblemError as error:
                self.problems += error.problems
                continue
            except Exception as error:  # noqa: BLE001 - one file must not hide the others
                self.problems.append(_fault(normalise(path), error))
                continue
            self.problems += content.problems
            generator.add_source_path(content)
            generator.add_static_links(content)
            contents.append(content)
        self.problems += without_attached(unread, root, contents)
        return contents


def _fault(name: str, error: Exception) -> Problem:
    """A fault of the program on one file: say which file, and where in the program."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return Problem(
        name,
        None,
        f"chương trình gặp sự cố khi đọc tệp này ({type(error).__name__}: {error}; "
        f"{Path(frame.filename).name}:{frame.lineno})",
        "Gửi tệp này và cả dòng báo lỗi cho người phụ trách kỹ thuật.",
    )


class BulletinArticlesGenerator(_ContentGenerator, ArticlesGenerator):
    """Reads articles and gives them their terms; ``catalogue`` holds the published ones."""

    catalogue: Catalogue

    def generate_context(self) -> None:
        """Read every article, and sort out what is published now."""
        now: datetime = self.settings["BUILD_TIME"]
        everything = self.read_all(
            "ARTICLE",
            BulletinArticle,
            signals.article_generator_preread,
            signals.article_generator_context,
        )
        if not everything and not self.problems:
            self.problems.append(no_articles(self.path))
        due = [article for article in everything if _is_due(article, now)]
        published = [article for article in due if article.status == "published"]
        self.hidden_articles = [article for article in due if article.status == "hidden"]
        self.drafts = [article for article in everything if article.status == "draft"]
        self.scheduled = [
            article
            for article in everything
            if article.status != "draft" and not _is_due(article, now)
        ]
        signals.article_generator_pretaxonomy.send(self)
        self.catalogue = build_catalogue(
            published, self.hidden_articles, self.settings["ARTICLE_SETTINGS"].term_slugs
        )
        self.articles = self.catalogue.articles
        self._update_context(("articles", "drafts", "hidden_articles"))
        signals.article_generator_finalized.send(self)

    def generate_output(self, writer: Any) -> None:
        """Nothing: the bulletin renders the whole plan itself."""


class BulletinPagesGenerator(_ContentGenerator, PagesGenerator):
    """Reads the static pages."""

    def generate_context(self) -> None:
        """Read every static page; drafts are left out."""
        everything = self.read_all(
            "PAGE",
            BulletinPage,
            signals.page_generator_preread,
            signals.page_generator_context,
        )
        published = [page for page in everything if page.status == "published"]
        self.pages = sorted(published, key=lambda page: sort_key(page.title))
        self.hidden_pages = [page for page in everything if page.status == "hidden"]
        self._update_context(("pages", "hidden_pages"))
        signals.page_generator_finalized.send(self)

    def generate_output(self, writer: Any) -> None:
        """Nothing: the bulletin renders the whole plan itself."""


def _is_due(article: Any, now: datetime) -> bool:
    return bool(article.date <= now)
