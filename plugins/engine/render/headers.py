"""The tables of headers, filled in for one project: what pages may load, and what servers say."""

from __future__ import annotations

from markupsafe import Markup

from plugins.core.document import SITE_ROOT
from plugins.engine.project.project import Project
from plugins.engine.render.assets import first_script
from plugins.metadata.headers.hosts import host_headers
from plugins.metadata.headers.nginx import nginx_include
from plugins.metadata.headers.policy import Allowed, page_policy, site_policy
from plugins.metadata.headers.rules import rules


def site_path(project: Project) -> str:
    """Return what stands before the address of a page or a file in a link: the path of the site's
    address, or a place for the way to the root where links are relative."""
    is_relative = project.variables["RELATIVE_URLS"]
    return SITE_ROOT if is_relative else project.root_path


def way_to_root(save_as: str) -> str:
    """Return the way from a page to the site's root, without a slash at its end."""
    return "/".join([".."] * save_as.count("/")) or "."


def policy_of_pages(project: Project) -> Markup:
    """Return the policy that pages state in their heads, with a place for the style's digest."""
    return Markup(page_policy(_allowed(project)))  # noqa: S704 - every source in it is encoded


def headers_file(project: Project) -> str:
    """Return ``_headers``."""
    return host_headers(rules(site_policy(_allowed(project))))


def nginx_file(project: Project) -> str:
    """Return the include for nginx, which hangs on the settings and the theme's first script."""
    return nginx_include(rules(site_policy(_allowed(project))), project.root_path)


def _allowed(project: Project) -> Allowed:
    counter = project.counter
    return Allowed(
        embed_hosts=project.articles.embed_hosts,
        counter=counter.endpoint if counter.enabled else "",
        script=first_script(project.theme / "static"),
        own_sheets=project.build.preview,
    )
