"""Every file of a built site stands where files do, and is what its name says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from tests.fuzz.hostile.elements import Element, Judge, parsed
from tests.fuzz.hostile.site import UNSEEN, HostileSite

_NAME = r"[^\0-\x20<>\"\\/.][^\0-\x20<>\"\\/]*"
_PLACES = {
    r"(?:[a-z0-9][a-z0-9-]*/)*index\.html|(?:404|manh/tin-moi)\.html": "a page",
    rf"(?!anh/|tep/|theme/)(?:{_NAME}/)*{_NAME}(?:\.html|\.htm|\.shtml)": "at an old address",
    r"(?:[a-z0-9][a-z0-9-]*/)*(?:rss|atom|sitemap[\w-]*)\.xml": "a feed or a sitemap",
    r"(?:[a-z0-9][a-z0-9-]*/)*feed\.json|site\.webmanifest": "JSON",
    r"(?:robots|llms)\.txt|_headers|_redirects|favicon\.ico|apple-touch-icon\.png": "at the root",
    r"icon[\w-]*\.(?:png|svg)|\.published|\.build\.lock|\.nginx/(?:chuyen-huong|da-go)\.map": (
        "the build's"
    ),
    r"tim-kiem/\d+-\d+/(?:am|(?:am|bai|doi)/\d+)\.txt|opensearch\.xml": "the search's",
    r"theme/[\w./-]+\.(?:js|css|woff2|svg|png|txt)": "the theme's",
    r"anh/[\w./-]+\.(?:avif|webp|jpg|png|gif)": "a picture",
    r"tep/[\w./-]+\.(?:pdf|docx?|docm|xlsx?|xlsm|pptx?|pps|ppsx|od[tsp]|rtf|csv|epub|zip|rar|7z|txt"
    r"|ics|vtt|mp4|m4[av]|webm|og[gva]|opus|mov|mp3|wav|aac|flac|avi|wm[va]|mkv|flv|3gp|mpe?g|mts"
    r"|vob|amr)": "an attachment",
}
_PLACE = re.compile("|".join(f"(?:{pattern})" for pattern in _PLACES))
# Of files that servers read, what a line may be: no second word, string, variable or host.
_LINES = {
    "_redirects": re.compile(r"/(?!/)[!-~]* (?:/(?![/\\])|https?://)[!-~]* 301"),
    ".nginx/chuyen-huong.map": re.compile(r'"/[!#-\[\]-~]*" "(?:/(?!/)|https?:)[!#%-\[\]-~]*";'),
}
_MARKUP = re.compile(rb"\s*<(?:!|\?|[a-z])", re.IGNORECASE)
_COMPUTED = str(7351 * 9173)
"""What ``{{ 7351*9173 }}`` would be, if anybody computed it."""


def wrong_files(site: HostileSite, before: Mapping[str, bytes], judge: Judge) -> list[str]:
    """Return what is wrong with a site's files. ``before`` is what stood at the site's root where
    nothing hostile was; pages are looked at elsewhere, with ``judge``."""
    found = []
    for path in sorted(site.output.rglob("*")):
        name = path.relative_to(site.output).as_posix()
        if path.is_symlink():
            found.append(f"a link in the file system: {name!r}")
        elif path.is_file():
            found += [f"{name!r}: {why}" for why in _of(name, path.read_bytes(), before, judge)]
    beside = {path.name for path in site.folder.iterdir()}
    if odd := beside - {"content", "output", "cache", "secret.txt", "secret.pdf", "secret.jpg"}:
        found.append(f"beside the site: {odd}")
    return found + ["a text ran a command"] * Path("pwned").exists()


def _of(name: str, data: bytes, before: Mapping[str, bytes], judge: Judge) -> Iterator[str]:
    if not _PLACE.fullmatch(name):
        yield "no place for a file"
    if UNSEEN.encode() in data:
        yield "holds what nobody may see"
    if _COMPUTED.encode() in data:
        yield "a text was taken for a template"
    if name.startswith("tep/") and _MARKUP.match(data.lstrip(b"\xef\xbb\xbf\xff\xfe\0")):
        yield "an attachment that is markup"
    if name == "_headers" and data != before[name]:
        yield "headers that a text changed"
    if name in _LINES:
        lines = data.decode().splitlines()
        yield from (f"a line: {line!r}" for line in lines if not _LINES[name].fullmatch(line))
    if name.endswith(".xml"):
        yield from _feed(data, judge)
    elif name.endswith(".json"):
        for item in json.loads(data)["items"]:
            yield from judge.wrong(_bare(item.get("content_html", "")))


def _feed(data: bytes, judge: Judge) -> Iterator[str]:
    for element in ElementTree.fromstring(data).iter():
        if element.tag.endswith(("content", "summary", "description", "encoded")) and element.text:
            is_html = element.get("type") == "html" or element.tag.endswith("encoded")
            yield from judge.wrong(_bare(element.text)) if is_html else ()
        for name in ("href", "url", "src"):
            if re.match(r"\s*(?!https?:)\w+:", element.get(name, ""), re.IGNORECASE):
                yield f"{element.tag} {name} {element.get(name)}"


def _bare(html: str) -> Iterator[Element]:
    return (each._replace(inside=True) for each in parsed(html))
