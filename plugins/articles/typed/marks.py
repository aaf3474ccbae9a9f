"""What a line of a list begins with: a bullet, or a number, a letter, in one of many styles."""

from __future__ import annotations

import re
from typing import NamedTuple

_SPACE = r"[ \t\u00a0\u2000-\u200a\u202f\u3000]"
_BULLETS = {
    "dash": "-–—−‐‑",
    "plus": "+＋",
    "star": "*",
    "dot": "•·●○▪▫■□◆◇◦‣⁃∙⚫►▶▸➢➤➔→✓✔☑❖★☆\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\uf0a8\uf071",
}
_STYLE_OF = {bullet: style for style, bullets in _BULLETS.items() for bullet in bullets}
# Word's bullets are letters of a font of symbols; pasted as text, a tab still follows them.
_SYMBOLS = "oØüvq§Ÿ"
# As text: most articles have no such line, and to compile the four takes 1.5 ms of an edit's time.
_BULLET = rf"(?P<mark>[{re.escape(''.join(_STYLE_OF))}]){_SPACE}+(?P<text>\S.*)"
_GLUED_BULLET = rf"(?P<mark>[{re.escape(_BULLETS['dot'])}]|[-–+](?=[^\W\d_]))(?P<text>\S.*)"
_SYMBOL = rf"(?P<mark>[{_SYMBOLS}])\t[ \t]*(?P<text>\S.*)"
_LETTER = "[A-Za-zĐđ]"
_ORDINAL = (
    rf"(?P<open>\(?)(?P<value>\d{{1,9}}(?:\.[1-9]\d?){{0,4}}|[IVXivx]{{1,6}}|{_LETTER})"
    rf"(?P<close>[.)/]?\)?)(?P<gap>{_SPACE}*)(?P<text>\S.*)"
)
_REFERENCE = rf"\\?(?P<written>\[(?P<value>\d{{1,3}})\]:?){_SPACE}+(?P<text>\S.*)"
_CLOSINGS = {("", "."), ("", ")"), ("", "/"), ("(", ")"), ("", "")}
_ALPHABETS = (
    "abcdđeghiklmnopqrstuvxy",
    "abcdefghijklmnopqrstuvwxyz",
    "aăâbcdđeêghiklmnoôơpqrstuưvxy",
)
_ROMAN = dict(
    zip(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(),  # noqa: SIM905 - a list would take a screen
        range(1, 21),
        strict=True,
    )
)


class Mark(NamedTuple):
    """A mark at a line's beginning: its ``style`` (``"dash"``, ``"1."``, ``"(a)"``), what it
    counts (empty for a bullet), how it is written, and the ``text`` behind it.

    A ``glued`` mark has no white space behind it; it takes another of its kind to be one.
    """

    style: str
    value: str
    written: str
    text: str
    glued: bool = False

    @property
    def is_bullet(self) -> bool:
        """Whether the mark counts nothing."""
        return not self.value

    @property
    def is_number(self) -> bool:
        """Whether HTML counts and prints the mark just as it was typed: ``1.``, not ``01.``"""
        return self.style == "1." and str(int(self.value)) == self.value


def read_mark(line: str) -> Mark | None:
    """Return the mark that a line begins with, white space apart; ``None`` if there is none."""
    text = line.strip()
    first = text[:1]
    if not first:
        return None
    if first in _STYLE_OF:
        if match := re.fullmatch(_BULLET, text):
            return Mark(_STYLE_OF[first], "", first, match["text"])
        match = re.fullmatch(_GLUED_BULLET, text)
        return match and Mark(_STYLE_OF[first], "", first, match["text"], glued=True)
    if match := re.fullmatch(_SYMBOL, text):
        # A letter before a tab may as well be the cell of a table, unless it comes again.
        return Mark(f"symbol {first}", "", first, match["text"], glued=True)
    if first in "[\\":
        match = re.fullmatch(_REFERENCE, text)
        return match and Mark("[1]", match["value"], match["written"], match["text"])
    return _ordinal(text) if first == "(" or first.isalnum() else None


def _ordinal(text: str) -> Mark | None:
    match = re.fullmatch(_ORDINAL, text)
    if match is None:
        return None
    opening, value, closing = match["open"], match["value"], match["close"]
    several = "." in value
    if (opening, closing) not in _CLOSINGS or (not closing and not several):
        return None
    glued = not match["gap"]
    if glued and (not match["text"][0].isalpha() or not value.isdecimal()):
        return None  # 11.500 đồng, 3.2.1, T.H, a.jpg
    shape = "1.1" if several else "1" if value.isdecimal() else "A" if value.isupper() else "a"
    written = opening + value + closing
    return Mark(opening + shape + closing, value, written, match["text"], glued)


def follows(before: Mark, mark: Mark) -> bool:
    """Whether a mark is the next one in the same list."""
    if before.style != mark.style:
        return False
    if mark.is_bullet:
        return True
    if "1.1" in mark.style:
        return _parts(before) < _parts(mark)
    if mark.value.isdecimal():
        return int(mark.value) == int(before.value) + 1
    first, second = before.value.lower(), mark.value.lower()
    if first in _ROMAN and second in _ROMAN and _ROMAN[second] == _ROMAN[first] + 1:
        return True
    return any(first + second in alphabet for alphabet in _ALPHABETS)


def _parts(mark: Mark) -> list[int]:
    return [int(part) for part in mark.value.split(".")]
