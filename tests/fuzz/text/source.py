"""What an editor typed, taken apart into words: which of them a reader has to see, and which
may be an address or a word of HTML instead."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from plugins.core.html.policy import ATTRIBUTE_LIST, is_element

WORD = re.compile(r"[^\W_]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad\u200e\u200f"))

_INFO = r"[ \t]*(?:\{[^{}\n]*\}|[\w#.+-]*(?:[ \t]+hl_lines[^`\n]*)?)[ \t]*"
_CODE = re.compile(
    rf"^ {{0,3}}(?P<fence>`{{3,}}|~{{3,}})(?P<info>{_INFO})\n.*?^ {{0,3}}(?P=fence)[`~]*[ \t]*$"
    r"|(?<![`\\\w])(?P<span>`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)(?P=span)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_COMMENT = re.compile(r"<!--.*?(?:--!?>|<!-->)", re.DOTALL)
# Amid a line of text, python-markdown takes the innermost for the comment.
_INNERMOST = re.compile(r"<!--(?:(?!<!--).)*\Z", re.DOTALL)
_HTML_LINE = re.compile(r"^ {0,3}<(?:!--|/?[A-Za-z])")
# Of one that begins on a line before.
_COMMENT_END = re.compile(r"^[^<]*--!?>")
TAG = re.compile(r"</?(?P<name>[A-Za-z][\w:-]*)(?P<more>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
# Of an end tag, browsers pass over all up to the bracket; python-markdown takes a tag in it for one
# and the rest for text, unless what the tag opens holds no tags (HTML, 13.1.2).
_LONG_END = re.compile(r"</(?P<name>[A-Za-z][\w:-]*)(?P<more>\s[^<>]*<[^<>]*)>")
_RAW = frozenset(("script", "style", "textarea", "title"))
_ATTRIBUTE = re.compile(r"(?P<name>[\w:-]+)(?:\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_READ = frozenset(("href", "src", "alt", "title", "cite", "datetime", "poster", "label"))
_MAILTO = re.compile(r"<(?P<scheme>mailto):[^<>\s]+>", re.IGNORECASE)
_TARGET = re.compile(
    r"\](?P<target>\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\(\S*(?:\s+[\"'][^\n]*?[\"'])?)"
)
_ALT = re.compile(r"!(?P<alt>\[(?:[^\[\]]|\[[^\[\]]*\])*\])(?=[(\[])")
_DEFINITION = re.compile(
    r"^[ \t>]*\[(?!\^)(?P<label>[^\[\]]+)\]:\s*(?P<address>\S+)(?P<title>\s+[\"'(][^\n]*)?$",
    re.MULTILINE,
)
_REFERENCE = re.compile(r"\]\s?\[(?P<label>[^\[\]^]*)\]")
_NOTE = re.compile(r"\[\^(?P<label>[^\]]+)\]")
_NOTE_TEXT = re.compile(
    r"^ {0,3}\[\^(?P<label>[^\]]*)\]:.*?(?=\n {0,3}\[\^|\n[ \t]*\n(?! {4}|\t)|\Z)",
    re.MULTILINE | re.DOTALL,
)
_ABBREVIATION = re.compile(r"(?<!\w)\*\[(?P<label>[^\]\n]+)\] ?:(?P<title>[^\n]*)")
_ATTRIBUTES = re.compile(r"\{:?(?P<more>[^{}\n]*[#.=:][^{}\n]*)\}")
# Under a caption such a line has nothing to dress.
_LAYOUT = re.compile(rf"^[ \t]*(?P<more>{ATTRIBUTE_LIST})[ \t]*$", re.MULTILINE)
_OPENING = re.compile(r"(?:^|[.!?…()/;”»\"]|\s[-–—])[\W_]*\Z")
# Stands where an entity was longer than its character.
_FILL = "\ue000"
_FILLED = re.compile(rf"(?:[^\W_]{_FILL}*)+")
_ENTITY = re.compile(
    r"&(?:(?:#\d{1,7}(?!\d)|#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F]));?|[A-Za-z][A-Za-z0-9]{1,31};)"
)


class Kind(IntEnum):
    """What has to become of a word.

    ``TEXT`` a reader has to see. An ``ADDRESS`` may stand in an attribute as well: where
    a link leads, a text for those who don't see a picture. ``LABEL`` joins two places of the
    source, and is gone once they are joined. ``MARKUP`` is no text: names of HTML elements and
    attributes, and comments.
    """

    TEXT = 0
    ADDRESS = 1
    LABEL = 2
    MARKUP = 3


class Word(NamedTuple):
    """Letters and digits without anything between them, the ``line`` they stand on (from 1), and
    where in the body; ``touches`` says that but signs divide them from the word before."""

    text: str
    line: int
    kind: Kind = Kind.TEXT
    start: int = 0
    end: int = 0
    touches: bool = False


class Typed(NamedTuple):
    """A body taken apart: its words, the label and the lines of each footnote, and the
    addresses that it gives labels."""

    body: str
    first_line: int
    words: list[Word]
    notes: list[tuple[str, range]]
    definitions: dict[str, str]

    def opens(self, word: Word) -> bool:
        """Whether a word begins its line, a sentence of it, or what stands in brackets."""
        start = self.body.rfind("\n", 0, word.start) + 1
        before = _COMMENT_END.sub("", self.body[start : word.start])
        before = _NOTE.sub("", TAG.sub("", before))
        return _OPENING.search(before) is not None

    def dresses(self, word: Word) -> bool:
        """Whether a word stands in a list of attributes (``{: .class}``)."""
        start = self.body.rfind("\n", 0, word.start) + 1
        lists = _ATTRIBUTES.finditer(self.body, start)
        return any(found.start() < word.start < found.end() for found in lists)


def clean(text: str) -> str:
    """Return a text in the form in which pages have it: composed, without what nobody sees."""
    return unicodedata.normalize("NFC", text).translate(_INVISIBLE)


def words_of(text: str) -> list[str]:
    """Return the words of a text in their order."""
    return WORD.findall(clean(text))


def take_apart(body: str, first_line: int = 1) -> Typed:
    """Return the words of a body whose first line is the file's ``first_line``."""
    body = clean(body)
    kinds = bytearray(len(body))
    code = bytearray(len(body))
    for match in _CODE.finditer(body):
        # Of several lines, each may have become a paragraph.
        if match["fence"] or "\n" not in match[0]:
            code[match.start() : match.end()] = b"\1" * len(match[0])
        _mark(kinds, match, "info", Kind.ADDRESS)
    definitions = _classify(body, kinds, code)
    body = _without_entities(body, code)
    words = list(_words(body, kinds, first_line))
    notes = []
    for match in _NOTE_TEXT.finditer(body):
        first = first_line + body.count("\n", 0, match.start())
        notes.append((match["label"], range(first, first + match[0].count("\n") + 1)))
    return Typed(body, first_line, words, notes, definitions)


