"""A sign within a word that nobody sees: "chợ" with a soft hyphen in it.

They come with texts from the web and from PDF. The reader drops most of them, so pages are right;
but in the file a search for the word finds nothing, and whoever copies from the file takes them
along. Those at the ends of words do neither, and no-break spaces are often meant: both are not
told. One warning a file, at the first. A joiner (U+200C, U+200D) is not dropped, for emoji need it;
between Latin letters it is told as well.

Wrong::

    Bà con đi ch\u200dợ Bắc Hà.

Right::

    Bà con đi chợ Bắc Hà.

In the guide::

    Mỗi tệp báo một lần, kèm số chỗ; ký tự ẩn ở cuối từ và dấu cách không ngắt dòng thì không báo.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof

_JOINERS = "\u200c\u200d"
_LETTER = r"[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_JOINED = expression(rf"(?<={_LETTER})[{_JOINERS}]+(?={_LETTER})")


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield the first word of a file that holds something invisible."""
    text = proof.source
    places = [proof.start_of(line) + column - 1 for line, column in proof.document.hidden]
    if any(sign in text for sign in _JOINERS):
        places += [found.start() for found in _JOINED.finditer(text)]
    if not places:
        return
    first = min(places)
    start = first - sum(1 for _ in takewhile(_is_of_word, reversed(text[:first])))
    end = first + sum(1 for _ in takewhile(_is_of_word, text[first:]))
    word = text[start:end].translate(dict.fromkeys(map(ord, _JOINERS)))
    others = f", và {len(places) - 1} chỗ nữa như vậy" if len(places) > 1 else ""
    yield Finding(
        checks.LETTER_INVISIBLE,
        start,
        end,
        f"từ “{word}” trong tệp có ký tự ẩn ở giữa{others}",
        f"Xóa từ ấy rồi gõ lại “{word}”, nếu không thì tìm từ ấy trong tệp không thấy.",
        word,
    )


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter in _JOINERS
