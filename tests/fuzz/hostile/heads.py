"""Heads of articles: YAML of every odd kind, and fields that carry markup."""

from __future__ import annotations

from tests.fuzz.hostile.disguise import CHARACTERS, address, disguised, injection
from tests.fuzz.text.words import Draw

_FIELDS = (
    *("Title", "Date", "Modified", "Category", "Tags", "Authors", "Summary", "Lead_photo"),
    *("Series", "Pin", "Pin_until", "Status", "Slug", "Aliases", "Lang", "Source", "Credit"),
    *("Source_author", "Source_url", "Source_date", "Correction", "Issuer", "Number", "Files"),
    *("Effective", "Until", "__proto__", "template", "save_as", "url", "Ngày", "Tiêu đề"),
)
_YAML = (
    "!!python/object/apply:os.system ['touch pwned']",
    "!!python/name:os.system",
    "!!python/object/new:type {args: [z, [], {}]}",
    "!!binary R0lGODlhAQ==",
    "!!timestamp 2024-99-99",
    "!!set {a, b}",
    "!!omap [a: 1]",
    "!<tag:yaml.org,2002:python/none> x",
    "!include /etc/passwd",
    "&a [*a, *a]",
    "&a {b: *a}",
    "*undefined",
    "<<: *undefined",
    "{<<: [{a: 1}], ? [1, 2] : 3}",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "{a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}}",
    "'unclosed",
    '"\\x00\\ud800\\udfff\\uFDD0"',
    '"\\U0001F600\\e[31m\\L\\P\\_\\N"',
    "|\n  dòng\n\tdòng",
    ">+9\n x",
    "%TAG ! tag:x,2000:",
    "2024-01-01T00:00:00.000000000000001+99:99",
    "0x7fffffffffffffffffffffff",
    "190:20:30.15",
    ".inf",
    "-.NaN",
    "1e999999",
    "~",
    "yes",
    "? a\n: b",
    "- - - - - - - x",
    "@reserved",
    "`reserved`",
    "#",
    "--- x",
    "... ",
    "[a, b",
    "{{ 7351*9173 }}{% include '/etc/passwd' %}",
    "${7351*9173}",
)
_ALIASES = (
    *("/a\n/b https://ke.example 301", "/../../../x.html", "//ke.example/x", "https://ke.example/"),
    *("/\\ke.example", "/_headers", "/_redirects", "/.published", "/theme/js/site.js", "/x y z"),
    *("/%2e%2e/%2e%2e/x", "/a%0a/b", "/index.html", "/tep/x.html", "/a;b", "/${x}", "/'\"><b>"),
)


def value(draw: Draw) -> str:
    """Return what may stand behind a key."""
    kind = draw.number(7)
    if kind == 0:
        return draw.one(_YAML)
    if kind == 1:
        return address(draw)
    if kind == 2:
        return f"{draw.one(_ALIASES)}, {injection(draw)}"
    if kind == 3:
        return f'"{injection(draw)}"'
    if kind == 4 and draw.chance(8):
        return draw.one(("x", "[", "- ", "&a ", "💥", "<b>")) * draw.one((300, 5000, 50_000))
    return f"{draw.capital(2)} {injection(draw)} {draw.words(2)}"


def one_line(text: str) -> str:
    """Return ``text`` as it may stand in a plain head, mostly."""
    return " ".join(text.split("\n"))


def plain_head(name: str, draw: Draw, **fields: str) -> str:
    """Return a head in which only ``fields`` are not as they should be. ``name`` is part of the
    title, so that no two articles have one."""
    given = {"Title": f"Bài {name}", "Date": "11/01/2024 08:00", "Tags": "thử", **fields}
    return "".join(f"{key}: {one_line(text)}\n" for key, text in given.items()) + "\n"


def hostile_head(name: str, draw: Draw) -> str:
    """Return a head of some odd kind, with all of its lines."""
    lines = [f"Title: Bài {name} {one_line(injection(draw)) if draw.chance(2) else ''}"]
    lines += ["Date: 11/01/2024 08:00"] if draw.number(8) else [f"Date: {value(draw)}"]
    lines += [f"{draw.one(_FIELDS)}: {value(draw)}" for _ in range(draw.between(1, 2))]
    if draw.chance(5):
        lines.append(draw.one(lines))
    if draw.chance(6):
        lines.insert(draw.number(len(lines)), draw.one(_YAML))
    text = "\n".join(lines)
    if draw.chance(5):
        text = disguised(text, draw)
    if draw.chance(4):
        text = draw.one(CHARACTERS).join((text, ""))
    if draw.chance(2):
        text = f"---\n{text}\n{draw.one(('---', '---', '---', '...', '—', '--', ''))}"
    return f"{text}\n\n"


def encoded(text: str, draw: Draw) -> bytes:
    """Return the text of a file in some encoding, seldom one of those that are taken."""
    data = text.encode("utf-8", errors="surrogatepass")
    kind = draw.number(10)
    if kind == 0:
        return b"\xef\xbb\xbf" * draw.between(1, 2) + data
    if kind == 1:
        return text.encode(
            draw.one(("utf-16", "utf-16-le", "utf-32", "cp1258", "utf-7")), "replace"
        )
    if kind == 2:
        at = draw.number(len(data))
        return data[:at] + draw.one((b"\0", b"\xff", b"\xc0\xae", b"\xed\xa0\x80")) + data[at:]
    return data
