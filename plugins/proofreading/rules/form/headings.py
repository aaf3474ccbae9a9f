"""A title or a heading all in capitals, or with a full stop at its end.

Capitals are read slower, hide which words are names, and are spelt letter by letter by some screen
readers; how large a heading is, the theme says. Three words in capitals may be a name or a slogan,
and those without a small letter that Vietnamese would have ("UBND TP HCM") stay. An official
document's own headings ("QUYẾT ĐỊNH", "CHƯƠNG I …") are as its issuer wrote them. Headings that
leave out a level are put right by the rule of what is typed, and not told. A line of hyphens makes
a heading of the line above it, too, which may be a paragraph: its full stop is told and stays.

Wrong::

    ## KẾT QUẢ SAU MỘT NĂM THỰC HIỆN

    ## Bà con phấn khởi.

Right::

    ## Kết quả sau một năm thực hiện

    ## HĐND, UBND và MTTQ

    ## Ngô, khoai, sắn v.v.

In the guide::

    Cả tiêu đề bài (“Title”) cũng được xem. Tên riêng, chữ viết tắt viết hoa thì không báo; văn bản
    của cơ quan khác thì giữ như bản gốc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import MASK, Proof

_HEADING = expression(
    r"^ {0,3}#{1,6}(?:[ \t]+|(?<=##))(?P<text>[^\s#].*?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE
)
_UNDERLINED = expression(
    r"^ {0,3}(?P<text>[^\s#>|*+<\ufffc-].*?)[ \t]*\n {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE
)
_TAGGED = expression(r"<h[1-6]\b[^<>]*>\s*(?P<text>[^<>]*?)\s*</h[1-6]\s*>", re.IGNORECASE)
_WORD = expression(r"[^\W\d_]+")
_MARKED = expression(r"[ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]")
_FEWEST = 4
"""Words in capitals that make a heading one in capitals."""
_FEWEST_MARKED = 2
_ABBREVIATED = expression(r"(?:\.\w{1,3}|\b\w|\b(?:TP|Tp|tp|ThS|TS|St))\.$|\.\.$")


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield headings in capitals, and full stops at the end of headings."""
    text = proof.text
    if title := proof.document.fields.get("Title"):
        yield from _judge(proof, *_value(text, proof.start_of(title.line)), "tiêu đề")
    if "#" in text:
        for found in _HEADING.finditer(text, proof.body_start):
            yield from _judge(proof, *found.span("text"), "tít phụ")
    # One sign is looked for in a fifth of the time that several take, and few texts have it.
    if "\n---" in text or ("=" in text and "\n==" in text):
        for found in _UNDERLINED.finditer(text, proof.body_start):
            for finding in _judge(proof, *found.span("text"), "tít phụ"):
                yield finding._replace(replacement=None)
    if "<" in proof.source and "</h" in proof.source:
        for found in _TAGGED.finditer(proof.source, proof.body_start):
            yield from _judge(proof, *found.span("text"), "tít phụ")


def _value(text: str, start: int) -> tuple[int, int]:
    """Return where the words of a value of the head begin and end that is on one line."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    bare = line.rstrip(f"{MASK} \"'")
    return start + len(line) - len(line.lstrip(f"{MASK} \"'")), start + len(bare)


def _judge(proof: Proof, start: int, end: int, what: str) -> Iterator[Finding]:
    said = proof.text[start:end]
    if said.isupper() and proof.document.kind != "document" and _is_in_capitals(said):
        yield Finding(
            checks.HEADING_FORM,
            start,
            end,
            f"{what} viết hoa toàn bộ: “{said}”",
            "Gõ lại bằng chữ thường, chỉ viết hoa chữ đầu và tên riêng; chữ to, đậm đã có mẫu "
            "trang lo.",
        )
    if said.endswith(".") and not _ABBREVIATED.search(said):
        yield Finding(
            checks.HEADING_FORM,
            end - 1,
            end,
            f"{what} có dấu chấm ở cuối: “{said}”",
            "Xóa dấu chấm.",
            "",
        )


def _is_in_capitals(said: str) -> bool:
    words = _WORD.findall(said)
    return len(words) >= _FEWEST and sum(map(bool, map(_MARKED.search, words))) >= _FEWEST_MARKED
