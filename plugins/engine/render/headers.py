"""The tables of headers, filled in for one project: what pages may load, and what servers say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from markupsafe import Markup

from plugins.core.document import SITE_ROOT
from plugins.engine.project.project import Project
from plugins.engine.render.assets import Assets
from plugins.metadata.headers.hosts import host_headers
from plugins.metadata.headers.nginx import nginx_include
from plugins.metadata.headers.policy import Allowed, lasting_policy, page_policy, site_policy
from plugins.metadata.headers.rules import rules

_DEEPEST_LIST = 4
"""Folders above the deepest page of a list: ``chuyen-muc/<slug>/trang/2/index.html``."""


def site_path(project: Project) -> str:
    """Return what stands before the address of a page or a file in a link: the path of the site's
    address, or a place for the way to the root where links are relative."""
    is_relative = project.variables["RELATIVE_URLS"]
    return SITE_ROOT if is_relative else project.root_path


def way_to_root(save_as: str) -> str:
    """Return the way from a page to the site's root, without a slash at its end."""
    return "/".join([".."] * save_as.count("/")) or "."


def policy_of_pages(project: Project, assets: Assets) -> Callable[[str], Markup]:
    """Return what gives the policy that a page (its path in the site) states in its head.

    Where links are relative, the style names its fonts by the way to the root.
    """
    root = site_path(project)

    @cache
    def of(way: str) -> Markup:
        text = page_policy(_allowed(project, [assets.css(way)]))
        return Markup(text)  # noqa: S704 - every source in it is encoded

    return lambda save_as: of(way_to_root(save_as) if root == SITE_ROOT else root)


def headers_file(project: Project, assets: Assets) -> str:
    """Return ``_headers``, with the styles of all pages of this build."""
    allowed = _allowed(project, map(assets.css, _ways(project)))
    return host_headers(rules(site_policy(allowed)))


def nginx_file(project: Project) -> str:
    """Return the include for nginx, which hangs on nothing but the settings."""
    return nginx_include(rules(lasting_policy(_allowed(project))), project.root_path)


def _ways(project: Project) -> list[str]:
    root = site_path(project)
    if root != SITE_ROOT:
        return [root]
    deepest = max(_DEEPEST_LIST, *(each.count("/") for each in project.addresses.values()))
    return [way_to_root("/" * depth) for depth in range(deepest + 1)]


def _allowed(project: Project, styles: Iterable[str] = ()) -> Allowed:
    counter = project.counter
    return Allowed(
        styles=tuple(styles),
        embed_hosts=project.articles.embed_hosts,
        counter=counter.endpoint if counter.enabled else "",
        own_sheets=project.build.preview,
    )
