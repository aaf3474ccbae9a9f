"""A name that is spelt in two ways in one article: "Nguyễn Văn Hưng" again and again, "Nguyễn Văn
Hừng" once.

The two have the same syllables but for the marks of one; "y" and "i", "Thuý" and "Thúy" count as
such marks. Two people, two places may have such names. So a name of two syllables has to stand
there three times against one, a longer one twice, and the rare form not before what introduces
somebody ("(SN 1990)"). A name without any mark is that of a company, or in another language.

Wrong::

    Ông Nguyễn Văn Hưng trồng chè. Nay ông Nguyễn Văn Hưng bán chè.

    Chè của ông Nguyễn Văn Hừng ngon.

Right::

    Ông Nguyễn Văn Hưng và ông Nguyễn Văn Hùng trồng chè ở Bắc Hà. Ông Hưng bán, ông Hùng chở.

In the guide::

    Cùng một tên mà có một chỗ khác dấu, các chỗ còn lại (ba trở lên, tên ba chữ thì hai) giống
    nhau. Hai người khác nhau thật thì để nguyên.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import compress, count
from operator import and_
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
# Words with a capital that stand before a name, and that a name of an office begins with: in "Bộ
# Giao thông" and "Bộ Giáo dục" it goes on in small letters.
_OTHERS = """
ông bà anh chị em cô chú bác cụ cháu bé theo tại ở và của khi nếu do với trong các
bộ sở cục vụ ban viện phòng trường tổng ủy uỷ hội đại
"""
_NOT_NAMES = frozenset(_OTHERS.split())
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
    names: dict[tuple[str, ...], dict[tuple[str, ...], list[_Name]]] = defaultdict(dict)
    for name in _names(proof.text):
        forms = names[tuple(map(_skeleton, name.syllables))]
        forms.setdefault(name.syllables, []).append(name)
    for forms in names.values():
        usual = max(forms, key=lambda form: len(forms[form]))
        if len(forms) == 1 or len(forms[usual]) < (3 if len(usual) == 2 else 2):
            continue
        for form, (name, *others) in forms.items():
            if (
                not others
                and _is_slip(form, usual)
                and " ".join(form).lower() not in known
                and not _INTRODUCTION.match(proof.text, name.end)
            ):
                yield _finding(proof, name, forms[usual])


def _may_differ(proof: Proof) -> bool:
    """Whether two capitalised words stand beside each other in two forms: where they do not, as in
    most articles, names need not be looked for."""
    words = proof.words
    titles = list(map(str.istitle, words))
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    for at in compress(count(), map(and_, titles, titles[1:])):
        pair = words[at], words[at + 1]
        known = seen.setdefault((_skeleton(pair[0]), _skeleton(pair[1])), pair)
        if known != pair and list(map(bare, known)) != list(map(bare, pair)):
            return True
    return False


@lru_cache(maxsize=1 << 14)
def _skeleton(word: str) -> str:
    """Return a word's letters without any mark, in lower case; y counts as i."""
    return without_tones(bare(word).lower())[0].translate(_UNMARKED)


def _names(text: str) -> Iterator[_Name]:
    """Yield the capitalised words that nothing but a space divides, two and more of them."""
    run: list[tuple[str, int]] = []
    for found in _WORD.finditer(text):
        word, start = found[0], found.start()
        if run and text[run[-1][1] + len(run[-1][0]) : start] not in _GAPS:
            yield from _name(run)
            run = []
        if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
            run.append((word, start))
        else:
            yield from _name(run)
            run = []
    yield from _name(run)


def _name(run: list[tuple[str, int]]) -> Iterator[_Name]:
    while run and run[0][0].lower() in _NOT_NAMES:
        run = run[1:]
    if len(run) > 1:
        last, start = run[-1]
        yield _Name(tuple(word for word, _ in run), run[0][1], start + len(last))


def _is_slip(form: tuple[str, ...], usual: tuple[str, ...]) -> bool:
    """Whether a form may be meant as the usual one: one syllable differs, and both have marks."""
    differing = sum(one != other for one, other in zip(form, usual, strict=True))
    return differing == 1 and not "".join(form).isascii() and not "".join(usual).isascii()


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
