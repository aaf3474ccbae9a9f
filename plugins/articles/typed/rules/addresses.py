"""Addresses that are only typed become links: web, e-mail, telephone.

``https://…``, ``www.…``, ``ten@noi.vn`` and numbers of the form 0214 3840 123. A full stop, a comma
or a bracket behind an address is the sentence's.

Before::

    Xem www.laocai.gov.vn.

    Gọi 0214 3840 123.

After::

    <p>Xem <a href="https://www.laocai.gov.vn">www.laocai.gov.vn</a>.</p>
    <p>Gọi <a href="tel:+842143840123">0214 3840 123</a>.</p>

In the guide::

    Địa chỉ trang web, thư điện tử, số điện thoại tự thành liên kết.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import AUTOMAIL_RE, AutomailInlineProcessor, InlineProcessor
from markdown.util import (
    ETX,
    HTML_PLACEHOLDER_RE,
    INLINE_PLACEHOLDER_PREFIX,
    STX,
    AtomicString,
)

from plugins.core.text.expressions import expression

_BELOW_LINKS = 85  # below links (160), autolinks (120) and raw tags (90)
_PUT_ASIDE = rf"{INLINE_PLACEHOLDER_PREFIX}\d+{ETX}"  # what an earlier rule has made of something
_CHARACTER = expression(rf"{STX}(\d+){ETX}")  # one that means nothing to Markdown
_WEB = rf"(?:(?:https?|ftp)://|www\.)(?:[^\s<>\"“”«»‘’…{STX}{ETX}]|{_PUT_ASIDE})+"
_MAIL = rf"(?:[A-Za-z0-9.%+_-]|{_PUT_ASIDE})+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{{2,}}(?![\w@])"
_PLAIN_MAIL = expression(r"[\w.%+-]+@[\w.-]+\.[A-Za-z]{2,}")
_PHONE = r"(?:\+84[ .\u00a0-]?\d{1,4}|\(0\d{2,4}\)|0\d{2,4})(?:[ .\u00a0-]?\d{1,4}){2,4}"
_MAYBE_PHONE = expression(r"0\d{2}[\d .)\u00a0-]{3}|\+84")
_BEHIND = ".,;:!?'*_–—-"
_DIGITS = range(10, 12)  # of a telephone number (Vietnam's numbering plan, since 2018)


def may_hold_address(text: str) -> bool:
    """Say cheaply whether a text may hold what becomes a link."""
    return "://" in text or "@" in text or "www." in text or may_hold_phone(text)


def may_hold_phone(text: str) -> bool:
    """Say cheaply whether a text may hold a telephone number."""
    return _MAYBE_PHONE.search(text) is not None


def extend(md: Markdown) -> None:
    """Add the three patterns, and have an address between brackets be one as it is typed."""
    md.inlinePatterns.register(_Automail(AUTOMAIL_RE, md), "automail", 110)
    for name, pattern, made in (
        ("typed-web", _WEB, _Web),
        ("typed-mail", rf"(?<![\w.@/])(?:{_MAIL})", _Mail),
        ("typed-phone", rf"(?<![\w.,/+-]){_PHONE}(?![\w/])", _Phone),
    ):
        md.inlinePatterns.register(made(pattern, md), name, _BELOW_LINKS)


class _Automail(AutomailInlineProcessor):
    def handleMatch(  # type: ignore[override] # the stubs are of an older version
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """Make no link of an address with an escape in it, whose number would be read as text."""
        return (None, None, None) if STX in m[0] else super().handleMatch(m, data)


class _Address(InlineProcessor):
    """A link on an address; links inside links are none."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        # A text up to an address, whether it leaves a link open, and whose placeholders it has.
        self._known: tuple[str, bool, object] = ("", False, None)

    def handleMatch(  # type: ignore[override] # the stubs are of an older version
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int] | tuple[None, None, None]:
        """Return the link for what was matched, if it is an address."""
        if data[m.start() - 1 : m.start()].isalnum():
            return None, None, None
        pieces = self._pieces(m[0])
        said = "".join(text for text, _ in pieces)
        while _has_more(said):
            said = said[:-1]
        del pieces[len(said) :]
        href = self.href(said)
        if href is None or self._is_in_link(data[: m.start()]):
            return None, None, None
        link = Element("a", {"href": href})
        link.text = AtomicString(said)
        return link, m.start(), m.start() + sum(length for _, length in pieces)

    def _pieces(self, text: str) -> list[tuple[str, int]]:
        """Return the characters of an address, each with the length that it has in the source,
        up to something that is no character."""
        pieces: list[tuple[str, int]] = []
        for piece in re.findall(rf"{_PUT_ASIDE}|.", text):
            said = piece
            if len(piece) > 1:
                stashed = _CHARACTER.fullmatch(self.unescape(piece))
                if stashed is None:
                    break
                said = chr(int(stashed[1]))
            pieces.append((said, len(piece)))
        return pieces

    def href(self, text: str) -> str | None:
        """Return where the address leads, ``None`` if it is none."""
        raise NotImplementedError

    def _is_in_link(self, before: str) -> bool:
        """Whether an editor's own tag has opened a link."""
        nodes = self.md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined] # the stubs lack it
        known, is_open, whose = self._known
        if whose is not nodes or not before.startswith(known):
            known, is_open = "", False
        stash = self.md.htmlStash.rawHtmlBlocks
        found = HTML_PLACEHOLDER_RE.finditer(self.unescape(before[len(known) :]))
        tags = (stash[int(match[1])] for match in found)
        links = [tag.lower() for tag in tags if isinstance(tag, str)]
        opened = [tag for tag in links if tag.startswith(("<a ", "<a>", "</a"))]
        is_open = not opened[-1].startswith("</a") if opened else is_open
        self._known = (before, is_open, nodes)
        return is_open


class _Web(_Address):
    def href(self, text: str) -> str | None:
        """Return the address with its scheme."""
        address = text if "://" in text else f"https://{text}"
        host = address.partition("://")[2].partition("/")[0]
        return address if host.strip(".") and "." in host.strip(".") else None


class _Mail(_Address):
    def href(self, text: str) -> str | None:
        """Return the address as ``mailto:`` (RFC 6068)."""
        return f"mailto:{text}" if _PLAIN_MAIL.fullmatch(text) else None


class _Phone(_Address):
    def href(self, text: str) -> str | None:
        """Return the number as ``tel:`` (RFC 3966), in its international form."""
        digits = re.sub(r"\D", "", text)
        national = digits[2:] if text.startswith("+") else digits[1:]
        return f"tel:+84{national}" if len(national) + 1 in _DIGITS else None


def _has_more(text: str) -> bool:
    """Whether the last character of an address belongs to the sentence."""
    return text.endswith(tuple(_BEHIND)) or any(
        text.endswith(closing) and text.count(closing) > text.count(opening)
        for opening, closing in ("()", "[]", "{}")
    )
