"""A name that is spelt in two ways in one article: "Nguyễn Văn Hưng" again and again, "Nguyễn Văn
Hừng" once.

The two have the same syllables but for the marks of one; "y" and "i", "Thuý" and "Thúy" count as
such marks. Two people, two places may have such names. So the usual form has to stand there three
times against one of the other, or twice if it is a longer name and it is not the last syllable that
differs, as it is among brothers; and the rare form not behind "em trai", nor before what introduces
somebody ("(SN 1990)"). A name without any mark is that of a company, or in another language.

Wrong::

    Ông Nguyễn Văn Hưng trồng chè. Nay ông Nguyễn Văn Hưng bán chè.

    Vợ Nguyễn Văn Hưng mừng. Chè của ông Nguyễn Văn Hừng ngon.

Right::

    Ông Nguyễn Văn Hưng và ông Nguyễn Văn Hùng trồng chè ở Bắc Hà. Ông Hưng bán, ông Hùng chở.

In the guide::

    Từ ba chỗ trở lên viết một cách, một chỗ khác dấu. Hai người, hai nơi khác nhau thật thì để
    nguyên.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import compress, count
from math import inf
from typing import NamedTuple

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.core.text.syllables import without_tones
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof
from plugins.proofreading.words import bare

_WORD = expression(r"[^\W\d_]+")
_GAPS = frozenset(" \u00a0")
_INTRODUCTION = expression(r"[\s,]*(?:\(|SN\b|sinh năm|\d+ tuổi)")
_KIN = expression(r"\b(?:anh|chị|em) (?:trai|gái|em|ruột|song sinh)\b|\bsinh đôi\b")
_NEAR = 24
_BEGINNING = expression(r"(?:^|[\n.!?:…]\s*[“\"(*]*)\Z")
# Words with a capital that stand before a name or begin a sentence.
_FIRST = """
Ông Bà Anh Chị Em Cô Chú Bác Cụ Cháu Bé Theo Tại Ở Và Của Khi Nếu Do Với Trong Các Ảnh Đây Có Năm
Tôi Nhưng Ngày Tối Sáng Chiều Những Lúc Để Nói Đó Từ Hiện Vì Lần Số
"""
_NOT_NAMES = frozenset(_FIRST.split())
# What an office's name begins with that goes on in small letters: "Bộ Giao thông", "Bộ Giáo dục".
_OFFICES = frozenset(("Bộ", "Sở", "Cục", "Vụ", "Ban", "Viện", "Phòng", "Trường", "Tổng"))
_MOST_LINES = 5
_UNMARKED = str.maketrans("ăâđêôơưy", "aadeooui")


class _Name(NamedTuple):
    """A name where it stands."""

    syllables: tuple[str, ...]
    start: int
    end: int


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield names that stand in another form elsewhere."""
    if not _may_differ(proof):
        return
    known = {phrase.lower() for phrase in settings.words}
    ends: set[int] = set()
    names: dict[tuple[str, ...], dict[tuple[str, ...], list[_Name]]] = defaultdict(dict)
    for name in _names(proof.text):
        forms = names[tuple(map(_skeleton, name.syllables))]
        forms.setdefault(name.syllables, []).append(name)
    for forms in names.values():
        usual = max(forms, key=lambda form: len(forms[form]))
        if len(forms) == 1:
            continue
        for form, (name, *others) in forms.items():
            if (
                not others
                and len(forms[usual]) >= _least(form, usual)
                and not _KIN.search(proof.text, max(name.start - _NEAR, 0), name.start)
                and " ".join(form).lower() not in known
                and not _INTRODUCTION.match(proof.text, name.end)
                and name.end not in ends
            ):
                ends.add(name.end)
                yield _finding(proof, name, forms[usual])


def _may_differ(proof: Proof) -> bool:
    """Whether two capitalised words stand beside each other in two forms: where they do not, as in
    most articles, names need not be looked for."""
    # Of the odd ones "Đắk" is a name, too, and "Viêt" may be meant as one.
    capitalised = proof.lexicon.capitalised.union(filter(str.istitle, proof.lexicon.odd))
    forms = set(map(bare, capitalised)) - _NOT_NAMES
    skeletons = Counter(map(_skeleton, forms))
    if len(skeletons) == len(forms):
        return False
    alike = {word for word in capitalised if skeletons[_skeleton(bare(word))] > 1}
    words = proof.words
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    for at in compress(count(), map(alike.__contains__, words)):
        for pair in (words[max(at - 1, 0) : at + 1], words[at : at + 2]):
            if len(pair) == 2 and pair[0].istitle() and pair[1].istitle():
                one, other = map(bare, pair)
                key = _skeleton(one), _skeleton(other)
                if seen.setdefault(key, (one, other)) != (one, other):
                    return True
    return False


@lru_cache(maxsize=1 << 14)
def _skeleton(word: str) -> str:
    """Return a word's letters without any mark, in lower case; y counts as i."""
    return without_tones(word.lower())[0].translate(_UNMARKED)


def _names(text: str) -> Iterator[_Name]:
    """Yield the capitalised words that nothing but a space divides, two and more of them.

    The first word of a sentence may be none of the name: both are yielded, the whole first.
    """
    run: list[tuple[str, int]] = []
    for found in _WORD.finditer(text):
        word, start = found[0], found.start()
        if run and text[run[-1][1] + len(run[-1][0]) : start] not in _GAPS:
            yield from _name(text, run)
            run = []
        if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
            run.append((word, start))
        else:
            yield from _name(text, run)
            run = []
    yield from _name(text, run)


def _name(text: str, run: list[tuple[str, int]]) -> Iterator[_Name]:
    begins = bool(run) and _BEGINNING.search(text, max(run[0][1] - 4, 0), run[0][1])
    others = next((at for at, (word, _) in enumerate(run) if word not in _NOT_NAMES), len(run))
    if others:
        run, begins = run[others:], None
    for part in (run, run[1:]) if begins else (run,):
        if len(part) > 2 or (len(part) == 2 and part[0][0] not in _OFFICES):
            last, start = part[-1]
            yield _Name(tuple(word for word, _ in part), part[0][1], start + len(last))


def _least(form: tuple[str, ...], usual: tuple[str, ...]) -> float:
    """Return how often the usual form has to stand in a text in which this one may be a slip."""
    differing = [
        at for at, (one, other) in enumerate(zip(form, usual, strict=True)) if one != other
    ]
    if len(differing) != 1 or "".join(form).isascii() or "".join(usual).isascii():
        return inf
    return 2 if len(form) > 2 and differing[0] < len(form) - 1 else 3


def _finding(proof: Proof, name: _Name, others: Iterable[_Name]) -> Finding:
    lines = sorted({proof.place(other.start)[0] for other in others})
    said = ", ".join(map(str, lines[:_MOST_LINES])) + ("…" if lines[_MOST_LINES:] else "")
    form, usual = (" ".join(each.syllables) for each in (name, next(iter(others))))
    return Finding(
        checks.NAME_SPELT_TWICE,
        name.start,
        name.end,
        f"một tên viết hai cách: “{form}” ở đây, “{usual}” ở dòng {said}",
        "Là một thì viết một cách; khác nhau thật thì thêm “<!-- bỏ qua SOAT06 -->” vào cuối dòng.",
    )
