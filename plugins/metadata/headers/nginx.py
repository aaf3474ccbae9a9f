"""The table as an include for the ``server`` block of nginx (1.18 or newer)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import indent

from plugins.metadata.headers.rules import (
    BRIEFLY,
    CACHE,
    CSP,
    HSTS,
    PERMISSIONS,
    Rule,
    headers_of,
)
from plugins.metadata.headers.types import TYPES, UNKNOWN, WITH_CHARSET

_TOP = """\
# Written by `make nginx` from the settings: do not edit, write anew. For a server block, with
# `root` set to the published folder; deploy/nginx-site.conf is an example.

index index.html;
server_tokens off;
absolute_redirect off;
charset utf-8;
charset_types {charsets};
default_type {unknown};
gzip_static on;  # what is compressed beside a file is sent as it is
gzip on;
gzip_comp_level 6;  # of pages a tenth fewer bytes than 1, for a third of a millisecond
gzip_vary on;
gzip_types {texts};
types {{
{types}}}

{variables}
# Only over TLS (RFC 6797, 7.2): nginx sends no header that is empty.
set $strict_transport "";
if ($https) {{
    set $strict_transport "{hsts}";
}}

# What does not exist, and what nobody may see: a folder without a page, a build's own notes.
error_page 403 404 =404 {root}/404.html;
"""
_LOCATION = """
location {match} {{
{body}}}
"""
_MISSING = "    return 404;\n"


def nginx_include(table: tuple[Rule, ...], root: str = "") -> str:
    """Return the file. ``root`` is the path of the site's address, without a slash at its end."""
    return "".join((_top(table, root), *_locations(table, root)))


def _top(table: tuple[Rule, ...], root: str) -> str:
    texts = sorted({*WITH_CHARSET, "application/manifest+json", "image/svg+xml"} - {"text/html"})
    return _TOP.format(
        charsets=" ".join(sorted(WITH_CHARSET - {"text/html"})),
        unknown=UNKNOWN,
        texts=" ".join(texts),
        types="".join(f"    {type_} {' '.join(ends)};\n" for type_, ends in _suffixes()),
        variables="".join(f'set {name} "{value}";\n' for value, name in _named(table).items()),
        hsts=headers_of("", table)[HSTS],
        root=root,
    )


def _named(table: tuple[Rule, ...]) -> dict[str, str]:
    """Return the long values that stand in every location, with a variable for each."""
    everywhere = headers_of("", table)
    return {everywhere[CSP]: "$content_policy", everywhere[PERMISSIONS]: "$permissions_policy"}


def _suffixes() -> Iterator[tuple[str, list[str]]]:
    for type_ in dict.fromkeys(TYPES.values()):
        yield type_, [suffix for suffix, other in TYPES.items() if other == type_]


def _locations(table: tuple[Rule, ...], root: str) -> Iterator[str]:
    """Yield what is served how.

    nginx takes the first regular expression that fits, else the longest prefix; and a location with
    headers of its own has no others. So each has all that rules say of the files in it.
    """
    yield _LOCATION.format(match=r"~ /\.(?!well-known/)", body=_MISSING)
    for name in ("_headers", "_redirects"):
        yield _LOCATION.format(match=f"= {root}/{name}", body=_MISSING)
    named = _named(table)
    # What is missing is a page, too, and must not be kept like what was asked for.
    page = headers_of("404.html", table)
    yield _LOCATION.format(match=f"= {root}/404.html", body=_headers(page, named, always=True))
    parts = [rule for rule in table if rule.folder]
    for folder in dict.fromkeys(rule.folder for rule in parts):
        for suffixes in (rule.suffixes for rule in parts if rule.folder == folder):
            if suffixes:
                some = headers_of(f"{folder}a.{suffixes[0]}", table)
                yield _LOCATION.format(
                    match=_match(root, folder, suffixes), body=_headers(some, named)
                )
    for folder in ("", *dict.fromkeys(rule.folder for rule in parts)):
        plain = headers_of(folder, table)
        # A page may stand for what is gone for good, with the status that says so.
        told = _headers(plain, named, always=not folder)
        yield _LOCATION.format(match=f"{root}/{folder}", body=told)


def _match(root: str, folder: str, suffixes: Iterable[str]) -> str:
    return rf'~* "^{re.escape(root)}/{folder}.+\.(?:{"|".join(suffixes)})$"'


def _headers(headers: dict[str, str], named: dict[str, str], *, always: bool = False) -> str:
    said = {CACHE: BRIEFLY} | headers | {HSTS: "$strict_transport"}
    ending = " always;\n" if always else ";\n"
    lines = (
        f'add_header {name} "{named.get(value, value)}"{ending}' for name, value in said.items()
    )
    return indent("".join(lines), "    ")
