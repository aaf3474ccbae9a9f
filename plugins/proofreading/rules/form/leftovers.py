"""What Word and web pages leave behind in a text that was pasted.

Field codes of Word (``HYPERLINK "…"``, ``MERGEFORMAT``, "Error! Bookmark not defined."), its empty
boxes to fill in, its styles (``mso-…``, ``table.MsoNormalTable``, "false false EN-US X-NONE");
letters that were lost (U+FFFD) or that only one font has (private use: a bullet of Symbol in
mid-line; at a line's beginning it is a bullet); buttons of a page behind the last paragraph ("Chia
sẻ", "Bình luận (0)"), and "Xem thêm" whose link is gone. What the reader drops of tags and of the
portal's sidebar it tells itself. "□" may be a box of a form, and stays.

Wrong::

    Số liệu ở Error! Reference source not found. cho thấy xã đã thoát nghèo.

    Bấm vào đây để nhập văn bản.

    Xem thêm: Chợ phiên cuối năm

    Chia sẻ

Right::

    Bà con chia sẻ kinh nghiệm làm nương.

    Xem thêm: [Chợ phiên cuối năm](https://example.vn/cho-phien)

In the guide::

    Mã trường của Word, ô chưa điền, ký tự hỏng, nút bấm của trang báo. “Xem thêm” có liên kết thì
    không báo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import MASK, Proof

# One of these stands in whatever the expression finds. A sign alone is looked for in a tenth of the
# time, and few texts have it.
_NEEDLES = ("MERGEFORMAT", "HYPERLINK", "mso-", " to enter ", " để nhập ", "MsoNormal")
_NEEDLES_OF = {
    "[": ("[if ", "[Type "),
    "!": ("Error!", "Lỗi!"),
    "{": ("{ PAGE",),
    "X": (" X-NONE",),
    "/": ("/* Style Definitions",),
}
_OF_WORD = expression(
    r"(?:Error|Lỗi)! (?:Bookmark|Reference|Hyperlink|No text|Unknown|Thẻ đánh dấu|Không tìm thấy"
    r"|Siêu kết nối|Tham chiếu)[^.\n]*\.?"
    r"|\{ ?(?:PAGE|NUMPAGES|DATE|TIME|TOC|REF|PAGEREF|SEQ|FORMTEXT|HYPERLINK|INCLUDEPICTURE)\b"
    r"[^{}\n]*\}?"
    r"|(?:HYPERLINK|INCLUDEPICTURE) \"[^\"\s]*\"?|\\?\*? ?MERGEFORMAT(?:INET)?"
    r"|\bmso-[a-z-]+ ?:[^;\n]{0,40};?|\[(?:if [!\w][^\]\n]*|endif)\]"
    r"|(?:Click|Tap|Click or tap)(?: here)? to enter [a-z ]+\.?"
    r"|\[Type (?:text|here)\]"
    r"|(?:Normal 0 )?(?:\b(?:false|true) )*[a-zA-Z]{2}-[A-Z]{2} X-NONE(?: X-NONE| Microsoft\w+)*"
    r"|/\* Style Definitions \*/|\b(?:\w+\.)?Mso[A-Z]\w+"
    r"|(?:Bấm|Nhấn|Nhấp)[^.\n]{0,40} để nhập (?:văn bản|ngày)\.?"
)
_LOST = expression("[\ue000-\uf8ff\ufffd]+")
_PRIVATE = expression("[\ue000-\uf8ff]")
_NOT_AT_BEGINNING = expression(r"[^\s>*+-]")
_BUTTONS = frozenset(
    {
        *("chia sẻ", "chia sẻ bài viết", "chia sẻ facebook", "bình luận", "gửi bình luận"),
        *("ý kiến bạn đọc", "like", "thích", "tweet", "share", "in bài", "in bài viết", "in trang"),
        *("lưu bài", "copy link", "sao chép liên kết", "link gốc", "theo dõi trên google news"),
        *("tin liên quan", "tin cùng chuyên mục", "tin khác", "các tin khác", "đọc tiếp"),
        *("về đầu trang", "quay lại", "gửi email", "facebook", "zalo", "twitter"),
    }
)
_NUMBER = expression(r"[\s:]*\(?\d*\)?[\s:.]*$")
_LAST = 8
"""Lines at the end among which buttons are looked for."""
_LONGEST, _PARAGRAPH = 40, 100
"""Letters of a button at most, and of the lines between them: a source line, a name."""
_MORE = expression(r"(?:Xem|Đọc) thêm(?: tại đây| ở đây|:|\.|(?=[ \t]*$)).*", re.MULTILINE)
_MARKUP = " \t>»*_–-"
_FOLLOWING = 400
"""Letters behind "Xem thêm" among which its link may stand on the next line."""
_LINK = expression(r"\]\(|\]\[|://|www\.|<a\b")


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield what came along with a text that was pasted."""
    text = proof.text
    if _may_be_of_word(text):
        for found in _OF_WORD.finditer(text):
            shown = found[0].replace(MASK, "").strip()
            yield _leftover(*found.span(), f"chữ của Word còn sót: “{shown}”", "Xóa chỗ này.")
    if "\ufffd" in text or _may_be_private(text):
        yield from _lost_letters(text)
    if "Xem thêm" in text or "Đọc thêm" in text:
        yield from _links_gone(proof)
    yield from _buttons(proof)


