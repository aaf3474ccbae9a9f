"""What the two files of headers say of a file, read as those read them who obey them.

``_headers`` as Netlify and Cloudflare Pages document it; nginx's include by an nginx parser, with
the choice of a location as nginx has it (ngx_http_core_module, "location").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import crossplane

from plugins.metadata.headers.types import TYPES

Told = Callable[[str], list[tuple[str, str]]]
"""Returns the headers of a file (its path, relative to the site's root)."""
Directive = dict[str, Any]


def told_by_hosts(text: str) -> Told:
    """Read ``_headers``: all rules that fit a path add up."""
    rules: list[tuple[re.Pattern[str], list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            assert line.count("*") <= 1, f"these hosts take one * a path: {line}"
            rules.append((re.compile(re.escape(line).replace(r"\*", ".*")), []))
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            assert len(line) <= 2000, "Cloudflare Pages reads no more"
            rules[-1][1].append((name, value))
    assert len(rules) <= 100, "Cloudflare Pages reads no more"

    def told(path: str) -> list[tuple[str, str]]:
        return [pair for pattern, said in rules if pattern.fullmatch(f"/{path}") for pair in said]

    return told


def read_nginx(
    include: Path, folder: Path, around: str = "server {{ {include} }}"
) -> list[Directive]:
    """Return a file's directives; fails for one that nginx would not know or not take there.

    The file is for a ``server`` block, or for what is ``around`` it in the ``http`` block;
    ``folder`` is for the configuration that is written.
    """
    file = folder / "nginx.conf"
    inside = around.format(include=f"include {include};")
    file.write_text(f"events {{}}\nhttp {{ {inside} }}\n", encoding="utf-8")
    # Strictly, it takes the lines of "types" and "map" for directives, too.
    wrong = crossplane.parse(str(file), combine=True, strict=True)["errors"]
    taken = [each["error"].split('"')[1] for each in wrong]
    known = {*TYPES.values(), "default", "volatile"}
    assert [each for each in taken if each not in known and not each.startswith("/")] == []
    payload = crossplane.parse(str(file), combine=True)
    assert payload["status"] == "ok", payload["errors"]
    (configuration,) = payload["config"]
    (http,) = (each for each in configuration["parsed"] if each["directive"] == "http")
    whole: list[Directive] = http["block"]
    directives: list[Directive] = whole[0]["block"] if around.startswith("server") else whole
    return directives


def told_by_nginx(directives: list[Directive], *, tls: bool = True) -> Told:
    """Return what a server with the include sends."""
    variables = dict(_variables(directives, tls=tls))

    def told(path: str) -> list[tuple[str, str]]:
        added = [each["args"] for each in location(directives, f"/{path}")["block"]]
        pairs = ((name, variables.get(value, value)) for name, value, *_ in added)
        return [(name, value) for name, value in pairs if value]

    return told


def location(directives: list[Directive], uri: str) -> Directive:
    """Return the location that nginx takes for an address."""
    found = [each for each in directives if each["directive"] == "location"]
    exact = [each for each in found if each["args"] == ["=", uri]]
    flags = {"~": re.NOFLAG, "~*": re.IGNORECASE}
    fitting = [
        each
        for each in found
        if each["args"][0] in flags and re.search(each["args"][1], uri, flags[each["args"][0]])
    ]
    prefixes = [
        each for each in found if len(each["args"]) == 1 and uri.startswith(each["args"][0])
    ]
    prefixes.sort(key=lambda each: len(each["args"][0]), reverse=True)
    chosen: Directive = [*exact, *fitting, *prefixes][0]
    return chosen


def _variables(directives: list[Directive], *, tls: bool) -> Iterator[tuple[str, str]]:
    for each in directives:
        if each["directive"] == "set":
            yield each["args"][0], each["args"][1]
        elif each["directive"] == "if":
            assert each["args"] == ["$https"]
            if tls:
                yield from _variables(each["block"], tls=tls)
