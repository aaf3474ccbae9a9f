"""Vietnamese in letters that are no Vietnamese: "S¸ng nay", "Saùng nay", "SÃ¡ng nay".

Word shows a text in the font .VnTime (TCVN3, also called ABC) or VNI-Times as it should read;
pasted into an article it is what its bytes mean elsewhere. A UTF-8 file that a program read as
something else and saved again has gone wrong alike. Such a line is an error, which shows the
line as it should read: "Sáng nay".

A line is told by words that are no Vietnamese as they stand and are when read anew. A foreign
name ("Müller", "Loïc", "São Paulo"), "5 µm", "m³", "£" and « » are not. What cannot be known:
TCVN3's capital fonts (.VnTimeH) hold small letters, so they are shown small; a program that
drops soft hyphens has dropped TCVN3's "ư". Letters typed with the keyboard's program off
("Sangs nay", "Sa'ng nay") look like any other word and are not looked for, nor are VISCII, VPS
and other encodings that newsrooms hardly used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plugins.core import checks
from plugins.core.checks import Check
from plugins.core.text.letters import find_legacy

if TYPE_CHECKING:
    from plugins.core.document import Document


class _Advice(NamedTuple):
    """What is said of an encoding, and how to mend it."""

    check: Check
    seen: str
    fix: str


_CONVERT = (
    "Mở lại văn bản gốc, chọn hết, bấm Ctrl+C; bấm Ctrl+Shift+F6 để mở bảng chuyển mã của "
    "UniKey, chọn nguồn “{}”, đích “Unicode”, đánh dấu ô chuyển mã clipboard, bấm “Chuyển mã”, "
    "rồi dán (Ctrl+V) đè lên chữ cũ trong tệp này."
)
_ADVICE = {
    "TCVN3": _Advice(
        checks.LETTERS_OF_OLD_FONT,
        "chữ theo bảng mã TCVN3 (ABC, phông .VnTime)",
        _CONVERT.format("TCVN3 (ABC)"),
    ),
    "VNI": _Advice(
        checks.LETTERS_OF_OLD_FONT,
        "chữ theo bảng mã VNI (phông VNI-Times)",
        _CONVERT.format("VNI Windows"),
    ),
    "UTF-8": _Advice(
        checks.LETTERS_MISREAD,
        "chữ Unicode (UTF-8) bị phần mềm đọc sai bảng mã",
        "Mở lại tệp gốc hay trang gốc, chép lại chữ rồi dán đè lên; nếu là tệp .txt thì khi mở "
        "và khi lưu chọn Encoding là UTF-8.",
    ),
}
_QUOTED = 100


def report(document: Document) -> None:
    """Record an error for each encoding in a file, at the first line that is written in it."""
    found = list(find_legacy(document.lines))
    for encoding in dict.fromkeys(legacy.encoding for legacy in found):
        first, *more = (legacy for legacy in found if legacy.encoding == encoding)
        advice = _ADVICE[encoding]
        others = f" (còn {len(more)} dòng nữa như vậy)" if more else ""
        message = f"{advice.seen}, phải đọc là “{_shortened(first.repaired)}”{others}"
        document.report(advice.check, first.place + 1, message, advice.fix)


def _shortened(line: str) -> str:
    line = " ".join(line.split())
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED].rsplit(' ', 1)[0]} …"
