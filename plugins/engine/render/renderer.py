"""From planned pages to files beside the ones that are being served."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from copy import copy
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from plugins.core.article import Article
from plugins.core.document import SITE_ROOT
from plugins.counter.widget.block import Widget
from plugins.engine.plan.pages import PlannedPage, Ref
from plugins.engine.project.fingerprints import program_fingerprint
from plugins.engine.project.project import Project
from plugins.engine.render.assets import Assets
from plugins.engine.render.bytecode_cache import CompiledTemplates
from plugins.engine.render.environment import environment, load_strings
from plugins.engine.render.loader import ArticleLoader
from plugins.metadata.sitemaps import write_index, write_news_sitemap, write_sitemap
from plugins.metadata.structured import news_article


class Written(NamedTuple):
    """A file of the site as it now is: size and time of change (nanoseconds), and whether
    it waits in the staging folder because the output folder has another, or none."""

    path: str
    size: int
    time: int
    staged: bool


class Renderer:
    """Renders pages of ``project``; ``site_context`` is what all pages show of one another.

    What is the same on all pages is a global of Jinja's environment, so that a component need
    not be imported ``with context``, once a page. So is SITEURL, which as in Pelican is what stands
    before a link: here the path of the site's address alone, for pages work under whatever host
    name they are asked for. Relative addresses are only put in when a page is done. Where a
    standard wants a host (canonical, Open Graph), templates have ``SITE.url``.
    """

    def __init__(
        self,
        project: Project,
        site_context: dict[str, Any],
        loader: ArticleLoader,
        assets: Assets,
        counter: Widget | None,
    ) -> None:
        self._project = project
        self._loader = loader
        self._words = load_strings(project.theme)
        self._environment = environment(
            project.theme,
            project.variables,
            CompiledTemplates(project.bytecode_cache, program_fingerprint(project)),
        )
        is_relative = project.variables["RELATIVE_URLS"]
        self._siteurl = SITE_ROOT if is_relative else urlsplit(project.siteurl).path
        self._environment.globals |= project.variables | site_context
        self._environment.globals |= {
            "SITE": project.site,
            "ARTICLES": project.articles,  # with what the settings leave to be as usual
            "SITEURL": self._siteurl,
            "t": self._words,
            "assets": assets,
            "counter": counter,
            "emblem": assets.emblem(project.site.emblem, self._siteurl),
            "news_article": partial(
                news_article,
                site_url=project.site.url,
                publisher=project.site.name,
                default_byline=project.articles.default_byline,
            ),
        }
        self._template = lru_cache(maxsize=None)(self._environment.get_template)

    def showing(self, loader: ArticleLoader) -> Renderer:
        """Return a renderer that takes articles from ``loader`` and shares all else with this."""
        other = copy(self)
        other._loader = loader
        return other

    def render(self, page: PlannedPage) -> str:
        """Return the text of a page."""
        if not page.template:
            return self._for_machines(page)
        variables = self._loader.variables(page)
        shown = page.variables.get(page.kind)
        if isinstance(shown, Ref):
            body = self._loader.body(shown)
            variables |= {
                "content": self._loader.html(body, self._siteurl),
                "figures": body.figures,
            }
        text = self._template(f"{page.template}.html").render(
            {"output_file": page.save_as, "page_url": page.url, "page_kind": page.kind} | variables
        )
        if self._siteurl != SITE_ROOT:
            return text
        return text.replace(SITE_ROOT, "/".join([".."] * page.save_as.count("/")) or ".")

    def _for_machines(self, page: PlannedPage) -> str:
        """Return what no template makes."""
        site, variables = self._project.site, page.variables
        if page.kind == "sitemap":
            return write_sitemap(variables["entries"], site.url)
        if page.kind == "sitemap_index":
            return write_index(variables["sitemaps"], site.url)
        if page.kind == "news_sitemap":
            articles = map(self._loader.article, variables["articles"])
            language = self._project.variables["DEFAULT_LANG"]
            return write_news_sitemap(articles, site.url, site.name, language)
        return self._feed(page)

    def _feed(self, page: PlannedPage) -> str:
        from plugins.engine.render.feeds import write_feed  # slow to import, and rarely needed

        numbers = page.variables["articles"]
        numbered = {id(self._loader.article(each)): each for each in numbers}

        def html_of(article: Article) -> str:
            body = self._loader.body(numbered[id(article)])
            return self._loader.html(body, self._project.siteurl)

        return write_feed(
            page.url,
            page.variables["format"],
            page.variables["term"],
            [self._loader.article(each) for each in numbers],
            html_of,
            self._project.site,
            self._project.variables,
            self._words,
        )


def write_pages(
    pages: Iterable[PlannedPage], renderer: Renderer, output: Path, staged: Path
) -> Iterator[Written]:
    """Render ``pages`` and put into ``staged`` those that ``output`` does not have already."""
    for page in pages:
        yield put(page.save_as, renderer.render(page).encode(), output, staged)


def put(path: str, content: bytes, output: Path, staged: Path) -> Written:
    """Have ``content`` published at ``path``: nothing to do if it is there already, with its
    time, so that ``rsync`` passes over it."""
    there = f"{output}/{path}"  # a path object takes longer to make than to look at
    try:
        state = os.stat(there)  # noqa: PTH116 - a name, not a Path
        if state.st_size == len(content) and Path(there).read_bytes() == content:
            return Written(path, state.st_size, state.st_mtime_ns, staged=False)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        pass
    target = staged / path
    try:
        target.write_bytes(content)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    state = target.stat()
    return Written(path, state.st_size, state.st_mtime_ns, staged=True)