def _classify(body: str, kinds: bytearray, code: bytearray) -> dict[str, str]:
    """Fill ``kinds`` with what each letter is; return the link definitions."""

    def outside(pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        return (match for match in pattern.finditer(body) if not code[match.start()])

    for match in _MAILTO.finditer(body):
        _mark(kinds, match, "scheme", Kind.ADDRESS)
    notes = {match.end() for match in _NOTE.finditer(body)}
    for match in _TARGET.finditer(body):
        if match.start("target") not in notes:
            _mark(kinds, match, "target", Kind.ADDRESS)
    for match in _ALT.finditer(body):
        _mark(kinds, match, "alt", Kind.ADDRESS)
    definitions = {}
    for match in _DEFINITION.finditer(body):
        label = " ".join(match["label"].lower().split())
        definitions[label] = html.unescape(match["address"].strip("<>"))
        _mark(kinds, match, "label", Kind.LABEL)
        _mark(kinds, match, "address", Kind.ADDRESS)
        _mark(kinds, match, "title", Kind.ADDRESS)
    at = 0
    while reference := _REFERENCE.search(body, at):
        paragraph = body.rfind("\n\n", 0, reference.start()) + 1
        is_used = (
            " ".join(reference["label"].lower().split()) in definitions
            and "[" in body[paragraph : reference.start()]
        )
        if is_used:
            _mark(kinds, reference, "label", Kind.LABEL)
        at = reference.end() - (not is_used)  # else its bracket may end what the next one refers to
    for match in _NOTE.finditer(body):
        _mark(kinds, match, "label", Kind.ADDRESS)
    for match in _ABBREVIATION.finditer(body):
        referring = [at for at in range(*match.span("title")) if kinds[at] == Kind.LABEL]
        _mark(kinds, match, "label", Kind.LABEL)
        _mark(kinds, match, "title", Kind.ADDRESS)
        for at in referring:  # as they do where this is no abbreviation after all
            kinds[at] = Kind.LABEL
    for match in _ATTRIBUTES.finditer(body):
        _mark_attributes(kinds, match)
    for match in _LAYOUT.finditer(body):
        _mark(kinds, match, "more", Kind.MARKUP)
    for match in _tags(body):
        if not code[match.start()]:
            _mark(kinds, match, "name", Kind.MARKUP)
            if match[0].startswith("</"):
                _mark(kinds, match, "more", Kind.MARKUP)
            else:
                _mark_attributes(kinds, match, tag=True)
    for match in outside(_LONG_END):
        inner = TAG.match(body, body.index("<", match.start("more")))
        name = inner["name"].lower() if inner else ""
        is_tag = name not in _RAW and is_element(name)
        if is_element(match["name"].lower()) and not is_tag:
            _mark(kinds, match, "name", Kind.MARKUP)
            _mark(kinds, match, "more", Kind.MARKUP)
    for match in _ENTITY.finditer(body):
        # Shown as it is, or as its character if this is no code. Many numbers have none.
        character = html.unescape(match[0])
        if character and (_stays(match, code) or len(character) != 1 or character == "\ufffd"):
            kinds[match.start() : match.end()] = bytes([Kind.MARKUP]) * len(match[0])
    for match in outside(_COMMENT):
        line = body[body.rfind("\n", 0, match.start()) + 1 : match.end()]
        inner = (
            None
            if _HTML_LINE.match(line)
            else _INNERMOST.search(body, match.start(), match.end() - 4)
        )
        start = inner.start() if inner else match.start()
        kinds[start : match.end()] = bytes([Kind.MARKUP]) * (match.end() - start)
    return definitions


def _tags(body: str) -> Iterator[re.Match[str]]:
    """Yield the tags of HTML's elements, also those within what looks like another's."""
    at = 0
    while tag := TAG.search(body, at):
        is_tag = is_element(tag["name"].lower())
        if is_tag:
            yield tag
        at = tag.end() if is_tag else tag.start() + 1


def _mark(kinds: bytearray, match: re.Match[str], group: str, kind: Kind) -> None:
    start, end = match.span(group)
    if start >= 0:
        kinds[start:end] = bytes([kind]) * (end - start)


def _mark_attributes(kinds: bytearray, match: re.Match[str], *, tag: bool = False) -> None:
    """Mark names and values of attributes; of a tag's, readers come across a few."""
    start, end = match.span("more")
    for attribute in _ATTRIBUTE.finditer(match.string, start, end):
        named = attribute["value"] is not None
        read = attribute["name"].lower() in _READ or not tag
        _mark(kinds, attribute, "name", Kind.MARKUP if named or tag else Kind.ADDRESS)
        _mark(kinds, attribute, "value", Kind.ADDRESS if read else Kind.MARKUP)


def _stays(entity: re.Match[str], code: bytearray) -> bool:
    """Whether an entity may be shown as it was typed: in code, or as a part of an address."""
    before = entity.string[: entity.start()].split(" ")[-1].rpartition("\n")[2]
    return bool(code[entity.start()]) or "://" in before


def _without_entities(body: str, code: bytearray) -> str:
    """Write entities as the characters they are, in as many letters."""

    def shown(match: re.Match[str]) -> str:
        character = html.unescape(match[0])
        if _stays(match, code) or len(character) != 1:
            return match[0]
        return character.ljust(len(match[0]), _FILL)

    return _ENTITY.sub(shown, body)


def _words(body: str, kinds: bytearray, first_line: int) -> Iterator[Word]:
    line, at, last = first_line, 0, 0
    for match in _FILLED.finditer(body):
        line += body.count("\n", at, match.start())
        at = match.start()
        text = match[0].replace(_FILL, "")
        touches = last > 0 and not any(map(str.isspace, body[last:at]))
        last = match.end()
        yield Word(text, line, Kind(kinds[at]), at, last, touches)
