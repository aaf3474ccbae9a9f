"""linkinator: does everything lead somewhere that a page links to, loads or names in a srcset?"""

from __future__ import annotations

import json
import subprocess

from benchmarks.quality.node import NODE, PACKAGES
from benchmarks.quality.report import Row, none_found

_COMMAND = PACKAGES / "linkinator" / "build" / "src" / "cli.js"


def row(root: str, public: str) -> Row:
    """Return what is broken of a site served at ``root``, whose own address is ``public``: on its
    pages, as fragments, in its CSS, and what its sitemaps name. Other sites are not asked."""
    command = [NODE, str(_COMMAND), f"{root}/", f"{root}/404.html", "--recurse", "--sitemap"]
    options = ["--check-fragments", "--check-css", "--redirects", "error", "--format", "json"]
    rewrite = ["--url-rewrite-search", public, "--url-rewrite-replace", root]
    done = subprocess.run(
        [*command, *options, *rewrite, "--skip", f"^(?!{root}/)"],
        capture_output=True,
        encoding="utf-8",
        check=False,  # it ends with status 1 where a link is broken
    )
    links = json.loads(done.stdout)["links"]
    broken = [
        f"{each['url']} ({each.get('parent', 'from here')})"
        for each in links
        if each["state"] == "BROKEN"
    ]
    addresses = {each["url"] for each in links if each["state"] == "OK"}
    return none_found("links, fragments, srcset, sitemaps", broken, f"{len(addresses)} addresses")
