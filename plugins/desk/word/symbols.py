"""Signs of fonts that have signs where others have letters: Symbol, Wingdings.

Word keeps such a sign as the letter in its place ("Ø" for an arrow), as that letter's number from
F000 on, or by an element of its own. In another font a reader would see the letter. The tables have
the signs that stand in texts: bullets, arrows, check marks; of Symbol also what mathematics needs
(Adobe, "Symbol Set and Encoding").
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from plugins.desk.word.names import value

_PRIVATE = 0xF000


def _table(signs: str) -> dict[int, str]:
    """Return signs by their numbers, of which it is said: "b0°"."""
    return {int(each[:2], 16): each[2:] for each in signs.split()}


_GREEK = dict(
    zip(
        b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "αβχδεφγηιϕκλμνοπθρστυϖωξψζΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
        strict=True,
    )
)
_SYMBOL = _GREEK | _table(
    "a3≤ a5∞ ab↔ ac← ad↑ ae→ af↓ b0° b1± b3≥ b4× b7• b8÷ b9≠ bb≈ d0∠ d6√ db⇔ dc⇐ dd⇑ de⇒ df⇓ e5∑"
)
_WINGDINGS = _table(
    "22✂ 28☎ 2a✉ 46☞ 4a☺ 4c☹ 6c● 6d❍ 6e■ 6f□ 71❑ 75◆ 76❖ 77⬥ a1○ a4◉ a7▪ a8◻ b2✧ d8➢ dc➲ df← e0→ "
    "e1↑ e2↓ e8➔ f0⇨ fb✗ fc✓ fd☒ fe☑"
)
_NO_LETTERS = frozenset((0, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))


def symbol_in(element: Element) -> tuple[str, str | None]:
    """Return the letter of a ``w:sym``, and its font; no letter where it has none."""
    said = value(element, "char") or ""
    code = int(said, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", said) else 0
    return "" if code in _NO_LETTERS else chr(code), value(element, "font")


def as_shown(text: str, font: str | None) -> str:
    """Return a run's text with the signs that its font shows. A letter in its own place is one only
    by itself: a word in such a font was typed in it by mistake."""
    name = (font or "").casefold()
    table = _SYMBOL if name == "symbol" else _WINGDINGS if name == "wingdings" else {}
    if not table:
        return text
    alone = len(text.strip()) == 1
    return "".join(
        table.get(code - _PRIVATE if code >= _PRIVATE else code, letter)
        if (code := ord(letter)) >= _PRIVATE or alone
        else letter
        for letter in text
    )