def _may_be_of_word(text: str) -> bool:
    if any(map(text.__contains__, _NEEDLES)):
        return True
    return any(
        sign in text and any(map(text.__contains__, needles))
        for sign, needles in _NEEDLES_OF.items()
    )


def _may_be_private(text: str) -> bool:
    # None is printable; that of a whole text is told before the expression is made.
    return not text.replace("\n", "").isprintable() and _PRIVATE.search(text) is not None


def _leftover(start: int, end: int, message: str, fix: str) -> Finding:
    return Finding(checks.WORD_LEFTOVER, start, end, message, fix)


def _lost_letters(text: str) -> Iterator[Finding]:
    for found in _LOST.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        is_bullet = "\ufffd" not in found[0] and not _NOT_AT_BEGINNING.search(
            text, start, found.start()
        )
        if not is_bullet:
            around = text[max(start, found.start() - 20) : found.end() + 20].partition("\n")[0]
            yield _leftover(
                *found.span(),
                f"ký tự hỏng, chỉ hiện thành ô vuông: “{around.replace(MASK, '')}”",
                "Xem bản gốc rồi gõ lại chữ đúng; là dấu trang trí thì xóa.",
            )


def _links_gone(proof: Proof) -> Iterator[Finding]:
    """Yield "Xem thêm" that leads nowhere: neither its line has a link nor the next."""
    text = proof.text
    for found in _MORE.finditer(text, proof.body_start):
        begin = text.rfind("\n", 0, found.start()) + 1
        if text[begin : found.start()].strip(_MARKUP):
            continue
        here, *below = proof.source[begin : found.end() + _FOLLOWING].split("\n")
        following = next((line for line in below if line.strip()), "")
        if not (_LINK.search(here) or _LINK.search(following)):
            yield _leftover(
                *found.span(),
                f"“{' '.join(found[0].split())}” không có liên kết",
                "Thêm liên kết: [tiêu đề bài](địa chỉ), hoặc xóa dòng này.",
            )


def _buttons(proof: Proof) -> Iterator[Finding]:
    """Yield the buttons of a page behind a text, unless the reader has dropped them."""
    dropped = [
        one.line for one in proof.document.problems if one.check is checks.PORTAL_LINES_DROPPED
    ]
    last = takewhile(lambda one: len(one[1]) <= _PARAGRAPH, _last_lines(proof))
    for start, line in islice(last, _LAST):
        if len(line) > _LONGEST or _words(line) not in _BUTTONS:
            continue
        if not any(at and at <= proof.place(start)[0] for at in dropped):
            message = f"“{line.strip()}” trông như nút của trang báo, dính theo khi dán bài"
            yield _leftover(start, start + len(line), message, "Xóa dòng này.")


def _words(line: str) -> str:
    return _NUMBER.sub("", line.strip(" \t*_>|•-")).casefold()


def _last_lines(proof: Proof) -> Iterator[tuple[int, str]]:
    """Yield the lines of the body that show anything, and where they begin, the last first."""
    text, end = proof.text, len(proof.text)
    while end > proof.body_start:
        start = max(text.rfind("\n", 0, end) + 1, proof.body_start)
        if line := text[start:end].strip():
            yield start, line
        end = start - 1
