"""What stands at the site's root and is no page: the theme's assets, and files for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from plugins.engine.plan.pages import ARCHIVE_URL
from plugins.engine.project.project import Project
from plugins.engine.render.assets import Assets
from plugins.engine.render.environment import load_strings
from plugins.engine.render.headers import headers_file
from plugins.metadata.site_files import Section, llms, manifest, opensearch, robots
from plugins.search.layout import FOLDER


def site_files(
    project: Project, site_context: Mapping[str, Any], assets: Assets
) -> dict[str, bytes]:
    """Return the files by their paths. ``site_context`` is what all pages show of one another."""
    site, words = project.site, load_strings(project.theme)
    said = site.description, site.tagline, words["llms"]["rights"]
    sections = _sections(project, site_context, words)
    language = project.variables["DEFAULT_LANG"]
    texts = {
        "robots.txt": robots(site.url),
        "site.webmanifest": manifest(site.name, site.description, assets.icons(), language),
        "llms.txt": llms(site.name, said, site.url, sections),
        "_headers": headers_file(project),
    }
    if site.url:
        about, page = words["search"]["description"].format(site=site.name), f"{site.url}/{FOLDER}"
        texts["opensearch.xml"] = opensearch(site.name, about, page, language)
    if key := site.indexnow_key:
        texts[f"{key}.txt"] = key
    return dict(assets.files()) | {name: text.encode() for name, text in texts.items()}


def _sections(
    project: Project, site_context: Mapping[str, Any], words: Mapping[str, Any]
) -> Iterator[Section]:
    """Yield what ``llms.txt`` links to."""
    own, terms = words["llms"], words["terms"]
    yield Section(own["categories"], [(term.name, term.url) for term in site_context["nav"]])
    yield Section(own["pages"], [(page.title, page.url) for page in site_context["pages"]])
    lists = [(terms[each.kind], each.url) for each in site_context["lists"]]
    lists += [(words["nav"]["archive"], ARCHIVE_URL), (own["sitemap"], "sitemap.xml")]
    lists += [(name.upper(), url) for name, url in project.feeds(of_all=True).items()]
    yield Section(own["lists"], lists)
