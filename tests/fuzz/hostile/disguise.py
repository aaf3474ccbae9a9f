"""A string in other clothes: what filters compare with differs, what browsers read does not."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from tests.fuzz.hostile.collection import collected, scripts
from tests.fuzz.text.words import Draw

# Browsers pass over some, other programs over others; some end a line or a word for one of them.
CHARACTERS = (
    *("\t", "\n", "\r", "\x0b", "\x0c", "\0", "\x01", "\x02", "\x03", "\x08", "\x1b", "\x1f"),
    *(" ", "\x7f", "\x85", "\x9b", "\xa0", "\xad", "\u1680", "\u180e", "\u2000", "\u200b"),
    *("\u200d", "\u200e", "\u2028", "\u2029", "\u202e", "\u2066", "\u2069", "\u3000", "\ufeff"),
    *("\ufdd0", "\ufdd1", "\ufdd2", "\ufdd7", "\ufdd9", "\ufffd", "\uffff", "\U000e0001"),
    *("\\", "/", "\u0301", "\u2215", "&", "&#9;", "&#0;", "&Tab;", "&NewLine;", "&nbsp;"),
    *("&#173;", "&#x200b;", "&zwnj;", "&amp;", "&#xd800;", "<!---->", "<br>", "<!", "</", "{}"),
)
# Letters that become those of ASCII where case is folded or signs are normalised.
_LIKE = str.maketrans({"s": "\u017f", "k": "\u212a", "<": "\uff1c", ">": "\uff1e", ":": "\uff1a"})
SCHEMES = (
    *("javascript:{}", "vbscript:{}", "data:text/html,<script>{}</script>", "livescript:{}"),
    *("data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "view-source:javascript:{}"),
    *("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{}'/>", "feed:{}"),
    *("javascript://h.example/%0a{}", "javascript:/*https://*/{}", "blob:null/{}", "jar:{}"),
    *("//ke.example/{}", "\\\\ke.example\\{}", "/\\ke.example/{}", "https:ke.example/{}"),
    *("https:///ke.example/{}", "http://a@ke.example/{}", "https://[::1]/{}", "http://[/{}"),
    *("mailto:a@b.vn?subject={}", "tel:{}", "filesystem:https://h/{}", "about:blank#{}"),
    *("file:///etc/passwd", "../../../../{}", "C:\\{}", "?{}", "#{}", "{{filename}}{}"),
    *("{{static}}/../{}", "{{attach}}../../secret.pdf", "|tag|{}", "{{category}}<b>{}"),
)
CALLS = ("alert(1)", "alert`1`", "prompt(1)", "confirm(1)", "print()", "window.__pwned=1")


def address(draw: Draw) -> str:
    """Return an address that is to run or to load something, disguised more often than not."""
    plain = draw.one(SCHEMES).format(draw.one(CALLS))
    return disguised(plain, draw) if draw.number(3) else plain


def injection(draw: Draw) -> str:
    """Return a string of the collections, one in three times disguised."""
    text = draw.one(scripts() if draw.number(6) else collected())
    return disguised(text, draw) if draw.chance(3) else text


def disguised(text: str, draw: Draw) -> str:
    """Return ``text`` after one to three changes."""
    for _ in range(draw.between(1, 3)):
        text = draw.one(_CHANGES)(text, draw)
    return text


def _at(text: str, draw: Draw) -> tuple[str, str]:
    at = draw.number(len(text) + 1)
    return text[:at], text[at:]


def _inserted(text: str, draw: Draw) -> str:
    return draw.one(CHARACTERS).join(_at(text, draw))


def _in_scheme(text: str, draw: Draw) -> str:
    at = text.find("script:")
    if at < 0:
        return _inserted(text, draw)
    at = draw.between(at, at + 6)
    return text[:at] + draw.one(CHARACTERS) + text[at:]


def _in_front(text: str, draw: Draw) -> str:
    return draw.one(CHARACTERS) + text


def _case(text: str, draw: Draw) -> str:
    return "".join(letter.upper() if draw.chance(2) else letter.lower() for letter in text)


def _entities(text: str, draw: Draw) -> str:
    forms = ("&#{};", "&#{}", "&#x{:x};", "&#X{:X};", "&#0000{};", "&#x000{:x}")
    every = draw.one((1, 1, 4))
    return "".join(
        draw.one(forms).format(ord(letter)) if draw.chance(every) else letter for letter in text
    )


def _named(text: str, _: Draw) -> str:
    named = {":": "&colon;", "(": "&lpar;", ")": "&rpar;", "<": "&lt;", '"': "&quot;"}
    return "".join(named.get(letter, letter) for letter in text)


def _percent(text: str, draw: Draw) -> str:
    if draw.chance(3):
        return "".join(f"%{byte:02x}" for byte in text.encode(errors="replace"))
    return quote(text, errors="replace")


def _backslashed(text: str, draw: Draw) -> str:
    return "".join(f"\\{letter}" if draw.chance(4) else letter for letter in text)


def _alike(text: str, _: Draw) -> str:
    return text.translate(_LIKE)


def _cut(text: str, draw: Draw) -> str:
    return draw.one(_at(text, draw))


def _joined(text: str, draw: Draw) -> str:
    return draw.one(("", "\n", " ", "\n\n")).join((text, draw.one(scripts())))


def _within(text: str, draw: Draw) -> str:
    """Put one string of the collections into the middle of another."""
    before, after = _at(draw.one(scripts()), draw)
    return before + text + after


_CHANGES: tuple[Callable[[str, Draw], str], ...] = (
    *(_inserted, _in_scheme, _in_front, _case, _entities, _named, _percent, _backslashed),
    *(_alike, _cut, _joined, _within),
)
