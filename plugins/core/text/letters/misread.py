"""UTF-8 that was read one byte a letter, as Latin-1, Windows-1252 or Windows-1258: "SÃ¡ng".

A letter of several bytes comes out as one of "Ã", "Ä", "Æ", "á»", "áº", "â€" and a sign behind
it that hardly ever stands there in any language, so the line can be told from right text, and
read again. A program may have done so twice ("SÃƒÂ¡ng").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from plugins.core.text.expressions import expression
from plugins.core.text.letters.syllables import is_syllable


def _bytes_shown() -> Iterator[tuple[str, int]]:
    """Yield what each of the upper bytes may be shown as."""
    for codec in ("latin-1", "cp1252", "cp1258"):
        for byte in range(0x80, 0x100):
            if letter := bytes([byte]).decode(codec, "ignore"):
                yield letter, byte


_BYTES = dict(_bytes_shown())


def _shown(first: int, last: int) -> str:
    """Return a class of a regular expression: all that the bytes may be shown as."""
    return "[" + "".join(re.escape(s) for s, byte in _BYTES.items() if first <= byte <= last) + "]"


_NEXT = _shown(0x80, 0xBF)
# Letters of Europe and of Vietnam, marks that combine, typographic signs, emoji.
_LETTER = expression(
    f"Â[\x80-\xbf]|[ÃĂÄÅÆËÌ]{_NEXT}|á{_shown(0xB8, 0xBB)}{_NEXT}"
    f"|â[{''.join(s for s, byte in _BYTES.items() if byte in (0x80, 0x82, 0x84))}]{_NEXT}"
    f"|[ðđ]{_shown(0x9F, 0x9F)}{_NEXT}{{2}}"
)
# "“HỢP TÁC XÃ”", "XÃ²" with a note's sign and "«con cá»…" are right, and
# "XÃ HỘI" with a no-break space; "cÃ³" is not.
_MAY_BE_RIGHT = expression(r"(?<![a-z])[ÃĂÌ][\W_ªº²³¹µ¼½¾]|[ÄË][‘’“”–—•…]|á»[‘’“”–—•…]")
CERTAIN = 2
"""How much evidence leaves no doubt."""

# Where a no-break space became a space, or a program dropped what cannot be seen.
_NO_BREAK_SPACE = expression("Â ")
_A_GRAVE = expression(r"([^\W\d_]*)[ÃĂ](?: |$)(\s?)(?=([^\W\d_]*))")
_LOST = (
    (re.compile(r"[ÃĂ](?=[^\W\d_])"), "í"),
    (re.compile(r"áº(?=[^\W\d_])"), "ậ"),
    (re.compile("áº "), "Ạ"),
    (re.compile(r"Ä(?=[^\W\d_])"), "Đ"),
)


def evidence(line: str) -> int:
    """Say how much speaks for a line's being misread: nothing (0), to :data:`CERTAIN` and more."""
    found = 0
    for match in _LETTER.finditer(line):
        in_word = match[0][1] != "\u00a0" and line[match.end() : match.end() + 1].isalpha()
        if in_word or not _MAY_BE_RIGHT.fullmatch(line, *match.span()):
            found += CERTAIN
        elif match[0][0] == "á":
            found += 1
    return found


def read_again(line: str) -> str:
    """Return a misread line as it should read."""
    again = _LETTER.sub(_decoded, _NO_BREAK_SPACE.sub("Â\u00a0", line))
    if evidence(again) >= CERTAIN and again != line:
        return read_again(again)
    again = _A_GRAVE.sub(_a_grave, again)
    for lost, meant in _LOST:
        again = lost.sub(meant, again)
    return unicodedata.normalize("NFC", again)


def _decoded(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTES[letter] for letter in match[0]).decode()
    except UnicodeDecodeError:
        return match[0]


def _a_grave(match: re.Match[str]) -> str:
    """Tell "LÃ o", a word, from "vÃ anh", where one of two spaces is gone."""
    before, space, after = match.groups()
    glued = not space and is_syllable(f"{before}à{after}")
    return f"{before}à" if glued or match[0][-1:] in "ÃĂ" else f"{before}à "
