"""The Content Security Policy (W3C, CSP Level 3): what a page may load, and nothing else.

The one script and the one ``<style>`` that stand in a page are named by the digests of their texts.
JSON-LD is a data block, which is not executed (HTML, 4.12.1).
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

PAGE_DIGEST = "\ufdd9"
"""Stands in a policy for what :func:`digest` returns of the page's style."""

OWN = "'self'"
NONE = "'none'"

# The fetch directives (CSP, 6.1) that stand for others as well; ``default-src`` stands for all.
_FETCHED = (
    *("script-src", "style-src", "img-src", "font-src", "media-src", "connect-src"),
    *("manifest-src", "frame-src", "object-src", "worker-src"),
)


class Directive(NamedTuple):
    """One line of a policy. ``in_page`` is false for what a tag cannot say (HTML, 4.2.5.3)."""

    name: str
    sources: tuple[str, ...]
    in_page: bool = True

    def __str__(self) -> str:
        return " ".join((self.name, *self.sources))


@dataclass(frozen=True)
class Allowed:
    """What differs between bulletins: the hosts that an ``<iframe>`` may show, where the visitor
    counter answers (a path of the site, or an absolute address; empty, pages ask nobody), and the
    text of the script that stands in each page. ``own_sheets`` allows style sheets of the site's
    own address, which only a preview adds."""

    embed_hosts: tuple[str, ...] = ()
    counter: str = ""
    script: str = ""
    own_sheets: bool = False


def policy(allowed: Allowed) -> tuple[Directive, ...]:
    """Return the policy of a bulletin's pages, which is the same on all of them."""
    counter = _source(allowed.counter)
    scripts = (digest(allowed.script),) if allowed.script else ()
    sheets = (OWN,) if allowed.own_sheets else ()
    frames = tuple(f"https://{_encoded(host)}" for host in allowed.embed_hosts)
    found = (
        Directive("default-src", (NONE,)),
        Directive("script-src", (OWN, *scripts)),
        Directive("style-src", (*sheets, PAGE_DIGEST)),
        Directive("img-src", (OWN, *counter)),
        Directive("font-src", (OWN,)),
        Directive("media-src", (OWN,)),
        # The newest headlines, and the numbers of visitors.
        Directive("connect-src", (OWN, *counter)),
        Directive("manifest-src", (OWN,)),
        Directive("frame-src", frames),
        Directive("base-uri", (NONE,)),
        Directive("form-action", (OWN,)),  # the search
        # Scripts never make elements from a text, so no policy of Trusted Types is needed either.
        Directive("require-trusted-types-for", ("'script'",)),
        Directive("trusted-types", (NONE,)),
        Directive("frame-ancestors", (OWN,), in_page=False),
    )
    return tuple(each for each in found if each.sources)


def page_policy(allowed: Allowed) -> str:
    """Return what ``<meta http-equiv="Content-Security-Policy">`` says: all but what only a header
    can. The text may stand in a quoted attribute as it is."""
    return _written(each for each in policy(allowed) if each.in_page)


def site_policy(allowed: Allowed) -> str:
    """Return the header for all pages: all but which style, of which each says its own in its tag.
    So ``default-src``, which includes styles, gives way to what it stands for.
    """
    said = {each.name: each for each in policy(allowed)}
    nothing = {name: Directive(name, (NONE,)) for name in _FETCHED}
    left = nothing | {"style-src-attr": Directive("style-src-attr", (NONE,))} | said
    return _written(each for name, each in left.items() if name not in ("default-src", "style-src"))


def sandbox_policy() -> str:
    """Return the header for a file that somebody else wrote: it loads and runs nothing, and is of
    no origin."""
    said = {"default-src": (NONE,), "frame-ancestors": (NONE,), "sandbox": ()}
    return _written(Directive(*each) for each in said.items())


def digest(text: str) -> str:
    """Return the source that allows the text of one ``<style>`` or ``<script>``, and no other."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _written(directives: Iterable[Directive]) -> str:
    return "; ".join(map(str, directives))


def _source(address: str) -> tuple[str, ...]:
    """Return what allows an address and what lies below it; the site's own is allowed already."""
    scheme, separator, rest = address.partition("//")
    if not separator or not rest or scheme not in ("", "http:", "https:"):
        return ()
    return (scheme + separator + _encoded(rest) if scheme else _encoded(rest),)


def _encoded(text: str) -> str:
    """Return a host or path without what would end a source, an attribute or a line of nginx's."""
    return quote(text, safe="/:@%~*+=!-._[]")
