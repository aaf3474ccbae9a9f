"""How Vietnamese was written before Unicode, and how to read it.

TCVN3, called ABC (TCVN 5712:1993), gives every letter one byte, VNI writes a vowel and its
mark as two. Fonts (.VnTime, VNI-Times) show those bytes as Vietnamese; without them a computer
shows the letters of Windows-1252, or of Windows-1258 where Windows speaks Vietnamese.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from plugins.core.text.expressions import expression

TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®"
        "µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
        # Capitals with a tone, of the standard alone: the fonts have none.
        "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f"
        "\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f"
        "¯º¿ÀÁÂÃÄÅÍÙÚÛàðÿ",
        "ĂÂÊÔƠƯĐăâêôơưđ"
        "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
        "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
        "ẰẲẴẮẦẨẪẤỀỂỄẾỒỔỖỐ",
        strict=True,
    )
)
"""A character as Windows-1252 or Latin-1 shows it → the letter of TCVN3."""


def _vni() -> Iterator[tuple[str, str]]:
    tones = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
    round_tones = dict(zip("áàåãä", tones.values(), strict=True))
    short_tones = dict(zip("éèúüë", tones.values(), strict=True))
    for base in "aeouyôö":
        yield from ((base + mark, _horned(base) + tone) for mark, tone in tones.items())
    for base in "aeo":
        yield f"{base}â", f"{base}\u0302"
        yield from ((base + mark, f"{base}\u0302{tone}") for mark, tone in round_tones.items())
    yield from (("aê", "ă"), ("iù", "í"), ("iø", "ì"))
    yield from ((f"a{mark}", f"ă{tone}") for mark, tone in short_tones.items())
    yield from zip("ôöíìæóòîñ", "ơưíìỉĩịỵđ", strict=True)


def _horned(base: str) -> str:
    return {"ô": "ơ", "ö": "ư"}.get(base, base)


def _in_both_cases(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs, in capitals too; a word may begin "Aù" as well as "AÙ"."""
    for typed, meant in pairs:
        letter = unicodedata.normalize("NFC", meant)
        yield typed, letter
        yield typed.upper(), letter.upper()
        yield typed[0].upper() + typed[1:], letter.upper()


VNI = dict(_in_both_cases(_vni()))
"""One or two characters as Windows-1252 shows them → the letter of VNI."""

_VNI_LETTER = expression("|".join(sorted(VNI, key=len, reverse=True)) + "|[^\x00-\x7f]")


def from_tcvn3(text: str) -> str:
    """Return a text in TCVN3 as it should read; what is no letter of TCVN3 stays."""
    return text.translate(_TCVN3_TABLE)


_TCVN3_TABLE = str.maketrans(TCVN3)


def from_vni(text: str) -> str:
    """Return a text in VNI as it should read; what is no letter of VNI stays."""
    return _VNI_LETTER.sub(lambda match: VNI.get(match[0], match[0]), text)


_FROM_1258 = {
    letter: chr(byte)
    for byte in range(0xC0, 0x100)
    if (letter := bytes([byte]).decode("cp1258", "ignore")) > "\xff"
}


def from_1258(text: str) -> str:
    """Return a text that was read as Windows-1258 as if it had been read as Windows-1252."""
    return "".join(map(_from_1258, text.replace("ṇ\u0303", "ñò")))


def _from_1258(letter: str) -> str:
    if letter <= "\xff" or letter in _FROM_1258:
        return _FROM_1258.get(letter, letter)
    # NFC has put a combining mark of its own and the letter before it together.
    parts = unicodedata.normalize("NFD", letter)
    if len(parts) == 1:
        return letter
    base = unicodedata.normalize("NFC", parts[:-1])
    return _from_1258(base) + _from_1258(parts[-1])
