"""Tags in HTML, read as browsers read them (HTML, 13.2.5), with nothing skipped silently."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple
from unicodedata import category

from plugins.core.html.policy import TAGS
from plugins.core.text.expressions import expression

# A quoted value with ">" in it ends only at a quote that an attribute or the tag's end may
# follow: a quote that was left open is not closed by the next one somewhere in the text.
_DOUBLE = r"\"(?:[^\">]*\"|[^\"]*\"(?=\s|/?>))"
_SINGLE = r"'(?:[^'>]*'|[^']*'(?=\s|/?>))"
_ATTRIBUTE = (
    # Browsers take "<" into a name; an editor who wrote "a <b & c <p>" meant text up to it.
    r"[\s/]*+(?:=[^\s/>=<]*+|[^\s/>=<]++)"
    rf"(?:\s*=\s*(?:{_DOUBLE}|{_SINGLE}|(?![\"'])[^\s>]++)?)?"
)
# Names are compared in ASCII alone: else "ſ" is a small "S" (HTML, 13.2.5 does not have it so).
# The "<" stands before the alternatives so that re looks for it before it tries them.
_TOKEN = expression(
    r"<(?:(?P<comment>!--)"
    r"|(?P<markup>!(?:doctype\b|\[)|\?(?=xml\b))"
    rf"|(?P<code>(?a:script|style|iframe))(?=[\s/>])(?>{_ATTRIBUTE})*+[\s/]*+>"
    rf"|(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?>{_ATTRIBUTE})*+[\s/]*+>)?",
    re.IGNORECASE | re.DOTALL,
)
# Looked for apart: each that never ends would be looked for up to the end of all.
_ENDS = {
    "!--": expression(r"(?<=<!--)-?>|--!?>"),
    "markup": expression(r">"),
    **{
        name: expression(rf"</{name}(?=[\s/>])[^>]*>", re.IGNORECASE)
        for name in ("script", "style", "iframe")
    },
}
_PARTS = expression(
    r"[\s/]*(?P<raw>(?P<name>=[^\s/>=]*|[^\s/>=]+)"
    rf"(?:\s*=\s*(?P<value>{_DOUBLE}|{_SINGLE}|(?![\"'])[^\s>]+)?)?)",
    re.DOTALL,
)

_NUMBERED = expression(r"&(?P<number>#(?:[0-9]+|[xX][0-9a-fA-F]+);?)")
_ESCAPES = str.maketrans(
    {"&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;"}
)

TokenKind = Literal["text", "comment", "markup", "code", "start", "end", "stray"]


@dataclass(slots=True)
class Token:
    """A piece of HTML: ``raw`` as it stands, and a tag's ``name`` in lower case.

    ``markup`` is a doctype, a conditional section or an XML declaration. ``code`` is a whole
    script, style or iframe, whose ``content`` is not HTML; its start tag is ``opening``.
    ``stray`` is a ``<`` that opens nothing. All ``raw`` together are the input.
    """

    kind: TokenKind
    raw: str
    name: str = ""
    opening: str = ""
    content: str = ""


class Attribute(NamedTuple):
    """An attribute: ``raw`` as it stands, its name in lower case, its value decoded."""

    raw: str
    name: str
    value: str


# Tags without attributes, of which most of an article's HTML consists: to look one up takes
# 0.3 µs, to take a match apart 1.5. Nobody changes a token.
BARE_TAGS = {f"<{name}>": Token("start", f"<{name}>", name) for name in TAGS}
BARE_TAGS |= {f"</{name}>": Token("end", f"</{name}>", name) for name in TAGS}


def tokens(source: str) -> Iterator[Token]:
    """Yield the pieces of an HTML text in order."""
    at, is_done = 0, False
    last = source.rfind(">") + 1
    endless: set[str] = set()
    while not is_done:
        is_done = True
        for match in _TOKEN.finditer(source, at):
            if match.start() > at:
                yield Token("text", source[at : match.start()])
            if match["name"]:
                kind: TokenKind = "end" if match["end"] else "start"
                token = BARE_TAGS.get(match[0]) or Token(kind, match[0], match["name"].lower())
            else:
                token = _with_end(source, match, last, endless)
            yield token
            at = match.start() + len(token.raw)
            if at != match.end():  # it has an end of its own, and what goes on begins there
                is_done = False
                break
    if at < len(source):
        yield Token("text", source[at:])


def _with_end(source: str, begun: re.Match[str], last: int, endless: set[str]) -> Token:
    """Return the token that begins with a match and goes on up to its own end, which is not behind
    ``last``; ``endless`` are the kinds of which no more end."""
    code = (begun["code"] or "").lower()
    looked_for = code or begun["comment"] or ("markup" if begun["markup"] else "")
    end = None
    if looked_for and looked_for not in endless:
        end = _ENDS[looked_for].search(source, begun.end(), last)
        if end is None:
            endless.add(looked_for)
    if end is None:
        return Token("start", begun[0], code) if code else Token("stray", "<")
    raw = source[begun.start() : end.end()]
    if code:
        return Token("code", raw, code, begun[0], source[begun.end() : end.start()])
    return Token("comment" if begun["comment"] else "markup", raw)


def replace_start_tags(source: str, name: str, new: Callable[[str], str]) -> str:
    """Return HTML with ``new`` of each start tag called ``name`` in its place."""
    return "".join(
        new(token.raw) if token.kind == "start" and token.name == name else token.raw
        for token in tokens(source)
    )


def attributes(tag: str) -> list[Attribute]:
    """Return the attributes of a start tag (``Token.raw``)."""
    parts = _parts(tag)
    return [Attribute(part["raw"], part["name"].lower(), _value(part["value"])) for part in parts]


def set_attributes(tag: str, values: Mapping[str, str | None]) -> str:
    """Return a start tag with other values of attributes it has; ``None`` takes one out."""
    written, at = "", 0
    for part in _parts(tag):
        name = part["name"].lower()
        if name in values:
            value, before = values[name], tag[at : part.start("raw")]
            written += before.rstrip() if value is None else before + write_attribute(name, value)
            at = part.end("raw")
    return written + tag[at:]


def unescape(source: str) -> str:
    """Return the text of HTML without tags; what :func:`escape_unseen` escapes stays as it is."""
    return html.unescape(escape_unseen(source))


def escape_unseen(source: str) -> str:
    """Return HTML in which ``&#8;`` and its like, of which browsers show nothing or a stand-in
    for a character (HTML, 13.2.5.80), are text."""
    return _NUMBERED.sub(_seen, source) if "&#" in source else source


def _seen(reference: re.Match[str]) -> str:
    character = html.unescape(reference[0])
    if character in ("", "\ufffd") or (category(character) == "Cc" and character not in "\t\n\r"):
        return f"&amp;{reference['number']}"
    return reference[0]


def write_attribute(name: str, value: str) -> str:
    """Return an attribute as it is written in a tag."""
    return f'{name}="{value.translate(_ESCAPES)}"'


def _parts(tag: str) -> Iterator[re.Match[str]]:
    start = re.match(r"<[a-zA-Z][^\s/>]*", tag)
    return _PARTS.finditer(tag, start.end() if start else 0)


def _value(written: str | None) -> str:
    if written and written[0] in "\"'":
        written = written[1:-1]
    return html.unescape(written or "")


def is_self_closed(tag: str) -> bool:
    """Whether a start tag is written as XHTML's empty element, ``<a id="x" />``."""
    # In <a href=/x/> the slash belongs to the value.
    return re.search(r"(?:^<[^\s/>]+|[\s\"'])/>$", tag) is not None
