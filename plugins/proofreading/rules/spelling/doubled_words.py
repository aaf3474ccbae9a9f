"""A word or a phrase that was typed twice: "của của", "cho rằng cho rằng".

Vietnamese doubles many words on purpose ("luôn luôn", "ngày ngày", "từng bước từng bước"), and a
word's end may be the beginning of the next ("cơ quan quan trọng"). So of single words only those
are told that nobody doubles, and of phrases those of two different words that do not count or
stress. It does not matter whether a line's end is between them.

Wrong::

    Đây là công trình của của bà con, ai cũng cho rằng cho rằng rất đẹp.

Right::

    Bà con luôn luôn giúp nhau, từng bước từng bước làm triệt để để cơ quan quan trọng yên tâm.

In the guide::

    Chỉ báo những từ không ai lặp (“của của”, “những những”) và cụm hai chữ lặp liền nhau (“cho
    rằng cho rằng”); từ láy (“luôn luôn”, “từng bước từng bước”) thì không.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, count
from operator import eq

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof
from plugins.proofreading.words import bare

_BEGINNING = """
của và các những được cho với tại để trong trên khi là đã sẽ bị nhưng có cũng như vào đến việc hơn
vì vẫn phải còn theo chưa ở đang sự một chiếc hoặc nhằm giữa bởi cùng thì mà lên này về
"""
_WITHIN = "nên nếu tuy rằng do mọi nhiều gồm khoảng tới giúp làm ông tỉnh huyện xã"
_NEVER_DOUBLED = frozenset((*_BEGINNING.split(), *_WITHIN.split()))
# Each of these that a text has is looked for in it: the others seldom begin a sentence twice.
_CAPITALISED = frozenset(_BEGINNING.title().split())
# The end of a longer word, or name, behind which another word may begin with the same one; and
# what stands before a word that is its own double ("bay là là").
_ENDS = {
    "để": ("triệt",),
    "là": ("thì", "bàn", "bay", "lượn"),
    "có": ("hiện", "khó", "sẵn", "giàu"),
    "như": ("dường", "hình"),
    "được": ("thành",),
    "việc": ("công", "làm", "vụ"),
    "bị": ("thiết", "chuẩn", "trang", "dự", "phòng"),
    "sự": ("tâm", "thời", "hình", "dân", "quân", "lịch", "nhân", "lãnh"),
    "tại": ("hiện", "tồn"),
    "phải": ("lẽ", "bên", "phía", "cánh"),
    "cùng": ("cuối", "tận"),
    "do": ("tự", "lý", "lí"),
    "làm": ("việc",),
    "giúp": ("trợ",),
    "ông": ("đàn", "cha", "ong"),
    "tỉnh": ("bất", "thức", "tỉnh"),
    "xã": ("tác", "thị", "phố", "công"),
    "điều tra": ("quan", "sát", "ninh"),
}
# The rest of a longer word that begins with the second: "trong xã xã hội hóa".
_GOES_ON = {"xã": ("hội",), "làm": ("lụng",)}
# Behind nothing and behind these a capital begins a sentence, elsewhere a name.
_STOP = expression(r"(?:^|[.!?…:”\"])$")
_NEAR = 40
# What a phrase that is repeated for stress begins with.
_STRESSED = frozenset(
    ("từng", "mỗi", "rất", "vô", "càng", "cố", "hàng", "ngày", "một", "năm", "ha", "hì")
)


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield words and phrases that stand twice and must not."""
    words = proof.words
    doubled = {words[at] for at in _where(words, 1) if _is_single(words, at)}
    doubled |= {" ".join(words[at : at + 2]) for at in _where(words, 2) if _is_phrase(words, at)}
    # A sentence may begin with the first of the two.
    for word in proof.lexicon.capitalised & _CAPITALISED:
        if f"{word} {word.lower()} " in proof.text:
            doubled.add(word.lower())
    for phrase in sorted(doubled):
        yield from _places(proof, phrase)


def _where(words: list[str], distance: int) -> Iterator[int]:
    """Yield the indexes of the words that stand again at a distance."""
    return compress(count(), map(eq, words, words[distance:]))


def _is_single(words: list[str], at: int) -> bool:
    """Whether a word stands twice and must not; "lên lên xuống xuống" may."""
    word = words[at]
    if word not in _NEVER_DOUBLED:
        return False
    before, after = (
        list(map(bare, pair)) for pair in (words[max(at - 2, 0) : at], words[at + 2 : at + 4])
    )
    return not any(len(pair) == 2 and pair[0] == pair[1] != word for pair in (before, after))


def _is_phrase(words: list[str], at: int) -> bool:
    """Whether a phrase of two words stands twice and must not."""
    if at + 3 >= len(words):
        return False
    first, second, _, again = words[at : at + 4]
    return (
        first.isalpha()
        and first.islower()
        and second.isalpha()
        and second.islower()
        and first != second
        and first not in _STRESSED
        and bare(again) == second
    )


def _places(proof: Proof, phrase: str) -> Iterator[Finding]:
    """Yield where a phrase stands twice in one paragraph."""
    once = r"\s+".join(map(re.escape, phrase.split()))
    twice = rf"(?<!\S)(?P<once>{once})(?P<gap>\s+){once}(?!\w)"
    kind, piece = ("cụm từ", "cụm") if " " in phrase else ("từ", "chữ")
    for found in re.finditer(twice, proof.text, re.IGNORECASE):
        if _is_meant(proof.text, found):
            continue
        yield Finding(
            checks.WORD_DOUBLED,
            *found.span(),
            f"{kind} “{phrase}” lặp hai lần",
            f"Xóa một {piece} “{phrase}”.",
            found["once"],
        )


def _is_meant(text: str, found: re.Match[str]) -> bool:
    """Whether two paragraphs, a name, a heading or a longer word are what seems to be doubled."""
    once, again = found["once"], found[0][len(found["once"]) + len(found["gap"]) :]
    if "\n\n" in found["gap"] or not again.islower():
        return True
    before = text[max(found.start() - _NEAR, 0) : found.start()].rpartition("\n")[2].rstrip()
    if not once.islower():
        return not _STOP.search(before)
    phrase = " ".join(once.split())
    if text.startswith(_GOES_ON.get(phrase, ()), found.end() + 1):
        return True
    return before.rpartition(" ")[2].lower() in _ENDS.get(phrase, ())
