"""From planned pages to files beside the ones that are being served."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from copy import copy
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urljoin

from plugins.core.document import SITE_ROOT
from plugins.counter.widget.block import Widget
from plugins.engine.plan.planned import PlannedPage, own_article
from plugins.engine.project.fingerprints import program_fingerprint
from plugins.engine.project.project import Project
from plugins.engine.render.assets import Assets
from plugins.engine.render.bytecode_cache import CompiledTemplates
from plugins.engine.render.environment import environment, load_strings
from plugins.engine.render.headers import policy_of_pages, site_path, way_to_root
from plugins.engine.render.loader import ArticleLoader
from plugins.engine.render.page_style import PAGE_STYLE
from plugins.metadata.headers.policy import PAGE_DIGEST, digest
from plugins.metadata.sitemaps import write_index, write_news_sitemap, write_sitemap
from plugins.metadata.structured import StructuredData
from plugins.metadata.structured.identity import Identity, best_logo, organization_type


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
        self._assets = assets
        self._words = load_strings(project.theme)
        self._environment = environment(
            project.theme,
            project.variables,
            CompiledTemplates(project.bytecode_cache, program_fingerprint(project)),
        )
        self._siteurl = site_path(project)
        self._environment.globals |= project.variables | site_context
        self._environment.globals |= {
            "SITE": project.site,
            "ARTICLES": project.articles,  # with what the settings leave to be as usual
            "SITEURL": self._siteurl,
            "t": self._words,
            "assets": assets,
            "counter": counter,
            "emblem": assets.emblem(project.site.emblem, self._siteurl),
            "content_security_policy": policy_of_pages(project),
            "page_style": PAGE_STYLE,
            "structured": StructuredData(
                _identity(project, assets), project.articles.default_byline
            ),
            "feeds": {"all": project.feeds(of_all=True), "category": project.feeds(of_all=False)},
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
        own = own_article(page)
        if own is not None:
            body = self._loader.body(own)
            variables |= {
                "content": self._loader.html(body, self._siteurl),
                "figures": body.figures,
                "films": body.films,
            }
        text = self._template(f"{page.template}.html").render(
            {"output_file": page.save_as, "page_url": page.url, "page_kind": page.kind} | variables
        )
        root = self._siteurl
        if root == SITE_ROOT:
            root = way_to_root(page.save_as)
            text = text.replace(SITE_ROOT, root)
        style, named = _placed(self._assets.style(text), root)
        # A page is copied once, not for each of the two.
        return style.join(part.replace(PAGE_DIGEST, named) for part in text.split(PAGE_STYLE))

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
        if page.kind == "text":
            text: str = variables["text"]
            return text
        return self._feed(page)

    def _feed(self, page: PlannedPage) -> str:
        from plugins.engine.render.feeds import WRITERS  # slow to import, and rarely needed
        from plugins.engine.render.feeds.item import Channel, item_of

        project, term = self._project, page.variables["term"]
        root, format_ = f"{project.public_url}/", page.variables["format"]
        domain = project.variables["FEED_DOMAIN"] or project.public_url
        title, icon = project.variables["SITENAME"], best_logo(self._assets.icons())
        channel = Channel(
            title=f"{title} - {term.name}" if term else title,
            description=project.site.description,
            language=project.variables["DEFAULT_LANG"],
            url=urljoin(f"{domain}/", page.url),
            page=urljoin(root, term.url) if term else root,
            icon=urljoin(root, icon.url) if icon else "",
        )
        is_whole = format_ in project.build.full_text_feeds
        items = []
        for number in page.variables["articles"]:
            body = self._loader.body(number)
            html = self._loader.html(body, project.public_url) if is_whole else None
            article = self._loader.article(number)
            items.append(item_of(article, html, body.figures, root, self._words))
        return WRITERS[format_](channel, items)


@lru_cache(maxsize=512)  # pages of a kind use the same style
def _placed(style: str, root: str) -> tuple[str, str]:
    """Return a style for pages to which the site's root is ``root``, and its digest."""
    style = style.replace(SITE_ROOT, root)
    return style, digest(style)


def _identity(project: Project, assets: Assets) -> Identity:
    """Return who the site is, for those who ask for it as data."""
    site, publisher = project.site, project.site.publisher
    guessed = organization_type(publisher.organisation, publisher.governing_body)
    return Identity(
        url=site.url,
        name=site.name,
        language=project.variables["DEFAULT_LANG"],
        kind=site.organization or guessed,
        description=site.description,
        organisation=publisher.organisation,
        governing_body=publisher.governing_body,
        address=publisher.address,
        phone=publisher.phone,
        email=publisher.email,
        logo=best_logo(assets.icons()),
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
