"""Old addresses and what each leads to now, as servers are told.

``_redirects`` is read by Netlify and Cloudflare Pages from the site's root, the other by nginx,
within ``map $request_uri $chuyen_huong { … }``.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.core.text.addresses import requests_for

Redirects = Iterable[tuple[str, str]]
"""Old addresses (:attr:`~plugins.core.text.addresses.OldAddress.name`), each with where it leads:
encoded, from the site's root with a slash at its beginning, or absolute."""


def write_redirects(redirects: Redirects, root: str) -> str:
    """Return the lines of ``_redirects``; ``root`` is the path of the site's address, without a
    slash at its end. These hosts do not tell queries apart, so addresses with one are left out.
    """
    return "".join(
        f"{_literal(f'{root}{asked}')} {_literal(_led(target, root))} 301\n"
        for name, target in redirects
        if "?" not in name
        for asked in requests_for(name)
    )


def write_map(redirects: Redirects, root: str) -> str:
    """Return the lines of nginx's map. ``root`` is as above.

    Both columns are printable ASCII without quotation marks and backslashes, and a dollar sign,
    which would begin a variable, is encoded where a variable may stand.
    """
    return "".join(
        f'"{root}{asked}" "{_led(target, root).replace("$", "%24")}";\n'
        for name, target in redirects
        for asked in requests_for(name)
    )


def write_gone(addresses: Iterable[str], root: str) -> str:
    """Return the lines of nginx's map of addresses (relative to the site's root, of folders) that
    are gone, each with the page that says so; ``root`` is as above."""
    return "".join(
        f'"{root}{asked}" "{root}/{url}index.html";\n'
        for url in addresses
        for asked in requests_for(f"/{url}")
    )


def _led(target: str, root: str) -> str:
    return f"{root}{target}" if target.startswith("/") else target


def _literal(address: str) -> str:
    """Return an address in which nothing stands for something else (``*``, ``:name``)."""
    start = 0 if address.startswith("/") else address.index("/", address.index("//") + 2)
    return address[:start] + address[start:].replace("*", "%2A").replace(":", "%3A")
